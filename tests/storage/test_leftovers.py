"""Git's locks that were left: which are old, which hold up whom, and which go when a change is ended."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.storage import leftovers
from newsroom.storage.leftovers import clear_ref_locks, locks
from tests.support.desk import Desk, with_issue

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody can tell whose a lock is")
LOCKS = {
    "index.lock": True, "HEAD.lock": True, "refs/heads/main.lock": True, "reftable/tables.list.lock": True,
    "config.lock": False, "packed-refs.lock": False, "objects/maintenance.lock": False,
}  # fmt: skip
OF_THE_BRANCH = [
    "HEAD.lock", "refs/heads/main.lock", "reftable/tables.list.lock", "packed-refs.lock", "objects/maintenance.lock",
]  # fmt: skip


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


@pytest.fixture
def other(desk: Desk, tmp_path: Path) -> Desk:
    """A work tree of its own, on a branch of its own."""
    desk.git("worktree", "add", "-q", "-b", "evening", str(tmp_path / "evening"))
    return Desk(tmp_path / "evening")


def lock(desk: Desk, name: str, age: float = 0) -> Path:
    path = desk.write(f".git/{name}", "")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@contextmanager
def git_at_work(folder: Path) -> Iterator[None]:
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("HEAD:none\n")
        process.stdin.flush()
        process.stdout.readline()  # it has gone to where it works
        yield
        process.stdin.close()


@pytest.mark.parametrize("name", LOCKS)
def test_every_lock_is_found_and_what_it_holds_up(desk: Desk, name: str) -> None:
    assert locks(desk.root) == []
    path = lock(desk, name)

    (found,) = locks(desk.root)

    assert found.path.samefile(path)
    assert found.stops_commits == LOCKS[name]
    assert (found.is_fresh, found.is_stale) == (True, False)


@only_linux
@pytest.mark.parametrize("name", LOCKS)
def test_an_old_one_is_nobodys_once_no_git_is_at_work(desk: Desk, name: str) -> None:
    lock(desk, name, 7200)

    with git_at_work(desk.root):
        assert [found.is_stale for found in locks(desk.root)] == [False]
    assert [found.is_stale for found in locks(desk.root)] == [True]


@only_linux
def test_a_git_at_work_anywhere_in_the_repository_may_hold_it(desk: Desk, other: Desk) -> None:
    lock(desk, "config.lock", 7200)

    for root, place in ((desk.root, other.root), (other.root, desk.root), (desk.root / "issues", desk.root)):
        with git_at_work(place):
            assert [found.is_stale for found in locks(root)] == [False]
    assert [found.is_stale for found in locks(other.root)] == [True]


def test_where_processes_can_not_be_listed_none_is_stale(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(leftovers, "_PROCESSES", tmp_path / "nowhere")
    lock(desk, "index.lock", 7200)

    assert [found.is_stale for found in locks(desk.root)] == [False]


@only_linux
def test_a_git_of_somebody_else_can_not_hold_a_lock_of_mine(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another user's git stands can not be seen."""

    def readlink(path: Path) -> Path:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "readlink", readlink)
    lock(desk, "index.lock", 7200)

    with git_at_work(desk.root):
        assert [found.is_stale for found in locks(desk.root)] == [True]
        monkeypatch.setattr(os, "geteuid", lambda: 4711)
        assert [found.is_stale for found in locks(desk.root)] == [False]


@only_linux
def test_where_others_processes_are_hidden_their_locks_are_not_stale(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/cwd").symlink_to("/")
    monkeypatch.setattr(leftovers, "_PROCESSES", tmp_path / "proc")
    lock(desk, "index.lock", 7200)

    assert [found.is_stale for found in locks(desk.root)] == [True]
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert [found.is_stale for found in locks(desk.root)] == [False]


def test_in_a_work_tree_of_its_own_only_what_concerns_it(desk: Desk, other: Desk) -> None:
    for name in ("index.lock", "HEAD.lock", "refs/heads/main.lock"):
        lock(desk, name)
    own = [lock(desk, f"worktrees/evening/{name}") for name in ("index.lock", "HEAD.lock")]
    shared = [lock(desk, name) for name in ("refs/heads/evening.lock", "config.lock")]

    assert {found.path for found in locks(other.root)} == {path.resolve() for path in (*own, *shared)}


def test_outside_of_a_repository_there_is_none(tmp_path: Path) -> None:
    assert locks(tmp_path) == []
    clear_ref_locks(tmp_path, 0)


@only_linux
@pytest.mark.parametrize("name", OF_THE_BRANCH)
def test_what_a_killed_git_left_of_a_change_goes_when_it_is_ended(desk: Desk, name: str) -> None:
    path = lock(desk, name, 60)

    clear_ref_locks(desk.root, time.time() - 50)
    assert path.exists(), "it was there before the change"
    clear_ref_locks(desk.root, time.time() - 70)
    assert not path.exists()


def test_locks_of_others_stay(desk: Desk, other: Desk) -> None:
    theirs = [lock(desk, name) for name in ("index.lock", "config.lock", "refs/heads/pool.lock", "HEAD.lock")]

    clear_ref_locks(other.root, 0)

    assert [path for path in theirs if not path.exists()] == []


@only_linux
def test_git_that_tidies_up_is_left_at_it(desk: Desk) -> None:
    path = lock(desk, "objects/maintenance.lock")

    with git_at_work(desk.root):
        clear_ref_locks(desk.root, 0)
        assert path.exists()


def test_where_nobody_can_tell_a_name_is_written_by_then(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(leftovers, "_PROCESSES", tmp_path / "nowhere")
    monkeypatch.setattr(leftovers, "_REF_LOCK", 0)
    path = lock(desk, "HEAD.lock")

    clear_ref_locks(desk.root, 0)

    assert not path.exists()


def test_on_no_branch_there_is_only_head(desk: Desk) -> None:
    desk.git("checkout", "-q", "--detach")
    lock(desk, "HEAD.lock")
    lock(desk, "refs/heads/main.lock")

    assert [found.path.name for found in locks(desk.root)] == ["HEAD.lock"]


def test_a_kept_text_that_was_broken_off_is_left_behind_and_one_that_is_whole_is_not(desk: Desk) -> None:
    half, whole = (
        lock(desk, "newsroom/kept/articles/.a.json.4121", 7200),
        lock(desk, "newsroom/kept/articles/a.json", 7200),
    )
    lock(desk, "newsroom/kept/articles/.a.json.lock", 7200)
    lock(desk, "newsroom/kept/articles/.b.json.4122")

    assert leftovers.left_behind(desk.root) == [half]
    assert whole.exists()
