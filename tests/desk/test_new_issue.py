from collections.abc import Callable

import pytest

from newsroom.desk.new_issue import make_issue, plan_issue
from newsroom.errors import Refused, UsageError
from newsroom.storage.newsroom import Newsroom
from tests.support.desk import ISSUE, Desk, with_issue


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    return Newsroom(newsroom(with_issue()).root)


@pytest.mark.parametrize(
    ("issue_id", "given", "number"),
    [
        ("2022-10-13", None, 10235),
        ("2022-10-12-evening", None, 10235),
        ("2022-10-14", None, 10235),
        ("2022-10-11", None, None),
        ("2022-10-11", 7, 7),
        ("2022-10-13", 7, 7),
        ("2022-10-13", 0, 0),
    ],
)
def test_the_newest_issue_gets_the_next_number(
    room: Newsroom, issue_id: str, given: int | None, number: int | None
) -> None:
    planned = plan_issue(room, issue_id, given)
    assert planned.issue.number == number
    assert (planned.issue.id, planned.path) == (issue_id, f"issues/{issue_id}/issue.yaml")
    assert str(planned.issue.date) == issue_id[:10]
    assert [(page.code, page.section) for page in planned.issue.pages] == [("1", ""), ("2", ""), ("3", ""), ("4", "")]


@pytest.mark.parametrize("plan", ["date: 2022-10-12\n", "number: 十\n", "a: b: c\n"])
def test_behind_an_issue_without_a_number_there_is_none(newsroom: Callable[..., Desk], plan: str) -> None:
    room = Newsroom(newsroom({f"{ISSUE}/issue.yaml": plan}).root)
    assert plan_issue(room, "2022-10-13").issue.number is None


def test_the_first_issue_has_no_number(newsroom: Callable[..., Desk]) -> None:
    planned = plan_issue(Newsroom(newsroom({"issues/pool/articles/a.md": ""}).root), "2022-10-13")
    assert planned.issue.number is None
    assert "number:" in planned.text


def test_an_issue_is_made_in_one_commit(room: Newsroom) -> None:
    desk = Desk(room.root)
    planned = plan_issue(room, "2022-10-13")
    assert desk.is_clean()
    assert make_issue(room, planned) == desk.git("rev-parse", "HEAD").strip()
    assert desk.files_of_last_commit() == ["issues/2022-10-13/issue.yaml"]
    assert desk.git("log", "-1", "--format=%B").strip() == (
        "New issue: 2022-10-13\n\nNewsroom-Action: issue-new\nNewsroom-Issue: 2022-10-13"
    )
    assert room.issue("2022-10-13").number == 10235


@pytest.mark.parametrize("text", ["2022-02-31", "tomorrow", "20221013", "pool", "2022-10-13/x", "", "2022-10-13-晚报"])
def test_what_is_no_date_is_a_mistake_in_the_command(room: Newsroom, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan_issue(room, text)
    assert caught.value.code == "not-a-date"


def test_an_issue_that_is_there_is_refused(room: Newsroom) -> None:
    with pytest.raises(Refused) as caught:
        plan_issue(room, "2022-10-12")
    assert caught.value.code == "issue-exists"


def test_the_papers_own_template_is_used_and_its_faults_are_said(newsroom: Callable[..., Desk]) -> None:
    path = "templates/zh-CN/issue.yaml"
    desk = newsroom({path: "date: {{ date }}\nnumber: {{ number }}\npages:\n  - {page: A01, section: 要闻}\n"})
    assert [page.section for page in plan_issue(Newsroom(desk.root), "2022-10-13").issue.pages] == ["要闻"]
    desk.write(path, "date: {{ date }}\npages:\n  - {page: 头版}\n")
    with pytest.raises(Refused) as caught:
        plan_issue(Newsroom(desk.root), "2022-10-13")
    assert path in caught.value.message
    assert "3" in caught.value.message


def test_a_folder_that_is_no_issue_yet_is_not_overwritten(room: Newsroom) -> None:
    (room.root / "issues/2022-10-13").mkdir()
    with pytest.raises(Refused) as caught:
        plan_issue(room, "2022-10-13")
    assert caught.value.code == "issue-exists"
