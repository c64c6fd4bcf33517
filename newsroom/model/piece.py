"""The texts of an article that are printed, and the paragraphs of its body: what rules about copy look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Sort = Literal["text", "subhead", "list", "verse", "quote", "table", "code"]

# What stands in for a character of an address, of code or of Markdown's own: no rule has anything to say of it.
BLANK = "\ufffc"

# In an address a bracket belongs to it where its fellow does, and a mark at the end to the sentence around it.
_IN_URL = r"A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%"
_ADDRESSES = (
    r"`[^`\n]+`|<[A-Za-z!/][^<>\n]*>|(?<=\])\([^()\n]*\)"
    rf"|(?:https?://|ftp://|www\.)(?:[{_IN_URL}]|\([{_IN_URL}]*\))*(?:[A-Za-z0-9\-_~/#@$&*+=%]|\([{_IN_URL}]*\))"
    r"|(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}"
)
_ADDRESS_SIGNS = ("`", "<", "](", "://", "www.", "@")
_FENCES = ("```", "~~~")
_SUBHEAD = r"#{1,6}[ \t]|\*\*[^*\n]+\*\*[ \t]*\Z"
_LIST = r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]"
_MARKED = frozenset("#*>|-+0123456789 \t\u3000")  # with one of these begins what is no plain line
_SENTENCE_ENDS = (*"。.！!？?…；;：:”’」』）)",)
_VERSE_LINE = 32  # the longest line that is still one of a poem, in characters
_STOPS = "，,。.；;：:！!？?、…"
_WRAPPED_WITHIN = 3  # lines that were broken by a width differ by no more characters than these
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


def unblanked(text: str) -> str:
    """`text` as it is shown: what was blanked in it is an ellipsis."""
    return re.sub(f"{BLANK}+", "…", text) if BLANK in text else text


def paragraphs_of(body: str) -> Iterator[Paragraph]:
    """The paragraphs of a blanked body.

    Between gaps, each line is a paragraph where a paper's copy has it so: long lines that end a sentence. Short lines
    together are verse, lines of one width were broken by it. Code between fences is one paragraph.
    """
    block: list[str] = []
    start = at = 0
    fence = ""
    for line in body.split("\n"):
        if not block:
            start = at
        at += len(line) + 1
        if fence:
            block.append(line)
            if line.startswith(fence):
                yield Paragraph("\n".join(block), start, "code")
                block, fence = [], ""
        elif line.startswith(_FENCES):
            yield from _of_lines(block, start)
            block, start, fence = [line], at - len(line) - 1, line[:3]
        elif line and not line.isspace():
            block.append(line)
        elif block:
            yield from _of_lines(block, start)
            block = []
    if fence:
        yield Paragraph("\n".join(block), start, "code")
    else:
        yield from _of_lines(block, start)


def _of_lines(lines: list[str], start: int) -> Iterator[Paragraph]:
    if len(lines) == 1:
        yield Paragraph(lines[0], start, _sort(lines[0]))
    if len(lines) <= 1:
        return
    block = "\n".join(lines)
    sorts = [_sort(line) for line in lines]
    plain = set(sorts) <= {"text", "subhead"}
    if plain and all(len(line.strip()) <= _VERSE_LINE for line in lines):
        yield Paragraph(block, start, "verse")
        return
    if plain and (_is_latin(block, sorts) or _is_wrapped(lines)):
        yield Paragraph(block, start, "text")
        return
    for line, sort in zip(lines, sorts, strict=True):
        yield Paragraph(line, start, sort)
        start += len(line) + 1


def _is_latin(block: str, sorts: list[Sort]) -> bool:
    """Latin copy is often wrapped by hand; a last line may be short enough for a subhead."""
    return set(sorts[:-1]) == {"text"} and not re.search(r"[\u4e00-\u9fff]", block)


def _is_wrapped(lines: list[str]) -> bool:
    *above, last = map(len, lines)
    is_even = len(above) > 1 and max(above) - min(above) <= _WRAPPED_WITHIN and last <= max(above)
    return is_even and not all(line.rstrip().endswith(_SENTENCE_ENDS) for line in lines)


def _sort(line: str) -> Sort:
    if line[0] in _MARKED:
        if re.match(_SUBHEAD, line):
            return "subhead"
        if re.match(_LIST, line):
            return "list"
        mark = line.lstrip()[:1]
        if mark in ("|", ">"):
            return "table" if mark == "|" else "quote"
    text = line.strip()
    if "\t" in text:
        return "table"
    if len(text) <= _SUBHEAD_LENGTH and not any(mark in _STOPS for mark in text):
        return "subhead"
    return "text"
