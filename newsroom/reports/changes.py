"""What changed in a text: a row of the terminal for each line, a long paragraph cut to where it differs."""

import difflib
from collections.abc import Callable, Iterator

from newsroom.locale import _, plural
from newsroom.model.text import display_width, printable, shorten

Paint = Callable[[str, str], str]  # given a row and what it is ("old", "new", "place")

_LEAD = 6  # characters of a long line that are shown before its first difference


def as_diff(before: str, after: str, *, width: int, paint: Paint, most: int = 30) -> Iterator[str]:
    """The rows of what was taken out and put in, at most `most` of them; then how many more there are."""
    rows = list(_rows(before.splitlines(), after.splitlines(), width))
    for kind, row in rows[:most]:
        yield paint(row, kind)
    if len(rows) > most:
        yield plural(len(rows) - most, "… and {count} more line", "… and {count} more lines")


def _rows(before: list[str], after: list[str], width: int) -> Iterator[tuple[str, str]]:
    for sort, first, last, start, end in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if sort == "equal":
            continue
        old, new = before[first:last], after[start:end]
        yield "place", _("line {line}:", line=start + 1)
        for sign, kind, lines, others in (("-", "old", old, new), ("+", "new", new, old)):
            for number, line in enumerate(lines):
                other = others[number] if len(old) == len(new) else ""
                yield kind, f"{sign} {_cut(printable(line), printable(other), width - 2)}".rstrip()


def _cut(line: str, other: str, width: int) -> str:
    """`line` in `width` columns, from a little before the place where it differs from `other`."""
    same = next((at for at, (one, two) in enumerate(zip(line, other, strict=False)) if one != two), len(other))
    start = same - _LEAD
    if display_width(line) > width and start > 0:
        line = "…" + line[start:]
    return shorten(line, width)
