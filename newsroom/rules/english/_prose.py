"""Running text: where a rule about numbers, names or marks may look, and where it has to keep quiet."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from newsroom.model.piece import Paragraph, Piece
from newsroom.rules.copy import CAPTION, Copy

TEXTS = ("body", CAPTION)
_NEAR = 300  # how far a mark that decides may stand from what it decides on, in characters
_QUOTATION = 2000  # the longest quotation


def places(copy: Copy, pattern: str) -> Iterator[tuple[Piece, re.Match[str]]]:
    """Where a pattern matches running text. It is fast where it begins with one plain character, a blank even."""
    for piece in copy.pieces_of(*TEXTS):
        for match in re.finditer(pattern, piece.text):
            if is_running(copy, piece, match.start()):
                yield piece, match


def is_running(copy: Copy, piece: Piece, at: int) -> bool:
    """Whether sentences stand there: no list, no subhead, no verse, no table, no code. Other fields always do."""
    if piece.field != "body":
        return True
    paragraph = paragraph_at(copy, at)
    if paragraph is None or paragraph.sort != "text":
        return False
    here = at - paragraph.start
    return not any(mark in paragraph.text[max(0, here - _NEAR) : here + _NEAR] for mark in "|\t")


def paragraph_at(copy: Copy, at: int) -> Paragraph | None:
    """The paragraph of the body around an offset."""
    index = bisect_right(copy.paragraphs, at, key=lambda paragraph: paragraph.start) - 1
    return copy.paragraphs[index] if index >= 0 else None


def is_quoted(text: str, at: int) -> bool:
    """Whether an offset lies within a quotation of its paragraph: what somebody said is not rewritten."""
    start = max(0, at - _QUOTATION, text.rfind("\n\n", max(0, at - _QUOTATION), at) + 1)
    if text.rfind("“", start, at) > text.rfind("”", start, at):
        return True
    return text.count('"', start, at) % 2 == 1


def before(text: str, at: int, length: int = 40) -> str:
    """What stands right before an offset."""
    return text[max(0, at - length) : at]
