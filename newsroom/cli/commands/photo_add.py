"""`newsroom photo add`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.cleaned import cleaned
from newsroom.cli.filing.photo_facts import show_photo
from newsroom.cli.findings import show_findings
from newsroom.cli.kept_words import kept_is_said
from newsroom.cli.options import Article, DryRun, InIssue, Json, here_to_write
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.add_article import PhotoAnswer
from newsroom.desk.add_photo import PlannedPhoto, check_addition, plan_photo, save_photo, suggested
from newsroom.desk.choose import choose_article
from newsroom.desk.field_values import credits_in_words
from newsroom.errors import UsageError
from newsroom.locale import _, listed
from newsroom.model.article import Article as Filed
from newsroom.model.credit import parse_credits
from newsroom.model.finding import Report
from newsroom.model.text import printable
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile, read_photo

if TYPE_CHECKING:
    from newsroom.cli.filing.answer_log import AnswerLog

FOR = "reporters"


def photo_add(
    article: Article,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file of the photo.")],
    caption: Annotated[str | None, typer.Option(metavar="TEXT", help="Its caption.")] = None,
    credit: Annotated[str | None, typer.Option(metavar="CREDIT", help="Its credit, role and name.")] = None,
    issue: InIssue = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Add a photo to an article, in one commit.

    Caption and credit are offered from what the photo says of itself; an empty value is none.

    Examples:
      newsroom photo add sowing lamp.jpg
      newsroom photo add 2022-10-12/sowing lamp.jpg \\
          --caption 灯下夜读。 --credit "通讯员 姓名 摄"
    """
    newsroom = here_to_write(dry_run=dry_run)
    to = choose_article(newsroom, article, issue, here=Path.cwd(), today=date.today())
    photo = read_photo(Path(file))
    check_addition(newsroom, to, photo)
    if is_interactive():
        planned, commit = _file(newsroom, to, photo, caption, credit, dry_run=dry_run)
    else:
        planned = plan_photo(newsroom, to, _take(newsroom, photo, caption, credit))
        commit = None if dry_run else save_photo(newsroom, planned)
    if json:
        in_issue, _fault = newsroom.issue_and_fault(to.issue)
        show_json(article_json(newsroom, in_issue, planned.after, commit, planned.findings))
    else:
        _report(planned, dry_run=dry_run)


def _file(
    newsroom: Newsroom, to: Filed, photo: PhotoFile, caption: str | None, credit: str | None, *, dry_run: bool
) -> tuple[PlannedPhoto, str | None]:
    """Ask and save; whatever ends it too early, what was typed is kept, and offered the next time."""
    from newsroom.cli.filing.answer_log import photo_log

    log = photo_log(newsroom.root, f"{to.issue}/{to.id}", photo.name)
    way_on = _("What you typed is kept, and offered when you add this photo again.")
    with kept_is_said(lambda: log.is_kept, way_on):
        planned = plan_photo(newsroom, to, _ask(newsroom, log, photo, caption, credit))
        commit = None if dry_run else save_photo(newsroom, planned)
    if commit is not None:
        log.drop()
    return planned, commit


def _ask(
    newsroom: Newsroom, log: "AnswerLog", photo: PhotoFile, caption: str | None, credit: str | None
) -> PhotoAnswer:
    """Caption and credit: those that no option gave are asked for, the photo's own offered."""
    from newsroom.cli import prompts
    from newsroom.cli.filing.offers import opened_index
    from newsroom.cli.filing.photo_questions import ask_photo
    from newsroom.cli.filing.questions import Questions

    paper = newsroom.paper
    with prompts.on_terminal(), opened_index(newsroom) as index:
        return ask_photo(
            Questions(log, paper.roles, index),
            "photo",
            photo,
            paper,
            caption=None if caption is None else cleaned(caption, of="--caption"),
            credit=None if credit is None else parse_credits(cleaned(credit, of="--credit"), paper.roles),
        )


def _take(newsroom: Newsroom, photo: PhotoFile, caption: str | None, credit: str | None) -> PhotoAnswer:
    """Caption and credit of the options, else the photo's own; says what was taken from it."""
    suggestion = suggested(photo, newsroom.paper)
    show_photo(photo, suggestion)
    offered = {"--caption": (caption, suggestion.caption), "--credit": (credit, credits_in_words(suggestion.credit))}
    missing = [flag for flag, (said, own) in offered.items() if said is None and not own]
    if missing:
        raise UsageError(
            "missing-answers",
            _("Missing: {flags}. The photo itself does not say it.", flags=listed(missing)),
            _('Give them, or an empty value ("") for none; on a terminal newsroom asks.'),
        )
    if caption is None:
        say(_("Caption, as the photo says: {text}", text=suggestion.caption))
    if credit is None:
        say(_("Credit, as the photo says: {text}", text=credits_in_words(suggestion.credit)))
    return PhotoAnswer(
        photo,
        suggestion.caption if caption is None else cleaned(caption, of="--caption"),
        suggestion.credit if credit is None else parse_credits(cleaned(credit, of="--credit"), newsroom.paper.roles),
    )


def _report(planned: PlannedPhoto, *, dry_run: bool) -> None:
    article = planned.after
    show(article.path)
    for change in planned.photos:
        show(change.path)
    if dry_run:
        show(printable(article.text.rstrip("\n").replace("\r\n", "\n")))
        say(_("This is what would be written."))
    else:
        say(_("Added {file} to “{title}”.", file=article.photos[-1].file, title=article.title))
    if planned.findings:
        show_findings(Report(1, planned.findings), to_stderr=True)
