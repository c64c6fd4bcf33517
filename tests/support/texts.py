"""Every text of the interface that must be in each catalogue, found in the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsroom
from newsroom.cli.app import GROUPS, CommandGroup
from newsroom.cli.completion.outline import bare
from newsroom.cli.help import help_parts

_OF_TYPER = ("Show this message and exit.",)
PACKAGE = Path(newsroom.__file__).parent


def interface_texts() -> set[str]:
    """The texts said through `_` and `plural`, those of the help pages, and the words that are said by name."""
    texts = set(GROUPS.values())
    for file in PACKAGE.rglob("*.py"):
        texts |= set(_said(ast.parse(file.read_text("utf-8"))))
    texts |= set(_OF_TYPER)
    for command in (root := CommandGroup(()), *commands_below(root)):
        texts |= set(help_parts(command.help or "")[0])
        texts |= {parameter.help for parameter in command.params if getattr(parameter, "help", None)}
        texts |= {bare(parameter.metavar) for parameter in command.params if parameter.metavar}
    return {text for text in texts if not re.fullmatch(r"[\w-]+(\|[\w-]+)+", text)}  # a choice of what is typed


def _said(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "plural"):
            for argument in node.args[:1] if node.func.id == "_" else node.args[1:3]:
                yield from _constants(argument)
        # Words that are looked up by what a file says: {"story": "story"}, and what git is in the middle of.
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Dict)
            and any(isinstance(target, ast.Name) and target.id.endswith("_WORDS") for target in node.targets)
        ):
            yield from _constants(node.value)


def _constants(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _constants(value)


def commands_below(group: CommandGroup) -> Iterator[Any]:
    """Every command and every group below a group."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if isinstance(command, CommandGroup):
            yield from commands_below(command)
        yield command
