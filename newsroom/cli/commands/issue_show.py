"""`newsroom issue show`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json, article_table, say_unreadable
from newsroom.cli.issue_rows import articles_count, issue_title, pages_json
from newsroom.cli.options import Json, chosen_issue, here
from newsroom.cli.screen import say, show, show_json, table
from newsroom.desk.board import PageSum, lay_out
from newsroom.locale import _, plural
from newsroom.reports import SCHEMA_VERSION

_FULL = (0.9, 1.1)  # of its planned length: a page as good as full, and one that is too full


def issue_show(
    issue: Annotated[
        str | None, typer.Argument(metavar="[ISSUE]", help="The issue; the next one where left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Show an issue: its pages, how full each is, and its articles in the order of the paper.

    The planned length of a page stands in issue.yaml (`length: 4800`), that of an article in its own `length`; a page
    that has none has that of its articles.

    Examples:
      newsroom issue show
      newsroom issue show 2022-10-12
    """
    newsroom = here()
    board = lay_out(newsroom, newsroom.issue(chosen_issue(newsroom, issue).issue_id))
    if json:
        say_unreadable(board.unreadable)
        listed = [article_json(newsroom, board.issue, article) for article in board.articles]
        about = {**board.issue.as_json(), "pages": pages_json(board)}
        show_json({"schema_version": SCHEMA_VERSION, **about, "articles": listed})
        return
    show(f"{issue_title(board.issue)}  {articles_count(board)}")
    if board.pages:
        show("")
        _page_table(board.pages)
        if board.issue.pages and all(page.planned is None for page in board.pages):
            say(_("No length is planned. Plan a page's in issue.yaml: {line}", line='{page: "1", length: 4800}'))
    filed = [row for row in board.rows if row.article]
    if filed:
        show("")
        article_table(newsroom, filed)


def _page_table(pages: Sequence[PageSum]) -> None:
    head = [_("page"), _("section"), _("editor"), _("articles"), _("pics"), _("planned"), _("length"), "±", ""]
    rows = [
        [
            page.page.code,
            page.page.section if page.is_planned else _("(not in the plan)"),
            page.page.editor,
            str(page.articles),
            str(page.photos),
            "" if page.planned is None else str(page.planned),
            str(page.length),
            "" if page.planned is None or page.unplanned else f"{page.length - page.planned:+d}",
            _fullness(page),
        ]
        for page in pages
    ]
    table(head, rows, flexible=(1, 2), colors={len(head) - 1: ["yellow"] * len(rows)})


def _fullness(page: PageSum) -> str:
    if not page.planned:
        return ""
    if page.unplanned:
        return plural(page.unplanned, "{count} article not planned", "{count} articles not planned")
    share = page.length / page.planned
    return _("room left") if share < _FULL[0] else _("too full") if share > _FULL[1] else ""
