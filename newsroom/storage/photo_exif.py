"""EXIF, where cameras, telephones and Windows note what they know of a photo.

Source: CIPA DC-008 (Exif 2.32); the XP… tags are Microsoft's, UTF-16 in little-endian order.
"""

from collections.abc import Mapping
from typing import Any

from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.storage.photo_text import MAX_BYTES, caption, decoded, moment, name, plain

_DESCRIPTION, _ARTIST, _COPYRIGHT = 0x010E, 0x013B, 0x8298
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
_USER_COMMENT, _TAKEN = 0x9286, 0x9003


def read_exif(base: Mapping[int, Any], more: Mapping[int, Any], *, is_little_endian: bool) -> PhotoMetadata:
    """What the tags say: `base` of the photo itself, `more` of its Exif directory."""
    captions = (
        _text(base.get(_DESCRIPTION)),
        _windows_text(base.get(_XP_COMMENT)),
        _windows_text(base.get(_XP_TITLE)),
        _comment(more.get(_USER_COMMENT), is_little_endian=is_little_endian),
    )
    artists = (_text(base.get(_ARTIST)), _windows_text(base.get(_XP_AUTHOR)))
    return PhotoMetadata(
        caption=next(filter(None, map(caption, captions)), ""),
        creator=next(filter(None, map(name, artists)), ""),
        copyright=plain(_text(base.get(_COPYRIGHT))),
        taken=moment(_text(more.get(_TAKEN))),
    )


def _text(value: object) -> str:
    """A text in what Exif calls ASCII: any encoding, which Pillow passes on as Latin-1."""
    if isinstance(value, str):
        value = value.encode("latin-1", "ignore")
    return decoded(value) if isinstance(value, bytes) else ""


def _windows_text(value: object) -> str:
    return _utf16(value, "utf-16-le") if isinstance(value, bytes) else ""


def _comment(value: object, *, is_little_endian: bool) -> str:
    """A comment, which names its encoding in its first eight bytes."""
    if not isinstance(value, bytes):
        return ""
    encoding, text = value[:8], value[8:]
    if encoding == b"UNICODE\0":
        return _utf16(text, "utf-16-le" if is_little_endian else "utf-16-be")
    return decoded(text)


def _utf16(raw: bytes, encoding: str) -> str:
    """What stands before the first NUL, with which some cameras fill up 64 KB; cut where it is far too long."""
    return raw[: 2 * MAX_BYTES].decode(encoding, "ignore").partition("\0")[0]
