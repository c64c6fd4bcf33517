"""`newsroom completion`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.completion.shells import SCRIPTS
from newsroom.cli.screen import say, show
from newsroom.errors import UsageError
from newsroom.locale import _, listed

FOR = "setup"
_FOR_GOOD = {
    "bash": "echo 'eval \"$(newsroom completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(newsroom completion zsh)\"' >> ~/.zshrc",
    "fish": "mkdir -p ~/.config/fish/conf.d && newsroom completion fish > ~/.config/fish/conf.d/newsroom.fish",
}


def completion(
    shell: Annotated[
        str | None, typer.Argument(metavar="[bash|zsh|fish]", help="The shell; yours where left out.")
    ] = None,
) -> None:
    """Print what makes a shell complete issues, articles, sections, pages, rules and options at the Tab key.

    Examples:
      newsroom completion bash
      newsroom completion zsh
      newsroom completion fish
    """
    name = shell or Path(os.environ.get("SHELL", "")).name
    if name not in SCRIPTS:
        raise UsageError(
            "unknown-shell",
            _("The shell {name} can not be completed in.", name=name) if name else _("Say for which shell."),
            _("Known are: {known}.", known=listed(SCRIPTS)),
        )
    show(SCRIPTS[name])
    say(_("For good: {command}", command=_FOR_GOOD[name]))
