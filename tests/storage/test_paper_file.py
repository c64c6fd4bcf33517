import datetime

import pytest

from newsroom.errors import Malformed
from newsroom.model.issue import Issue, Page
from newsroom.model.kind import DEFAULT_KINDS
from newsroom.storage.paper_file import read_issue, read_paper
from tests.support.desk import PLAN, SETTINGS

BARE = Issue("2022-10-12", "issues/2022-10-12", datetime.date(2022, 10, 12), photo_names=frozenset({"a.jpg"}))


def test_a_paper_is_read() -> None:
    paper = read_paper(SETTINGS)
    assert (paper.name, paper.language) == ("临江日报", "zh-CN")
    assert paper.sections == ("要闻", "时政", "经济", "社会", "乡村振兴", "文体", "副刊")
    assert paper.roles == ("记者", "通讯员", "实习记者", "特约记者", "摄影", "供图")
    assert paper.kinds == DEFAULT_KINDS
    assert paper.rules == {}


def test_an_empty_paper_is_an_english_one() -> None:
    paper = read_paper("")
    assert (paper.name, paper.language, paper.sections) == ("", "en", ())
    assert paper.roles == ("Correspondent", "Staff Writer", "Contributor", "Photographer")


def test_a_chinese_paper_has_chinese_roles() -> None:
    assert read_paper("language: zh-CN\nroles:\n").roles[:2] == ("记者", "通讯员")


def test_names_that_other_programs_take_for_numbers_are_text() -> None:
    paper = read_paper("name: 750\nsections: [no, 1]\n")
    assert (paper.name, paper.sections) == ("750", ("no", "1"))


def test_a_kind_adds_to_what_it_needs_by_default() -> None:
    kinds = read_paper("kinds:\n  story: {require: [deck]}\n  专访: {require: [kicker, photos]}\n  brief:\n").kinds
    assert kinds["story"].needs == DEFAULT_KINDS["story"].needs | {"deck"}
    assert kinds["story"].source_for_byline
    assert kinds["专访"].needs == {"kicker", "photos"}
    assert kinds["brief"] == DEFAULT_KINDS["brief"]


def test_rules_are_set_with_their_line_and_options() -> None:
    rules = read_paper("rules:\n  a: off\n  b: {severity: warning, max: 24}\n  c: {max: 3}\n  d:\n").rules
    assert {name: (rule.severity, dict(rule.options)) for name, rule in rules.items()} == {
        "a": ("off", {}), "b": ("warning", {"max": "24"}), "c": (None, {"max": "3"}), "d": (None, {}),
    }  # fmt: skip
    assert rules["a"].line == 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name: a\nlanguage: xx\n", 2, 11),
        ("name: [a]\n", 1, 7),
        ("name: {a: b}\n", 1, 7),
        ("sections: 要闻\n", 1, 11),
        ("sections: {a: b}\n", 1, 11),
        ("sections: [要闻, [a]]\n", 1, 11),
        ("sections: [要闻, '']\n", 1, 11),
        ("roles: a\n", 1, 8),
        ("kinds: a\n", 1, 8),
        ("kinds: [a]\n", 1, 8),
        ("kinds:\n  story: a\n", 2, 10),
        ("kinds:\n  story: {require: deck}\n", 2, 20),
        ("kinds:\n  story: {require: [decks]}\n", 2, 20),
        ("rules: a\n", 1, 8),
        ("rules:\n  a: loud\n", 2, 6),
        ("rules:\n  a: [off]\n", 2, 6),
        ("rules:\n  a: {severity: loud}\n", 2, 17),
        ("rules:\n  a: {severity: [off]}\n", 2, 17),
        ("- a\n", 1, 1),
        ("name: a\nname: b\n", 2, 1),
    ],
)
def test_a_fault_in_the_settings_is_said_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        read_paper(text)
    fault = caught.value
    assert fault.line == line
    assert fault.column in (column, column + 5)  # a list, or the item in it


def test_an_issue_is_read() -> None:
    issue = read_issue(PLAN, BARE)
    assert (issue.id, issue.path, issue.number) == ("2022-10-12", "issues/2022-10-12", 10234)
    assert issue.date == datetime.date(2022, 10, 12)
    assert issue.pages == (Page("1"), Page("3", "社会"))
    assert issue.photo_names == {"a.jpg"}
    assert not issue.published


def test_an_issue_without_a_plan_is_what_its_folder_tells() -> None:
    assert read_issue("", BARE) == BARE


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("pages: [1, A01, 4-5]\n", (Page("1"), Page("A01"), Page("4-5"))),
        ("pages:\n  - {page: 3, section: 社会, editor: 姓名}\n", (Page("3", "社会", "姓名"),)),
        ("pages:\n", ()),
        ("pages: []\n", ()),
    ],
)
def test_pages_are_codes_or_have_their_section(text: str, pages: tuple[Page, ...]) -> None:
    assert read_issue(text, BARE).pages == pages


def test_an_issue_that_is_published_says_so() -> None:
    assert read_issue("status: published\n", BARE).published


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("date: 2022-02-31\n", 1, 7),
        ("date: 昨天\n", 1, 7),
        ("number: 十\n", 1, 9),
        ("number: -1\n", 1, 9),
        ("number: 1.5\n", 1, 9),
        ("number: １\n", 1, 9),
        ("date: 2022-10-12\npages:\n  - {page: 头版}\n", 3, 5),
        ("pages:\n  - {section: 社会}\n", 2, 5),
        ("pages:\n  - [1]\n", 2, 5),
        ("pages: 1\n", 1, 8),
        ("pages:\n  - {page: [1]}\n", 2, 12),
        ("date: [2022-10-12]\n", 1, 7),
    ],
)
def test_a_fault_in_the_plan_is_said_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        read_issue(text, BARE)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.help


@pytest.mark.parametrize("number", ["9" * 5000, "0" * 5000])
def test_a_number_of_thousands_of_digits_is_refused(number: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_issue(f"number: {number}\n", BARE)
    assert caught.value.line == 1


def test_a_page_may_have_a_planned_length() -> None:
    issue = read_issue("pages:\n  - {page: '1', section: 要闻, length: 4800}\n  - '2'\n", BARE)
    assert [page.length for page in issue.pages] == [4800, None]


@pytest.mark.parametrize("length", ["long", "-1", "4800字", "٣", "9" * 12])
def test_a_planned_length_that_is_no_number_is_refused_with_its_line(length: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_issue(f"pages:\n  - {{page: '1', length: {length}}}\n", BARE)
    assert caught.value.line == 2
    assert caught.value.message == f"length {length} is not a number"
