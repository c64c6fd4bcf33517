"""The options that every command takes, before its name or behind it."""

import os
from pathlib import Path
from typing import Any

from typer.core import TyperOption

from newsroom.cli.screen import settings
from newsroom.errors import Refused, UsageError
from newsroom.locale import LANGUAGES, _, listed, speak
from newsroom.storage.files import reason


def global_options() -> list[TyperOption]:
    """New ones at each call: typer keeps state in them."""
    return [
        TyperOption(
            param_decls=["-C"],
            type=str,
            metavar="DIR",
            is_eager=True,
            expose_value=False,
            callback=_go_to,
            help="Run as if started in DIR.",
        ),
        TyperOption(
            param_decls=["--lang"],
            type=str,
            metavar="en|zh-CN",
            is_eager=True,
            expose_value=False,
            callback=_speak,
            help="The language of messages and questions.",
        ),
        TyperOption(
            param_decls=["--no-color"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_no_color,
            help="No colour; NO_COLOR does the same.",
        ),
        TyperOption(
            param_decls=["--no-input"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_no_input,
            help="Ask nothing; a missing answer ends with exit code 2.",
        ),
    ]


def _go_to(context: Any, parameter: Any, value: str | None) -> None:  # noqa: ARG001
    if value is not None and not context.resilient_parsing:
        try:
            os.chdir(Path(value))
        except OSError as error:
            raise Refused(
                "no-folder",
                _("Can not go to {path}: {why}.", path=value, why=reason(error)),
                _("Name a folder that is there."),
            ) from None


def _speak(context: Any, parameter: Any, value: str | None) -> None:  # noqa: ARG001
    if value is None:
        return
    if value not in LANGUAGES:
        raise UsageError(
            "unknown-language",
            _("The language {language} is not known.", language=value),
            _("Known are: {known}.", known=listed(LANGUAGES)),
        )
    speak(value)


def _no_color(context: Any, parameter: Any, value: bool) -> None:  # noqa: ARG001
    if value:
        settings.no_color = True
        os.environ["NO_COLOR"] = "1"  # for what we start, and the libraries that look there


def _no_input(context: Any, parameter: Any, value: bool) -> None:  # noqa: ARG001
    settings.no_input = settings.no_input or value
