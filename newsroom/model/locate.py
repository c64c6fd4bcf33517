"""From a stretch of a field's text back to the file: rules see text in NFC with LF ends and without YAML's quotes."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from newsroom.model.article import Article
from newsroom.model.place import Place
from newsroom.model.text import normal

_UNEVEN = r"\r\n?|[^\r\n][\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u1100-\u11ff\u3099\u309a\u20d0-\u20ff]+"
_SINGLE = r"[\u0340-\u0374\u0958-\u0a5e\u1f71-\u2126\u2adc\uf900-\ufb4e\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1d]"

Span = tuple[int, int]


class Locator:
    """Finds places in the file of one article; what it works out of a field it keeps."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._fields: dict[str, tuple[int, _Joints] | None] = {}

    def span(self, field: str, start: int, end: int) -> Span | None:
        """Where a stretch of a field's text lies in `article.text`; None where YAML writes that text otherwise."""
        if field not in self._fields:
            at, raw = self._raw(field)
            self._fields[field] = (at, _Joints(raw)) if raw is not None else None
        known = self._fields[field]
        return known and (known[0] + known[1].raw_offset(start), known[0] + known[1].raw_offset(end))

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the file's text; what of it goes beyond its first line is not marked."""
        line = bisect_right(self._lines, start)
        line_start, next_start = self._lines[line - 1], self._lines[line]
        return Place(line, start - line_start + 1, max(min(end, next_start - 1) - start, 0))

    def offset(self, place: Place) -> int:
        """Where in the file's text that place is."""
        line = min(place.line, len(self._lines))  # of a file that is no text, only the line is known
        return self._lines[line - 1] + place.column - 1

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, and where one more would."""
        return list(accumulate((len(line) + 1 for line in self._article.text.split("\n")), initial=0))

    def _raw(self, field: str) -> tuple[int, str | None]:
        """Where a field's text begins in the file, and how it stands there."""
        text, place = self._article.text, self._article.places.get(field)
        if field == "body":
            return self._article.body_at, text[self._article.body_at :]
        if place is None:
            return 0, None
        begin = self.offset(place)
        raw = text[begin : begin + place.length]
        quote = raw[:1] if raw[:1] in ("'", '"') else ""
        value = raw[1:-1] if quote else raw
        if "\n" in value or raw[:1] in ("|", ">") or (quote and ("\\" in value or "''" in value)):
            return 0, None  # folded over lines, or with escapes
        return begin + len(quote), value


class _Joints:
    """From offsets in `normal(raw)` to those in `raw`: they part behind each stretch that is longer in one of them."""

    def __init__(self, raw: str) -> None:
        self._ours, self._theirs = [0], [0]
        if (raw.isascii() and "\r" not in raw) or normal(raw) == raw:
            return
        mine = yours = 0
        for match in re.finditer(rf"{_UNEVEN}|{_SINGLE}", raw):
            mine += match.start() - yours + len(normal(match[0]))
            yours = match.end()
            self._ours.append(mine)
            self._theirs.append(yours)

    def raw_offset(self, at: int) -> int:
        """The offset in `raw` of what stands at `at` in its normal form."""
        nearest = bisect_right(self._ours, at) - 1
        return self._theirs[nearest] + at - self._ours[nearest]
