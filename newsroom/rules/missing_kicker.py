"""The rule `missing-kicker`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingKicker(RequiredField):
    """## What it does
    Finds articles without a kicker, where the paper requires one for their kind
    (`kinds: {story: {require: [kicker]}}`).

    ## Why is this bad?
    The paper has said that this kind of article runs with one.

    ## 查什么
    本报规定要有引题的体裁（`kinds: {story: {require: [kicker]}}`）有没有引题。

    ## 为什么
    本报规定这类稿件要有引题。

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

    field = "kicker"
    wording = Wording(
        en=("the article has no kicker", "add a line: kicker: …"),
        zh=("稿件没有引题", "补一行 kicker: 引题"),
    )
