"""What a change is about to do, written down before it does anything, so that the next command can end it.

A folder of newsroom's own: `journal.json` says what and where, `N-after-NAME` and `N-before-NAME` are the contents of
the N-th file. It is `planned/` while it is written, `change/` from when it is whole until all is done, then `done/`
until it is deleted; each is the other renamed. So what is in `planned/` has touched nothing yet.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from newsroom.storage.private import give_to_group

_PLANNED, _CHANGE, _DONE = "planned", "change", "done"
_SAYS, _COMMIT = "journal.json", "commit"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a change: `before` is what it holds now, `after` what it will; None where it is not there."""

    path: str  # relative to the newsroom, with `/`
    after: bytes | None
    before: bytes | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change will do, but for the contents of its files."""

    id: str
    root: str  # of the newsroom, from the work tree's top
    subject: str
    trailers: Mapping[str, str]
    head: str  # the commit that it comes after; empty for the first
    made: float  # seconds since 1970
    paths: Sequence[str]
    removed: Sequence[str]  # those of them that go
    modes: Sequence[int]  # of the files that are there before
    folders: Sequence[str]  # that it makes, the innermost first


@dataclass(frozen=True, slots=True)
class Journal:
    """A change that is under way, was broken off, or was rescued; `files` are those that the folder has."""

    folder: Path
    plan: Plan
    files: Sequence[FileChange]

    @property
    def index(self) -> Path:
        """The change's own index."""
        return self.folder / "index"

    @property
    def drafts(self) -> str:
        """How the names of files begin that lie beside their place, not yet in it."""
        return f".newsroom-{self.plan.id}-"


def begin(private: Path, plan: Plan, files: Sequence[FileChange]) -> Journal:
    """Note what is about to be done, safe also from a fall of the machine.

    Raises:
        OSError: the disk does not take it. Nothing is left then that counts.
    """
    folder = private / _PLANNED
    folder.mkdir()
    give_to_group(folder, private.parent)
    _write(folder / _SAYS, json.dumps(asdict(plan), ensure_ascii=False).encode())
    for number, file in enumerate(files):
        if file.after is not None:
            _write(content_file(folder, number, "after", file.path), file.after)
        if file.before is not None:
            _write(content_file(folder, number, "before", file.path), file.before)
    _sync_names(folder)
    folder.rename(private / _CHANGE)
    _sync_names(private)
    return Journal(private / _CHANGE, plan, files)


def note_commit(journal: Journal, commit: str) -> None:
    """Note the commit that the change is done with, once the branch has it.

    Raises:
        OSError: the disk does not take it.
    """
    _write(journal.folder / _COMMIT, commit.encode())


def noted_commit(journal: Journal) -> str:
    """The commit that was noted; empty where the change did not come that far."""
    return (_content(journal.folder / _COMMIT) or b"").decode()


def end(journal: Journal) -> None:
    """Forget a change that is done, or taken back.

    Raises:
        OSError: the disk does not let it.
    """
    done = journal.folder.with_name(_DONE)
    journal.folder.rename(done)
    drop(done)


def broken_off(private: Path) -> Path | None:
    """Where the change lies that was begun and not ended."""
    return _there(private / _CHANGE)


def never_begun(private: Path) -> Path | None:
    """Where the change lies that was not even noted whole."""
    return _there(private / _PLANNED)


def has_any(private: Path) -> bool:
    """Whether anything of a change lies there: one that is under way, or was broken off."""
    return any((private / name).exists() for name in (_PLANNED, _CHANGE, _DONE))


def drop_rest(private: Path) -> None:
    """Delete what is of no use any more.

    Raises:
        OSError: the disk does not let it.
    """
    for folder in (private / _PLANNED, private / _DONE):
        if folder.exists():
            drop(folder)


def read(folder: Path) -> Journal | None:
    """The journal in a folder; None where there is none that can be understood.

    Raises:
        OSError: the disk does not give back what is there.
    """
    try:
        plan = Plan(**json.loads((folder / _SAYS).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    found = [
        FileChange(
            path,
            _content(content_file(folder, number, "after", path)),
            _content(content_file(folder, number, "before", path)),
        )
        for number, path in enumerate(plan.paths)
    ]
    return Journal(folder, plan, [file for file in found if file.after is not None or file.before is not None])


def content_file(folder: Path, number: int, which: Literal["after", "before"], path: str) -> Path:
    """Where the journal in `folder` has what its N-th file, at `path`, holds."""
    return folder / f"{number}-{which}-{path.rpartition('/')[2]}"


def drop_all_but_contents(folder: Path) -> None:
    """Leave in a journal's folder only what it says and the contents of files, those that are whole.

    Raises:
        OSError: the disk does not let it.
    """
    for path in folder.iterdir():
        if path.name != _SAYS and not path.name[0].isdigit():
            path.unlink()


def drop(folder: Path) -> None:
    """Delete a folder of files.

    Raises:
        OSError: the disk does not let it.
    """
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _write(path: Path, content: bytes) -> None:
    """A whole file or none."""
    draft = path.with_name(f".{path.name}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    give_to_group(draft, path.parent.parent.parent)
    draft.replace(path)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _there(folder: Path) -> Path | None:
    return folder if folder.exists() else None


def _sync_names(folder: Path) -> None:
    """Have the names in it on the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # a system that opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
