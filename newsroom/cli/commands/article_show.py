"""`newsroom article show`."""

from datetime import date
from pathlib import Path

from newsroom.cli.article_rows import article_json
from newsroom.cli.findings import show_findings
from newsroom.cli.options import Article, InIssue, Json, here
from newsroom.cli.screen import say, show, show_json
from newsroom.desk.choose import choose_article
from newsroom.model.finding import Report
from newsroom.model.text import printable
from newsroom.rules.engine import judge
from newsroom.storage.repository import last_commits


def article_show(article: Article, issue: InIssue = None, json: Json = False) -> None:
    """Show an article as it stands, with what is wrong with it.

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
    show(printable(found.text.rstrip("\n").replace("\r\n", "\n")))
    if findings:
        say("")
        show_findings(Report(1, findings))
