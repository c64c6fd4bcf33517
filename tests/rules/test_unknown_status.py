import pytest

from newsroom.model.article import STATUSES
from tests.rules.harness import found


@pytest.mark.parametrize(
    ("status", "near"),
    [
        ("Draft", "draft"),
        ("kiled", "killed"),
        ("kill", "killed"),
        ("submited", "submitted"),
        ("撤稿", "killed"),
        ("签发", "approved"),
        ("publish", "published"),
    ],
)
def test_the_status_that_was_meant_is_offered(status: str, near: str) -> None:
    (one,) = found(f"---\nstatus: {status}\n---\n", "unknown-status")

    assert (one.field, one.line, one.column, one.severity) == ("status", 2, 9, "error")
    assert (one.message, one.help) == (f"there is no status {status}", f"write: {near}")


@pytest.mark.parametrize("status", ["ready", "完成", "x" * 3000])
def test_without_a_likely_one_all_are_listed(status: str) -> None:
    (one,) = found(f"---\nstatus: {status}\n---\n", "unknown-status", stage="current")

    assert one.help == "one of: draft, submitted, approved, published, killed"


@pytest.mark.parametrize("status", [*STATUSES, "", "''"])
def test_every_status_is_known_and_none_is_a_draft(status: str) -> None:
    assert found(f"---\nstatus: {status}\n---\n", "unknown-status") == []
