"""An issue in words and in JSON: what stands above its articles."""

from typing import Any

from newsroom.desk.board import Board, PageSum
from newsroom.locale import _, plural
from newsroom.model.issue import Issue


def issue_title(issue: Issue) -> str:
    """What stands at the head of an issue: its date and weekday, its number, how many pages."""
    days = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]
    name = f"{issue.id} {days[issue.date.weekday()]}" if issue.date else _("pool") if issue.is_pool else issue.id
    number = [] if issue.number is None else [_("No. {number}", number=issue.number)]
    pages = [plural(len(issue.pages), "{count} page", "{count} pages")] if issue.pages else []
    return "  ".join([name, *number, *pages])


def articles_count(board: Board) -> str:
    """How many articles an issue has, readable or not."""
    count = len(board.articles) + len(board.unreadable)
    return plural(count, "{count} article", "{count} articles")


def no_article(issue: Issue) -> str:
    """What is said of an issue without articles."""
    return _(
        "The pool has no article yet. File one: newsroom article add --issue {issue}"
        if issue.is_pool
        else "Issue {issue} has no article yet. File one: newsroom article add --issue {issue}",
        issue=issue.id,
    )


def pages_json(board: Board) -> list[dict[str, Any]]:
    """The pages with their planned and their real length, and those outside the plan on which articles stand."""
    return [_page_json(page) for page in board.pages]


def _page_json(page: PageSum) -> dict[str, Any]:
    return {
        "page": page.page.code,
        "section": page.page.section,
        "editor": page.page.editor,
        "in_plan": page.is_planned,
        "articles": page.articles,
        "photos": page.photos,
        "planned": page.planned,
        "length": page.length,
    }
