"""What typer says of a wrong command line, in newsroom's words: typer itself speaks only English."""

import re
from typing import Any

from newsroom.errors import UsageError
from newsroom.locale import SOURCE, _, listed, spoken
from newsroom.model.near import nearest_to


def usage_error(error: Any) -> UsageError:
    """The refusal for an exception of typer's parser."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "newsroom"
    return UsageError("usage", _message(error), _("See {command}", command=f"{command} --help"))


def _message(error: Any) -> str:
    hint = _hint(error)
    match type(error).__name__:
        case "NoSuchOption":
            near = [option for option in error.possibilities or () if _is_near(error.option_name, option)]
            if near:
                return _("There is no option {name}. Did you mean {near}?", name=error.option_name, near=listed(near))
            return _("There is no option {name}.", name=error.option_name)
        case "MissingParameter":
            return _("{name} is missing.", name=hint)
        case "BadOptionUsage":
            if "requires" in error.message:
                return _("The option {name} needs a value.", name=error.option_name)
            return _("The option {name} takes no value.", name=error.option_name)
        case "BadParameter" if wrong := re.match(r"(.*) is not a valid int", error.message, re.DOTALL):
            return _("{value} is not a number, as {name} needs.", value=_text(wrong[1]), name=hint)
    if extra := re.match(r"Got unexpected extra argument\(s\) \((.*)\)", error.message, re.DOTALL):
        return _("This is too much: {arguments}", arguments=extra[1])
    if error.message == "Missing command.":
        return _("Say what to do.")
    if spoken() == SOURCE:
        return str(error.format_message())
    return _("The value of {name} is wrong.", name=hint) if hint else _("This command line is wrong.")


def _is_near(typed: str, option: str) -> bool:
    """Whether that may be meant. To the parser every two short options look alike: both begin with two dashes."""
    typed, option = typed.lstrip("-"), option.lstrip("-")
    return typed.startswith(option) or nearest_to(typed, [option]) is not None


def _text(literal: str) -> str:
    """The text of a Python literal."""
    import ast

    return str(ast.literal_eval(literal))


def _hint(error: Any) -> str:
    from newsroom.cli.help import placeholder

    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    return " / ".join(parameter.opts) if parameter.param_type_name == "option" else placeholder(parameter.metavar)
