"""The rule `overfull-page`."""

from collections.abc import Iterator
from typing import ClassVar

from newsroom.rules._pages import planned
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_OVERFULL = Wording(
    en=("page {page} has {length} words, {over} more than planned", "cut or move copy: {planned} are planned"),
    zh=("{page} 版有 {length} 字，比计划多 {over} 字", "删稿或挪稿：计划 {planned} 字"),
)


class OverfullPage(Rule):
    """## What it does
    Finds pages with more copy than the plan has room for (`length` of the page in `issue.yaml`), by more than a tenth.
    A paper may set `tolerance`, in percent. Pages without a planned length are not looked at.

    ## Why is this bad?
    What does not fit is cut from the end on the night of printing, by whoever makes up the page.

    ## 查什么
    版上稿件的总字数是否超出计划（`issue.yaml` 里这一版的 `length`）一成以上。`tolerance` 可另定百分比。
    没写计划字数的版不查。

    ## 为什么
    排不下的字，到付印那晚就由拼版的人从稿尾删起。

    ## Fails
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
    全市秋播进入尾声，冬小麦播种已经过了九成。
    ```
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会, length: 12}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ==> articles/fair.md <==
    ---
    headline: 集市搬进新大棚
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    集市昨天开张。
    ```

    ## Passes
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会, length: 20}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，冬小麦播种已经过了九成。
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
    全市秋播进入尾声，冬小麦播种已经过了九成。
    ```
    """

    severity = "warning"
    group = "issue"
    options: ClassVar = {"tolerance": 10}

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each page with too much copy, in the plan."""
        for field, page, length in planned(copy):
            most = page.length or 0
            if length * 100 > most * (100 + self.number(copy, "tolerance")):
                values = {"page": page.code, "length": length, "planned": most, "over": length - most}
                yield Fault(field, _OVERFULL, values)
