"""The rule `missing-page`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=("the article has no page", "add a line: page: 3"),
    zh=("稿件没有版次", "补一行 page: 3"),
)


class MissingPage(Rule):
    """## What it does
    Finds articles without a page, where the paper requires one for their kind (`kinds: {story: {require:
    [page]}}`).

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

    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the article needs a page and has none."""
        if copy.needs("page") and not copy.article.page:
            yield Fault("page", _MISSING)
