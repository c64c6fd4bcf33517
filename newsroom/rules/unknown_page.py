"""The rule `unknown-page`."""

import re
import unicodedata
from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.model.issue import Page, is_page_code
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_NO_CODE = Wording(
    en=("“{page}” is no page", "write its code: {near}"),
    zh=("“{page}”不是版次", "写版次代码：{near}"),
)
_NOT_PLANNED = Wording(
    en=("this issue has no page {page}", "one of: {pages}; or add it to pages in issue.yaml"),
    zh=("本期没有第 {page} 版", "可选：{pages}；或加进 issue.yaml 的 `pages`"),
)
_NEAR = Wording(
    en=("this issue has no page {page}", "write: {near}"),
    zh=("本期没有第 {page} 版", "应写：{near}"),
)

_PARTS = r"([A-Z]{0,2})0*([0-9]{1,3})"
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_LONGEST = 20  # characters that a page may be written in and still be told


class UnknownPage(Rule):
    """## What it does
    Finds articles filed to a page that `issue.yaml` does not plan, and pages that are no code. Codes are 3, A01, and
    4-5 for a spread. An issue that plans no pages has any, and copy in the pool has none yet.

    ## Why is this bad?
    The story is on nobody's page: it is missed only when the paper is printed.

    ## 查什么
    稿件的版次是不是 `issue.yaml` 里排的版，写得是不是版次代码：3、A01，跨版写 4-5。
    没有排版面的期不查，稿库里的稿件也不查。

    ## 为什么
    稿件落到没有的版上，没人编它，见了报才发现漏了。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 5
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 第三版
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
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
    ==> issue.yaml <==
    date: 2022-10-12
    pages: ["2-3", "4", "5"]
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 4-5
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ==> articles/harvest.md <==
    ---
    headline: 秋粮入库近尾声
    section: 社会
    page: 3
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋粮入库进入尾声。
    ```
    """

    severity = "warning"  # until it is printed, the plan may still be changed
    group = "form"
    looks_at = ("page",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the article's page is none of the issue's."""
        page, planned = copy.article.page, copy.issue.pages
        if copy.issue.is_pool or copy.issue.page(page):
            return
        is_code = is_page_code(page)
        if is_code and (not planned or _sheets(page) <= {sheet for each in planned for sheet in _sheets(each.code)}):
            return
        near, codes = _near(page, planned), listed(each.code for each in planned)
        values = {"page": page, "near": near or codes or listed(("3", "A01", "4-5")), "pages": codes}
        yield Fault("page", (_NEAR if near else _NOT_PLANNED) if is_code else _NO_CODE, values)


def _sheets(code: str) -> set[str]:
    """The pages that a code means: those of a spread are two, `A4-5` is A4 and A5."""
    first, dash, last = code.partition("-")
    part = first.rstrip("0123456789")
    return {first, (part if last.isdigit() else "") + last} if dash else {first}


def _near(page: str, planned: tuple[Page, ...]) -> str:
    """The code of the plan that somebody meant by `a1`, `第3版` or `Ａ０１`; without a plan, any."""
    if len(page) > _LONGEST:
        return ""
    text = unicodedata.normalize("NFKC", page).upper().translate(_DIGITS)
    found = re.fullmatch(rf"(?:PAGE|PP?\.|第)?\s*{_PARTS}\s*版?", text)
    if not found:
        return ""
    if not planned:
        return found[1] + found[2]
    alike = (each.code for each in planned if re.sub(_PARTS, r"\1\2", each.code) == found[1] + found[2])
    return next(alike, "")
