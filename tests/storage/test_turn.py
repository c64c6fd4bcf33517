"""Whose turn it is: one newsroom, then the next; and no git beside it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.locale.notices import listen
from newsroom.storage.turn import git_lock, hold_git, holder, is_free, is_git_held, let_git_go, turn

HOLDS = "import sys, pathlib; from newsroom.storage.turn import turn, hold_git\np = pathlib.Path(sys.argv[1])\n"
UNTIL_TOLD = HOLDS + "with turn(p):\n hold_git(p); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / ".git/newsroom"


@pytest.fixture
def told() -> Iterator[list[str]]:
    messages: list[str] = []
    listen(messages.append)
    yield messages
    listen(None)


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process whose turn it is."""
    command = [sys.executable, "-c", UNTIL_TOLD, str(folder)]
    environment = {**os.environ, "LOGNAME": "林小满", "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout and process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_who_is_at_work_is_named_with_the_process_and_since_when(
    folder: Path, other: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0")

    with pytest.raises(Refused) as caught, turn(folder):
        pass

    assert caught.value.code == "busy"
    assert caught.value.message.startswith(f"林小满 is writing in this newsroom (process {other.pid}, for ")
    assert not is_free(folder)
    now = holder(folder)
    assert now and (now.process, now.person) == (other.pid, "林小满")


def test_the_wait_is_told_once_and_ends_when_the_other_one_does(
    folder: Path, other: subprocess.Popen[bytes], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "60")
    assert other.stdin
    ending = threading.Timer(1.5, other.stdin.close)
    ending.start()

    with turn(folder):
        assert is_git_held(folder), "what the other one left is there to be seen"
        hold_git(folder)
        let_git_go(folder)

    assert len(told) == 1
    assert told[0].endswith("Waiting, 60 seconds at most.")
    ending.join()


def test_a_killed_one_holds_nothing(folder: Path, other: subprocess.Popen[bytes]) -> None:
    other.kill()
    other.wait()

    with turn(folder):
        hold_git(folder)
        now = holder(folder)
        assert now and now.process == os.getpid()
        let_git_go(folder)

    assert not git_lock(folder).exists()


def test_a_strangers_lock_is_neither_taken_over_nor_let_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0")
    git_lock(folder).write_bytes(b"DIRC")

    with pytest.raises(Refused) as caught, turn(folder):
        hold_git(folder)
    let_git_go(folder)

    assert caught.value.code == "busy"
    assert str(git_lock(folder)) in caught.value.message
    assert git_lock(folder).read_bytes() == b"DIRC"


def test_a_strangers_lock_is_waited_for(folder: Path) -> None:
    git_lock(folder).write_bytes(b"")
    gone = threading.Timer(0.3, git_lock(folder).unlink)
    gone.start()

    with turn(folder):
        hold_git(folder)
        assert is_git_held(folder)
        let_git_go(folder)

    gone.join()


def test_where_there_are_no_hard_links_git_is_held_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setenv("NEWSROOM_WAIT", "0")

    with turn(folder):
        hold_git(folder)
        assert is_git_held(folder)
        let_git_go(folder)
        git_lock(folder).write_bytes(b"")
        with pytest.raises(Refused):
            hold_git(folder)


@pytest.mark.parametrize("wait", ["-1", "nan", "inf", "soon", ""])
def test_a_wait_that_is_none_is_the_usual_one(folder: Path, wait: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", wait)
    git_lock(folder).write_bytes(b"")
    gone = threading.Timer(0.2, git_lock(folder).unlink)
    gone.start()
    start = time.monotonic()

    with turn(folder):
        hold_git(folder)
        let_git_go(folder)

    assert time.monotonic() - start >= 0.1
    gone.join()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_refused(folder: Path) -> None:
    folder.parent.chmod(0o555)
    try:
        with pytest.raises(Refused) as caught, turn(folder):
            pass
    finally:
        folder.parent.chmod(0o755)
    assert caught.value.code == "read-only-repository"
