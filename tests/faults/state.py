"""What a newsroom is at a moment: its history, its index, its files, and what lies about in its repository."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISDIR

from tests.faults.scenarios import git

_OURS = "newsroom"  # the folder of newsroom's own files in git's


_STAYS = {"lock", "holder", "kept", "rescued"}


@dataclass(frozen=True)
class State:
    """`history` has every commit's tree and message, the newest first; `files` are the work tree's, and its folders."""

    history: Sequence[str]
    index: str
    status: str
    files: Mapping[str, tuple[int, bytes]]  # rights and content

    def difference(self, other: "State") -> str:
        """In which parts two states are not the same; empty where they are."""
        names = [name for name in ("history", "index", "status") if getattr(self, name) != getattr(other, name)]
        paths = {path for path, _about in {*self.files.items()} ^ {*other.files.items()}}
        return ", ".join([*names, *sorted(paths)])

    def without_folders_of(self, before: "State") -> "State":
        """The same but for the folders that there were before: an empty one that stays is nothing to git, nor to us."""
        files = {path: about for path, about in self.files.items() if not (S_ISDIR(about[0]) and path in before.files)}
        return replace(self, files=files)


def state(root: Path, environment: Mapping[str, str]) -> State:
    """The state of a newsroom now."""
    return State(
        git(root, environment, "log", "-z", "--format=%T %B").split("\0"),
        git(root, environment, "ls-files", "--stage"),
        git(root, environment, "status", "--porcelain"),
        {
            path.relative_to(root).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
            for path in root.rglob("*")
            if path.parts[len(root.parts)] != ".git"
        },
    )


def is_under_way(root: Path) -> bool:
    """Whether a change is written down that was not finished."""
    return (root / ".git" / _OURS / "change/journal.json").exists()


def litter(root: Path, environment: Mapping[str, str]) -> list[str]:
    """What must not be left: locks, half-written files, a change that is neither done nor undone, what fsck finds."""
    folder, ours = root / ".git", root / ".git" / _OURS
    paths = [path.relative_to(folder) for path in folder.rglob("*")]
    found = [f"a stale lock: {path}" for path in paths if path.suffix == ".lock" and path.parts[0] != _OURS]
    found += [f"left behind: {path.name}" for path in ours.iterdir() if path.name not in _STAYS]
    found += [f"left behind: {path}" for path in root.rglob(".newsroom-*")]
    rescued = [path for path in (ours / "rescued").rglob("*") if path.is_file() and path.name != "journal.json"]
    found += [f"no text that was rescued: {path}" for path in rescued if not path.name[0].isdigit()]
    for path in paths:
        if path.parts[0] == "logs" and (folder / path).is_file():
            lines = (folder / path).read_text(errors="replace").splitlines(keepends=True)
            found += [f"half a line in {path}: {line!r}" for line in lines if line.count("\t") != 1 or line[-1] != "\n"]
    done = subprocess.run(
        ["git", "fsck", "--strict", "--no-dangling", "--no-progress"],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode or done.stdout:
        found.append(f"git fsck: {done.stdout.decode(errors='replace').strip()}")
    return found


def is_kept(root: Path, texts: Sequence[bytes]) -> bool:
    """Whether each of the texts is found in what newsroom rescued or kept."""
    folders = [root / ".git" / _OURS / name for name in ("rescued", "kept")]
    files = [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]
    return all(any(text in file or _as_json(text) in file for file in files) for text in texts)


def _as_json(text: bytes) -> bytes:
    return json.dumps(text.decode(errors="replace"))[1:-1].encode()
