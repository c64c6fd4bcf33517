from collections.abc import Callable
from contextlib import suppress

import pytest

from newsroom.errors import NewsroomError, Refused
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Report
from newsroom.model.issue import Issue
from newsroom.model.paper import Paper
from newsroom.reports.text import as_text
from newsroom.rules.engine import judge
from newsroom.storage.article_file import set_field
from newsroom.storage.newsroom import Newsroom, open_newsroom
from tests.storage.hostile import FRONT
from tests.storage.mutations import mutations
from tests.support.desk import ARTICLE, ISSUE, PLAN, SETTINGS, Desk, with_issue

NAME = "sowing.md"
RULES = """\
kinds:
  story: {require: [deck]}
  专访: {require: [kicker]}
rules:
  missing-caption: {severity: warning}
"""


def plain(text: str, kind: str) -> str:
    return text


def check(room: Newsroom, issue: Issue, file: Article | Unreadable) -> None:
    """What holds for whatever was read."""
    lines = file.text.split("\n")
    findings = list(judge([file], issue, room.paper))
    assert "\x1b" not in "".join(as_text(Report(1, findings), width=80, paint=plain))
    for finding in findings:
        assert finding.line >= 1
        if not file.text:  # not even text
            continue
        assert finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
    if isinstance(file, Unreadable):
        assert file.cause
        assert len(findings) == 1
    else:
        for place in file.places.values():
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize("article", [ARTICLE, f"---\n{FRONT}---\n正文。\n"], ids=["plain", "every shape"])
@pytest.mark.parametrize("seed", range(4))
def test_an_article_is_read_or_unreadable_whatever_is_in_it(
    newsroom: Callable[..., Desk], article: str, seed: int
) -> None:
    room = Newsroom(newsroom(with_issue()).root)
    issue = room.issue("2022-10-12")
    for content in mutations(article.encode(), 60, seed):
        (room.folder("2022-10-12") / "articles" / NAME).write_bytes(content)
        check(room, issue, room.article_at("2022-10-12", NAME))


@pytest.mark.parametrize("seed", range(2))
def test_a_field_is_set_or_refused_in_whatever_can_be_read(newsroom: Callable[..., Desk], seed: int) -> None:
    room = Newsroom(newsroom(with_issue()).root)
    for content in mutations(ARTICLE.encode(), 60, seed):
        (room.folder("2022-10-12") / "articles" / NAME).write_bytes(content)
        article = room.article_at("2022-10-12", NAME)
        if isinstance(article, Article):
            for name in ("headline", "photos[0].caption"):
                with suppress(NewsroomError):
                    assert set_field(article.text, name, "新的: '值'?")


@pytest.mark.parametrize("seed", range(2))
def test_settings_are_read_or_refused(newsroom: Callable[..., Desk], seed: int) -> None:
    desk = newsroom(with_issue())
    for content in mutations((SETTINGS + RULES).encode(), 75, seed):
        desk.write("newsroom.yaml", content)
        try:
            assert isinstance(open_newsroom(desk.root).paper, Paper)
        except Refused as refusal:
            assert refusal.code in ("malformed-newsroom", "not-a-file")


@pytest.mark.parametrize("seed", range(2))
def test_a_plan_is_read_or_a_fault(newsroom: Callable[..., Desk], seed: int) -> None:
    desk = newsroom(with_issue())
    room = Newsroom(desk.root)
    for content in mutations(PLAN.encode(), 75, seed):
        desk.write(f"{ISSUE}/issue.yaml", content)
        issue, fault = room.issue_and_fault("2022-10-12")
        assert issue.id == "2022-10-12"
        if fault:
            check(room, issue, fault)
