"""The tree of commands: a file in `commands/` is a command, and only the one that is called is imported.

`commands/article_add.py` holds a function `article_add`, and is `newsroom article add`.
"""

import importlib
import os
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

import newsroom.cli.commands as commands
from newsroom import __version__
from newsroom.cli.global_options import global_options
from newsroom.cli.usage import usage_error
from newsroom.errors import ExitCode, UsageError
from newsroom.locale import _

_HELP = {"help_option_names": ["-h", "--help"]}

GROUPS = {
    "": "The editorial command line for newspapers whose issues live in a git repository.",
    "article": "File articles and look at them.",
    "issue": "Make issues and look at them.",
    "photo": "Add photos to articles.",
}


def invoke(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; its exit code.

    Raises:
        NewsroomError: the arguments are wrong, or the command refuses.
    """
    root = CommandGroup(())
    try:
        with root.make_context("newsroom", list(arguments)) as context:
            root.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise usage_error(error) from None
    return ExitCode.DONE


class _Helpful:
    """What commands and groups share: a help page in the user's language, and errors that know their command."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        from newsroom.cli.help import help_page

        return help_page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does; an error that typer does not say the command of gets it here."""
        try:
            parsed: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # of the typer class beside this
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        return parsed


class Command(_Helpful, TyperCommand):
    """A command with the global options behind its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += global_options()


class CommandGroup(_Helpful, TyperGroup):
    """The commands whose names begin with `words`; `("article",)` for `newsroom article …`."""

    def __init__(self, words: tuple[str, ...]) -> None:
        name = words[-1] if words else "newsroom"
        super().__init__(name=name, help=GROUPS["".join(words)], no_args_is_help=False, context_settings=_HELP)
        self.words = words
        self.params += global_options()
        if not words:
            self.params.append(_version_option())

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The next word of every command below."""
        import pkgutil

        names = [tuple(module.name.split("_")) for module in pkgutil.iter_modules(commands.__path__)]
        depth = len(self.words)
        return sorted({name[depth] for name in names if name[:depth] == self.words and len(name) > depth})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, imported now; a group where more words follow."""
        words = (*self.words, cmd_name)
        if "".join(words) in GROUPS:
            return CommandGroup(words)
        module = "_".join(words)
        return _command(module) if cmd_name.isalnum() and _is_module(module) else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the arguments begin with.

        Raises:
            UsageError: there is none; names those that are spelt alike.
        """
        command = self.get_command(ctx, args[0])
        if command is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            raise UsageError(
                "no-such-command",
                _("There is no command {name}.", name=args[0]),
                _("Did you mean {command}?", command=f"{ctx.command_path} {near[0]}")
                if near
                else _("See what there is: {command}", command=f"{ctx.command_path} --help"),
            )
        return args[0], command, args[1:]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does; without any argument, shows the help page, as an answer to a missing one."""
        if not args:
            typer.echo(self.get_help(ctx))
            raise typer.Exit(ExitCode.USAGE)
        return super().parse_args(ctx, args)


def _is_module(name: str) -> bool:
    return any(os.path.isfile(os.path.join(folder, f"{name}.py")) for folder in commands.__path__)  # noqa: PTH113, PTH118


def _command(module: str) -> Any:
    function = getattr(importlib.import_module(f"newsroom.cli.commands.{module}"), module)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name=module.rpartition("_")[2], cls=Command, context_settings=_HELP)(function)
    return typer.main.get_command(app)


def _version_option() -> TyperOption:
    def answer(context: Any, parameter: Any, value: bool) -> None:  # noqa: ARG001
        if value:
            typer.echo(f"newsroom {__version__}")
            raise typer.Exit

    return TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=answer,
        help="Say which newsroom this is.",
    )
