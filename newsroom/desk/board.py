"""The board: the articles of an issue in the order of the paper, what each still needs, and how full each page is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue, Page
from newsroom.model.paper import Paper
from newsroom.model.text import length
from newsroom.storage.newsroom import Newsroom

By = Literal["page", "section"]
_MISSING = ("missing-", "photo-not-found", "unreadable-article")


@dataclass(frozen=True, slots=True)
class PageSum:
    """A page with what stands on it; killed copy counts nothing.

    `planned` is the page's own length, else that of its articles; None where nobody planned one. `unplanned` are the
    articles with a text that such a sum leaves out.
    """

    page: Page
    is_planned: bool
    articles: int
    photos: int
    length: int
    planned: int | None
    unplanned: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the board: an article, or a file that can not be read, with what the rules find in it.

    `article` is None for a page of the plan on which nothing stands yet.
    """

    article: Article | Unreadable | None
    page: str = ""
    section: str = ""
    findings: Sequence[Finding] = field(default_factory=tuple)

    @property
    def missing(self) -> list[Finding]:
        """What it has to get before it can be handed in."""
        return [finding for finding in self.findings if finding.rule.startswith(_MISSING)]

    @property
    def is_killed(self) -> bool:
        """Whether it goes into no paper."""
        return isinstance(self.article, Article) and self.article.status == "killed"

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps it from being handed in."""
        errors = any(finding.severity == "error" for finding in self.findings)
        return isinstance(self.article, Article) and not self.is_killed and not errors


@dataclass(frozen=True, slots=True)
class Board:
    """An issue laid out: its rows, those of unreadable files last, and its pages, those outside the plan last."""

    issue: Issue
    rows: Sequence[Row]
    pages: Sequence[PageSum]

    @property
    def articles(self) -> list[Article]:
        """Those that can be read."""
        return [row.article for row in self.rows if isinstance(row.article, Article)]

    @property
    def unreadable(self) -> list[Unreadable]:
        """Those that can not."""
        return [row.article for row in self.rows if isinstance(row.article, Unreadable)]


def lay_out(newsroom: Newsroom, issue: Issue, *, by: By = "page", judged: bool = False) -> Board:
    """The board of an issue; `judged` by every rule, as if all of it were handed in now."""
    files = list(newsroom.articles(issue.id))
    findings = _findings(files, issue, newsroom.paper) if judged else {}
    articles = [file for file in files if isinstance(file, Article)]
    pages = _pages(articles, issue, newsroom.paper.language)
    rows = [
        Row(article, article.page, article.section_in(issue), findings.get(article.path, ())) for article in articles
    ]
    rows += [Row(None, page.page.code, page.page.section) for page in pages if not page.articles]
    rows.sort(key=lambda row: (page_order(issue, row.page), row.article.id if isinstance(row.article, Article) else ""))
    if by == "section":
        rows.sort(key=lambda row: section_order(newsroom.paper.sections, row.section))
    unreadable = [Row(file, findings=findings.get(file.path, ())) for file in files if isinstance(file, Unreadable)]
    return Board(issue, rows + unreadable, pages)


def page_order(issue: Issue, code: str) -> tuple[object, ...]:
    """Where a page comes: in the order of the plan, then those outside it by their numbers, then none."""
    planned = next((number for number, page in enumerate(issue.pages) if page.code == code), None)
    if planned is not None:
        return (0, planned)
    letters, digits = re.fullmatch(r"([^0-9]*)([0-9]*).*", code, re.DOTALL).groups()  # type: ignore[union-attr]
    return (1, letters, int(digits or 0), code) if code else (2,)


def section_order(sections: Sequence[str], section: str) -> tuple[int, str]:
    """Where a section comes: as the paper lists them, then those that it does not know, then none."""
    known = sections.index(section) if section in sections else len(sections)
    return (known if section else len(sections) + 1, section)


def _findings(files: Sequence[Article | Unreadable], issue: Issue, paper: Paper) -> dict[str, list[Finding]]:
    from newsroom.rules.engine import judge

    by_path = dict[str, list[Finding]]()
    for finding in judge(files, issue, paper):
        by_path.setdefault(finding.path, []).append(finding)
    return by_path


def _pages(articles: Sequence[Article], issue: Issue, language: str) -> list[PageSum]:
    running = [article for article in articles if article.status != "killed"]
    codes = dict.fromkeys([page.code for page in issue.pages] + [article.page for article in running if article.page])
    sums = []
    for code in sorted(codes, key=lambda code: page_order(issue, code)):
        planned, here = issue.page(code), [article for article in running if article.page == code]
        page = planned or Page(code)
        wanted = [article.planned_length for article in here if article.planned_length is not None]
        unplanned = [article for article in here if article.planned_length is None and article.body]
        sums.append(
            PageSum(
                page,
                is_planned=planned is not None,
                articles=len(here),
                photos=sum(len(article.photos) for article in here),
                length=sum(length(article.printed_text, language) for article in here),
                planned=page.length if page.length is not None else sum(wanted) if wanted else None,
                unplanned=0 if page.length is not None else len(unplanned),
            )
        )
    return sums
