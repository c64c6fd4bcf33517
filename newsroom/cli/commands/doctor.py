"""`newsroom doctor`."""

import locale
import sys
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from newsroom import __version__
from newsroom.cli.editor import editor_for
from newsroom.cli.options import DryRun, Json
from newsroom.cli.screen import has_color, paint, show, show_json, width
from newsroom.desk.doctor.check import Check, Surroundings
from newsroom.desk.doctor.examine import examine, mended
from newsroom.errors import ExitCode, Refused, UsageError
from newsroom.locale import _, listed, plural
from newsroom.model.text import display_width, wrap
from newsroom.reports import SCHEMA_VERSION

FOR = "setup"

_MARK_WORDS = {"ok": "ok", "note": "note", "problem": "problem", "fixed": "fixed"}
_COLORS = {"ok": "green", "note": "yellow", "problem": "red", "fixed": "green"}

_GAP = 2  # columns behind a mark
_NARROWEST = 20


def doctor(
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend, and say what was done.")] = False,
    dry_run: DryRun = False,
    selftest: Annotated[
        bool,
        typer.Option("--selftest", help="Try on this machine's file system that nothing is lost; 10 to 20 seconds."),
    ] = False,
    json: Json = False,
) -> None:
    """Look for what may keep the newsroom from working; exit code 1 when there is a problem.

    It looks at git, at who you are, at this machine and at the newsroom's own files, and says of each what to do. It
    works outside of a newsroom, too, and in one that is broken.

    Where newsroom was killed while it wrote, --fix finishes the change or takes it back; a text that was rescued then,
    it puts in again.

    --selftest looks at none of this. In a folder of its own, which is deleted at the end, it has several people file at
    once and kills commands while they write: it says what a newsroom on this disk can be trusted with.

    Examples:
      newsroom doctor
      newsroom doctor --fix --dry-run
      newsroom doctor --selftest
      newsroom doctor --json
    """
    if fix and selftest:
        raise UsageError(
            "not-both",
            _("There is nothing to mend in a trial: {flags}.", flags="--selftest, --fix"),
            _("Leave one of them out."),
        )
    checks = []
    with closing(_selftest() if selftest else examine(Path.cwd(), _surroundings())) as found:
        for check in found:
            checks.append(mended(check) if fix and not dry_run else check)
            if not json:
                _show(checks[-1])
                sys.stdout.flush()
    if json:
        show_json({"schema_version": SCHEMA_VERSION, "checks": [check.as_json() for check in checks]})
    else:
        _sum_up(checks)
        if dry_run:
            show(_("Nothing was changed."))
    if any(check.state == "problem" for check in checks):
        raise typer.Exit(ExitCode.FINDINGS)


def _selftest() -> Generator[Check, None, None]:
    from newsroom.desk.selftest.selftest import selftest

    return selftest(Path.cwd())


def _surroundings() -> Surroundings:
    try:
        editor = editor_for(Path.cwd())
    except Refused:  # without git, which is found out there
        editor = "vi"
    return Surroundings(__version__, editor, locale.getencoding(), width(), sys.stdout.isatty(), has_color(sys.stdout))


def _show(check: Check) -> None:
    mark = "fixed" if check.fixed else check.state
    size = max(display_width(_(word)) for word in _MARK_WORDS.values()) + _GAP
    word, indent = _(_MARK_WORDS[mark]), " " * size
    first, *rest = _lines(check.message.replace("\n", " "), width() - size)
    show(paint(word, sys.stdout, fg=_COLORS[mark], bold=True) + " " * (size - display_width(word)) + first)
    for line in rest:
        show(indent + line)
    for line in check.way_out.splitlines():  # in one piece, to be copied
        show(indent + paint(line, sys.stdout, fg="cyan"))


def _lines(text: str, columns: int) -> list[str]:
    return wrap(text, max(columns, _NARROWEST)) if sys.stdout.isatty() else [text]


def _sum_up(checks: list[Check]) -> None:
    problems, notes = (sum(check.state == state for check in checks) for state in ("problem", "note"))
    counted = [
        plural(problems, "{count} problem", "{count} problems"),
        plural(notes, "{count} note", "{count} notes"),
    ]
    if fixed := sum(check.fixed for check in checks):
        counted.append(_("{count} fixed", count=fixed))
    fixable = sum(check.mend is not None for check in checks)
    show(_("{counts}.", counts=listed(counted)))
    if fixable:
        show(plural(fixable, "To mend one: newsroom doctor --fix", "To mend {count}: newsroom doctor --fix"))
