"""The rule `underfull-page`."""

from collections.abc import Iterator
from typing import ClassVar

from newsroom.rules._pages import planned
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_UNDERFULL = Wording(
    en=("page {page} has {length} words, {short} fewer than planned", "there is room for more: {planned} are planned"),
    zh=("{page} 版只有 {length} 字，比计划少 {short} 字", "还要补稿：计划 {planned} 字"),
)


class UnderfullPage(Rule):
    """## What it does
    Finds pages with less copy than planned (`length` of the page in `issue.yaml`), by more than a fifth. A paper may
    set `tolerance`, in percent. Pages without a planned length are not looked at; those without any copy are
    `empty-page`, and while copy is only drafted nothing is said.

    ## Why is this bad?
    The hole is filled on the night of printing, with whatever lies about.

    ## 查什么
    版上稿件的总字数是否比计划（`issue.yaml` 里这一版的 `length`）少两成以上。`tolerance` 可另定百分比。
    没写计划字数的版不查；一篇稿件也没有的版归 `empty-page`；草稿阶段不查。

    ## 为什么
    空着的地方，到付印那晚就随手抓一篇填上。

    ## Fails
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会, length: 4000}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会, length: 12}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: "03"
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会, length: 10}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "issue"
    options: ClassVar = {"tolerance": 20}

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each page with too little copy, in the plan."""
        if copy.stage == "draft":
            return
        for field, page, length in planned(copy):
            least = page.length or 0
            if length * 100 < least * (100 - self.number(copy, "tolerance")):
                values = {"page": page.code, "length": length, "planned": least, "short": least - length}
                yield Fault(field, _UNDERFULL, values)
