"""Faults are what they are said to be: without that, nothing is proved by them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.control import Control, Kind, build, why_not

_PROGRAM = """\
import os
for name in "ab":
    try:
        with open(name, "wb", 0) as file:
            print(file.write(b"12345678"))
        os.unlink(name + "0")
    except OSError as error:
        print(error.strerror)
"""
_CALLS = ["open a", "write a", "unlink a0", "open b", "write b", "unlink b0"]
_FULL, _BROKEN, _MISSING = "No space left on device", "Input/output error", "No such file or directory"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if reason := why_not():
        pytest.skip(reason)
    return build(tmp_path_factory.mktemp("library"))


class Program:
    """A program that writes two files, run with faults."""

    def __init__(self, folder: Path, library: Path) -> None:
        self.folder, self.control = folder / "folder", Control(folder / "control")
        self.folder.mkdir()
        self._faults = {"FAULTS": str(folder / "control"), "LD_PRELOAD": str(library)}

    def run(self, kind: Kind, point: int, *command: str) -> list[str]:
        """What it said."""
        self.control.arm(self.folder, kind, point)
        done = subprocess.run(
            command or [sys.executable, "-c", _PROGRAM],
            cwd=self.folder,
            env={**os.environ, **self._faults},
            stdout=subprocess.PIPE,
            check=False,
            start_new_session=True,
        )
        assert (done.returncode < 0) == kind.kills
        return done.stdout.decode().splitlines()

    def files(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.folder.iterdir()}


@pytest.fixture
def program(tmp_path: Path, library: Path) -> Program:
    return Program(tmp_path, library)


def test_every_call_counts(program: Program) -> None:
    assert program.run(Kind.COUNT, 0) == ["8", _MISSING] * 2
    assert program.control.calls() == _CALLS
    assert not program.control.has_fired


def test_calls_elsewhere_do_not_count(program: Program, tmp_path: Path) -> None:
    program.run(Kind.COUNT, 0, sys.executable, "-c", f"open({str(tmp_path / 'folder2')!r}, 'w').write('x'); print('y')")
    assert program.control.calls() == []


@pytest.mark.parametrize(("point", "files"), [(1, {}), (2, {"a": ""}), (3, {"a": "12345678"})])
def test_a_kill_is_before_the_call(program: Program, point: int, files: dict[str, str]) -> None:
    program.run(Kind.KILL, point)
    assert program.files() == files
    assert program.control.calls() == _CALLS[:point]


@pytest.mark.parametrize(("point", "files"), [(1, {"a": ""}), (2, {"a": "1234"}), (3, {"a": "12345678"})])
def test_a_torn_call_is_half_a_write_or_a_kill_right_behind_it(
    program: Program, point: int, files: dict[str, str]
) -> None:
    program.run(Kind.TORN, point)
    assert program.files() == files


@pytest.mark.parametrize(
    ("kind", "point", "said"),
    [
        (Kind.EIO_ONCE, 1, [_BROKEN, "8", _MISSING]),
        (Kind.EIO_ONCE, 2, [_BROKEN, "8", _MISSING]),
        (Kind.EIO_ON, 2, [_BROKEN, _BROKEN]),
        (Kind.EIO_ON, 3, ["8", _BROKEN, _BROKEN]),
        (Kind.ENOSPC_ONCE, 2, [_FULL, "8", _MISSING]),
        (Kind.ENOSPC_ON, 2, ["4", _MISSING, _FULL]),  # half of it fits; and what frees room goes through
    ],
)
def test_a_call_fails_once_or_from_there_on(program: Program, kind: Kind, point: int, said: list[str]) -> None:
    assert program.run(kind, point) == said
    assert program.control.has_fired


def test_streams_count_too(program: Program) -> None:
    """As git writes a message: what a stream holds is written by libc itself, where nobody can step in."""
    script = "git init -q --template= && git commit -q --allow-empty -m 12345678"
    program.run(Kind.COUNT, 0, "sh", "-c", script)
    point = program.control.calls().index("write .git/COMMIT_EDITMSG") + 1
    shutil.rmtree(program.folder / ".git")
    program.run(Kind.TORN, point, "sh", "-c", script)
    assert (program.folder / ".git/COMMIT_EDITMSG").read_text() == "1234"
