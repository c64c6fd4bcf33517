"""Texts of changes that were broken off and taken back: put aside until somebody puts them in again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.storage.journal import Journal, read
from newsroom.storage.private import private_folder

_FOLDER = "rescued"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What lies in one folder; `journal` is None where it can not be read."""

    folder: Path
    when: datetime
    journal: Journal | None


def put_aside(private: Path, folder: Path, name: str) -> Path:
    """Put what lies in `folder` aside, all at once; where it lies then.

    Raises:
        OSError: the disk does not let it.
    """
    rescued = private / _FOLDER
    rescued.mkdir(exist_ok=True)
    return folder.rename(rescued / f"{datetime.now():%Y-%m-%d-%H%M%S}-{name}")


def all_rescued(root: Path) -> list[Rescued]:
    """What was put aside, the oldest first."""
    private = private_folder(root)
    folders = sorted((private / _FOLDER).glob("*")) if private else []
    return [
        Rescued(folder, datetime.fromtimestamp(folder.stat().st_mtime), read(folder))
        for folder in folders
        if folder.is_dir()
    ]
