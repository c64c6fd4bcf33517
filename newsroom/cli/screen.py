"""What a user sees: data on standard output, messages on standard error, in colour only on a terminal."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    """A message to the user, on standard error."""
    print(text, file=sys.stderr, flush=True)


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


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, flexible: Sequence[int]) -> None:
    """A table: in columns on a terminal, where the `flexible` ones give way; else with tabs, whole, for programs."""
    clean = [[printable(cell.replace("\t", " ").replace("\n", " ")) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in clean:
            show("\t".join(row))
        return
    columns = list(zip(head, *clean, strict=True))
    widths = [max(map(display_width, cells)) for cells in columns]
    numeric = [all(cell.isdigit() or not cell for cell in cells[1:]) for cells in columns]
    while sum(widths) + _GAP * (len(widths) - 1) > width():
        widest = max(flexible, key=lambda column: widths[column])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    for number, row in enumerate([list(head), *clean]):
        cells = [_set(cell, size, right) for cell, size, right in zip(row, widths, numeric, strict=True)]
        line = (" " * _GAP).join(cells).rstrip()
        show(line if number else paint(line, sys.stdout, bold=True))


def _set(cell: str, size: int, right: bool) -> str:
    cell = shorten(cell, size)
    space = " " * (size - display_width(cell))
    return space + cell if right else cell + space


def paragraph(text: str) -> None:
    """Prose, set to the terminal's width."""
    for line in wrap(text, min(width(), 80)):
        show(line)
