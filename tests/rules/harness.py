"""A paper with every field that a kind may require, an issue of it, and the rules run on a text."""

import datetime

from newsroom.errors import Malformed
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.paper import Paper
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article
from newsroom.storage.paper_file import read_issue, read_paper
from tests.support.desk import SETTINGS

KIND = "kinds:\n  专访: {require: [headline, section, byline, body, kicker, deck, column, page, photos]}\n"
PLAN = 'date: 2022-10-12\nnumber: 10234\npages:\n  - {page: "1"}\n  - {page: "3", section: 社会}\n'
BARE = Issue("2022-10-12", "issues/2022-10-12", datetime.date(2022, 10, 12), photo_names=frozenset({"sowing.jpg"}))
ISSUE = read_issue(PLAN, BARE)
PATH = "issues/2022-10-12/articles/sowing.md"


def paper(settings: str = "") -> Paper:
    return read_paper(SETTINGS + KIND + settings)


def article(text: str) -> Article | Unreadable:
    try:
        return read_article(text, id="sowing", issue=ISSUE.id, path=PATH, roles=paper().roles)
    except Malformed as fault:
        return Unreadable(PATH, fault.line, fault.column, fault.message, fault.help, text)


def findings(text: str, *, stage: str = "submitted", settings: str = "") -> list[Finding]:
    """What the rules find in an article; in the plan of an issue, where the text has no front matter."""
    if text.startswith(("---", "\ufeff---")):
        return list(judge([article(text.removeprefix("\ufeff"))], ISSUE, paper(settings), stage))
    try:
        read_issue(text, BARE)
    except Malformed as fault:
        plan = Unreadable(
            f"{ISSUE.path}/issue.yaml", fault.line, fault.column, fault.message, fault.help, text, kind="issue"
        )
        return list(judge([plan], BARE, paper(settings), stage))
    return []
