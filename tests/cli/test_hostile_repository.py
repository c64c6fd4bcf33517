"""What strangers want to be run is not run: `core.fsmonitor`, and the programs of a bare repository among the files."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, snapshot
from tests.support.desk import ISSUE, SETTINGS, Desk, Result, photo_bytes, with_issue
from tests.support.working_day import started, story

Run = Callable[..., Result]

READING = (
    ("status",), ("status", "--json"), ("issue", "list"), ("issue", "show", "2022-10-12"), ("article", "list"),
    ("article", "show", "2022-10-12/sowing"), ("log",), ("log", "2022-10-12/sowing"), ("validate",), ("doctor",),
    ("doctor", "--json"), ("rules",), ("article", "edit", "2022-10-12/sowing", "--set", "deck=a", "--dry-run"),
    ("article", "remove", "2022-10-12/sowing", "--dry-run"),
)  # fmt: skip


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that writes a file, `sprung` beside it, when anything runs it."""
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\necho $PPID >> '{tmp_path}/sprung'\n")
    program.chmod(0o755)
    return program


def sprung(trap: Path) -> bool:
    return trap.with_name("sprung").exists()


def with_fsmonitor(folder: Path, trap: Path) -> Desk:
    """A newsroom whose settings name a program that git runs at every look at the work tree."""
    desk = started(folder)
    desk.git("config", "core.fsmonitor", str(trap))
    desk.git("status")
    assert sprung(trap)
    trap.with_name("sprung").unlink()
    return desk


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_command_that_reads_runs_no_fsmonitor(
    run: Run, tmp_path: Path, trap: Path, arguments: tuple[str, ...]
) -> None:
    desk = with_fsmonitor(tmp_path / "paper", trap)

    with chdir(desk.root):
        assert run(*arguments).code in (0, 1)

    assert not sprung(trap)


def test_a_command_that_writes_runs_no_fsmonitor(run: Run, tmp_path: Path, trap: Path) -> None:
    desk = with_fsmonitor(tmp_path / "paper", trap)
    drawer = tmp_path / "drawer"

    with chdir(desk.root):
        for arguments in (
            story(drawer),
            ("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻"),
            ("photo", "add", "2022-10-12/sowing", str(drawer / "a[1].jpg"), "--caption", "夜。", "--credit", "姓名 摄"),
            ("article", "move", "2022-10-12/sowing", "--issue", "pool"),
            ("article", "remove", "pool/sowing", "--yes"),
            ("issue", "new", "2022-10-13"),
            ("undo", "--yes"),
            ("doctor", "--fix"),
        ):
            assert run(*arguments).code in (0, 1)

    assert not sprung(trap)


def bare_among_the_files(desk: Desk, trap: Path) -> Path:
    """What a stranger may send as plain files: a folder that git takes for a repository, with programs to run."""
    hidden = desk.root / ISSUE / "handout"
    for path, content in {"newsroom.yaml": SETTINGS, **with_issue()}.items():
        Desk(hidden).write(path, content)
    subprocess.run(["git", "init", "-q", "--bare", str(hidden)], check=True)
    bare = Desk(hidden)
    for name, value in {"core.bare": "false", "core.worktree": str(hidden), "core.fsmonitor": str(trap)}.items():
        bare.git("config", name, value)
    for name in ("pre-commit", "commit-msg", "post-commit", "post-index-change", "reference-transaction"):
        shutil.copy(trap, hidden / "hooks" / name)
    bare.git("status")
    assert sprung(trap)
    trap.with_name("sprung").unlink()
    return hidden


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_bare_repository_among_the_files_is_not_used_to_read(
    run: Run, tmp_path: Path, trap: Path, arguments: tuple[str, ...]
) -> None:
    hidden = bare_among_the_files(started(tmp_path / "paper"), trap)

    with chdir(hidden):
        assert run(*arguments).code in (0, 1, REFUSED)

    assert not sprung(trap)


@pytest.mark.parametrize("is_inside", [True, False])
def test_a_bare_repository_among_the_files_is_not_used_to_write(
    run: Run, tmp_path: Path, trap: Path, is_inside: bool
) -> None:
    """With no other repository around it, and in one."""
    desk = started(tmp_path / "paper")
    hidden = bare_among_the_files(desk, trap)
    if not is_inside:
        shutil.rmtree(desk.root / ".git")
    before = sorted(hidden.rglob("*"))
    outer = snapshot(desk) if is_inside else {}

    with chdir(hidden):
        filed = run(*story(tmp_path / "drawer"))

    assert not sprung(trap)
    assert filed.code == REFUSED
    assert sorted(hidden.rglob("*")) == before
    assert (snapshot(desk) if is_inside else {}) == outer


def test_a_photo_that_is_a_link_to_gits_folder_is_not_followed(run: Run, tmp_path: Path) -> None:
    desk = started(tmp_path / "paper")
    (desk.root / ISSUE / "photos/灯.jpg").symlink_to(desk.root / ".git/hooks/pre-commit")
    drawer = tmp_path / "drawer"

    filed = run("-C", desk.root, *story(drawer))

    assert filed.code in (0, REFUSED)
    assert not (desk.root / ".git/hooks/pre-commit").exists()
    assert (drawer / "灯.jpg").read_bytes() == photo_bytes(color="red")
