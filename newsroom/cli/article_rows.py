"""Articles in tables and in JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsroom.cli.screen import say, table
from newsroom.locale import _, listed
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.text import length, one_line
from newsroom.storage.newsroom import Newsroom

if TYPE_CHECKING:
    from newsroom.desk.board import Row

_SHORT = 12  # characters of a caption in a table

STATUS_WORDS = {
    "draft": "draft",
    "submitted": "submitted",
    "approved": "approved",
    "published": "published",
    "killed": "killed",
}


_STATUS_COLORS = {"draft": "yellow", "approved": "green", "published": "green", "killed": "bright_black"}
# Page, section, headline, byline, length, photos, status, and what is to do.
_FLEXIBLE, _STATUS = (1, 2, 3, 7), 6
_FLOORS = {1: 8, 2: 26, 3: 11, 7: 12}


def article_table(
    newsroom: Newsroom,
    rows: "Sequence[Row]",
    *,
    todo: Sequence[str] = (),
    todo_colors: Sequence[str] = (),
    title: tuple[str, str] | None = None,
) -> None:
    """One line an article: page, section, headline, byline, length, photos, status, and `todo` where it is given."""
    head = [_("page"), _("section"), _("headline"), _("byline"), _("length"), _("pics"), _("status")]
    cells = [_cells(newsroom, row) for row in rows]
    colors: dict[int, Sequence[str]] = {
        _STATUS: [_STATUS_COLORS.get(getattr(row.article, "status", ""), "") for row in rows]
    }
    if todo:
        head.append(_("to do"))
        cells = [[*row, needs] for row, needs in zip(cells, todo, strict=True)]
        colors[len(head) - 1] = todo_colors
    flexible = [column for column in _FLEXIBLE if column < len(head)]
    table(head, cells, flexible=flexible, floors=_FLOORS, colors=colors, title=title)


def _cells(newsroom: Newsroom, row: "Row") -> list[str]:
    article = row.article
    if article is None:
        return [row.page, row.section, _("(nothing yet)"), "", "", "", ""]
    if isinstance(article, Unreadable):
        return ["", "", article.path.rpartition("/")[2], "", "", "", _("unreadable")]
    return [
        row.page,
        row.section,
        _title(newsroom, article),
        _names(article),
        str(length(article.printed_text, newsroom.paper.language)),
        str(len(article.photos)),
        _(STATUS_WORDS.get(article.status, article.status)),
    ]


def _names(article: Article) -> str:
    """Who wrote it; of a picture that stands alone, who took it."""
    people = article.byline or (() if article.body else [credit for photo in article.photos for credit in photo.credit])
    return listed(dict.fromkeys(map(str, people)))


def _title(newsroom: Newsroom, article: Article) -> str:
    """Its title; of a picture that stands alone marked as such, and short enough that the mark is seen."""
    kind = newsroom.paper.kinds.get(article.kind)
    if kind is None or kind.takes_body:
        return one_line(article.title)
    title = one_line(article.title)
    return _("{title} (photo)", title=title if article.headline or len(title) < _SHORT else title[: _SHORT - 1] + "…")


def say_unreadable(unreadable: Sequence[Unreadable]) -> None:
    """Name the files that a JSON list has to leave out."""
    for file in unreadable:
        say(_("{path}, line {line}: {cause}.", path=file.path, line=file.line, cause=file.cause))


def article_json(
    newsroom: Newsroom,
    issue: Issue,
    article: Article,
    commit: str | None = None,
    findings: Sequence[Finding] | None = None,
) -> dict[str, Any]:
    """An article as the contract's JSON has it; `findings` are left out of lists."""
    return {
        "id": article.id,
        "issue": article.issue,
        "path": article.path,
        "kind": article.kind,
        "headline": article.headline,
        "deck": article.deck,
        "kicker": article.kicker,
        "section": article.section_in(issue),
        "page": article.page,
        "status": article.status,
        "byline": [credit.as_json() for credit in article.byline],
        "credit_line": article.credit_line,
        "source": article.source,
        "photos": [photo.as_json() for photo in article.photos],
        "length": length(article.printed_text, newsroom.paper.language),
        "commit": commit,
        "findings": [finding.as_json() for finding in findings or ()],
    }
