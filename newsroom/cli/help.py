"""Help pages: usage, what the command does, its options, examples; in the user's language, set by display width."""

from io import StringIO
from typing import Any

from newsroom.cli.screen import width
from newsroom.locale import _

EXAMPLES = "Examples:"
_WIDEST = 100


def help_page(command: Any, context: Any) -> str:
    """The page of a command or a group."""
    from rich.console import Console

    stream = StringIO()
    console = Console(
        file=stream, width=min(width(), _WIDEST), markup=False, emoji=False, highlight=False, no_color=True
    )
    paragraphs, examples = help_parts(command.help or "")
    console.print(_("Usage: {usage}", usage=_usage(command, context)))
    for paragraph in paragraphs:
        console.print()
        console.print(_(paragraph))
    if hasattr(command, "list_commands"):
        names = command.list_commands(context)
        _list(console, _("Commands:"), [(name, _summary(command.get_command(context, name))) for name in names])
    arguments = [param for param in command.params if param.param_type_name == "argument" and param.help]
    _list(console, _("Arguments:"), [(param.metavar.strip("[]."), _(param.help)) for param in arguments])
    options = [param for param in command.get_params(context) if param.param_type_name == "option"]
    own = [param for param in options if param.expose_value]
    _list(console, _("Options:"), [_option(param, context) for param in own])
    _list(console, _("For every command:"), [_option(param, context) for param in options if param not in own])
    if examples:
        console.print()
        console.print(_("Examples:"))
        for example in examples:
            console.print(f"  {example}", soft_wrap=True)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def help_parts(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a command's docstring, each on one line, and its examples."""
    prose, _mark, examples = text.partition(EXAMPLES)
    paragraphs = [" ".join(paragraph.split()) for paragraph in prose.split("\n\n")]
    return [paragraph for paragraph in paragraphs if paragraph], [
        line.removeprefix("  ") for line in examples.splitlines() if line.strip()
    ]


def _summary(command: Any) -> str:
    return _(help_parts(command.help or "")[0][0])


def _usage(command: Any, context: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    pieces = [param.metavar for param in arguments]
    if hasattr(command, "list_commands"):
        pieces.append(_("COMMAND"))
    return " ".join([context.command_path, _("[OPTIONS]"), *pieces])


def _option(param: Any, context: Any) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    value = "" if param.is_flag else f" {param.make_metavar(context)}"
    return names + value, _(param.help or "")


def _list(console: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    from rich.table import Table

    console.print()
    console.print(title)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, max_width=34)
    grid.add_column()
    for left, right in rows:
        grid.add_row(f"  {left}", right)
    console.print(grid)
