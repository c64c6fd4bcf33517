"""Findings on the terminal."""

import sys
from typing import Any

from newsroom.cli.screen import paint, width
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
    lines = as_text(
        report,
        width=width(),
        paint=lambda text, what: paint(text, stream, **_COLORS[what]),
        folds=stream.isatty(),
    )
    for line in lines:
        print(line, file=stream, flush=to_stderr)
