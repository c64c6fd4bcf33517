"""Findings on the terminal."""

import sys
from typing import Any

from newsroom.cli.screen import paint, say, show, width
from newsroom.model.finding import Report
from newsroom.reports.text import as_text

_COLORS: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "place": {"bold": True},
    "help": {"fg": "cyan"},
}


def show_findings(report: Report, *, to_stderr: bool = False) -> None:
    """Print a report; where it goes with other data, to standard error."""
    stream = sys.stderr if to_stderr else sys.stdout
    for line in as_text(report, width=width(), paint=lambda text, what: paint(text, stream, **_COLORS[what])):
        (say if to_stderr else show)(line)
