"""What changes in a text, on the terminal."""

import sys
from typing import Any

from newsroom.cli.screen import paint, say, width
from newsroom.desk.edit_text import as_shown
from newsroom.locale import _
from newsroom.reports.changes import as_diff

_COLORS: dict[str, dict[str, Any]] = {"old": {"fg": "red"}, "new": {"fg": "green"}, "place": {"fg": "cyan"}}


def say_difference(before: bytes, after: bytes) -> None:
    """Say which lines go and which come, of text in whatever encoding it is."""
    rows = as_diff(
        as_shown(before),
        as_shown(after),
        width=width(),
        paint=lambda row, kind: paint(row, sys.stderr, **_COLORS[kind]),
    )
    for row in list(rows) or [_("Only its encoding or its line ends change.")]:
        say(row)
