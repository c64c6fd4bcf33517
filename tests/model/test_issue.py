import datetime

import pytest

from newsroom.model.issue import Issue, Page, is_page_code, issue_date


@pytest.mark.parametrize("issue_id", ["2022-10-12", "2022-10-12-evening", "2022-10-12-2", "2022-10-12-a-b"])
def test_an_issue_id_begins_with_its_date(issue_id: str) -> None:
    assert issue_date(issue_id) == datetime.date(2022, 10, 12)


@pytest.mark.parametrize(
    "text",
    [
        "pool", "", "2022-02-31", "2022-13-01", "20221012", "2022-10-12-", "2022-10-12-Evening", "2022-10-12-晚报",
        "2022-10-12/..", "2022-10-12\n", " 2022-10-12", "２０２２-10-12", "0000-01-01", "2022-10-12-" + "a" * 41,
    ],
)  # fmt: skip
def test_this_is_no_issue_id_with_a_date(text: str) -> None:
    assert issue_date(text) is None


@pytest.mark.parametrize("code", ["1", "3", "03", "A01", "4-5", "A1-A2", "AB123", "100"])
def test_this_is_a_page_code(code: str) -> None:
    assert is_page_code(code)


@pytest.mark.parametrize("code", ["", "头版", "3 ", "a1", "1234", "３", "4–5", "4-", "-4", "A", "3\n", "1-2-3", "ABC1"])
def test_this_is_no_page_code(code: str) -> None:
    assert not is_page_code(code)


def test_a_page_is_found_by_its_code() -> None:
    issue = Issue("2022-10-12", "issues/2022-10-12", pages=(Page("1"), Page("3", "社会", "姓名")))
    assert issue.page("3") == Page("3", "社会", "姓名")
    assert issue.page("03") is None


def test_the_json_of_an_issue_has_its_pages() -> None:
    issue = Issue("2022-10-12", "issues/2022-10-12", datetime.date(2022, 10, 12), 10234, (Page("3", "社会"),))
    assert list(issue.as_json().items()) == [
        ("id", "2022-10-12"),
        ("path", "issues/2022-10-12"),
        ("date", "2022-10-12"),
        ("number", 10234),
        ("pages", [{"page": "3", "section": "社会", "editor": ""}]),
    ]


def test_the_pool_is_an_issue_without_a_date() -> None:
    pool = Issue("pool", "issues/pool")
    assert pool.is_pool
    assert pool.as_json()["date"] is None
    assert not Issue("2022-10-12", "issues/2022-10-12").is_pool
