"""The rule `missing-column`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingColumn(RequiredField):
    """## What it does
    Finds articles without a labelled column, where the paper requires one for their kind
    (`kinds: {commentary: {require: [column]}}`).

    ## Why is this bad?
    The paper has said that this kind of article runs under a label.

    ## 查什么
    本报规定要有栏目的体裁（`kinds: {commentary: {require: [column]}}`）有没有栏目。

    ## 为什么
    本报规定这类稿件要归栏目。

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

    field = "column"
    wording = Wording(
        en=("the article has no column", "add a line: column: …"),
        zh=("稿件没有栏目", "补一行 column: 栏目"),
    )
