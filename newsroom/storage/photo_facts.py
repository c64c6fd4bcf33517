"""What the file of a photo is, by its header: nothing is decoded, and little of it is held at once."""

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from newsroom.model.photo_facts import PhotoFacts
from newsroom.storage.files import MAX_PHOTO
from newsroom.storage.photo_file import MAX_PIXELS, opened, size_of
from newsroom.storage.photo_metadata import metadata_of, rights_of

_PIECE = 1024 * 1024
_HEAD = 8 * 1024 * 1024  # metadata, thumbnails and colour profiles stand in front of the pixels
_WITH_HEAD = (b"\xff\xd8", b"\x89PNG")
_READS = 3  # how often a file may be read over: tags of a hostile TIFF point at the same bytes a thousand times


class _Bounded:
    """A file of which no more than so many bytes are read."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._left = most
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        content = self._file.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise OverflowError
        return content


def facts_of(path: Path) -> PhotoFacts:
    """What the photo at `path` is; never raises. A link, a folder, a device and what can not be read are none."""
    try:
        with os.fdopen(os.open(path, _flags()), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                return PhotoFacts(is_photo=False)
            if about.st_size > MAX_PHOTO:
                return PhotoFacts(is_photo=False, is_too_large=True)
            return _facts(file, about.st_size)
    except OSError:
        return PhotoFacts(is_photo=False)


def _flags() -> int:
    return os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))


def _facts(file: IO[bytes], size: int) -> PhotoFacts:
    from PIL import Image

    try:
        with opened(_header(file, size)) as image:
            kind, (width, height) = image.format or "", size_of(image)
            if width * height > MAX_PIXELS:
                return PhotoFacts(is_photo=False, format=kind, width=width, height=height, is_too_large=True)
            metadata, (source, expires) = metadata_of(image), rights_of(image)
    except Image.DecompressionBombError:
        return PhotoFacts(is_photo=False, is_too_large=True)
    except Exception:  # a stranger's bytes: Pillow's readers raise whatever they stumble over
        return PhotoFacts(is_photo=False)
    return PhotoFacts(True, kind, width, height, metadata, source, expires)


def _header(file: IO[bytes], size: int) -> Any:
    """What is enough to read the header: the head, or where it may stand anywhere the file, read a few times over."""
    if file.read(4).startswith(_WITH_HEAD):
        file.seek(0)
        return file.read(min(size, _HEAD))  # room for more at every photo would be felt
    file.seek(0)
    return _Bounded(file, _READS * size + _PIECE)


def twins_among(photos: Mapping[str, Path]) -> dict[str, str]:
    """Those photos that are the same, byte by byte, as another one: by name what these have in common.

    Only what has the same size is read.
    """
    sizes: dict[int, list[str]] = {}
    for name, path in photos.items():
        with suppress(OSError):
            about = path.lstat()
            if stat.S_ISREG(about.st_mode) and about.st_size <= MAX_PHOTO:
                sizes.setdefault(about.st_size, []).append(name)
    digests = {name: _digest(photos[name]) for names in sizes.values() if len(names) > 1 for name in names}
    common = {digest for digest, times in Counter(digests.values()).items() if times > 1}
    return {name: digest for name, digest in digests.items() if digest in common}


def _digest(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    try:
        with os.fdopen(os.open(path, _flags()), "rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return str(path)  # like no other
    return digest.hexdigest()
