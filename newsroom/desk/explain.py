"""What a rule finds in the examples of its own page."""

import datetime
from typing import Literal

from newsroom.errors import Malformed
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue, Page
from newsroom.model.kind import DEFAULT_KINDS, REQUIRABLE, Kind
from newsroom.model.paper import DEFAULT_ROLES, Paper
from newsroom.rules.engine import judge

# The newsroom that the examples are written for; its kind 专访 needs all that a kind can need.
_PAPER = Paper(
    name="临江日报",
    language="zh-CN",
    sections=("要闻", "时政", "经济", "社会", "乡村振兴", "文体", "副刊"),
    roles=tuple(DEFAULT_ROLES["zh-CN"]),
    kinds={**DEFAULT_KINDS, "专访": Kind("专访", frozenset(REQUIRABLE))},
)
_ISSUE = Issue(
    "2022-10-12",
    "issues/2022-10-12",
    datetime.date(2022, 10, 12),
    number=10234,
    pages=(Page("1"), Page("3", "社会")),
    photo_names=frozenset({"sowing.jpg"}),
)


def faults_in(example: str, rule: str) -> list[Finding]:
    """What the rule of that name finds in an example: an article, or the plan of an issue."""
    found = _read(example.removeprefix("\ufeff"))
    return [fault for fault in judge([found], _ISSUE, _PAPER) if fault.rule == rule] if found else []


def _read(example: str) -> Article | Unreadable | None:
    """None is a plan that is right: no rule has anything to say of it."""
    from newsroom.storage.article_file import read_article
    from newsroom.storage.paper_file import read_issue

    is_article = example.startswith("---")
    path = f"{_ISSUE.path}/articles/sowing.md" if is_article else f"{_ISSUE.path}/issue.yaml"
    try:
        if is_article:
            return read_article(example, id="sowing", issue=_ISSUE.id, path=path, roles=_PAPER.roles)
        read_issue(example, _ISSUE)
    except Malformed as fault:
        kind: Literal["article", "issue"] = "article" if is_article else "issue"
        return Unreadable(path, fault.line, fault.column, fault.message, fault.help, example, kind=kind)
    return None
