"""`newsroom article remove`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.options import Article, DryRun, InIssue, Json, here_to_write
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.choose import choose_file
from newsroom.desk.remove_article import Removal, plan_removal, save_removal
from newsroom.errors import ExitCode, UsageError
from newsroom.locale import _, listed
from newsroom.model.text import printable


def article_remove(
    article: Article,
    issue: InIssue = None,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it without asking.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Remove an article and the photos that no other article uses, in one commit.

    Shows what goes, and asks. newsroom undo brings all of it back.

    Examples:
      newsroom article remove sowing --dry-run
      newsroom article remove 2022-10-12/sowing --yes
    """
    if not (yes or dry_run or is_interactive()):
        raise UsageError(
            "missing-answers",
            _("Missing: {flags}.", flags="--yes"),
            _("Nobody is there to be asked whether it is to go: say so with --yes, or look first with --dry-run."),
        )
    newsroom = here_to_write(dry_run=dry_run)
    found = choose_file(newsroom, article, issue, here=Path.cwd(), today=date.today())
    removal = plan_removal(newsroom, found)
    if not json:
        _say_what_stays(removal)
    if not (yes or dry_run) and not _agreed(removal):
        say(_("Nothing was removed."))
        raise typer.Exit(ExitCode.INTERRUPTED)
    commit = None if dry_run else save_removal(newsroom, removal)
    if json:
        in_issue, _fault = newsroom.issue_and_fault(removal.article.issue)
        show_json(article_json(newsroom, in_issue, removal.article, commit, removal.findings))
        return
    if yes or dry_run:  # else they were shown with the question
        for change in removal.changes:
            show(printable(change.path))
    if commit is None:
        say(_("This is what would be removed."))
    else:
        say(_("Removed “{title}”.", title=removal.article.title))
        say(_("To get it back: newsroom undo"))


def _agreed(removal: Removal) -> bool:
    from newsroom.cli import prompts

    for change in removal.changes:
        say(printable(change.path))
    with prompts.on_terminal():
        return prompts.yes(_("Remove “{title}”?", title=removal.article.title), default=False)


def _say_what_stays(removal: Removal) -> None:
    if not removal.is_readable:
        say(_("Which photos are its own can not be read: they all stay."))
    if removal.staying:
        photos = listed(path.rpartition("/")[2] for path in removal.staying)
        say(_("{photos}: stays, since another article uses it or no commit holds it.", photos=photos))
