"""What the files of the commands say of themselves, read without running them: to import one costs ten times as much.

Completion and the first help page need no more. A test holds it against what typer makes of the same files.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent.parent
_COMMANDS = "newsroom.cli.commands"
_FOR = "FOR"  # the constant in a command's file that says who uses it
_ELSE_FOR = "editors"


@dataclass(frozen=True, slots=True)
class Parameter:
    """An option by its names, or an argument, which has none; `metavar` is empty where it takes no value."""

    names: tuple[str, ...]
    metavar: str
    help: str
    is_many: bool = False


def bare(metavar: str) -> str:
    """What stands for a value, without the marks for one that may be left out or given again."""
    return metavar.strip("[].")


@cache
def command_names() -> tuple[str, ...]:
    """The commands, as their files are named: `article_add`."""
    return tuple(sorted(file.stem for file in (_PACKAGE / "cli/commands").glob("[!_]*.py")))


def summary(command: str) -> str:
    """What the command does, in one sentence."""
    return " ".join(docstring(command).split("\n\n")[0].split())


def group_summaries() -> Mapping[str, str]:
    """The first words that several commands share, and what those commands are for."""
    groups: Mapping[str, str] = ast.literal_eval(_assigned(_tree("newsroom.cli.app"))["GROUPS"])
    return groups


def used_by(command: str) -> str:
    """Who uses the command most: what `FOR` in its file says, else the editors."""
    said = _assigned(_tree(f"{_COMMANDS}.{command}")).get(_FOR)
    return str(said.value) if isinstance(said, ast.Constant) else _ELSE_FOR


def docstring(command: str) -> str:
    """What the command says of itself."""
    return ast.get_docstring(_function(command)) or ""


def parameters(command: str) -> tuple[Parameter, ...]:
    """The arguments and options of the command, in the order that its page has them."""
    module = f"{_COMMANDS}.{command}"
    return tuple(_parameter(argument, module) for argument in _function(command).args.args)


def global_parameters() -> tuple[Parameter, ...]:
    """The options of every command."""
    calls = (node for node in ast.walk(_tree("newsroom.cli.global_options")) if isinstance(node, ast.Call))
    found = (_option("", call) for call in calls if ast.unparse(call.func) == "TyperOption")
    return (*found, Parameter(("-h", "--help"), "", "Show this message and exit."))


@cache
def _tree(module: str) -> ast.Module:
    path = _PACKAGE.parent / f"{module.replace('.', '/')}.py"
    return ast.parse(path.read_text("utf-8"))


def _function(command: str) -> ast.FunctionDef:
    body = _tree(f"{_COMMANDS}.{command}").body
    return next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == command)


def _parameter(argument: ast.arg, module: str) -> Parameter:
    annotation = argument.annotation
    if isinstance(annotation, ast.Name):  # one that several commands share
        annotation = _meaning(annotation.id, module)
    if not (isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple)):
        raise TypeError(f"{module}: {argument.arg} is not Annotated[…]")
    of_type, call, *_more = annotation.slice.elts
    if not isinstance(call, ast.Call):
        raise TypeError(f"{module}: {argument.arg} is neither an argument nor an option")
    found = _option(argument.arg, call, is_many=ast.unparse(of_type).startswith("list"))
    return Parameter((), found.metavar, found.help, found.is_many) if _is_argument(call) else found


def _is_argument(call: ast.Call) -> bool:
    return ast.unparse(call.func).endswith("Argument")


def _option(name: str, call: ast.Call, *, is_many: bool = False) -> Parameter:
    said = {keyword.arg: keyword.value for keyword in call.keywords}
    declared = said.get("param_decls")
    names = [*call.args, *(declared.elts if isinstance(declared, ast.List) else ())]
    words = {word: str(value.value) for word, value in said.items() if isinstance(value, ast.Constant)}
    return Parameter(
        tuple(str(item.value) for item in names if isinstance(item, ast.Constant)) or (f"--{name.replace('_', '-')}",),
        words.get("metavar", ""),
        words.get("help", ""),
        is_many,
    )


def _meaning(name: str, module: str) -> ast.expr:
    """What a name stands for in a module, which may have it from another one."""
    tree = _tree(module)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for imported in node.names:
                if name == (imported.asname or imported.name):
                    return _meaning(imported.name, node.module)
    return _assigned(tree)[name]


def _assigned(tree: ast.Module) -> dict[str, ast.expr]:
    return dict(_assignments(tree))


def _assignments(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
