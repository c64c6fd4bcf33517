"""IPTC-IIM, the block in which agencies and Photoshop keep a photo's caption.

Source: IPTC-NAA Information Interchange Model 4.1, record 2; the character set in 1:90.
"""

import datetime
from collections.abc import Iterator

from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.storage.photo_text import caption, day, decoded, moment, name, names, plain

_CHARACTER_SET, _UTF8 = (1, 90), b"\x1b%G"
_DATE, _TIME, _BYLINE, _CREDIT, _COPYRIGHT, _CAPTION = ((2, number) for number in (55, 60, 80, 110, 116, 120))
_EXPIRES = (2, 37)
_MARK = 0x1C
_MOST = 1000  # datasets


def read_iim(block: bytes) -> PhotoMetadata:
    """What the datasets of a block say; as far as they can be read."""
    if not block:
        return PhotoMetadata()
    found: dict[tuple[int, int], list[bytes]] = {}
    for number, value in _datasets(block):
        found.setdefault(number, []).append(value)
    is_utf8 = _UTF8 in found.get(_CHARACTER_SET, [])

    def texts(number: tuple[int, int]) -> list[str]:
        return [decoded(value, is_utf8=is_utf8) for value in found.get(number, [])]

    def text(number: tuple[int, int]) -> str:
        return next(iter(texts(number)), "")

    return PhotoMetadata(
        caption=caption(text(_CAPTION)),
        creator=names(texts(_BYLINE)),
        credit=name(text(_CREDIT)),
        copyright=plain(text(_COPYRIGHT)),
        taken=moment(f"{text(_DATE)} {text(_TIME)}"),
    )


def read_expiry(block: bytes) -> datetime.date | None:
    """The last day on which its owner would have it printed."""
    return next((day(decoded(value)) for number, value in _datasets(block) if number == _EXPIRES), None)


def _datasets(block: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = 0
    for _count in range(_MOST):
        if at + 5 > len(block) or block[at] != _MARK:
            return
        number, size = (block[at + 1], block[at + 2]), int.from_bytes(block[at + 3 : at + 5])
        at += 5
        if size & 0x8000:  # the length of the length
            more = size & 0x7FFF
            size = int.from_bytes(block[at : at + more]) if more <= 4 else len(block)
            at += more
        yield number, block[at : at + size]
        at += size
