"""How the files of an issue stand on the disk: whether they changed is asked of their size, times and inode first."""

import os
import stat
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from newsroom.storage.files import fingerprint
from newsroom.storage.newsroom import ISSUES, PLAN

# A file that changed so lately may change again and show the same time: git's “racy” entries. 2 s on FAT.
_MOMENT = 2_000_000_000  # ns


@dataclass(frozen=True, slots=True)
class IssueState:
    """An issue's folder: the stamp of each article's file by its name, of the rest (plan and photos), and of all.

    A stamp is empty where a file changed so lately that it can not be trusted.
    """

    id: str
    files: dict[str, str]
    rest: str
    stamp: str


def look_at(root: Path, issue_id: str, version: str) -> IssueState:
    """How the files of an issue stand now; nothing is read. The stamp of all is also of the version of what judges."""
    now = time.time_ns()
    folder = f"{root}/{ISSUES}/{issue_id}"
    # What lies behind an issue that is a link is none of it, as for Newsroom.
    is_linked = os.path.islink(folder)  # noqa: PTH114 - as below
    articles, photos = ([] if is_linked else _stamps(f"{folder}/{part}", now) for part in ("articles", "photos"))
    files = {name: stamp for name, stamp in articles if name.endswith(".md")}
    rest = [*photos, (PLAN, _stamp_of(f"{folder}/{PLAN}", now))]
    rest += ((name, _kind_of(f"{folder}/{name}")) for name in ("", "articles", "photos"))
    told = _hash(repr(rest)) if all(stamp for _name, stamp in rest) else ""
    is_settled = told and all(files.values())
    return IssueState(issue_id, files, told, _hash(repr((version, told, files))) if is_settled else "")


def _hash(text: str) -> str:
    return fingerprint(text.encode("utf-8", "surrogateescape"))


def _stamps(folder: str, now: int) -> list[tuple[str, str]]:
    """What lies in a folder, with stamps, by name; a folder that is a link is not looked into."""
    if os.path.islink(folder):  # noqa: PTH114 - of thousands, paths would be felt
        return []
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries if entry.name[0] != "."]
    except OSError:
        return []
    return sorted((name, _stamp(at, now)) for name, at in found)


def _stamp_of(path: str, now: int) -> str:
    try:
        return _stamp(os.lstat(path), now)
    except OSError:
        return "-"


def _kind_of(path: str) -> str:
    try:
        return str(stat.S_IFMT(os.lstat(path).st_mode))
    except OSError:
        return "-"


def _stamp(at: os.stat_result, now: int) -> str:
    # The inode's time can not be set back by hand, as `touch -d` does with the file's.
    if max(at.st_mtime_ns, at.st_ctime_ns) > now - _MOMENT:
        return ""
    return struct.pack("<5q", at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino & (2**63 - 1), at.st_mode).hex()
