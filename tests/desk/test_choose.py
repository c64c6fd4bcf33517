import os
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newsroom.desk.choose import choose_article, choose_file, choose_issue, issue_of, readable
from newsroom.errors import Refused
from newsroom.model.article import Unreadable
from newsroom.storage.newsroom import Newsroom
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

TODAY = date(2022, 10, 12)


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    names = ("2022-10-10", "2022-10-12", "2022-10-12-evening", "2022-10-14", "pool")
    return Newsroom(newsroom({f"issues/{name}/articles/{name}.md": ARTICLE for name in names}).root)


def chosen(room: Newsroom, named: str | None = None, here: str = "", today: date = TODAY) -> tuple[str, str]:
    found = choose_issue(room, named, here=room.root / here, today=today)
    return found.issue_id, found.why


def test_a_named_issue_wins_over_the_folder_and_the_variable(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_ISSUE", "2022-10-14")
    assert chosen(room, "2022-10-10", "issues/2022-10-12") == ("2022-10-10", "")


@pytest.mark.parametrize("here", ["issues/2022-10-10", "issues/2022-10-10/articles"])
def test_the_folder_wins_over_the_variable(room: Newsroom, monkeypatch: pytest.MonkeyPatch, here: str) -> None:
    monkeypatch.setenv("NEWSROOM_ISSUE", "2022-10-14")
    assert chosen(room, here=here) == ("2022-10-10", "Issue 2022-10-10, where you are.")


def test_the_variable_wins_over_the_date(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_ISSUE", "pool")
    assert chosen(room) == ("pool", "The pool, from NEWSROOM_ISSUE.")


@pytest.mark.parametrize("here", ["", "issues"])
@pytest.mark.parametrize(
    ("today", "issue", "why"),
    [
        (date(2022, 10, 1), "2022-10-10", "Issue 2022-10-10, the next one."),
        (date(2022, 10, 11), "2022-10-12", "Issue 2022-10-12, the next one."),
        (date(2022, 10, 12), "2022-10-12", "Issue 2022-10-12, the next one."),
        (date(2022, 10, 13), "2022-10-14", "Issue 2022-10-14, the next one."),
        (date(2022, 10, 15), "2022-10-14", "Issue 2022-10-14, the newest."),
    ],
)
def test_the_next_issue_from_today_is_taken_else_the_newest(
    room: Newsroom, today: date, issue: str, why: str, here: str
) -> None:
    assert chosen(room, here=here, today=today) == (issue, why)


def test_an_issue_that_is_published_is_passed_over(room: Newsroom) -> None:
    (room.folder("2022-10-12") / "issue.yaml").write_text("status: published\n")
    assert chosen(room)[0] == "2022-10-12-evening"
    for name in ("2022-10-12-evening", "2022-10-14"):
        (room.folder(name) / "issue.yaml").write_text("status: published\n")
    assert chosen(room) == ("2022-10-14", "Issue 2022-10-14, the newest.")


def test_an_issue_whose_plan_can_not_be_read_is_taken_all_the_same(room: Newsroom) -> None:
    (room.folder("2022-10-12") / "issue.yaml").write_text("a: b: c\n")
    assert chosen(room)[0] == "2022-10-12"


@pytest.mark.parametrize("named", ["2022-10-11", "today", "..", "2022-02-31"])
def test_an_issue_that_is_not_there_is_refused(room: Newsroom, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    with pytest.raises(Refused) as caught:
        chosen(room, named)
    assert caught.value.code == "no-issue"
    monkeypatch.setenv("NEWSROOM_ISSUE", named)
    with pytest.raises(Refused):
        chosen(room)


def test_a_newsroom_without_issues_says_how_to_make_one(newsroom: Callable[..., Desk]) -> None:
    with pytest.raises(Refused) as caught:
        chosen(Newsroom(newsroom({"issues/pool/articles/a.md": ARTICLE}).root))
    assert caught.value.code == "no-issue-yet"
    assert caught.value.help == "Make one: newsroom issue new 2022-10-12"


@pytest.mark.parametrize(
    ("path", "issue"),
    [
        ("issues/2022-10-12", "2022-10-12"),
        ("issues/pool/x", "pool"),
        ("issues", None),
        ("issues/x", None),
        ("..", None),
    ],
)
def test_a_path_lies_in_an_issue_or_in_none(room: Newsroom, path: str, issue: str | None) -> None:
    assert issue_of(room, room.root / path) == issue


@pytest.mark.parametrize(
    ("named", "issue", "here"),
    [
        ("sowing", None, ""),
        ("sowing.md", None, ""),
        ("sowing", "2022-10-12", ""),
        ("2022-10-12/sowing", None, ""),
        (f"{ISSUE}/articles/sowing.md", None, ""),
        ("articles/sowing.md", None, ISSUE),
        ("sowing.md", None, f"{ISSUE}/articles"),
        ("../articles/sowing.md", None, f"{ISSUE}/photos"),
    ],
)
def test_an_article_is_named_by_slug_issue_and_slug_or_path(
    newsroom: Callable[..., Desk], named: str, issue: str | None, here: str
) -> None:
    room = Newsroom(newsroom(with_issue()).root)
    assert choose_article(room, named, issue, here=room.root / here, today=TODAY).path == f"{ISSUE}/articles/sowing.md"


def test_a_slug_is_found_however_its_letters_are_composed(newsroom: Callable[..., Desk]) -> None:
    room = Newsroom(newsroom(with_issue(**{f"{ISSUE}/articles/café.md": ARTICLE})).root)
    named = unicodedata.normalize("NFD", "café")
    assert choose_article(room, named, None, here=room.root, today=TODAY).id == "café"


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("none", "no-article"),
        ("2022-10-12/none", "no-article"),
        ("2022-10-13/sowing", "no-issue"),
        ("newsroom.md", "not-an-article"),
        ("../outside.md", "not-an-article"),
        ("bad", "unreadable-article"),
        ("link", "unreadable-article"),
        ("", "no-article"),
    ],
)
def test_what_is_no_article_is_refused(newsroom: Callable[..., Desk], tmp_path: Path, named: str, code: str) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": "no front matter\n", "newsroom.md": ARTICLE}))
    (tmp_path / "outside.md").write_text(ARTICLE)
    os.symlink("sowing.md", desk.root / ISSUE / "articles/link.md")  # noqa: PTH211
    with pytest.raises(Refused) as caught:
        choose_article(Newsroom(desk.root), named, None, here=desk.root, today=TODAY)
    assert caught.value.code == code
    assert caught.value.help or code == "unreadable-article"


@pytest.mark.parametrize("named", ["bad", f"{ISSUE}/articles/bad.md", "link"])
def test_a_file_that_can_not_be_read_is_found_by_who_mends_it(newsroom: Callable[..., Desk], named: str) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": "no front matter\n"}))
    os.symlink("sowing.md", desk.root / ISSUE / "articles/link.md")  # noqa: PTH211
    found = choose_file(Newsroom(desk.root), named, None, here=desk.root, today=TODAY)
    assert isinstance(found, Unreadable)
    with pytest.raises(Refused) as caught:
        readable(found)
    assert caught.value.code == "unreadable-article"


def test_who_mends_it_is_refused_what_is_not_there(newsroom: Callable[..., Desk]) -> None:
    room = Newsroom(newsroom(with_issue()).root)
    with pytest.raises(Refused) as caught:
        choose_file(room, "none", None, here=room.root, today=TODAY)
    assert caught.value.code == "no-article"
