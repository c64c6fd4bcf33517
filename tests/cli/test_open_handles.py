"""Nothing is left open when a command has ended: no file, no process, not even a dead one that nobody has buried."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.storage.change import FileChange, commit_files
from tests.support.desk import ISSUE, Desk, Result, run_process
from tests.support.working_day import started, steps

Run = Callable[..., Result]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc")

COMMANDS = (
    ("status",), ("issue", "list"), ("issue", "show"), ("issue", "new", "2022-10-13"), ("article", "list"),
    ("article", "show", "sowing"), ("article", "edit", "sowing", "--set", "deck=a"), ("log",), ("log", "sowing"),
    ("validate",), ("doctor",), ("article", "show", "nowhere"), ("article", "move", "sowing", "--issue", "pool"),
)  # fmt: skip


def handles() -> dict[str, str]:
    """What this process has open, but for the folder that is being read to find out."""
    found = {}
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found[entry.name] = str(entry.readlink())
        except OSError:
            continue
    return {number: name for number, name in found.items() if not name.startswith(f"/proc/{os.getpid()}/fd")}


def children() -> list[str]:
    return [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path / "paper")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_leaves_nothing_open(desk: Desk, run: Run, arguments: tuple[str, ...]) -> None:
    gc.collect()
    with chdir(desk.root):
        before = handles(), children()
        run(*arguments)
        assert (handles(), children()) == before


def test_a_day_leaves_nothing_open(desk: Desk, run: Run, tmp_path: Path) -> None:
    gc.collect()
    with chdir(desk.root):
        before = handles(), children()
        for step in steps(tmp_path / "drawer"):
            assert run(*step.arguments).code == 0
            assert (handles(), children()) == before


@pytest.mark.parametrize("ends", ["done", "hook", "busy", "exists"])
def test_a_change_leaves_nothing_open_however_it_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch, ends: str) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0")
    path = f"{ISSUE}/articles/{'sowing' if ends == 'exists' else 'mine'}.md"
    if ends == "hook":
        desk.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n").chmod(0o755)
    if ends == "busy":
        desk.write(".git/index.lock", "")
    gc.collect()
    before = handles(), children()

    try:
        commit_files(desk.root, [FileChange(path, b"mine\n")], "Add article: mine", {})
        code = "done"
    except Refused as refusal:
        code = refusal.code

    assert code.startswith(ends)
    assert (handles(), children()) == before


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_python_finds_nothing_that_was_left_open(desk: Desk, arguments: tuple[str, ...]) -> None:
    done = run_process(*arguments, cwd=desk.root, PYTHONDEVMODE="1", PYTHONWARNINGS="always::ResourceWarning")

    assert "ResourceWarning" not in done.err
    assert "subprocess" not in done.err
