"""A sparse checkout: what lies outside of it is neither lost nor overwritten, what lies in it works as ever."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, error, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result
from tests.support.working_day import NAME, POOL, count, started, status, story, work_a_day

Run = Callable[..., Result]

ELSEWHERE = "issues/2021-01-01"
WAYS = pytest.mark.parametrize(
    "flags",
    [("--cone", "--no-sparse-index"), ("--cone", "--sparse-index"), ("--no-cone", "--no-sparse-index")],
    ids=["cone", "sparse-index", "patterns"],
)


def sparse(folder: Path, flags: tuple[str, ...], *inside: str) -> Desk:
    """A newsroom with an old issue and copy in the pool, of which only the folders `inside` are checked out."""
    desk = started(folder)
    for path in (f"{ELSEWHERE}/articles/旧闻.md", f"{POOL}/articles/{NAME}.md"):
        desk.write(path, ARTICLE)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "more")
    patterns = inside if "--cone" in flags else ["/*", "!/issues/*", *(f"/{path}/" for path in inside)]
    desk.git("sparse-checkout", "set", *flags, *patterns)
    assert not (desk.root / ELSEWHERE).exists()
    assert desk.is_clean()
    return desk


def skipped(desk: Desk) -> list[str]:
    """The files that the index leaves out of the work tree."""
    entries = desk.git("-c", "core.quotePath=false", "ls-files", "-t", "-z").split("\0")
    return [entry[2:] for entry in entries if entry.startswith("S ")]


@WAYS
def test_a_day_inside_of_it(run: Run, tmp_path: Path, flags: tuple[str, ...]) -> None:
    desk = sparse(tmp_path / "paper", flags, ISSUE, POOL)
    desk.git("rm", "-q", f"{POOL}/articles/{NAME}.md")
    desk.git("commit", "-qm", "free")
    before = skipped(desk)

    work_a_day(desk, run, tmp_path / "drawer")

    assert skipped(desk) == before == [f"{ELSEWHERE}/articles/旧闻.md"]
    assert desk.git("show", f"HEAD:{ELSEWHERE}/articles/旧闻.md") == ARTICLE


@WAYS
def test_what_is_written_outside_of_it_is_committed_or_refused(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    """The pool is always there for newsroom, and git would rather not write there."""
    desk = sparse(tmp_path / "paper", flags, ISSUE)
    before, commits, left_out = snapshot(desk), count(desk), skipped(desk)

    filed = run("-C", desk.root, *story(tmp_path / "drawer", "--issue", "pool", "--slug", "another"))

    if filed.code == REFUSED:
        assert snapshot(desk) == before
        return
    assert filed.code == 0, filed.err
    assert count(desk) == commits + 1
    assert status(desk) == ""
    assert skipped(desk) == left_out
    assert "走进村屯" in desk.git("show", f"HEAD:{POOL}/articles/another.md")


@WAYS
def test_what_the_checkout_leaves_out_is_not_overwritten(run: Run, tmp_path: Path, flags: tuple[str, ...]) -> None:
    """No file is there, and yet the last commit has it: somebody's words."""
    desk = sparse(tmp_path / "paper", flags, ISSUE)
    before = snapshot(desk)

    assert run("-C", desk.root, *story(tmp_path / "drawer", "--issue", "pool")).code == REFUSED

    assert snapshot(desk) == before
    assert desk.git("show", f"HEAD:{POOL}/articles/{NAME}.md") == ARTICLE


@WAYS
def test_an_issue_that_the_checkout_leaves_out_is_not_made_anew(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    desk = sparse(tmp_path / "paper", flags, POOL)
    before = snapshot(desk)

    assert run("-C", desk.root, "issue", "new", "2022-10-12").code == REFUSED

    assert snapshot(desk) == before


@WAYS
def test_an_issue_that_the_checkout_leaves_out_takes_no_article(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    desk = sparse(tmp_path / "paper", flags, POOL)
    before = snapshot(desk)

    error(run("-C", desk.root, *story(tmp_path / "drawer", "--json")), REFUSED, "no-issue")

    assert snapshot(desk) == before
