"""What typer says of a wrong command line, in newsroom's words: typer itself speaks only English."""

import re
from typing import Any

from newsroom.errors import UsageError
from newsroom.locale import _, listed


def usage_error(error: Any) -> UsageError:
    """The refusal for an exception of typer's parser."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "newsroom"
    return UsageError("usage", _message(error, context), _("See {command}", command=f"{command} --help"))


def _message(error: Any, context: Any) -> str:
    hint = _hint(error, context)
    match type(error).__name__:
        case "NoSuchOption":
            near = listed(error.possibilities or ())
            if near:
                return _("There is no option {name}. Did you mean {near}?", name=error.option_name, near=near)
            return _("There is no option {name}.", name=error.option_name)
        case "MissingParameter":
            return _("{name} is missing.", name=hint)
        case "BadOptionUsage":
            if "requires" in error.message:
                return _("The option {name} needs a value.", name=error.option_name)
            return _("The option {name} takes no value.", name=error.option_name)
        case "BadParameter" if quoted := re.match(r"'(.*)' is not a valid int", error.message):
            return _("{value} is not a number, as {name} needs.", value=quoted[1], name=hint)
    if extra := re.match(r"Got unexpected extra argument\(s\) \((.*)\)", error.message):
        return _("This is too much: {arguments}", arguments=extra[1])
    if error.message == "Missing command.":
        return _("Say what to do.")
    return str(error.format_message())


def _hint(error: Any, context: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    return " / ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.make_metavar(context)
