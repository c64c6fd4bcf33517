"""Whose turn it is to write: one newsroom at a time in a work tree, and no other git beside it."""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.locale.notices import tell
from newsroom.storage.files import reason
from newsroom.storage.private import give_to_group

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT = 30.0  # seconds
_SOON = 1.0  # seconds of waiting that nobody is told about
_PAUSE = 0.02
_DAY = 86400
_MARK = b"newsroom "
_LOCK, _HOLDER = "lock", "holder"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at work: the process, who runs it, and since when (seconds since 1970)."""

    process: int
    person: str
    since: float


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Hold newsroom's own `folder` of a work tree for this process, once everybody before has ended.

    The lock is the system's: it goes with the process that holds it, however that ends.

    Raises:
        Refused: somebody is at work and does not end, or nothing can be locked there.
    """
    from filelock import FileLock

    try:
        if not folder.exists():
            folder.mkdir(exist_ok=True)
            give_to_group(folder, folder.parent)
        # Whoever may write in git's folder may lock, too: a newsroom may be shared by several users.
        lock = FileLock(folder / _LOCK, mode=folder.parent.stat().st_mode & 0o666)
        _wait(lambda: _acquired(lock), lambda: _busy(holder(folder)))
    except OSError as error:
        raise Refused(
            "read-only-repository",
            _("Nothing can be committed here, {path} can not be written: {why}.", path=folder, why=reason(error)),
            _("See that it is yours to write in: ls -ld {path}", path=folder.parent),
        ) from None
    try:
        yield
    finally:
        lock.release()


def is_free(folder: Path) -> bool:
    """Whether nobody is at work there now."""
    from filelock import FileLock

    try:
        if not (folder / _LOCK).exists():  # or it would be made here, and not as `turn` makes it
            return True
        lock = FileLock(folder / _LOCK)
        if _acquired(lock):
            lock.release()
            return True
    except OSError:
        pass
    return False


def hold_git(folder: Path) -> None:
    """Keep every other git from the index, and so from committing, by git's own lock; to be called in one's turn.

    The lock is a file that says whose it is. One that newsroom left behind is taken over: in one's turn, no other is
    at work.

    Raises:
        Refused: another git is at work and does not end. OSError: the disk does not take it.
    """
    note = folder / _HOLDER
    _write_note(note)
    _wait(lambda: _take(git_lock(folder), note), lambda: _git_busy(git_lock(folder)))


def let_git_go(folder: Path) -> None:
    """End what `hold_git` began; nothing where it is not held."""
    if is_git_held(folder):
        git_lock(folder).unlink(missing_ok=True)


def is_git_held(folder: Path) -> bool:
    """Whether newsroom holds git's lock, or left it behind."""
    try:
        return git_lock(folder).read_bytes()[: len(_MARK)] == _MARK
    except OSError:
        return False


def git_lock(folder: Path) -> Path:
    """Git's own lock of the index."""
    return folder.parent / "index.lock"


def holder(folder: Path) -> Holder | None:
    """Who wrote there last, as they said themselves; None where nobody did."""
    try:
        text = (folder / _HOLDER).read_text("utf-8", "replace")
    except OSError:
        return None
    found = re.fullmatch(r"newsroom (\d+) (\d+\.\d+) (.*)\n", text)
    return Holder(int(found[1]), found[3], float(found[2])) if found else None


def _write_note(note: Path) -> None:
    # A file of its own each time: the one before may still be linked as git's lock.
    draft = note.with_suffix(".new")
    person = os.environ.get("LOGNAME") or os.environ.get("USER") or ""
    draft.write_text(f"newsroom {os.getpid()} {time.time():.3f} {person.splitlines()[0] if person else ''}\n", "utf-8")
    give_to_group(draft, note.parent.parent)
    draft.replace(note)


def _take(lock: Path, note: Path) -> bool:
    """Link the note as git's lock: it comes up whole, and only where there is none."""
    try:
        os.link(note, lock)
    except FileExistsError:
        if not is_git_held(note.parent):
            return False
        lock.unlink(missing_ok=True)
        return _take(lock, note)
    except OSError:  # a file system without hard links
        return _create(lock, note)
    return True


def _create(lock: Path, note: Path) -> bool:
    try:
        with lock.open("xb") as file:
            try:
                file.write(note.read_bytes())
                file.flush()
            except BaseException:
                lock.unlink()
                raise
    except FileExistsError:
        return False
    return True


def _acquired(lock: "BaseFileLock") -> bool:
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True


def _wait(attempt: Callable[[], bool], refusal: Callable[[], Refused]) -> None:
    """Try until it works, for as long as anybody wants to wait."""
    start = time.monotonic()
    is_told = False
    while not attempt():
        waited = time.monotonic() - start
        if waited >= _longest():
            raise refusal()
        if waited >= _SOON and not is_told:
            is_told = True
            tell(_("{message} Waiting, {count} seconds at most.", message=refusal().message, count=f"{_longest():.0f}"))
        time.sleep(_PAUSE)


def _longest() -> float:
    """Seconds that are waited, as NEWSROOM_WAIT says."""
    with suppress(ValueError):
        asked = float(os.environ.get("NEWSROOM_WAIT", WAIT))
        if 0 <= asked <= _DAY:
            return asked
    return WAIT


def _busy(now: Holder | None) -> Refused:
    if now is None:
        message = _("Somebody else is writing in this newsroom.")
    else:
        message = _(
            "{person} is writing in this newsroom (process {process}, for {count} seconds).",
            person=now.person or _("Somebody else"),
            process=now.process,
            count=f"{max(time.time() - now.since, 0):.0f}",
        )
    return Refused("busy", message, _("Nothing was changed. Try again in a while, or run: newsroom doctor"))


def _git_busy(lock: Path) -> Refused:
    since = "0"
    with suppress(OSError):
        since = f"{max(time.time() - lock.lstat().st_mtime, 0):.0f}"
    return Refused(
        "busy",
        _("Another git command is at work in this repository, for {count} seconds: {path}", count=since, path=lock),
        _("Nothing was changed. Try again in a while; if no git is at work, run: newsroom doctor --fix"),
    )
