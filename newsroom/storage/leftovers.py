"""What a program that was broken off has left behind: git's locks, and our own files that were not in place yet."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.storage.git_state import git_folders
from newsroom.storage.kept import half_kept
from newsroom.storage.newsroom import ISSUES
from newsroom.storage.private import shared_git_folder
from newsroom.storage.repository import run_git

FRESH = 600  # seconds in which a lock may well be in use
OURS = ".newsroom-"
_OLD = 3600  # seconds after which a file of ours is left behind: it lies there for less than one
_REF_LOCK = 3.0  # seconds
_PAUSE = 0.05
_PROCESSES = Path("/proc")
_HEAD, _TIDYING = "HEAD.lock", "objects/maintenance.lock"
_NAMES = "reftable/tables.list.lock"  # of branches, in a repository that keeps them so


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock of git's; `is_stale` where it is old, and no git on this machine can hold it.

    `stops_commits` is whether nobody can commit as long as it lies there.
    """

    path: Path
    made: float  # seconds since 1970
    is_stale: bool
    stops_commits: bool

    @property
    def is_fresh(self) -> bool:
        """Whether the one who made it may well be at work."""
        return time.time() - self.made < FRESH

    @property
    def is_of_tidying(self) -> bool:
        """Whether git makes it when it tidies up by itself, which is nothing to speak of."""
        return self.path.as_posix().endswith(_TIDYING)


def locks(root: Path) -> list[Lock]:
    """The locks that lie in the repository of `root`, as far as they concern this work tree."""
    folders = git_folders(root)
    if not folders:
        return []
    own, shared = folders[0], folders[-1]
    of_commits = {own / "index.lock": True} | dict.fromkeys(_ref_locks(root, folders), True)
    others = dict.fromkeys((shared / name for name in ("config.lock", "packed-refs.lock", _TIDYING)), False)
    found = []
    for path, stops_commits in (of_commits | others).items():
        made = _made(path)
        if made is not None:
            is_stale = time.time() - made >= FRESH and not _git_may_be_at_work(path, _places(root))
            found.append(Lock(path, made, is_stale, stops_commits))
    return found


def clear_ref_locks(root: Path, since: float) -> None:
    """Delete git's locks of the branch that a git of ours left when it was killed; to be called in one's turn.

    Git holds them for no longer than it takes to write a name. So what came up after `since`, when the change was
    begun, and lies there still while no git is at work here, or for much longer than that, is nobody's.

    Raises:
        OSError: the disk does not let it.
    """
    folders = git_folders(root)
    if not folders:
        return
    until = time.monotonic() + _REF_LOCK
    for path in (*_ref_locks(root, folders), folders[-1] / "packed-refs.lock"):
        while _may_be_ours(path, since):
            if _is_long_over(path) or time.monotonic() >= until or not _git_may_be_at_work(path, _places(root)):
                path.unlink(missing_ok=True)
                break
            time.sleep(_PAUSE)
    tidying = folders[-1] / _TIDYING  # holds up nothing but git's own tidying, which takes long
    if _may_be_ours(tidying, since) and not _git_may_be_at_work(tidying, _places(root)):
        tidying.unlink(missing_ok=True)


def git_kept_a_lock(git: Path) -> bool:
    """Whether a lock lies there that git would have deleted last, after all was done; asked without git."""
    return (git / _HEAD).exists() or (shared_git_folder(git) / _TIDYING).exists()


def _ref_locks(root: Path, folders: Sequence[Path]) -> list[Path]:
    """Where git's locks of HEAD and of the branch lie that it is at; the branch is in what work trees share."""
    own, shared = folders[0], folders[-1]
    branch = run_git(root, "symbolic-ref", "--quiet", "HEAD")[1].strip()
    of_branch = [shared / f"{branch}.lock"] if branch else []
    return list(dict.fromkeys([own / _HEAD, *of_branch, own / _NAMES, shared / _NAMES]))


def _may_be_ours(lock: Path, since: float) -> bool:
    made = _made(lock)
    return made is not None and made >= since - 1


def _is_long_over(lock: Path) -> bool:
    made = _made(lock)
    return made is None or time.time() - made >= FRESH


def left_behind(root: Path) -> list[Path]:
    """Our own files that were to be put in place and never were, an hour old or older."""
    found = [path for folder in _folders(root) for path in _scan(folder) if path.name.startswith(OURS)]
    found += half_kept(root)
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


def _places(root: Path) -> list[Path]:
    """Where a git stands that is at work in the repository: it goes to the top of its work tree or into its folder."""
    lines = run_git(root, "worktree", "list", "--porcelain")[1].splitlines()
    trees = [Path(line.removeprefix("worktree ")) for line in lines if line.startswith("worktree ")]
    return [root.resolve(), *git_folders(root), *trees]


def _git_may_be_at_work(lock: Path, places: Sequence[Path]) -> bool:
    """False only where the system lists its processes, and none of them is a git in one of `places` that has the lock.

    Git itself notes nowhere whose a lock is, and may hold one as long as somebody writes a message for a commit.
    """
    if not (_PROCESSES / "self" / "cwd").exists():
        return True
    is_mine = _is_mine(lock)
    if not (is_mine or (_PROCESSES / "1").exists()):  # a system that hides the processes of others
        return True
    for process in _PROCESSES.iterdir():
        try:
            if not process.name.isdigit() or "git" not in (process / "comm").read_text(errors="replace"):
                continue
            place = (process / "cwd").readlink()
        except PermissionError:  # somebody else's, who can not have made a file of mine
            if is_mine:
                continue
            return True
        except OSError:  # ended meanwhile
            continue
        if any(place.is_relative_to(folder) for folder in places):
            return True
    return False


def _is_mine(path: Path) -> bool:
    try:
        return path.lstat().st_uid == os.geteuid()
    except OSError:  # gone by now
        return True
