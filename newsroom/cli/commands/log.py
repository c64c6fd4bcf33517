"""`newsroom log`."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.change_words import article_ref, change_name, change_words, when, who
from newsroom.cli.entry_json import entry_json
from newsroom.cli.options import InIssue, Json, here
from newsroom.cli.screen import paint, say, show, show_json, width
from newsroom.desk.article_log import Entry, article_log, issue_log, newsroom_log, path_of
from newsroom.desk.choose import choose_file
from newsroom.errors import Refused, UsageError
from newsroom.locale import _, plural
from newsroom.model.text import display_width, printable, shorten, wrap
from newsroom.reports import SCHEMA_VERSION
from newsroom.storage.newsroom import Newsroom

_LAST = 20  # commits of the whole newsroom or of an issue, where no limit is said
_MOST = 4  # changes of one commit that are told
_NAME = 16  # columns for a person's name
_WIDEST = 120


def log(
    article: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="A slug, ISSUE/SLUG, or a path; all where left out.")
    ] = None,
    issue: InIssue = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="Only the last N; without an article 20.")] = None,
    json: Json = False,
) -> None:
    """Tell who did what to an article, newest first, back to the one who filed it, wherever it lay then.

    Without an article, what was done in the issue, or without that in the whole newsroom.

    Examples:
      newsroom log 2022-10-12/sowing
      newsroom log --issue 2022-10-12
      newsroom log --limit 50
    """
    if limit is not None and limit < 1:
        raise UsageError(
            "bad-value", _("{name} can not be {value}.", name="--limit", value=limit), _("Write a number from 1 on.")
        )
    newsroom = here()
    most = None if json else _MOST
    if article is not None:
        entries = _life(newsroom, article, issue, limit)
    elif issue is not None:
        in_issue, _fault = newsroom.issue_and_fault(issue)
        entries = issue_log(newsroom, in_issue.id, limit or _LAST, most)
    else:
        entries = newsroom_log(newsroom, limit or _LAST, most)
    if json:
        show_json({"schema_version": SCHEMA_VERSION, "entries": [entry_json(entry) for entry in entries]})
    elif not entries:
        say(_("Nothing is committed yet."))
    elif not sys.stdout.isatty():
        _show_rows(entries, newsroom.paper.language)
    elif article is None:
        _show_days(entries, newsroom.paper.language)
    else:
        _show_life(entries, newsroom.paper.language)


def _life(newsroom: Newsroom, named: str, issue: str | None, limit: int | None) -> list[Entry]:
    """The life of an article, also of one that is gone.

    Raises:
        Refused: there is none and never was.
    """
    try:
        found = choose_file(newsroom, named, issue, here=Path.cwd(), today=date.today())
        return article_log(newsroom, found.path, limit)
    except Refused as refusal:
        path = path_of(named) or path_of(f"{issue}/{named}")
        entries = article_log(newsroom, path, limit) if path and refusal.code in ("no-article", "no-issue") else []
        if not entries:
            raise
        return entries


def _show_rows(entries: Sequence[Entry], language: str) -> None:
    """For programs: date, name, what it was about, what was done."""
    for entry in entries:
        for change in entry.changes:
            cells = (
                f"{when(entry):%Y-%m-%d %H:%M}",
                who(entry),
                article_ref(change),
                change_words(entry, change, language),
            )
            show("\t".join(printable(cell) for cell in cells))


def _show_life(entries: Sequence[Entry], language: str) -> None:
    newest = entries[0].changes[0]
    show(paint(f"{printable(article_ref(newest))}  {change_name(newest)}", sys.stdout, bold=True))
    for entry in entries:
        lead = f"{when(entry):%Y-%m-%d %H:%M}  {_name(entry, entries)}  "
        _hang(lead, [change_words(entry, change, language) for change in entry.changes])


def _show_days(entries: Sequence[Entry], language: str) -> None:
    day = None
    for entry in entries:
        if when(entry).date() != day:
            day = when(entry).date()
            show(paint(day.isoformat(), sys.stdout, bold=True))
        told = [f"{change_name(change)}  {change_words(entry, change, language)}" for change in entry.changes]
        if entry.more:
            told.append(plural(entry.more, "… and {count} more", "… and {count} more"))
        _hang(f"  {when(entry):%H:%M}  {_name(entry, entries)}  ", told)


def _name(entry: Entry, entries: Sequence[Entry]) -> str:
    """A name, in a column that all names fit into."""
    size = min(_NAME, max(display_width(who(other)) for other in entries))
    name = shorten(who(entry), size)
    return name + " " * (size - display_width(name))


def _hang(lead: str, told: Sequence[str]) -> None:
    """What was told beside its lead, set to the terminal's width."""
    margin = display_width(lead)
    for text in told:
        for line in wrap(printable(text), max(min(width(), _WIDEST) - margin, 20)):
            show(lead + line)
            lead = " " * margin
