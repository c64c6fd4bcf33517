import os
import pty
import sys

from newsroom.cli import progress
from newsroom.cli.progress import Progress


def shown(monkeypatch, after: float) -> str:
    """What a terminal gets while three things are done."""
    monkeypatch.setattr(progress, "_AFTER", after)
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with Progress("Checking") as told:
            for done in (1, 2, 3):
                told(done, 3)
        terminal.flush()
        terminal.write("end")
        terminal.flush()
        written = b""
        while b"end" not in written:
            written += os.read(ours, 4096)
    os.close(ours)
    return written.decode()


def test_what_takes_long_shows_a_bar_that_goes_when_it_is_done(monkeypatch) -> None:
    screen = shown(monkeypatch, after=0.0)

    assert "Checking" in screen
    assert "2/3" in screen
    assert screen.endswith("\r\x1b[K\x1b[?25hend")


def test_what_is_done_at_once_shows_none(monkeypatch) -> None:
    assert shown(monkeypatch, after=3600.0) == "end"
