"""A process that has all of newsroom imported, and runs a command in a fork of itself as often as it is told to.

Started with the library of `faults.c` in LD_PRELOAD. It reads one order a line as JSON, and answers with one line.
"""

import ctypes
import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.control import Control, Kind

_PATIENCE = 90  # seconds; newsroom itself waits up to 30 for another one
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, or the negative number of a signal, and what it said and did."""

    code: int
    said: str
    calls: Sequence[str] = ()
    has_fired: bool = True
    point: int = 1  # the number of the call that the fault came at
    left: bool = False  # whether a process of it was still there a good while behind it

    @property
    def was_killed(self) -> bool:
        return self.code == -signal.SIGKILL


class Driver:
    """The process, from outside."""

    def __init__(self, folder: Path, library: Path, environment: Mapping[str, str]) -> None:
        self._control = folder / "control"
        self._output = folder / "output"
        Control(self._control)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.driver", str(self._output)],
            cwd=Path(__file__).parents[2],
            env={**environment, "FAULTS": str(self._control), "LD_PRELOAD": str(library)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        root: Path,
        arguments: Sequence[str],
        kind: Kind = Kind.COUNT,
        point: int = 0,
        *,
        typed: Path | None = None,
    ) -> Ended:
        """Run a command in the folder `root`, with a fault at its call number `point`; `typed` is its input."""
        assert self._process.stdin
        assert self._process.stdout
        order = {
            "root": str(root),
            "arguments": [*arguments],
            "kind": kind,
            "point": point,
            "typed": str(typed or os.devnull),
        }
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the driver is gone"
        return Ended(said=self._output.read_text(errors="replace"), point=point, **json.loads(answer))

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(_PATIENCE)


def _serve(output: str) -> None:
    control = Control(Path(os.environ["FAULTS"]))
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # what a killed command leaves comes to us
    _import_all()
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _be_the_command(output, control, **order)
        code = _wait(child)
        left = _wait_for_the_rest(child)
        control.disarm()
        print(
            json.dumps({"code": code, "calls": control.calls(), "has_fired": control.has_fired, "left": left}),
            flush=True,
        )


def _import_all() -> None:
    """What a command imports, once for all of them."""
    import newsroom

    names = [module.name for module in pkgutil.walk_packages(newsroom.__path__, "newsroom.")]
    heavy = ["filelock", "git", "jinja2", "questionary", "ruamel.yaml", "typer", "PIL.Image", "PIL.JpegImagePlugin"]
    for name in [*names, *heavy]:
        if not name.endswith(("__main__", "template_child")):
            importlib.import_module(name)


def _be_the_command(
    output: str, control: Control, *, root: str, arguments: list[str], kind: int, point: int, typed: str
) -> None:
    code = 70
    try:
        os.setsid()
        os.chdir(root)
        source, file = os.open(typed, os.O_RDONLY), os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for handle, target in ((source, 0), (file, 1), (file, 2)):
            os.dup2(handle, target)
        sys.stdin = os.fdopen(0)
        from newsroom.cli.main import run

        control.arm(Path(root), Kind(kind), point, group=os.getpgrp())
        code = run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _wait(child: int) -> int:
    handle = os.pidfd_open(child)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    if not poll.poll(_PATIENCE * 1000):
        os.killpg(child, signal.SIGKILL)
    os.close(handle)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _wait_for_the_rest(group: int) -> bool:
    """Wait until all that a command started is gone; whether something was not after a good while, and was killed."""
    end, left = time.monotonic() + 5, False
    while True:
        try:
            found = os.waitpid(-1, os.WNOHANG)[0]
        except ChildProcessError:
            return left
        if not found:
            if time.monotonic() > end and not left:
                left = True
                os.killpg(group, signal.SIGKILL)
            time.sleep(0.001)


if __name__ == "__main__":
    _serve(sys.argv[1])
