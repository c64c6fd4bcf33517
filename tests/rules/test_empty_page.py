import pytest

from tests.rules.harness import found
from tests.support.examples import plan, story

RULE = "empty-page"
PAGES = ('{page: "1", section: 要闻}', '{page: "3", section: 社会}', "{page: 4-5}", '{page: "6", section: 广告}')


def on(page: str, name: str = "a", more: str = "") -> str:
    return story(name, more=f"page: {page}\n{more}" if page else more)


def test_an_empty_page_stands_at_its_line_in_the_plan() -> None:
    [finding] = found(plan(*PAGES) + on("1") + on("3", "b"), RULE)

    assert (finding.path, finding.line, finding.column) == ("issues/2022-10-12/issue.yaml", 5, 5)
    assert finding.message == "there is no copy for page 4-5"
    assert "--set page=4-5" in finding.help
    assert (finding.field, finding.severity) == ("pages[2]", "warning")


@pytest.mark.parametrize("page", ["4", "5", "4-5", "04"])
def test_copy_on_a_part_of_a_spread_is_copy_on_it(page: str) -> None:
    assert not found(plan(*PAGES) + on("1") + on("3", "b") + on(page, "c"), RULE)


def test_a_page_is_the_same_however_its_number_is_written() -> None:
    assert not found(plan("{page: A01}", "{page: A3}") + on("A1") + on("A03", "b"), RULE)


def test_copy_without_a_page_may_still_go_there() -> None:
    assert not found(plan(*PAGES) + on("1") + on("3", "b") + on("", "c"), RULE)


def test_an_issue_that_nobody_has_begun_or_only_just_is_left_alone() -> None:
    assert not found(plan(*PAGES), RULE)
    assert not found(plan(*PAGES) + on("1"), RULE)


def test_killed_copy_fills_no_page() -> None:
    assert len(found(plan(*PAGES[:2]) + on("1") + on("3", "b", "status: killed\n"), RULE)) == 1


def test_in_a_draft_nothing_is_said() -> None:
    assert not found(plan(*PAGES[:2]) + on("1"), RULE, stage="draft")
