"""What is read from the commands' files is what typer makes of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.cli.app import GROUPS, CommandGroup
from newsroom.cli.completion.outline import (
    Parameter,
    command_names,
    global_parameters,
    group_summaries,
    parameters,
    summary,
)
from newsroom.cli.global_options import global_options
from newsroom.cli.help import help_parts


def commands(group: CommandGroup) -> Iterator[tuple[str, Any]]:
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if isinstance(command, CommandGroup):
            yield from commands(command)
        else:
            yield "_".join((*group.words, name)), command


COMMANDS = dict(commands(CommandGroup(())))


def as_read(parameter: Any) -> Parameter:
    is_option = parameter.param_type_name == "option"
    is_flag = is_option and parameter.is_flag
    return Parameter(
        names=tuple(parameter.opts) if is_option else (),
        metavar="" if is_flag else parameter.metavar,
        help=parameter.help,
        is_many=parameter.multiple if is_option else parameter.nargs == -1,
    )


def test_the_commands_are_those_that_there_are() -> None:
    assert list(command_names()) == sorted(COMMANDS)
    assert len(COMMANDS) > 12


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_what_its_file_says(name: str) -> None:
    taken = [as_read(parameter) for parameter in COMMANDS[name].params if parameter.expose_value]

    assert list(parameters(name)) == taken


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_its_file_says(name: str) -> None:
    assert summary(name) == help_parts(COMMANDS[name].help)[0][0]


def test_the_options_of_every_command_are_those_that_there_are() -> None:
    assert global_parameters()[:-1] == tuple(map(as_read, global_options()))
    assert global_parameters()[-1].names == ("-h", "--help")


def test_the_groups_are_those_that_there_are() -> None:
    assert group_summaries() == GROUPS
