"""The rule `missing-body`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingBody(RequiredField):
    """## What it does
    Finds articles that have no text below their front matter. A picture that stands alone needs none.

    ## Why is this bad?
    A headline without copy leaves a hole in the page.

    ## 查什么
    稿件有没有正文；单独刊发的图片新闻不需要。

    ## 为什么
    只有标题没有正文，版面会开天窗。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    field = "body"
    wording = Wording(
        en=("the article has no body", "write it below the second line of ---"),
        zh=("稿件没有正文", "把正文写在第二行 --- 下面"),
    )
