"""The rule `missing-section`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=("the article has no section", "add a line: section: … (one of: {sections})"),
    zh=("稿件没有版名", "补一行 section: 版名（可选：{sections}）"),
)


class MissingSection(Rule):
    """## What it does
    Finds articles without a section whose kind needs one. A page that has its section in `issue.yaml` gives it
    to its articles.

    ## Why is this bad?
    Nobody knows which part of the paper the story runs in, and no editor feels it is theirs.

    ## 查什么
    稿件有没有版名。`issue.yaml` 里给版面定了版名的，该版稿件不必再写。

    ## 为什么
    不知道稿件上哪个版，也就没有编辑认领。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section:
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    page: 1
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
    ```
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    kind: notice
    ---
    明日停水。
    ```
    """

    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where neither the article nor its page has a section."""
        if copy.needs("section") and not copy.article.section_in(copy.issue):
            yield Fault("section", _MISSING, {"sections": listed(copy.paper.sections)})
