"""Paths that are about to be written, checked before anything is."""

import re
import unicodedata
from pathlib import Path, PurePosixPath

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.slug import is_reserved

MAX_BYTES = 200
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*\ud800-\udfff]')
# Letters that a case-folding, composing file system drops when it compares a name with `.git`.
_IGNORED = re.compile("[\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def check_new_path(root: Path, relative: str) -> None:
    """Refuse a path that could leave the newsroom, reach git's own files, or not exist on another system.

    Raises:
        Refused: says which path and why.
    """
    path = PurePosixPath(relative)
    for part in path.parts:
        plain = _IGNORED.sub("", unicodedata.normalize("NFKC", part)).lower().rstrip(". ")
        if part in ("..", "/") or plain in (".git", "git~1"):
            raise _unsafe(relative, _("it leads out of the newsroom"))
        if _FORBIDDEN.search(part) or is_reserved(part.partition(".")[0]) or part != part.rstrip(". "):
            raise _unsafe(relative, _("not every system can have a file of that name"))
    if len(relative.encode()) > MAX_BYTES:
        raise _unsafe(relative, _("it is longer than {count} bytes", count=MAX_BYTES))
    folder = root
    for part in path.parts[:-1]:
        folder = folder / part
        if folder.is_symlink():
            raise _unsafe(relative, _("{folder} is a link", folder=folder.relative_to(root)))


def _unsafe(path: str, why: str) -> Refused:
    return Refused(
        "unsafe-path",
        _("{path} can not be written: {why}.", path=path, why=why),
        _("Choose another name: letters, digits and - between words."),
    )
