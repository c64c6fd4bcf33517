"""`newsroom tour`."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import newsroom as package
from newsroom.cli.screen import paint, say, show, width
from newsroom.desk.tour import Step, plan_tour
from newsroom.locale import _, spoken
from newsroom.model.text import display_width

FOR = "setup"


def tour(
    keep: Annotated[bool, typer.Option("--keep", help="Leave the scratch newsroom there to try more.")] = False,
) -> None:
    """Show the whole job on a scratch newsroom: each command, and what it does.

    Nothing of yours is touched: it works in a folder of its own, with a git identity of its own.

    Examples:
      newsroom tour
      newsroom tour --keep
    """
    folder = Path(tempfile.mkdtemp(prefix="newsroom-tour-"))
    try:
        for number, step in enumerate(plan_tour(folder, spoken(), date.today()), 1):
            _run(number, step, folder)
    finally:
        if not keep:
            import shutil

            shutil.rmtree(folder, ignore_errors=True)
    say("")
    say(_("That was the whole job. To start your own: newsroom init"))
    if keep:
        show(str(folder))


def _run(number: int, step: Step, folder: Path) -> None:
    show("")
    show(paint(f"{number}. {step.why}", sys.stdout, bold=True))
    show(paint("$ " + _command_line(step.command), sys.stdout, fg="green"))
    sys.stdout.flush()
    program = [sys.executable, "-m", "newsroom"]
    command = [*program, *step.command[1:]]
    # Nobody is asked anything, though this is a terminal: the tour runs by itself.
    done = subprocess.run(command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode != step.ends_with:
        raise RuntimeError(f"{step.command} ended with {done.returncode}, not {step.ends_with}")


def _command_line(command: Sequence[str]) -> str:
    """The command as it would be typed, on several lines where it is long."""
    line = shlex.join(command)
    if display_width(line) <= width() - 4:
        return line
    words = [shlex.quote(word) for word in command]
    lines, current = [], ""
    for word in words:
        if current and word.startswith("--"):
            lines.append(current)
            current = "    " + word
        else:
            current = f"{current} {word}" if current else word
    return " \\\n".join([*lines, current])


def _environment() -> dict[str, str]:
    """A world in which neither the user's git settings nor their hooks matter, and ours is the code that runs."""
    name, email = _("Lin Xiaoman"), "desk@example.com"
    home = str(Path(package.__file__).parent.parent)
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "NEWSROOM_"))},
        "PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH")))),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
        "NEWSROOM_LANG": spoken(),
    }
