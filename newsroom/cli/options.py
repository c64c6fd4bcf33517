"""The options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.screen import say, settings
from newsroom.desk.choose import Chosen, choose_issue
from newsroom.storage.newsroom import Newsroom, open_newsroom


def _set_json(value: bool) -> bool:
    settings.json = settings.json or value
    return value


Json = Annotated[bool, typer.Option("--json", help="Print JSON.", callback=_set_json, is_eager=True)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")]
InIssue = Annotated[
    str | None, typer.Option("--issue", metavar="ISSUE", help="The issue; pool for copy without a date.")
]
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="A slug, ISSUE/SLUG, or a path.")]


def here() -> Newsroom:
    """The newsroom that the current folder is in.

    Raises:
        Refused: there is none.
    """
    return open_newsroom(Path.cwd())


def here_to_write(*, dry_run: bool) -> Newsroom:
    """As `here`, for a command that is going to write: what was broken off is ended first, or it would be looked at.

    Raises:
        Refused: there is none, or nothing can be committed in it.
    """
    newsroom = here()
    if not dry_run:
        from newsroom.storage.recovery import ready_to_write  # who only reads starts without the engine of changes

        ready_to_write(newsroom.root)
    return newsroom


def chosen_issue(newsroom: Newsroom, named: str | None, *, quietly: bool = False) -> Chosen:
    """The issue that a command works on; says which it took where none was named.

    Raises:
        Refused: there is no such issue.
    """
    chosen = choose_issue(newsroom, named, here=Path.cwd(), today=date.today())
    if chosen.why and not quietly:
        say(chosen.why)
    return chosen
