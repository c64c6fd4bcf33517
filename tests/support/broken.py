"""Newsroom as it is not: a process of it in which a function was replaced, or that is killed when it comes to one."""

import os
from collections.abc import Sequence
from pathlib import Path

import newsroom
from tests.support.desk import Desk, Result, run_process

_DIE = """\
import os, signal
from {module} import {name} as replaced
import {module}
{module}.{name} = lambda *arguments, **named: os.kill(os.getpid(), signal.SIGKILL)
"""

# Where a change is killed, as MODULE:FUNCTION, and what it has left then.
NOTED = "newsroom.storage.journal:_sync_names"  # it is noted, nothing is touched
IN_PLACE = "newsroom.storage.own_index:fill"  # the files are in place, nothing is committed
COMMITTED = "newsroom.storage.change:tidy"  # the branch has it, git is still held
CLEARING = "newsroom.storage.journal:drop"  # all is done


def broken_python(folder: Path, code: str) -> str:
    """A PYTHONPATH with which every newsroom starts by running `code`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    return os.pathsep.join([str(folder), str(Path(newsroom.__file__).parent.parent)])


def killed_at(point: str, desk: Desk, folder: Path, arguments: Sequence[str], *, cwd: Path | None = None) -> Result:
    """Run a command that is killed when it comes to `point`; `folder` is for its own use."""
    module, _colon, name = point.partition(":")
    path = broken_python(folder, _DIE.format(module=module, name=name))
    done = run_process(*arguments, cwd=cwd or desk.root, PYTHONPATH=path)
    assert done.code == -9, done.err
    return done
