"""The rule `missing-page`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingPage(RequiredField):
    """## What it does
    Finds articles without a page, where the paper requires one for their kind
    (`kinds: {story: {require: [page]}}`).

    ## Why is this bad?
    The paper has said that this kind of article is filed to a page.

    ## 查什么
    本报规定要有版次的体裁（`kinds: {story: {require: [page]}}`）有没有版次。

    ## 为什么
    本报规定这类稿件要定版。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    kind: 专访
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    kicker: 岗位练兵
    kind: 专访
    deck: ——秋种见闻
    column: 记者走基层
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    """

    field = "page"
    wording = Wording(
        en=("the article has no page", "add a line: page: 3"),
        zh=("稿件没有版次", "补一行 page: 3"),
    )
