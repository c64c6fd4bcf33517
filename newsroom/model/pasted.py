"""Pasted text: what no paper prints is taken out of it and named, with its place."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsroom.model.text import normal

Sort = Literal["control", "direction", "invisible"]

# Word's line break within a paragraph, a page break, and Unicode's own line and paragraph ends.
LINE_ENDS = r"[\x0b\x0c\x1c-\x1e\u2028\u2029]"
_STEERING = (
    r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\))"  # of a terminal, copied with the text
)
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_TAKEN_OUT = rf"{_STEERING}|[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff{_DIRECTION}{_INVISIBLE}]"
_WHITE = str.maketrans("\r\n\t", "   ")
_JOINERS = "\u200c\u200d"
# Scripts in which a joiner changes how letters are written (Arabic to Tibetan, Mongolian), and emoji.
_JOINED = r"[\u0600-\u08ff\u0900-\u0fff\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Removed:
    """A character that no paper prints: its sort and code, and where it stood; both count from 1."""

    sort: Sort
    code: str  # U+202E
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without such characters. `unsafe` are those without which it would say or look something else."""

    text: str
    removed: tuple[Removed, ...]
    unsafe: tuple[Removed, ...]


def clean(text: str) -> Cleaned:
    """Take out of `text` what no paper prints: control characters, marks of direction, invisible ones.

    Line ends of every sort become LF, and all is in NFC. Not safe to take out are C1 controls and halves of characters
    (what is left of another encoding, quotes most often), marks of direction beside letters that are written from
    right to left, and joiners between letters that they shape.
    """
    return take_out(normal(re.sub(LINE_ENDS, "\n", text)))


def take_out(text: str) -> Cleaned:
    """As `clean`, with line ends and letters left as they are."""
    if text.isascii() and text.translate(_WHITE).isprintable():
        return Cleaned(text, (), ())
    removed: list[Removed] = []
    unsafe: list[Removed] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match, sort, is_safe in unprinted(line):
            found = Removed(sort, f"U+{ord(match[0][0]):04X}", number, match.start() + 1)
            (removed if is_safe else unsafe).append(found)
    return Cleaned(re.sub(_TAKEN_OUT, "", text), tuple(removed), tuple(unsafe))


def unprinted(line: str) -> Iterator[tuple[re.Match[str], Sort, bool]]:
    """What no paper prints in a line: where it stands, its sort, and whether it is safe to take out."""
    is_right_to_left: bool | None = None
    for match in re.finditer(_TAKEN_OUT, line):
        sort = _sort(match[0])
        if sort == "direction" and is_right_to_left is None:
            is_right_to_left = any(unicodedata.bidirectional(near) in _RIGHT_TO_LEFT for near in line)
        yield match, sort, not is_right_to_left if sort == "direction" else _is_safe(line, match)


def _sort(found: str) -> Sort:
    if re.match(f"[{_DIRECTION}]", found):
        return "direction"
    return "invisible" if re.match(f"[{_INVISIBLE}]", found) else "control"


def _is_safe(line: str, match: re.Match[str]) -> bool:
    letter = match[0][0]
    if "\x80" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff":
        return False
    if letter in _JOINERS:
        return not re.fullmatch(_JOINED, line[match.start() - 1 : match.start()])
    return True
