"""`newsroom undo`."""

import re
import sys
from typing import Annotated

import typer

from newsroom.cli.change_words import change_name, change_words, when, who
from newsroom.cli.differences import say_difference
from newsroom.cli.entry_json import entry_json
from newsroom.cli.options import DryRun, Json, here_to_write
from newsroom.cli.screen import is_interactive, paint, say, show, show_json
from newsroom.desk.undo import Undoing, plan_undo, save_undo
from newsroom.errors import ExitCode, UsageError
from newsroom.locale import _, listed, plural
from newsroom.model.text import printable
from newsroom.reports import SCHEMA_VERSION
from newsroom.storage.change import FileChange
from newsroom.storage.newsroom import ISSUES

FOR = "reporters"
_MOST = 4  # changes of the commit that are told
_FILE_WORDS = {"added": "comes back: {path}", "edited": "changes: {path}", "removed": "goes: {path}"}


def undo(
    commit: Annotated[
        str | None, typer.Argument(metavar="[COMMIT]", help="A change of anybody's; your newest where left out.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take it back without asking.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Take your newest change back, in a new commit.

    Shows what it is, and asks. Once more, and it goes on to the change before.

    A commit, or the beginning of its id as newsroom log --json has it, names one change, also of somebody else. That of
    an undo brings back what it took.

    Examples:
      newsroom undo
      newsroom undo --dry-run
      newsroom undo 5f0c2ab1d9 --yes
    """
    if not (yes or dry_run or is_interactive()):
        raise UsageError(
            "missing-answers",
            _("Missing: {flags}.", flags="--yes"),
            _("Nobody is there to be asked whether to take it back: say so with --yes, or look first with --dry-run."),
        )
    newsroom = here_to_write(dry_run=dry_run)
    undoing = plan_undo(newsroom, commit)
    is_asked = not (yes or dry_run)
    if is_asked or not json:
        _say(undoing, newsroom.paper.language, is_asked=is_asked)
    if is_asked and not _agreed():
        say(_("Nothing was changed."))
        raise typer.Exit(ExitCode.INTERRUPTED)
    made = None if dry_run else save_undo(newsroom, undoing)
    if json:
        show_json(_as_json(undoing, made))
    elif made is None:
        say(_("This is what would be taken back."))
    else:
        say(_("Taken back. To bring it back: newsroom undo {commit}", commit=made[:10]))


def _agreed() -> bool:
    """Enter is a yes: it was asked for, it is there to be seen, and it can be taken back itself."""
    from newsroom.cli import prompts

    with prompts.on_terminal():
        return prompts.yes(_("Take it back?"), default=True)


def _say(undoing: Undoing, language: str, *, is_asked: bool) -> None:
    """What is taken back, and what becomes of the files: these are the command's data where nothing is asked."""
    entry = undoing.entry
    say(paint(f"{when(entry):%Y-%m-%d %H:%M}  {printable(who(entry))}", sys.stderr, bold=True))
    for change in entry.changes[:_MOST]:
        say(printable(f"  {change_name(change)}  {change_words(entry, change, language)}"))
    if len(entry.changes) > _MOST:
        more = len(entry.changes) - _MOST
        say("  " + plural(more, "… and {count} more", "… and {count} more"))
    for file in undoing.changes:
        (say if is_asked else show)(_(_FILE_WORDS[_what(file)], path=file.path))
        if file.before is not None and file.after is not None and not re.match(rf"{ISSUES}/[^/]+/photos/", file.path):
            say_difference(file.before, file.after)
    if undoing.staying:
        photos = listed(path.rpartition("/")[2] for path in undoing.staying)
        say(_("{photos}: stays, since another article uses it.", photos=photos))


def _what(file: FileChange) -> str:
    return "removed" if file.after is None else "added" if file.before is None else "edited"


def _as_json(undoing: Undoing, made: str | None) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "commit": made,
        "undone": entry_json(undoing.entry),
        "files": [{"path": file.path, "what": _what(file)} for file in undoing.changes],
        "staying": list(undoing.staying),
    }
