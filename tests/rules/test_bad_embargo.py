import pytest

from newsroom.locale import speak
from newsroom.model.issue import POOL, Issue
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article
from tests.rules.harness import found, paper


def said(embargo: str) -> list[str]:
    return [one.message for one in found(f"---\nembargo: {embargo}\n---\n", "bad-embargo")]


@pytest.mark.parametrize(
    "embargo",
    [
        "",
        "2022-10-12",
        "2022-10-11 23:59",
        "2022-10-12T06:00",
        "2022-10-12T06:00:00+08:00",
        "2022-10-12T06:00Z",
        "2022/10/12 18：30",
        "2022.10.12",
        "2022年10月12日",
        "2022年10月12日18时",
        "2022年10月12日上午8时30分",
        "until 2022-10-12 6 p.m.",
        "2022-10-12 24:00",
        "2022-10-01 至 2022-10-12",
        "2021-1-2",
        "2022年10月12日零时",
    ],
)
def test_an_embargo_that_ends_by_the_day_of_the_issue_is_kept(embargo: str) -> None:
    assert said(embargo) == []


@pytest.mark.parametrize(
    "embargo", ["2022-10-13", "2022-10-13 00:00", "2022年10月13日0时", "2023-01-01", "2022-10-01 至 2022-10-13"]
)
def test_one_that_ends_later_is_broken_by_the_issue(embargo: str) -> None:
    (message,) = said(embargo)

    assert message.endswith(", the paper comes out on 2022-10-12")


@pytest.mark.parametrize(
    "embargo",
    [
        "yes",
        "等通知",
        "10月12日18时",
        "2022-13-01",
        "2022-02-30",
        "2022-10-12 25:00",
        "2022-10-12 18:75",
        "22-10-12",
        "2022-10",
        "20221012",
        "2022-10-123",
        "2022-10-12 " * 100_000,
    ],
)
def test_what_names_no_day_with_its_year_can_not_be_read(embargo: str) -> None:
    (message,) = said(embargo)

    assert message.endswith("is no day that can be read")


def test_the_finding_stands_at_the_embargo() -> None:
    speak("zh-CN")
    (one,) = found("---\nheadline: 秋播\nembargo: 2022-10-13 06:00\n---\n", "bad-embargo")

    assert (one.field, one.line, one.column, one.length, one.severity) == ("embargo", 3, 10, 16, "error")
    assert one.message == "禁发到 2022-10-13，本期 2022-10-12 见报"


def test_in_the_pool_it_has_only_to_be_a_day() -> None:
    def in_pool(embargo: str) -> list[str]:
        text = f"---\nheadline: 秋播\nsection: 社会\nbyline: 通讯员 姓名\nembargo: {embargo}\n---\n全市秋播进入尾声。\n"
        article = read_article(text, id="a", issue=POOL, path="issues/pool/articles/a.md", roles=paper().roles)
        return [one.rule for one in judge([article], Issue(POOL, "issues/pool"), paper())]

    assert in_pool("2099-10-12") == []
    assert in_pool("等通知") == ["bad-embargo"]
