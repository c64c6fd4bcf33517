"""Files of which somebody told git not to look, and folders that are another repository's."""

from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result
from tests.support.working_day import POOL, assert_agreed, committed_files, count, started, story

Run = Callable[..., Result]

SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
FLAGS = pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])


def flagged(desk: Desk) -> list[str]:
    """The files that git does not look at: in lower case, or `S`."""
    return [line for line in desk.git("ls-files", "-v", "-z").split("\0") if line[:1].islower() or line[:1] == "S"]


@FLAGS
def test_an_article_that_git_was_told_not_to_look_at_is_edited_and_not_removed(
    run: Run, tmp_path: Path, flag: str
) -> None:
    desk = started(tmp_path / "paper")
    desk.git("update-index", flag, SOWING)

    with chdir(desk.root):
        edited = run("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻")

    assert edited.code == 0, edited.err
    assert desk.git("show", "--format=", "--name-status", "HEAD") == f"M\t{SOWING}\n"
    assert desk.git("show", f"HEAD:{SOWING}") == desk.read(SOWING)
    assert_agreed(desk, SOWING)


@FLAGS
def test_an_article_that_git_was_told_not_to_look_at_is_moved_whole(run: Run, tmp_path: Path, flag: str) -> None:
    desk = started(tmp_path / "paper")
    desk.git("update-index", flag, SOWING, PHOTO)

    with chdir(desk.root):
        moved = run("article", "move", "2022-10-12/sowing", "--issue", "pool")

    assert moved.code == 0, moved.err
    there = [SOWING.replace(ISSUE, POOL), PHOTO.replace(ISSUE, POOL)]
    assert committed_files(desk) == sorted([SOWING, PHOTO, *there])
    assert desk.git("show", f"HEAD:{there[0]}") == ARTICLE
    assert desk.is_clean()


@FLAGS
def test_what_else_git_was_told_not_to_look_at_stays_so(run: Run, tmp_path: Path, flag: str) -> None:
    """A setting of one's own, say, that is never to be committed."""
    desk = started(tmp_path / "paper")
    desk.git("update-index", flag, "newsroom.yaml", SOWING)
    desk.write("newsroom.yaml", desk.read("newsroom.yaml") + "# mine\n")
    desk.write("staged.txt", "somebody else's\n")
    desk.git("add", "staged.txt")
    before = flagged(desk)

    with chdir(desk.root):
        assert run(*story(tmp_path / "drawer")).code == 0

    assert flagged(desk) == before
    assert "# mine" in desk.read("newsroom.yaml")
    assert "# mine" not in desk.git("show", "HEAD:newsroom.yaml")
    assert desk.git("status", "--porcelain") == "A  staged.txt\n"


def test_an_issue_that_is_a_submodule_takes_no_article(run: Run, tmp_path: Path) -> None:
    """It is another repository's; this one could only point at it."""
    desk, other = started(tmp_path / "paper"), started(tmp_path / "other")
    desk.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.root), "issues/2022-10-13")
    desk.git("commit", "-qm", "submodule")
    before, commits = snapshot(desk), count(desk)

    filed = run("-C", desk.root, *story(tmp_path / "drawer", "--issue", "2022-10-13"))

    assert filed.code == REFUSED
    assert snapshot(desk) == before
    assert count(desk) == commits
    assert Desk(desk.root / "issues/2022-10-13").is_clean()
