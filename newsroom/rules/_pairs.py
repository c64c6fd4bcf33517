"""Marks that come in pairs: which of them have no fellow, and the words by which a reader finds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsroom.model.piece import Paragraph, unblanked
from newsroom.rules.copy import Copy

_SHOWN = 10  # characters beside a mark


@dataclass(frozen=True, slots=True)
class Lone:
    """The first mark without a fellow in a paragraph: an opening one, a closing one, or one of each."""

    opening: int | None = None
    closing: int | None = None

    @property
    def is_turned(self) -> bool:
        """Whether a closing mark stands where the opening one should, and the other way round."""
        return self.opening is not None and self.closing is not None and self.closing < self.opening


def texts_of(copy: Copy, opening: str, closing: str) -> Iterator[tuple[str, list[Paragraph]]]:
    """The pieces in which something may be wrong with such marks, each as its paragraphs.

    `opening` and `closing` hold one mark or several that stand for each other.
    """
    if _are_paired(copy.joined, opening, closing):  # then they are in each piece
        return
    for piece in copy.pieces:
        if _are_paired(piece.text, opening, closing):
            continue
        if piece.field == "body":
            yield "body", [paragraph for paragraph in copy.paragraphs if paragraph.sort != "code"]
        else:
            yield piece.field, [Paragraph(piece.text, 0, "text")]


def _are_paired(text: str, opening: str, closing: str) -> bool:
    """Whether each opening mark has its closing one in the same line, with no other between."""
    there = sum(map(text.count, opening))
    is_even = there == sum(map(text.count, closing))
    return is_even and (not there or there == len(re.findall(_pair(opening, closing), text)))


@cache
def _pair(opening: str, closing: str) -> str:
    return rf"[{re.escape(opening)}][^{re.escape(opening + closing)}\n]*[{re.escape(closing)}]"


def lone(text: str, tokens: str) -> Lone:
    """The marks without a fellow; `tokens` is a pattern with a group `open`, and all else that it finds closes.

    What is in its group `maybe` closes only what is open.
    """
    opened: list[int] = []
    closed: int | None = None
    turned = 0
    for match in re.finditer(tokens, text):
        if match.lastgroup == "open":
            opened.append(match.end() - 1)
        elif opened:
            opened.pop()
        elif match.lastgroup != "maybe":
            closed = match.end() - 1 if closed is None else closed
            turned += 1
    if opened and closed is not None and turned != len(opened):
        return Lone(opening=opened[0])
    return Lone(opened[0] if opened else None, closed)


def words_from(text: str, at: int) -> str:
    """An opening mark and what follows it."""
    words = unblanked(text[at : at + _SHOWN].split("\n")[0])
    return words + ("…" if len(text) > at + _SHOWN else "")


def words_to(text: str, at: int) -> str:
    """A closing mark and what stands before it."""
    start = max(0, at + 1 - _SHOWN)
    return ("…" if start else "") + unblanked(text[start : at + 1].split("\n")[-1])
