"""The rule `missing-headline`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingHeadline(RequiredField):
    """## What it does
    Finds articles without a headline whose kind needs one: stories and commentaries.

    ## Why is this bad?
    A reader chooses by the headline, and the page can not be made up without it. A kicker or a deck is none.

    ## 查什么
    消息、通讯和评论有没有主题（标题）。

    ## 为什么
    读者看标题选稿，版面没有主题排不出来。引题、副题代替不了主题。

    ## Fails
    ```
    ---
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
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

    field = "headline"
    wording = Wording(
        en=("the article has no headline", "add a line: headline: …"),
        zh=("稿件没有主题", "补一行 headline: 主题"),
    )
