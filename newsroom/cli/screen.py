"""What a user sees: data on standard output, messages on standard error, in colour only on a terminal."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TextIO

from newsroom.model.text import display_width, printable, shorten, wrap

_GAP = 2  # columns between those of a table
_NARROWEST = 8
_C1 = r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]"


@dataclass(slots=True)
class Settings:
    """What the global options say, for the run of one command."""

    no_input: bool = False
    no_color: bool = False
    json: bool = False


settings = Settings()


def is_interactive() -> bool:
    """Whether questions may be asked: on a terminal, and unless `--no-input` says otherwise."""
    return not settings.no_input and sys.stdin.isatty() and sys.stderr.isatty()


def has_color(stream: TextIO) -> bool:
    """Whether `stream` takes colour."""
    plain = settings.no_color or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def say(text: str) -> None:
    """A message to the user, on standard error; on a terminal no word of it is cut in two."""
    lines = text.split("\n")
    if sys.stderr.isatty() and "\x1b" not in text:
        lines = [folded for line in lines for folded in _fold(line)]
    print("\n".join(lines), file=sys.stderr, flush=True)


def _fold(line: str) -> list[str]:
    """A line in as many as the terminal needs, all indented as it is."""
    if len(line) * 2 <= width():  # as wide as it can be
        return [line]
    indent = line[: len(line) - len(line.lstrip(" "))]
    return [indent + folded for folded in wrap(line, width() - len(indent))]


def show(text: str) -> None:
    """Data, on standard output."""
    print(text)


def show_json(value: Mapping[str, Any]) -> None:
    """A JSON document, on standard output; `schema_version` is added by who has a contract for it."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    show(re.sub(_C1, lambda match: f"\\u{ord(match[0]):04x}", text))


def paint(text: str, stream: TextIO, **style: Any) -> str:
    """`text` in colour (`fg="red", bold=True`), where `stream` takes it."""
    import typer

    return typer.style(text, **style) if has_color(stream) else text


def width() -> int:
    """Columns of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    flexible: Sequence[int],
    floors: Mapping[int, int] | None = None,
    colors: Mapping[int, Sequence[str]] | None = None,
    title: tuple[str, str] | None = None,
) -> None:
    """A table: in columns on a terminal, where the `flexible` ones give way; else with tabs, whole, for programs.

    `floors` are the widths that a column keeps the longest, `colors` the colour of each cell of a column, `title` what
    stands above, at the left and at the right; programs get neither colour nor title.
    """
    clean = [[printable(cell.replace("\t", " ").replace("\n", " ")) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in clean:
            show("\t".join(row))
        return
    columns = list(zip(head, *clean, strict=True))
    numeric = [bool(at) and all(map(_is_number, cells[1:])) for at, cells in enumerate(columns)]
    gaps = [1 if right or after else _GAP for right, after in pairwise(numeric)] + [0]
    widths = _fitted([max(map(display_width, cells)) for cells in columns], sum(gaps), flexible, floors or {})
    if title:
        left, right = map(printable, title)
        space = sum(widths) + sum(gaps) - display_width(left) - display_width(right)
        show(left + " " * max(space, _GAP) + right)
    for number, row in enumerate([list(head), *clean], -1):
        cells = [_set(cell, size, right) for cell, size, right in zip(row, widths, numeric, strict=True)]
        for at, shades in (colors or {}).items():
            if number >= 0 and shades[number]:
                cells[at] = paint(cells[at], sys.stdout, fg=shades[number])
        line = "".join(cell + " " * gap for cell, gap in zip(cells, gaps, strict=True)).rstrip()
        show(line if number >= 0 else paint(line, sys.stdout, bold=True))


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?[0-9]*%?", cell))


def _fitted(widths: list[int], gaps: int, flexible: Sequence[int], floors: Mapping[int, int]) -> list[int]:
    """The widths of columns in the terminal's: those that are farthest above their floor give way first."""
    narrow = dict.fromkeys(flexible, _NARROWEST)
    for floor in ({**narrow, **floors}, narrow, dict.fromkeys(flexible, _NARROWEST // 2)):
        while sum(widths) + gaps > width():
            widest = max(flexible, key=lambda column: widths[column] - floor[column])
            if widths[widest] <= floor[widest]:
                break
            widths[widest] -= 1
    return widths


def _set(cell: str, size: int, right: bool) -> str:
    cell = shorten(cell, size)
    space = " " * (size - display_width(cell))
    return space + cell if right else cell + space


def paragraph(text: str) -> None:
    """Prose, set to the terminal's width."""
    for line in wrap(text, min(width(), 80)):
        show(line)
