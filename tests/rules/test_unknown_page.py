import pytest

from newsroom.desk.explain import findings_in
from newsroom.locale import speak
from newsroom.model.finding import Finding
from newsroom.model.issue import POOL, Issue
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article
from tests.rules.harness import found, paper


def on(page: str, *plan: str) -> list[Finding]:
    pages = ", ".join(f'"{code}"' for code in plan)
    article = f"---\nheadline: 秋播\nsection: 社会\npage: {page}\n---\n全市秋播进入尾声。\n"
    example = f"==> issue.yaml <==\ndate: 2022-10-12\npages: [{pages}]\n==> articles/a.md <==\n{article}"
    return [one for one in findings_in(example) if one.rule == "unknown-page"]


@pytest.mark.parametrize("page", ["1", "3", "A01", "4-5", "4", "B2-B3", "B3", "7"])
def test_a_page_of_the_plan_is_known_also_as_part_of_a_spread(page: str) -> None:
    assert on(page, "1", "3", "A01", "4-5", "B2-3", "7") == []


@pytest.mark.parametrize("page", ["2-3", "A4-A5", "A4-5"])
def test_a_spread_of_two_pages_of_the_plan_is_known(page: str) -> None:
    assert on(page, "1", "2", "3", "A4", "A5") == []


@pytest.mark.parametrize("page", ["5", "2-4", "A1", "31"])
def test_a_page_that_the_plan_lacks_is_an_error(page: str) -> None:
    (one,) = on(page, "1", "2", "3")

    assert (one.field, one.line, one.column, one.severity) == ("page", 4, 7, "warning")
    assert one.message == f"this issue has no page {page}"
    assert one.help == "one of: 1, 2, 3; or add it to pages in issue.yaml"


@pytest.mark.parametrize(
    ("page", "near"),
    [
        ("A1", "A01"),
        ("a01", "A01"),
        ("Ａ０１", "A01"),
        ("A01版", "A01"),
        ("03", "3"),
        ("第3版", "3"),
        ("第三版", "3"),
        ("三版", "3"),
        ("p. 3", "3"),
        ("Page 3", "3"),
        ("３", "3"),
    ],
)
def test_the_code_that_was_meant_is_offered(page: str, near: str) -> None:
    (one,) = on(page, "1", "3", "A01")

    assert one.help.endswith(f": {near}")


@pytest.mark.parametrize("page", ["头版", "front", "第三十版", "3,4", "'1; 3'", "3" * 200])
def test_what_is_no_code_is_said_to_be_none(page: str) -> None:
    (one,) = on(page, "1", "3")

    assert one.message == f"“{page.strip(chr(39))}” is no page"
    assert one.help == "write its code: 1, 3"


def test_an_issue_that_plans_no_pages_has_any_that_is_a_code() -> None:
    assert on("17") == []
    assert [one.help for one in on("第17版")] == ["write its code: 17"]
    assert [one.help for one in on("头版")] == ["write its code: 3, A01, 4-5"]


def test_copy_in_the_pool_has_no_page_yet() -> None:
    text = "---\nheadline: 秋播\nsection: 社会\nbyline: 通讯员 姓名\npage: 待定\n---\n全市秋播进入尾声。\n"
    article = read_article(text, id="a", issue=POOL, path="issues/pool/articles/a.md", roles=paper().roles)

    assert list(judge([article], Issue(POOL, "issues/pool"), paper())) == []


def test_it_is_said_in_chinese() -> None:
    speak("zh-CN")
    (one,) = found("---\npage: 5\n---\n", "unknown-page")

    assert (one.message, one.help) == ("本期没有第 5 版", "可选：1、3；或加进 issue.yaml 的 `pages`")
