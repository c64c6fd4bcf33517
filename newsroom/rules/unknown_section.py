"""The rule `unknown-section`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNKNOWN = Wording(
    en=("the paper has no section {section}", "one of: {sections}"),
    zh=("本报没有版名“{section}”", "可选：{sections}"),
)


class UnknownSection(Rule):
    """## What it does
    Finds sections that the paper does not have: those in `newsroom.yaml` are all there are.

    ## Why is this bad?
    A misspelt section makes a part of the paper that nobody makes up.

    ## 查什么
    版名是不是 `newsroom.yaml` 里列出的。

    ## 为什么
    版名写错一个字，稿件就落到一个没人编的版上。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 农村振兴
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 乡村振兴
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

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the section is none of the paper's."""
        section, sections = copy.article.section, copy.paper.sections
        if section and sections and section not in sections:
            yield Fault("section", _UNKNOWN, {"section": section, "sections": listed(sections)})
