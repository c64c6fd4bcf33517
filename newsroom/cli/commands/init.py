"""`newsroom init`."""

import os
import shlex
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.cleaned import cleaned
from newsroom.cli.options import DryRun, Json
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.start_newsroom import plan_newsroom, start_newsroom
from newsroom.locale import LANGUAGES, _, spoken
from newsroom.storage.recovery import end_broken_off

FOR = "setup"

_NAMES = {"en": "English", "zh-CN": "简体中文"}  # as their own readers know them


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder; made where it is missing.")] = Path(),
    name: Annotated[str | None, typer.Option(metavar="NAME", help="The name of the paper.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="en|zh-CN", help="The language that the paper is written in.")
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="With a sample issue to try things on.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Make a newsroom: a folder with the paper's settings, in a git repository.

    Examples:
      newsroom init courier --name "The Linden Courier" --language en --sample
      newsroom init linjiang --name 临江日报 --language zh-CN
    """
    folder = folder.absolute()
    if not dry_run:
        end_broken_off(folder)
    if is_interactive():
        import newsroom.cli.prompts as prompts

        with prompts.on_terminal():
            plan_newsroom(folder, name="", language=language or spoken(), sample=sample)  # refuse before asking
            name = name if name is not None else prompts.text(_("Name of the paper"), default=folder.name)
            language = language or prompts.choice(
                _("Language of the paper"),
                [(f"{_NAMES[known]} ({known})", known) for known in LANGUAGES],
                default=spoken(),
            )
    name = cleaned(name or folder.name, of="--name")
    language = language or spoken()
    files = plan_newsroom(folder, name=name, language=language, sample=sample)
    commit = None if dry_run else start_newsroom(folder, files, name=name)
    if json:
        show_json({"path": str(folder), "name": name, "language": language, "files": list(files), "commit": commit})
        return
    for path in files:
        show(path)
    say(_("This is what would be written.") if dry_run else _("{name} is ready in {path}.", name=name, path=folder))
    if not dry_run and not sample:
        there = "" if folder == Path.cwd() else f" -C {shlex.quote(os.path.relpath(folder))}"
        say(_("Next: {command}", command=f"newsroom{there} issue new {date.today().isoformat()}"))
