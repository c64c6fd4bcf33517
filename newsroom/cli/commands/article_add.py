"""`newsroom article add`."""

from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.filing.answer_log import AnswerLog
from newsroom.cli.filing.resume import opened_log, way_on
from newsroom.cli.filing.story_flags import answers_from, kept_flags
from newsroom.cli.findings import show_findings
from newsroom.cli.options import DryRun, InIssue, Json, chosen_issue, here_to_write
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.add_article import (
    Answers,
    PlannedArticle,
    check_slug,
    file_article,
    missing_flags,
    plan_again,
    plan_article,
)
from newsroom.desk.choose import Chosen
from newsroom.errors import ExitCode, Refused, UsageError
from newsroom.locale import _, listed
from newsroom.model.finding import Report
from newsroom.model.issue import POOL
from newsroom.model.text import printable
from newsroom.storage.newsroom import Newsroom

FOR = "reporters"

_AGAIN = 4  # times that a name may be taken meanwhile


def article_add(
    issue: InIssue = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="story, brief, photo, commentary or notice.")] = None,
    headline: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")] = None,
    kicker: Annotated[str | None, typer.Option(metavar="TEXT", help="The line above the headline.")] = None,
    deck: Annotated[str | None, typer.Option(metavar="TEXT", help="The line below the headline.")] = None,
    section: Annotated[str | None, typer.Option(metavar="SECTION", help="The part of the paper it runs in.")] = None,
    column: Annotated[str | None, typer.Option(metavar="COLUMN", help="The label that it runs under.")] = None,
    page: Annotated[str | None, typer.Option(metavar="PAGE", help="Its page: 3, A01, or 4-5 for a spread.")] = None,
    byline: Annotated[
        list[str] | None, typer.Option(metavar="CREDIT", help="Who wrote it, role and name; again for more people.")
    ] = None,
    dateline: Annotated[str | None, typer.Option(metavar="PLACE", help="The place that it was written at.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The agency or paper that it came from, if not ours.")
    ] = None,
    body: Annotated[
        str | None, typer.Option(metavar="FILE", help="A file with its text; - for standard input.")
    ] = None,
    photo: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A photo; again for more.")] = None,
    caption: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="The caption of each photo.")] = None,
    credit: Annotated[list[str] | None, typer.Option(metavar="CREDIT", help="The credit of each photo.")] = None,
    slug: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Its file's name; made from the headline where left out.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the story that was not finished.")] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Throw away what was not finished.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """File an article: asks for what no option has given, shows it, writes it, commits it.

    What you typed is kept until it is filed: after Ctrl-C, a closed window or a refused commit the next article add
    goes on where it stopped.

    --photo, --caption and --credit pair up in order; an empty value is none.

    Examples:
      newsroom article add
      newsroom article add --headline 冬小麦播种过九成 --section 社会 \\
          --byline "通讯员 姓名" --body sowing.txt
      newsroom article add --kind photo --section 社会 \\
          --photo lamp.jpg --caption 灯下夜读。 --credit "通讯员 姓名 摄"
    """
    given = dict(locals())
    newsroom = here_to_write(dry_run=dry_run)
    flags = kept_flags(given)
    with opened_log(newsroom, flags, resume=resume, discard=discard) as log:
        if discard and not log.flags and not is_interactive():
            return
        answers = answers_from(log.flags, newsroom)
        chosen = _issue(newsroom, answers.issue)
        check_slug(newsroom, newsroom.issue(chosen.issue_id), answers.slug)
        planned = (
            _ask(newsroom, answers, chosen, log) if is_interactive() or resume else _plan(newsroom, answers, chosen)
        )
        commit = None
        if not dry_run:
            planned, commit = _file(newsroom, planned, log)
    _report(newsroom, planned, commit, json=json)


def _issue(newsroom: Newsroom, named: str | None) -> Chosen:
    """The issue that is named, or that the question offers first; then the pool where there is none."""
    try:
        return chosen_issue(newsroom, named, quietly=True)
    except Refused:
        if named or not is_interactive():
            raise
        return Chosen(POOL)


def _plan(newsroom: Newsroom, answers: Answers, chosen: Chosen) -> PlannedArticle:
    """The article from what was answered; nothing is asked."""
    issue = newsroom.issue(answers.issue or chosen.issue_id)
    missing = missing_flags(answers, issue, newsroom.paper.kinds[answers.kind or "story"])
    if missing:
        raise UsageError(
            "missing-answers",
            _("Missing: {flags}.", flags=listed(missing)),
            _('Give them, or an empty value ("") for none; on a terminal newsroom asks.'),
        )
    if chosen.why:
        say(chosen.why)
    return plan_article(newsroom, issue, answers)


def _ask(newsroom: Newsroom, answers: Answers, chosen: Chosen, log: AnswerLog) -> PlannedArticle:
    from newsroom.cli import prompts
    from newsroom.cli.filing.interview import Interview
    from newsroom.cli.filing.offers import opened_index

    with prompts.on_terminal(), opened_index(newsroom) as index:
        interview = Interview(newsroom, answers, chosen.issue_id, log, index)
        interview.ask_missing()
        if not is_interactive():
            return _plan(newsroom, interview.answers, chosen)
        planned = interview.review()
    if planned is None:
        say(_("Nothing was written."))
        if log.is_kept:
            say(way_on())
        raise typer.Exit(ExitCode.INTERRUPTED)
    return planned


def _file(
    newsroom: Newsroom, planned: PlannedArticle, log: AnswerLog, *, again: int = _AGAIN
) -> tuple[PlannedArticle, str]:
    """The article as it is filed, and the commit's id.

    What came from standard input is kept before: it can not be given again. Where somebody takes the name meanwhile
    that was made for it, it gets another one, as it would have had a moment later.
    """
    if "body_text" in log.flags:
        log.keep()
    log.note_filing(planned.article.path, planned.article.text)
    try:
        commit = file_article(newsroom, planned)
    except Refused as refusal:
        if refusal.code != "exists" or planned.answers.slug or not again:
            raise
        return _file(newsroom, plan_again(newsroom, planned), log, again=again - 1)
    log.drop()
    return planned, commit


def _report(newsroom: Newsroom, planned: PlannedArticle, commit: str | None, *, json: bool) -> None:
    article, dry_run = planned.article, commit is None
    if json:
        issue, _fault = newsroom.issue_and_fault(article.issue)
        show_json(article_json(newsroom, issue, article, commit, planned.findings))
        return
    for change in planned.changes:
        show(change.path)
    if dry_run:
        show(printable(article.text.rstrip("\n")))
        say(_("This is what would be written."))
    else:
        pool, names = article.issue == POOL, {"title": article.title, "issue": article.issue}
        say(_("Filed “{title}” to the pool." if pool else "Filed “{title}” to issue {issue}.", **names))
    if planned.findings:
        has_errors = any(finding.severity == "error" for finding in planned.findings)
        say(_("Before it is handed in:") if has_errors else _("Look at this, too:"))
        show_findings(Report(1, planned.findings), to_stderr=True)
