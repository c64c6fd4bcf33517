import pytest

from tests.rules.harness import found
from tests.support.examples import with_photo

RULE = "expired-photo"


@pytest.mark.parametrize(
    ("day", "is_over"),
    [("2022-10-11", True), ("2022-10-12", False), ("2022-10-13", False), ("1991-01-01", True), ("1900-01-01", False)],
)
def test_a_photo_may_be_printed_to_its_last_day(day: str, is_over: bool) -> None:
    assert bool(found(with_photo(f"expires: {day}"), RULE)) == is_over


def test_both_days_are_named() -> None:
    [finding] = found(with_photo("expires: 2022-10-01"), RULE)

    assert finding.message == "harvest.jpg may be printed until 2022-10-01, the issue is of 2022-10-12"
    assert finding.severity == "warning"
