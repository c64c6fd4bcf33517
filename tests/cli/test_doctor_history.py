"""doctor and a history that is long."""

import subprocess
from collections.abc import Callable

import pytest

from tests.support.desk import Desk, Result, with_issue

Run = Callable[..., Result]


def grown(desk: Desk, commits: int) -> None:
    """Have a history of that many commits more."""
    made = (
        f"commit refs/heads/main\ncommitter x <x@example.com> {1666000000 + number} +0000\ndata 1\nx\n"
        f"M 644 inline notes.txt\ndata {len(str(number))}\n{number}\n"
        for number in range(commits)
    )
    lines = [f"reset refs/heads/main\nfrom {desk.git('rev-parse', 'HEAD')}", *made]
    script = "\n".join(lines).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=desk.root, input=script, check=True)
    desk.git("reset", "-q", "--hard")


def check(run: Run, *arguments: str) -> dict[str, object] | None:
    return next(
        (check for check in run("doctor", "--json", *arguments).json["checks"] if check["name"] == "history"), None
    )


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def test_a_long_history_is_noted_and_git_is_made_to_know_its_paths(desk: Desk, run: Run) -> None:
    grown(desk, 1000)

    noted = check(run)
    assert noted and noted["state"] == "note"
    mended = check(run, "--fix")

    assert mended and mended["fixed"]
    assert check(run) is None
    assert run("log", "2022-10-12/sowing").code == 0
    assert desk.is_clean()


def test_a_short_one_is_not(desk: Desk, run: Run) -> None:
    grown(desk, 20)

    assert check(run) is None
