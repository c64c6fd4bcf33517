"""A newsroom for trying, in a folder of its own: neither the user's settings of git nor their hooks matter there."""

import os
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _, spoken
from newsroom.storage.files import reason
from newsroom.storage.private import private_folder

_PREFIX = "newsroom-selftest-"
_HOUR = 3600
_PACKAGES = Path(__file__).parents[3]  # where newsroom is imported from
_PATIENCE = 120  # seconds for one command
# Git tidies up in the background, and would still be at it when the folder goes.
_GIT_SETTINGS = """\
[user]
	name = newsroom
	email = newsroom@localhost
[init]
	defaultBranch = main
[safe]
	directory = *
[gc]
	auto = 0
[maintenance]
	auto = false
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, and what it said."""

    code: int
    said: str

    def __str__(self) -> str:
        return f"{self.code}: {' '.join(self.said.split())}"


class Scratch:
    """The folder, the newsroom `root` in it, and the processes that run there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root = folder, folder / "paper"
        self.private = self.root / ".git" / "newsroom"
        self._running = list[subprocess.Popen[str]]()
        home = folder / "home"
        home.mkdir()
        self.root.mkdir()
        (home / ".gitconfig").write_text(_GIT_SETTINGS, "utf-8")
        self._environment = _environment(home)

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Start newsroom in a process group of its own, so that all it starts can be killed with it."""
        return self.start_python("-m", "newsroom", "--no-input", *command)

    def start_python(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start Python, with this very newsroom to import."""
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        self._running.append(process)
        return process

    def end(self, process: "subprocess.Popen[str]") -> Ended:
        """Wait until it has ended."""
        try:
            said, _none = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            _kill(process)
            said, _none = process.communicate()
        self._running.remove(process)
        return Ended(process.returncode, said)

    def kill(self, process: "subprocess.Popen[str]") -> Ended:
        """Kill it at once, with all that it has started."""
        _kill(process)
        return self.end(process)

    def run(self, *command: str) -> Ended:
        """Run newsroom."""
        return self.end(self.start(*command))

    def git(self, *arguments: str) -> Ended:
        """Run git."""
        command = ["git", "-c", "core.quotePath=false", *arguments]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return Ended(done.returncode, done.stdout)

    def end_all(self) -> None:
        """Kill what still runs."""
        for process in [*self._running]:
            self.kill(process)


@contextmanager
def scratch(root: Path | None, here: Path) -> Iterator[Scratch]:
    """A folder for trying, in newsroom's own of the newsroom at `root`, else in `here`; it is gone at the end.

    Raises:
        Refused: none can be made there.
    """
    private = private_folder(root) if root else None
    home = private or here
    try:
        home.mkdir(exist_ok=True)
        if private:
            _clear_old(home)
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=home, ignore_cleanup_errors=True)
    except OSError as error:
        raise Refused(
            "not-written",
            _("{path} can not be written: {why}.", path=error.filename or home, why=reason(error)),
            _("See that it is yours to write in: ls -ld {path}", path=home),
        ) from None
    with folder as name:
        made = Scratch(Path(name).absolute())
        try:
            yield made
        finally:
            made.end_all()


def _clear_old(home: Path) -> None:
    """Delete what a killed run has left."""
    for folder in home.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _HOUR:
                shutil.rmtree(folder, ignore_errors=True)


def _environment(home: Path) -> Mapping[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "NEWSROOM_"))}
    paths: Sequence[str] = [str(_PACKAGES), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "NEWSROOM_LANG": spoken(),
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUSERBASE": site.getuserbase(),
        "PYTHONUTF8": "1",
    }


def _kill(process: "subprocess.Popen[str]") -> None:
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
