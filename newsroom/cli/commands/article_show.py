"""`newsroom article show`."""

import sys
from datetime import date
from pathlib import Path

from newsroom.cli.article_rows import article_json
from newsroom.cli.findings import show_findings
from newsroom.cli.options import Article, InIssue, Json, here
from newsroom.cli.screen import say, show, show_json
from newsroom.desk.choose import choose_article
from newsroom.model import article as model
from newsroom.model.finding import Report
from newsroom.model.issue import Issue
from newsroom.model.text import printable
from newsroom.rules.engine import judge
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.repository import last_commits

FOR = "reporters"


def article_show(article: Article, issue: InIssue = None, json: Json = False) -> None:
    """Show an article as it stands, with what is wrong with it.

    On a terminal it is set for reading, and the last change is named; else it is the text of the file.

    Examples:
      newsroom article show sowing --issue 2022-10-12
      newsroom article show 2022-10-12/sowing --json
    """
    newsroom = here()
    found = choose_article(newsroom, article, issue, here=Path.cwd(), today=date.today())
    in_issue, _fault = newsroom.issue_and_fault(found.issue)
    findings = list(judge([found], in_issue, newsroom.paper))
    if json:
        commit = last_commits(newsroom.root, [found.path]).get(found.path)
        show_json(article_json(newsroom, in_issue, found, commit, findings))
        return
    say(found.path)
    if sys.stdout.isatty():
        _show_for_reading(newsroom, in_issue, found)
    else:
        show(printable(found.text.rstrip("\n").replace("\r\n", "\n")))
    if findings:
        say("")
        show_findings(Report(1, findings))
    if sys.stdout.isatty():
        _show_last_change(newsroom, found)


def _show_for_reading(newsroom: Newsroom, issue: Issue, article: model.Article) -> None:
    from newsroom.cli.reading import reading_lines

    for line in reading_lines(article, issue, newsroom.folder(article.issue) / "photos", newsroom.paper.language):
        show(line)


def _show_last_change(newsroom: Newsroom, article: model.Article) -> None:
    """Who changed it last, where there is a history."""
    from newsroom.cli.change_words import change_words, when, who
    from newsroom.desk.article_log import article_log
    from newsroom.locale import _
    from newsroom.storage.repository import is_repository

    entries = article_log(newsroom, article.path, 1) if is_repository(newsroom.root) else []
    for entry in entries:
        what = change_words(entry, entry.changes[0], newsroom.paper.language)
        show("")
        show(_("Last change: {date}, {name}: {what}", date=f"{when(entry):%Y-%m-%d %H:%M}", name=who(entry), what=what))
