"""`newsroom article move`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.findings import show_findings
from newsroom.cli.options import Article, DryRun, Json, here_to_write
from newsroom.cli.screen import say, show, show_json
from newsroom.desk.choose import choose_article
from newsroom.desk.move_article import Move, plan_move, save_move
from newsroom.locale import _, listed
from newsroom.model.finding import Report
from newsroom.model.issue import POOL
from newsroom.model.text import printable


def article_move(
    article: Article,
    issue: Annotated[str, typer.Option(metavar="ISSUE", help="Where it goes; pool for copy without a date.")],
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Move an article to another issue or to the pool, with its photos, in one commit.

    A photo that another article uses too stays there for that one.

    Examples:
      newsroom article move sowing --issue pool
      newsroom article move 2022-10-12/sowing --issue 2022-10-11
    """
    newsroom = here_to_write(dry_run=dry_run)
    found = choose_article(newsroom, article, None, here=Path.cwd(), today=date.today())
    move = plan_move(newsroom, found, issue)
    commit = None if dry_run else save_move(newsroom, move)
    if json:
        show_json(article_json(newsroom, move.to, move.after, commit, move.findings))
        return
    for change in move.changes:
        if change.after is not None:
            show(printable(change.path))
    _say_photos(move)
    if dry_run:
        say(_("This is what would be written."))
    else:
        say(_moved(move))
    if move.after.page and move.to.pages and not move.to.page(move.after.page):
        say(_("The plan of issue {issue} has no page {page}.", issue=move.to.id, page=move.after.page))
    if move.findings:
        show_findings(Report(1, move.findings), to_stderr=True)


def _moved(move: Move) -> str:
    old, new = move.before.issue, move.after.issue
    return _(
        "Moved “{title}” from the pool to issue {new}."
        if old == POOL
        else "Moved “{title}” from issue {old} to the pool."
        if new == POOL
        else "Moved “{title}” from issue {old} to {new}.",
        title=move.after.title,
        old=old,
        new=new,
    )


def _say_photos(move: Move) -> None:
    """What is not as one would think: who else has a photo, what is called otherwise there, what there is none of."""
    if move.photos.shared:
        names, old = listed(sorted(move.photos.shared)), move.before.issue
        say(
            _(
                "{photos}: in the pool, too, for another article."
                if old == POOL
                else "{photos}: in issue {issue}, too, for another article.",
                photos=names,
                issue=old,
            )
        )
    for old, new in move.renamed.items():
        say(_("{old} is {new} there.", old=old, new=new))
    if move.photos.missing:
        say(_("{photos}: no such file, so nothing to move.", photos=listed(move.photos.missing)))
