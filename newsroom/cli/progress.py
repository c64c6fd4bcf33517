"""A bar for work that takes longer than a second, on a terminal."""

import sys
import time
from typing import Any

_AFTER = 1.0  # seconds: what is done sooner needs no bar


class Progress:
    """Told how much is done, shows a bar on standard error once it has taken a while; used in a `with`."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._from = time.monotonic() + _AFTER
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._bar:
            sys.stderr.write(
                "\r\x1b[K\x1b[?25h"
            )  # a bar is for who waits: it goes, and the cursor that it hid comes back
            sys.stderr.flush()

    def __call__(self, done: int, whole: int) -> None:
        """So many of so many are done."""
        if self._bar is None:
            if done == whole or time.monotonic() < self._from or not sys.stderr.isatty():
                return
            import typer

            self._bar = typer.progressbar(length=whole, label=self._label, file=sys.stderr, show_pos=True)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)
