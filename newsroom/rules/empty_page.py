"""The rule `empty-page`."""

from collections.abc import Iterator

from newsroom.rules._pages import is_for_adverts, on_pages
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_EMPTY = Wording(
    en=(
        "there is no copy for page {page}",
        "file copy to it (newsroom article edit ARTICLE --set page={page}), or take it out of the plan",
    ),
    zh=("{page} 版还没有稿件", "给稿件定版：newsroom article edit 稿件 --set page={page}；不出这一版就从计划里删掉"),
)


class EmptyPage(Rule):
    """## What it does
    Finds pages of the plan for which there is no copy, in an issue that is being made up: all of its copy has a page,
    and half of its pages have copy. A page of advertisements (`section: 广告`) needs none.

    ## Why is this bad?
    A page is printed whether there is copy or not; that it is empty is found when the others are made up.

    ## 查什么
    版面计划里没有稿件的版。稿件都定了版次、至少一半的版有了稿件才查，刚开始编的期不查。
    广告版（`section: 广告`）不算。

    ## 为什么
    有没有稿件，这一版都要印。别的版都拼好了才发现空着，就来不及了。

    ## Fails
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "1", section: 要闻}
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
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    pages:
      - {page: "3", section: 社会}
      - {page: 4-5}
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
    page: 4-5
    section: 社会
    status: killed
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
      - {page: "3", section: 社会}
      - {page: "4", section: 广告}
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
      - {page: "1", section: 要闻}
      - {page: "3", section: 社会}
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
    section: 要闻
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    集市昨天开张。
    ```
    """

    severity = "warning"
    group = "issue"

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each empty page, in the plan."""
        if copy.stage == "draft" or not all(article.page for article in copy.articles):
            return
        pages = list(on_pages(copy))
        empty = [(field, page) for field, page, articles in pages if not articles]
        if 2 * len(empty) > len(pages):  # nobody has begun on it, or only just
            return
        for field, page in empty:
            if not is_for_adverts(page):
                yield Fault(field, _EMPTY, {"page": page.code})
