import pytest

from tests.rules.harness import found
from tests.support.examples import plan

RULE = "wrong-issue-number"


@pytest.mark.parametrize(("number", "is_wrong"), [("10234", False), ("10233", True), ("10235", True), ("1", True)])
def test_the_number_is_that_of_the_issue_before_plus_one(number: str, is_wrong: bool) -> None:
    text = plan(day="2022-10-11", number="10233") + plan(number=number)

    assert bool(found(text, RULE)) == is_wrong


def test_it_is_said_at_the_number_what_it_should_be() -> None:
    [finding] = found(plan(day="2022-10-11", number="10233") + plan(number="10243"), RULE)

    assert finding.message == "the issue has the number 10243; 2022-10-11 before it has 10233"
    assert finding.help == "number: 10234"
    assert (finding.path, finding.line, finding.column) == ("issues/2022-10-12/issue.yaml", 2, 9)
    assert (finding.field, finding.severity) == ("number", "warning")


@pytest.mark.parametrize(
    "text",
    [
        plan(number="10234"),  # the first issue here
        plan(day="2022-10-11") + plan(number="10234"),
        plan(day="2022-10-10", number="1") + plan(day="2022-10-11") + plan(number="10234"),
        plan(day="2022-10-11", number="10233") + plan(),
    ],
)
def test_where_a_number_is_lacking_nothing_is_said(text: str) -> None:
    assert not found(text, RULE)


def test_the_nearest_issue_before_counts() -> None:
    text = plan(day="2022-10-10", number="10232") + plan(day="2022-10-11", number="10233") + plan(number="10234")

    assert not found(text, RULE)
