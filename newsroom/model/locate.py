"""From a stretch of a field's text back to the file: rules see text in NFC with LF ends and without YAML's quotes."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from newsroom.model.article import Article
from newsroom.model.place import Place
from newsroom.model.text import normal

_UNEVEN = r"\r\n?|[^\r\n][\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u1100-\u11ff\u3099\u309a\u20d0-\u20ff]+"
_SINGLE = r"[\u0340-\u0374\u0958-\u0a5e\u1f71-\u2126\u2adc\uf900-\ufb4e\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1d]"

Span = tuple[int, int]


def span_in_file(article: Article, field: str, start: int, end: int) -> Span | None:
    """Where `start` to `end` of a field's text lie in `article.text`; None where YAML writes that text otherwise."""
    if field == "body":
        raw = article.text[article.body_at :]
        return article.body_at + raw_offset(raw, start), article.body_at + raw_offset(raw, end)
    place = article.places.get(field)
    if place is None:
        return None
    begin = offset_of(article.text, place.line, place.column)
    raw = article.text[begin : begin + place.length]
    inner = len(raw) - len(raw.lstrip("\"'")) if raw[:1] in ("'", '"') else 0
    value = raw[inner : len(raw) - inner] if inner == 1 else raw
    if "\n" in value or (inner and ("\\" in value or "''" in value)):
        return None  # folded over lines, or with escapes
    return begin + inner + raw_offset(value, start), begin + inner + raw_offset(value, end)


def place_of(text: str, start: int, end: int) -> Place:
    """The place of a stretch of a file's text; what of it goes beyond its first line is not marked."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    end = min(end, line_end if line_end >= 0 else len(text))
    return Place(text.count("\n", 0, start) + 1, start - line_start + 1, max(end - start, 0))


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a line and a column, which count from 1."""
    at = 0
    for _line in range(line - 1):
        at = text.find("\n", at) + 1
    return at + column - 1


def raw_offset(raw: str, at: int) -> int:
    """The offset in `raw` of what stands at `at` in `normal(raw)`."""
    normalised = normal(raw)
    if normalised == raw:
        return at
    ours, theirs = [0], [0]
    for mine, yours in _joints(raw):
        ours.append(mine)
        theirs.append(yours)
    nearest = bisect_right(ours, at) - 1
    return theirs[nearest] + at - ours[nearest]


def _joints(raw: str) -> Iterator[Span]:
    """Offsets (in normal form, in `raw`) behind each stretch that has another length in normal form."""
    mine = yours = 0
    for match in re.finditer(rf"{_UNEVEN}|{_SINGLE}", raw):
        mine += match.start() - yours + len(normal(match[0]))
        yours = match.end()
        yield mine, yours
