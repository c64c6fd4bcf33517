"""Texts of changes that were broken off and taken back: put aside until somebody puts them in again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.storage.journal import FileChange, Journal, read
from newsroom.storage.private import private_folder

_FOLDER = "rescued"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What lies in one folder; `journal` is None where it can not be read."""

    folder: Path
    when: datetime
    journal: Journal | None


def rescue_folder(private: Path, name: str) -> Path:
    """A folder to put something aside in, not made yet."""
    return private / _FOLDER / f"{datetime.now():%Y-%m-%d-%H%M%S}-{name}"


def put_aside(private: Path, folder: Path, name: str) -> Path:
    """Put what lies in `folder` aside, all at once; where it lies then.

    Raises:
        OSError: the disk does not let it.
    """
    to = rescue_folder(private, name)
    to.parent.mkdir(exist_ok=True)
    return folder.rename(to)


def all_rescued(root: Path) -> list[Rescued]:
    """What was put aside, the oldest first."""
    private = private_folder(root)
    folders = sorted((private / _FOLDER).glob("*")) if private else []
    return [_rescued(folder) for folder in folders if folder.is_dir()]


def is_whole(journal: Journal) -> bool:
    """Whether all is there that its files were before and are to be; else one that changes might seem to go."""
    plan, files = journal.plan, journal.files
    return (
        [file.path for file in files] == [*plan.paths]
        and [file.path for file in files if file.after is None] == [*plan.removed]
        and all((file.before is not None) == bool(mode) for file, mode in zip(files, plan.modes, strict=True))
    )


def is_in_place(root: Path, file: FileChange) -> bool:
    """Whether a file of the newsroom is now as the change wanted it.

    Raises:
        OSError: it can not be read.
    """
    path = root / file.path
    if file.after is None:
        return not path.exists() and not path.is_symlink()
    return not path.is_symlink() and path.is_file() and path.read_bytes() == file.after


def _rescued(folder: Path) -> Rescued:
    try:
        journal = read(folder)
    except OSError:
        journal = None
    made = journal.plan.made if journal else folder.stat().st_mtime
    return Rescued(folder, datetime.fromtimestamp(made), journal)
