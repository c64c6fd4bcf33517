"""`newsroom status`."""

from collections import Counter
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json, article_table, say_unreadable
from newsroom.cli.issue_rows import articles_count, issue_title, no_article, pages_json
from newsroom.cli.options import Json, chosen_issue, here
from newsroom.cli.screen import say, show_json
from newsroom.desk.board import Board, Row, lay_out
from newsroom.errors import UsageError
from newsroom.locale import _, listed, plural
from newsroom.model.article import Article
from newsroom.reports import SCHEMA_VERSION
from newsroom.storage.newsroom import Newsroom

# What a rule finds missing, as short as a column is.
MISSING_WORDS = {
    "missing-headline": "headline",
    "missing-kicker": "kicker",
    "missing-deck": "deck",
    "missing-section": "section",
    "missing-page": "page",
    "missing-column": "column",
    "missing-byline": "byline",
    "missing-body": "body",
    "missing-photo": "a photo",
    "missing-caption": "caption",
    "missing-photo-credit": "photo credit",
    "photo-not-found": "photo file",
    "unreadable-article": "mend the file",
}
_BY = ("page", "section")


def status(
    issue: Annotated[
        str | None, typer.Argument(metavar="[ISSUE]", help="The issue; the next one where left out.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="page|section", help="In the order of the pages, or of sections.")
    ] = "page",
    json: Json = False,
) -> None:
    """Show the board of an issue: each article with what it still needs before it can be handed in.

    Pages of the plan on which nothing stands yet are shown, too.

    Examples:
      newsroom status
      newsroom status 2022-10-12 --by section
    """
    if by not in _BY:
        raise UsageError(
            "bad-value",
            _("{name} can not be {value}.", name="--by", value=by),
            _("Known are: {known}.", known=listed(_BY)),
        )
    newsroom = here()
    chosen = newsroom.issue(chosen_issue(newsroom, issue).issue_id)
    board = lay_out(newsroom, chosen, by="section" if by == "section" else "page", judged=True)
    if json:
        say_unreadable(board.unreadable)
        show_json(_as_json(newsroom, board))
        return
    todo, colors = [_todo(row) for row in board.rows], [_color(row) for row in board.rows]
    if board.rows:
        title = (issue_title(board.issue), articles_count(board))
        article_table(newsroom, board.rows, todo=todo, todo_colors=colors, title=title)
    say(_sum(board))


def _todo(row: Row) -> str:
    """What is missing, then how many other errors and warnings there are."""
    if row.article is None:
        return ""
    known = [finding for finding in row.missing if finding.rule in MISSING_WORDS]
    words = Counter(_(MISSING_WORDS[finding.rule]) for finding in known)
    parts = [f"{word}×{count}" if count > 1 else word for word, count in words.items()]
    others = Counter(finding.severity for finding in row.findings if finding not in known)
    if others["error"]:
        parts.append(plural(others["error"], "{count} error", "{count} errors"))
    if others["warning"]:
        parts.append(plural(others["warning"], "{count} warning", "{count} warnings"))
    return listed(parts) or "-"


def _color(row: Row) -> str:
    if row.is_ready or row.is_killed or row.article is None:
        return "yellow" if row.findings else ""
    return "red"


def _sum(board: Board) -> str:
    filed = [row for row in board.rows if row.article]
    ready, killed = sum(row.is_ready for row in filed), sum(row.is_killed for row in filed)
    needy, empty = len(filed) - ready - killed, len(board.rows) - len(filed)
    issue = board.issue.id
    if not filed:
        return no_article(board.issue)
    parts = [plural(ready, "{count} article is ready", "{count} articles are ready")]
    if needy:
        parts.append(plural(needy, "{count} still needs something", "{count} still need something"))
    if killed:
        parts.append(plural(killed, "{count} is killed", "{count} are killed"))
    if empty:
        parts.append(plural(empty, "{count} page is empty", "{count} pages are empty"))
    if any(row.findings for row in filed):
        return _("{parts}. See what to do: newsroom validate {issue}", parts=listed(parts), issue=issue)
    return _("{parts}. How full each page is: newsroom issue show {issue}", parts=listed(parts), issue=issue)


def _as_json(newsroom: Newsroom, board: Board) -> dict[str, object]:
    """The board; `needs` names the fields that are missing as findings do."""
    articles = [
        article_json(newsroom, board.issue, row.article, findings=row.findings)
        | {"needs": [finding.field for finding in row.missing]}
        for row in board.rows
        if isinstance(row.article, Article)
    ]
    about = {**board.issue.as_json(), "pages": pages_json(board)}
    unreadable = [{"path": file.path, "line": file.line, "cause": file.cause} for file in board.unreadable]
    return {"schema_version": SCHEMA_VERSION, **about, "articles": articles, "unreadable": unreadable}
