"""What a person typed and has not filed yet, kept in newsroom's own folder until it is filed or thrown away.

Answers to `article add` are kept as `articles/*.json`, texts that an editor left as `edits/ISSUE/SLUG.md`.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.errors import NewsroomError
from newsroom.storage.files import decode_text, read_bytes
from newsroom.storage.private import private_folder

ARTICLES, EDITS = "articles", "edits"
_FOLDER = "kept"
_MOST = 64 * 1024 * 1024  # bytes; a text in answers is written in ASCII, up to three times as long, and may stand twice


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that is kept, by its name (`edits/2022-10-12/sowing.md`), and when it was."""

    name: str
    path: Path
    when: datetime


def keep(root: Path, name: str, text: str | bytes) -> Path | None:
    """Keep a text under that name, in place of what was kept there; None outside of a repository, or on a full disk.

    Written whole beside its place first: at no time is there half a text. Nobody is told that it could not be kept,
    since nobody asked for it and the work in hand goes on.
    """
    folder = private_folder(root)
    if folder is None:
        return None
    path = folder / _FOLDER / name
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(text.encode(errors="surrogatepass") if isinstance(text, str) else text)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return None
    return path


def kept_text(root: Path, name: str) -> str | None:
    """What is kept under that name; None where nothing is, or where it can not be read."""
    content = kept_bytes(root, name)
    try:
        return None if content is None else decode_text(content)
    except NewsroomError:
        return None


def kept_bytes(root: Path, name: str) -> bytes | None:
    """As `kept_text`, of whatever encoding it is."""
    folder = private_folder(root)
    if folder is None:
        return None
    try:
        return read_bytes(folder / _FOLDER / name, _MOST)
    except NewsroomError:
        return None


def all_kept(root: Path, kind: str) -> list[Kept]:
    """What is kept of that kind (ARTICLES, EDITS), the newest first."""
    folder = private_folder(root)
    if folder is None:
        return []
    home = folder / _FOLDER
    files = [path for path in (home / kind).rglob("*") if path.is_file() and not path.name.startswith(".")]
    found = [
        Kept(path.relative_to(home).as_posix(), path, datetime.fromtimestamp(path.stat().st_mtime)) for path in files
    ]
    return sorted(found, key=lambda kept: kept.when, reverse=True)


def half_kept(root: Path) -> list[Path]:
    """Files that were to become a kept text, and may have been broken off."""
    folder = private_folder(root)
    files = (folder / _FOLDER).rglob(".*") if folder else ()
    return [path for path in files if path.suffix[1:].isdigit()]


def drop(root: Path, name: str) -> None:
    """Throw away what is kept under that name. Whoever holds it goes on holding it."""
    folder = private_folder(root)
    if folder is not None:
        with suppress(OSError):
            (folder / _FOLDER / name).unlink()


def drop_lock(root: Path, name: str) -> None:
    """Take away what was left of holding that name, once nobody does and nothing is kept under it."""
    folder = private_folder(root)
    if folder is not None:
        with suppress(OSError):
            _lock(folder, name).unlink()


def _lock(folder: Path, name: str) -> Path:
    return (folder / _FOLDER / name).with_name(f".{Path(name).name}.lock")


def claim(root: Path, name: str) -> Callable[[], None] | None:
    """Hold what is kept under that name for this process; what lets go of it, or None where another one holds it.

    Whoever is still at work on a story is not asked to go on with it in a second window. Where nothing can be kept,
    there is nothing to hold, either.
    """
    from filelock import FileLock, Timeout

    folder = private_folder(root)
    if folder is None:
        return _nothing
    lock = _lock(folder, name)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        held = FileLock(lock)
        held.acquire(blocking=False)
    except Timeout:
        return None
    except OSError:
        return _nothing
    return held.release


def _nothing() -> None:
    """Lets go of nothing."""
