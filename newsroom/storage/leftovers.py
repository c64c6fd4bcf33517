"""What a program that was broken off has left behind: git's locks, and our own files that were not in place yet."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.storage.git_state import git_folders
from newsroom.storage.newsroom import ISSUES
from newsroom.storage.repository import run_git

FRESH = 600  # seconds in which a lock may well be in use
_LOCKS = ("index.lock", "HEAD.lock", "config.lock")
OURS = ".newsroom-"
_OLD = 3600  # seconds after which a file of ours is left behind: it lies there for less than one
_REF_LOCK = 3.0  # seconds
_PAUSE = 0.05
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock of git's; `is_stale` where it is old, and no git on this machine can hold it."""

    path: Path
    made: float  # seconds since 1970
    is_stale: bool

    @property
    def is_fresh(self) -> bool:
        """Whether the one who made it may well be at work."""
        return time.time() - self.made < FRESH


def locks(root: Path, git_folders: Sequence[Path]) -> list[Lock]:
    """The locks that lie in the repository of `root`."""
    found = []
    for path in (folder / name for folder in git_folders for name in _LOCKS):
        made = _made(path)
        if made is not None:
            is_stale = time.time() - made >= FRESH and not _git_may_be_at_work([root.resolve(), *git_folders])
            found.append(Lock(path, made, is_stale))
    return found


def clear_ref_locks(root: Path, since: float) -> None:
    """Delete git's locks of the branch that a git of ours left when it was killed; to be called in one's turn.

    Git holds them for no longer than it takes to write a name. So what came up after `since`, when the change was
    begun, and lies there still while no git is at work here, or for much longer than that, is nobody's.

    Raises:
        OSError: the disk does not let it.
    """
    folders = git_folders(root)
    names = ("HEAD.lock", f"{run_git(root, 'symbolic-ref', '--quiet', 'HEAD')[1].strip()}.lock", "packed-refs.lock")
    until = time.monotonic() + _REF_LOCK
    for path in {folder / name for folder in folders for name in names}:
        while (made := _made(path)) is not None and made >= since - 1:
            if not _git_may_be_at_work([root.resolve(), *folders]) or time.monotonic() >= until:
                path.unlink(missing_ok=True)
                break
            time.sleep(_PAUSE)
    for folder in folders:  # holds up nothing but git's own tidying, which takes long
        path = folder / "objects" / "maintenance.lock"
        if (_made(path) or 0) >= since - 1 and not _git_may_be_at_work([root.resolve(), *folders]):
            path.unlink(missing_ok=True)


def left_behind(root: Path) -> list[Path]:
    """Our own files that were to be put in place and never were, an hour old or older."""
    found = (path for folder in _folders(root) for path in _scan(folder) if path.name.startswith(OURS))
    return sorted(path for path in found if (made := _made(path)) is not None and time.time() - made >= _OLD)


def _folders(root: Path) -> Iterator[Path]:
    """Where the files lie that newsroom writes."""
    yield root
    for above in (root / "templates", root / ISSUES):
        for folder in _scan(above):
            if folder.is_symlink():  # what lies behind it is not the newsroom's
                continue
            yield folder
            yield from (folder / name for name in ("articles", "photos"))


def _scan(folder: Path) -> list[Path]:
    """What is in a folder; nothing where it is a link or can not be read."""
    try:
        return [] if folder.is_symlink() else [folder / name for name in os.listdir(folder)]  # noqa: PTH208
    except OSError:
        return []


def _made(path: Path) -> float | None:
    try:
        return path.lstat().st_mtime
    except OSError:
        return None


def _git_may_be_at_work(folders: Sequence[Path]) -> bool:
    """False only where the system lists its processes, and none of them is a git that is in `folders`.

    Git itself notes nowhere whose a lock is, and may hold one as long as somebody writes a message for a commit.
    """
    if not (_PROCESSES / "self" / "cwd").exists():
        return True
    for process in _PROCESSES.iterdir():
        try:
            if not process.name.isdigit() or "git" not in (process / "comm").read_text(errors="replace"):
                continue
            place = (process / "cwd").readlink()
        except PermissionError:  # somebody else's
            return True
        except OSError:  # ended meanwhile
            continue
        if any(place.is_relative_to(folder) for folder in folders):
            return True
    return False
