"""Photos checked by what they hold, never by their ending, and without decoding them."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from newsroom.errors import Refused
from newsroom.locale import _, listed
from newsroom.storage.files import MAX_PHOTO, read_bytes

MAX_PIXELS = 120_000_000  # more than any camera of the press makes; a page at 300 dpi needs 20 million
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")

_ORIENTATION, _TURNED = 0x0112, (5, 6, 7, 8)  # EXIF: lying on its side


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo as it came: its bytes, and what its header says."""

    name: str
    content: bytes
    format: str
    width: int
    height: int


def read_photo(path: Path) -> PhotoFile:
    """The photo at `path`.

    Raises:
        Refused: no such file, not an image of FORMATS, or more pixels than MAX_PIXELS by its header.
    """
    from PIL import Image

    content = read_bytes(path, MAX_PHOTO, follow=True)
    try:
        with opened(content) as image:
            kind, (width, height) = image.format or "", size_of(image)
    except Image.DecompressionBombError:
        raise _too_many_pixels(path) from None
    except Exception:  # a stranger's bytes: Pillow's readers raise whatever they stumble over
        raise Refused(
            "not-a-photo",
            _("{path} is not a picture that newsroom knows.", path=path),
            _("Send it as {formats}.", formats=listed(FORMATS)),
        ) from None
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(path, width, height)
    return PhotoFile(path.name, content, kind, width, height)


@contextmanager
def opened(content: bytes | IO[bytes]) -> Iterator[Any]:
    """A picture of FORMATS by its header, from its bytes or its file; Pillow's remarks on what is odd are for nobody.

    Raises:
        Exception: it is none, and Pillow's readers raise whatever they stumble over.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = BytesIO(content) if isinstance(content, bytes) else content
        with Image.open(file, formats=FORMATS) as image:
            yield image


def size_of(image: Any) -> tuple[int, int]:
    """Width and height as the picture is seen: cameras note that it has to be turned, Pillow turns TIFF by itself."""
    width, height = image.size
    try:
        is_turned = image.format != "TIFF" and image.getexif().get(_ORIENTATION) in _TURNED
    except Exception:  # EXIF that is broken says nothing
        is_turned = False
    return (height, width) if is_turned else (width, height)


def _too_many_pixels(path: Path, width: int = 0, height: int = 0) -> Refused:
    return Refused(
        "photo-too-large",
        _("{path} has {width} × {height} pixels, too many to be a photo.", path=path, width=width, height=height)
        if width
        else _("{path} has too many pixels to be a photo.", path=path),
        _("Export it again with at most {count} million pixels.", count=MAX_PIXELS // 1_000_000),
    )
