"""Help pages: usage, what the command does, its options, examples; in the user's language, set by display width."""

from collections.abc import Iterator
from typing import Any

from newsroom.cli.completion.outline import bare, command_names, summary, used_by
from newsroom.cli.screen import width
from newsroom.locale import _
from newsroom.model.text import display_width, wrap

EXAMPLES = "Examples:"
# Who uses a command, as its file says it; in this order on the first page.
FOR_WORDS = {"reporters": "For reporters:", "editors": "For editors:", "setup": "To set up and learn:"}
_WIDEST = 100
_INDENT = "  "


def help_page(command: Any, context: Any) -> str:
    """The page of a command or a group."""
    return "\n".join(_lines(command, context))


def _lines(command: Any, context: Any) -> Iterator[str]:
    paragraphs, examples = help_parts(command.help or "")
    yield from wrap(_("Usage: {usage}", usage=_usage(command, context)), _page_width())
    for paragraph in paragraphs:
        yield ""
        yield from wrap(_(paragraph), _page_width())
    words = getattr(command, "words", None)
    if words == ():
        yield from _every_command()
    elif words:
        names = command.list_commands(context)
        yield from _list(_("Commands:"), [(name, _(summary("_".join([*words, name])))) for name in names])
    arguments = [param for param in command.params if param.param_type_name == "argument" and param.help]
    yield from _list(_("Arguments:"), [(placeholder(bare(param.metavar)), _(param.help)) for param in arguments])
    options = [param for param in command.get_params(context) if param.param_type_name == "option"]
    own = [param for param in options if param.expose_value]
    yield from _list(_("Options:"), [_option(param) for param in own])
    yield from _list(_("For every command:"), [_option(param) for param in options if param not in own])
    if examples:
        yield ""
        yield _("Examples:")
        yield from (_INDENT + example for example in examples)


def help_parts(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a command's docstring, each on one line, and its examples."""
    prose, _mark, examples = text.partition(EXAMPLES)
    paragraphs = [" ".join(paragraph.split()) for paragraph in prose.split("\n\n")]
    return [paragraph for paragraph in paragraphs if paragraph], [
        line.removeprefix(_INDENT) for line in examples.splitlines() if line.strip()
    ]


def placeholder(metavar: str) -> str:
    """What stands for a value (`[ISSUE]`), in the user's language."""
    return metavar.replace(bare(metavar), _(bare(metavar)))


def _every_command() -> Iterator[str]:
    """The commands by who uses them; all under one margin."""
    rows = {name: (name.replace("_", " "), _(summary(name))) for name in command_names()}
    widest = max(display_width(left) for left, _right in rows.values())
    for who, title in FOR_WORDS.items():
        yield from _list(_(title), [row for name, row in rows.items() if used_by(name) == who], widest)


def _usage(command: Any, context: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    pieces = [placeholder(param.metavar) for param in arguments]
    if hasattr(command, "list_commands"):
        pieces.append(_("COMMAND"))
    return " ".join([context.command_path, _("[OPTIONS]"), *pieces])


def _option(param: Any) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    value = "" if param.is_flag else f" {placeholder(param.metavar)}"
    return names + value, _(param.help or "")


def _list(title: str, rows: list[tuple[str, str]], widest: int = 0) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    left_width = max(widest, *(display_width(left) for left, _right in rows))
    margin = " " * (len(_INDENT) + left_width + 2)
    for left, right in rows:
        first, *rest = wrap(right, _page_width() - len(margin))
        yield _INDENT + left + " " * (left_width + 2 - display_width(left)) + first
        yield from (margin + line for line in rest)


def _page_width() -> int:
    return min(width(), _WIDEST)
