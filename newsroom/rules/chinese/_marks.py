"""Which half-width marks stand in Chinese text, and what should stand there: all that this depends on is here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

HAN = "\u3400-\u9fff\u3007"
_CLOSING = "”’）》〉】」』…％"
_BESIDE = rf"[{HAN}{_CLOSING}]"  # what a mark of Chinese text stands behind

# A mark that may be one of Chinese text; the points of 46.3, the commas of 1,200 and the colons of 10:30 are none.
# The mark itself comes first, since a search for one of some characters is fast.
MAY_BE_CHINESE = rf'[;?!()",.:](?:(?<=[;?!()"])|(?<=[,:])(?!\d)|(?<=[{HAN}{_CLOSING}].))'

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_BRACKETS = r"[()（）]"
_QUOTES = r'["“”]'
_SINGLES = r"[,;:]|[?!]+|(?<!\.)\.(?!\.)"
_BETWEEN = " *_["  # a blank, and what makes letters bold or a link
_LONGEST_LINE = 20_000  # characters; no copy has a paragraph like this, nor as many of them as this:
_MOST_LINES = 5000
_SENTENCE = 8  # Chinese characters; a line with a point at its end and fewer of them may be a title or a number
_NO_MARKS = (
    r"&#?\w{1,8};"  # an entity of HTML
    r"|[:;]-?\)|[:;]-\("  # a face
    r"|!\["  # a picture
    r"|(?m:^[ \t]*(?:\d{1,3}|[A-Za-z])\))"  # the number of an item
)


@dataclass(frozen=True, slots=True)
class HalfWidth:
    """A half-width mark of Chinese text, with the blanks that a full-width one does without.

    `full` is what should stand there; None where only a person knows.
    """

    start: int
    end: int
    full: str | None


def half_width_marks(text: str) -> Iterator[HalfWidth]:
    """The half-width marks in `text` that are part of Chinese text, in order."""
    for start, line in islice(_lines(text), _MOST_LINES):
        if len(line) <= _LONGEST_LINE and _is_chinese(line):
            for mark in _marks_of(line):
                yield HalfWidth(start + mark.start, start + mark.end, mark.full)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines in which there may be something to find, with their offsets."""
    pattern, at = re.compile(MAY_BE_CHINESE), 0
    while match := pattern.search(text, at):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
        at = end if end >= 0 else len(text)
        yield start, text[start:at]


def _is_chinese(line: str) -> bool:
    """Whether a line is Chinese with or without words in Latin letters, and not the other way round."""
    return len(re.findall(rf"[{HAN}]", line)) > len(re.findall(r"[A-Za-z]{2,}", line))


def _marks_of(line: str) -> list[HalfWidth]:
    bare = re.sub(_NO_MARKS, lambda match: "\ufffc" * len(match[0]), line)
    found = {**dict(_brackets(bare)), **dict(_quotes(bare))}
    # A mark behind a bracket or a quotation is judged as if that stood there full-width already.
    turned = list(bare)
    for at, full in found.items():
        turned[at] = full or turned[at]
    found |= _singles("".join(turned))
    return [_with_blanks(line, at, full) for at, full in sorted(found.items())]


def _brackets(line: str) -> Iterator[tuple[int, str]]:
    """Brackets around Chinese, and one whose other half is full-width; `(WTO)`, `(3)` and single ones are let be."""
    if not re.search(r"[)）]", line):
        return
    opened: list[int] = []
    for match in re.finditer(_BRACKETS, line):
        at = match.start()
        if match[0] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if "（" in (line[start], match[0]) or "）" in (line[start], match[0]) or _has_han(line[start:at]):
                yield from ((one, line[one].translate(_FULL)) for one in (start, at) if line[one] in "()")


def _quotes(line: str) -> Iterator[tuple[int, str | None]]:
    """Straight quotes around Chinese. Where they do not pair, a person has to say which opens and which closes."""
    if '"' not in line:
        return
    marks = list(re.finditer(_QUOTES, line))
    opening, closing = marks[::2], marks[1::2]
    is_paired = (
        len(opening) == len(closing)
        and all(mark[0] != "”" and not re.match(r"\d", line[mark.start() - 1 : mark.start()]) for mark in opening)
        and all(mark[0] != "“" for mark in closing)
    )
    for first, last in zip(opening, closing, strict=False) if is_paired else ():
        if _is_quoted_chinese(line, first.start(), last.start()):
            yield from ((one.start(), full) for one, full in ((first, "“"), (last, "”")) if one[0] == '"')
    if not is_paired:
        beside = rf'(?<=[{HAN}，。；：！？、,:])"|"(?=[{HAN}，。；：！？、])'
        yield from ((match.start(), None) for match in re.finditer(beside, line))


def _is_quoted_chinese(line: str, start: int, end: int) -> bool:
    inner = line[start + 1 : end]
    beside = line[max(start - 1, 0) : start] + line[end + 1 : end + 2]
    return _has_han(inner) or (not re.search(r"[A-Za-z]", inner) and _has_han(beside))


def _singles(line: str) -> Iterator[tuple[int, str | None]]:
    for match in re.finditer(_SINGLES, line):
        at, end = match.span()
        before = line[max(at - 4, 0) : at].rstrip(_BETWEEN)[-1:]
        after = line[end : end + 4].lstrip(_BETWEEN)[:1]
        if match[0] == ".":
            if re.match(_BESIDE, line[at - 1 : at] if at else "") and not re.match(r"[A-Za-z0-9/\\]", after):
                yield at, "。" if _ends_sentence(line, at) else None
        elif re.match(_BESIDE, before) or (_may_follow(after, before) and _may_precede(match[0], before)):
            yield from ((one, line[one].translate(_FULL)) for one in range(at, end))


def _may_follow(after: str, before: str) -> bool:
    """Whether Chinese goes on behind a mark, or the line of Chinese ends with a number and the mark."""
    return bool(re.match(rf"[{HAN}“（《]", after)) or (after in ("", "”") and bool(re.match("[0-9%]", before)))


def _may_precede(mark: str, before: str) -> bool:
    """Whether a mark behind something not Chinese belongs to the Chinese behind it: `26.4%,伊通`, not `Yahoo!公司`."""
    return bool(re.match(r"[A-Za-z0-9%+)\ufffc]", before)) and not (mark[0] == "!" and before.isalpha())


def _ends_sentence(line: str, at: int) -> bool:
    """Whether a point can be nothing but a full stop: nothing follows, or only what closes, and a sentence precedes."""
    if line[at + 1 :].strip().strip("”’）"):
        return False
    return len(re.findall(rf"[{HAN}]", line[max(at - 60, 0) : at])) >= _SENTENCE


def _with_blanks(line: str, at: int, full: str | None) -> HalfWidth:
    """The mark with a blank beside it; at the end and the beginning of a line blanks are Markdown's."""
    if full is None:
        return HalfWidth(at, at + 1, None)
    before = full not in "“”" and line[at - 1 : at] == " " and line[: at - 1].strip() != ""
    after = full not in "“”）" and line[at + 1 : at + 2] == " " and line[at + 2 :].strip() != ""
    return HalfWidth(at - before, at + 1 + after, full)


def _has_han(text: str) -> bool:
    return re.search(rf"[{HAN}]", text) is not None
