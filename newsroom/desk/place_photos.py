"""The place of photos in an issue: the same picture is kept once, another of its name gets a number."""

import unicodedata
from collections.abc import Container, Sequence
from contextlib import suppress
from pathlib import Path

from newsroom.errors import Refused
from newsroom.model.issue import Issue
from newsroom.storage.change import FileChange
from newsroom.storage.files import MAX_PHOTO, read_bytes
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile


def place_photos(newsroom: Newsroom, issue: Issue, photos: Sequence[PhotoFile]) -> tuple[list[str], list[FileChange]]:
    """The names by which the photos lie in the issue, and the files that are new."""
    names: list[str] = []
    changes: list[FileChange] = []
    placed: dict[str, bytes] = {}
    for photo in photos:
        known = (name for name, content in placed.items() if content == photo.content)
        name = next(known, None) or name_in_issue(newsroom, issue, photo)
        if name is None:
            name = _free_name(photo.name, issue.photo_names | placed.keys())
            changes.append(FileChange(f"{issue.path}/photos/{name}", photo.content))
        placed[name] = photo.content
        names.append(name)
    return names, changes


def name_in_issue(newsroom: Newsroom, issue: Issue, photo: PhotoFile) -> str | None:
    """The name by which that very picture lies in the issue already; None where it does not."""
    folder = newsroom.folder(issue.id) / "photos"
    for name in sorted(issue.photo_names, key=lambda name: (name != photo.name, name)):
        with suppress(OSError, Refused):  # what can not be read is not known to be the same
            size = (folder / name).stat().st_size
            if size == len(photo.content) and read_bytes(folder / name, MAX_PHOTO) == photo.content:
                return name
    return None


def _free_name(name: str, taken: Container[str]) -> str:
    path = Path(unicodedata.normalize("NFC", name))
    candidate, number = path.name, 2
    while candidate in taken:
        candidate, number = f"{path.stem}-{number}{path.suffix}", number + 1
    return candidate
