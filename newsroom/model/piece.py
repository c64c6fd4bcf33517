"""The texts of an article that are printed, and the paragraphs of its body: what rules about copy look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Sort = Literal["text", "subhead", "list", "verse", "quote", "code"]

# What stands in for a character of an address, of code or of Markdown's own: no rule has anything to say of it.
BLANK = "\ufffc"

_ADDRESSES = (
    r"`[^`\n]*`|<[A-Za-z!/][^<>\n]*>|(?<=\])\([^()\n]*\)"
    r"|(?:https?://|ftp://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+"
    r"|[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}"
)
_ADDRESS_SIGNS = ("`", "<", "](", "://", "www.", "@")
_BLOCK = r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*"
_FENCE = r"(?ms)^(```|~~~)[^\n]*\n.*?(?:^\1[^\n]*$|\Z)"
_SUBHEAD = r"#{1,6}[ \t]|\*\*[^*\n]+\*\*[ \t]*\Z"
_LIST = r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]"
_VERSE_LINE = 32  # the longest line that is still one of a poem, in characters
_STOPS = "，,。.；;：:！!？?、…"
_SUBHEAD_LENGTH = 30  # without a mark at its end or within, a line of at most so many characters is a subhead


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the article that is printed, by its field; addresses and code in it are blanked (BLANK)."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `start` is its offset in the body. A line of its own, or lines without a gap."""

    text: str
    start: int
    sort: Sort


def blanked(text: str) -> str:
    """`text` with its addresses, links' targets and code blanked, as long as before."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return text
    return re.sub(_ADDRESSES, lambda match: BLANK * len(match[0]), text)


def paragraphs_of(body: str) -> Iterator[Paragraph]:
    """The paragraphs of a blanked body.

    Between gaps, each line is a paragraph where a paper's copy has it so: long lines that end a sentence. Short lines
    together are verse.
    """
    fences = [match.span() for match in re.finditer(_FENCE, body)] if "```" in body or "~~~" in body else []
    for block in re.finditer(_BLOCK, body):
        if any(start <= block.start() < end for start, end in fences):
            yield Paragraph(block[0], block.start(), "code")
        elif "\n" not in block[0]:
            yield Paragraph(block[0], block.start(), _sort(block[0]))
        else:
            yield from _of_lines(block[0], block.start())


def _of_lines(block: str, start: int) -> Iterator[Paragraph]:
    lines = block.split("\n")
    sorts = [_sort(line) for line in lines]
    if "list" not in sorts and all(len(line.strip()) <= _VERSE_LINE for line in lines):
        yield Paragraph(block, start, "verse")
        return
    is_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in block)
    if not is_chinese and set(sorts) <= {"text"}:  # Latin copy is often wrapped by hand: its lines are one paragraph
        yield Paragraph(block, start, "text")
        return
    for line, sort in zip(lines, sorts, strict=True):
        yield Paragraph(line, start, sort)
        start += len(line) + 1


def _sort(line: str) -> Sort:
    if re.match(_SUBHEAD, line):
        return "subhead"
    if re.match(_LIST, line):
        return "list"
    if line.lstrip().startswith(">"):
        return "quote"
    text = line.strip()
    if len(text) <= _SUBHEAD_LENGTH and not any(mark in _STOPS for mark in text):
        return "subhead"
    return "text"
