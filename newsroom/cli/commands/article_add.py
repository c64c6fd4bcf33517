"""`newsroom article add`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.findings import show_findings
from newsroom.cli.options import DryRun, InIssue, Json, chosen_issue, here
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.add_article import (
    Answers,
    PhotoAnswer,
    PlannedArticle,
    body_text,
    check_answers,
    check_slug,
    file_article,
    missing_flags,
    plan_article,
    read_body,
    read_photo_answer,
)
from newsroom.desk.choose import Chosen
from newsroom.errors import ExitCode, Refused, UsageError
from newsroom.locale import _, listed
from newsroom.model.credit import Credit, parse_credits
from newsroom.model.finding import Report
from newsroom.model.issue import POOL
from newsroom.model.text import printable
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.repository import check_ready


def article_add(
    issue: InIssue = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="story, brief, photo, commentary or notice.")] = None,
    headline: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")] = None,
    kicker: Annotated[str | None, typer.Option(metavar="TEXT", help="The line above the headline.")] = None,
    deck: Annotated[str | None, typer.Option(metavar="TEXT", help="The line below the headline.")] = None,
    section: Annotated[str | None, typer.Option(metavar="SECTION", help="The part of the paper it runs in.")] = None,
    column: Annotated[str | None, typer.Option(metavar="TEXT", help="The label that it runs under.")] = None,
    page: Annotated[str | None, typer.Option(metavar="PAGE", help="Its page: 3, A01, or 4-5 for a spread.")] = None,
    byline: Annotated[
        list[str] | None, typer.Option(metavar="CREDIT", help="Who wrote it, role and name; again for more people.")
    ] = None,
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
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """File an article: asks for what no option has given, shows it, writes it, commits it.

    --photo, --caption and --credit pair up in order; an empty value is none.

    Examples:
      newsroom article add
      newsroom article add --headline 冬小麦播种过九成 --section 社会 \\
          --byline "通讯员 姓名" --body sowing.txt
      newsroom article add --kind photo --section 社会 \\
          --photo lamp.jpg --caption 灯下夜读。 --credit "通讯员 姓名 摄"
    """
    newsroom = here()
    roles = newsroom.paper.roles
    answers = Answers(
        issue=issue,
        kind=kind,
        kicker=kicker,
        headline=headline,
        deck=deck,
        section=section,
        column=column,
        page=page,
        byline=_credits(byline, roles),
        source=source,
        slug=slug,
    )
    check_answers(newsroom, answers)
    answers.photos = _photos(photo or [], caption or [], credit or [], roles)
    answers.body = _body(body)
    chosen = chosen_issue(newsroom, issue, quietly=True) if not is_interactive() else _offered_issue(newsroom, issue)
    check_slug(newsroom, newsroom.issue(chosen.issue_id), slug)
    if not dry_run:
        check_ready(newsroom.root)
    planned = _ask(newsroom, answers, chosen) if is_interactive() else _plan(newsroom, answers, chosen)
    commit = None if dry_run else file_article(newsroom, planned)
    _report(newsroom, planned, commit, json=json)


def _plan(newsroom: Newsroom, answers: Answers, chosen: Chosen) -> PlannedArticle:
    """The article from the flags alone."""
    issue = newsroom.issue(chosen.issue_id)
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


def _ask(newsroom: Newsroom, answers: Answers, chosen: Chosen) -> PlannedArticle:
    from newsroom.cli import prompts
    from newsroom.cli.interview import Interview

    with prompts.on_terminal():
        interview = Interview(newsroom, answers, chosen.issue_id)
        interview.ask_missing()
        planned = interview.review()
    if planned is None:
        say(_("Nothing was written."))
        raise typer.Exit(ExitCode.INTERRUPTED)
    return planned


def _offered_issue(newsroom: Newsroom, named: str | None) -> Chosen:
    """The issue that the question offers first; the pool where there is none."""
    try:
        return chosen_issue(newsroom, named, quietly=True)
    except Refused:
        if named:
            raise
        return Chosen(POOL)


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
        say(_("Filed “{title}” to issue {issue}.", title=article.title, issue=article.issue))
    if planned.findings:
        say(_("Before it is handed in:"))
        show_findings(Report(1, planned.findings), to_stderr=True)


def _credits(texts: list[str] | None, roles: tuple[str, ...]) -> tuple[Credit, ...] | None:
    if texts is None:
        return None
    return tuple(credit for text in texts for credit in parse_credits(text, roles))


def _body(named: str | None) -> str | None:
    if named is None or named == "":
        return named
    return body_text(sys.stdin.buffer.read(), "-") if named == "-" else read_body(Path(named))


def _photos(
    files: list[str], captions: list[str], credits: list[str], roles: tuple[str, ...]
) -> list[PhotoAnswer] | None:
    if not len(files) == len(captions) == len(credits):
        raise UsageError(
            "unequal-photos",
            _(
                "{photos} --photo, {captions} --caption and {credits} --credit do not pair up.",
                photos=len(files),
                captions=len(captions),
                credits=len(credits),
            ),
            _('Give each photo a --caption and a --credit, "" for none.'),
        )
    if not files:
        return None
    return [
        read_photo_answer(Path(file), caption, parse_credits(credit, roles))
        for file, caption, credit in zip(files, captions, credits, strict=True)
        if file
    ]
