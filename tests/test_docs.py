"""Every command that the README and the help pages show is run here."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.cli.app import CommandGroup
from newsroom.cli.help import help_parts
from tests.support.desk import Desk, photo_bytes, with_issue
from tests.support.texts import commands_below

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def shown_commands(block: str) -> list[str]:
    joined = re.sub(r"\\\n +", "", block)
    return [line.removeprefix("$ ") for line in joined.splitlines() if line.startswith("$ ")]


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str, Path], subprocess.CompletedProcess[str]]:
    """Run a line in a shell where `newsroom` is the one under test."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "newsroom").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsroom "$@"\n')
    (programs / "newsroom").chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )

    return run


def test_the_readme_has_two_commands_that_do_all_the_set_up() -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) == 2
    assert commands[0].endswith("newsroom tour")
    assert commands[1].endswith("pytest")


def test_the_commands_of_the_readme_run_in_their_order(shell, tmp_path: Path) -> None:
    commands = [command for block in blocks("console") for command in shown_commands(block)]
    assert len(commands) > 10
    folder = tmp_path
    for command in commands:
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ")
            continue
        wanted = re.search(r"# exit (\d+)$", command)
        done = shell(command, folder)
        assert done.returncode == int(wanted[1] if wanted else 0), f"{command}\n{done.stdout}{done.stderr}"


def examples() -> list[tuple[str, str]]:
    found = []
    for command in commands_below(CommandGroup(())):
        lines = "\n".join(help_parts(command.help or "")[1])
        found += [(command.name, line) for line in re.sub(r"\\\n +", "", lines).splitlines()]
    return found


@pytest.mark.parametrize(("name", "example"), examples(), ids=lambda value: value)
def test_every_example_of_a_help_page_runs(name: str, example: str, newsroom, shell) -> None:
    lamp = {"lamp.jpg": photo_bytes(color="gold"), "sowing.txt": "全市秋播进入尾声。\n"}
    lamp["issues/2022-10-11/issue.yaml"] = "date: 2022-10-11\n"
    desk: Desk = newsroom(with_issue(**lamp))
    if name == "new":
        desk.git("rm", "-rq", "issues")
        desk.git("commit", "-qm", "an empty newsroom")
    done = shell(example, desk.root)
    # Without options these ask, and here nobody is there to answer.
    asks = example in ("newsroom article add", "newsroom article edit sowing", "newsroom photo add sowing lamp.jpg")
    assert done.returncode == (2 if asks else 0), done.stdout + done.stderr


def test_every_command_has_examples_and_is_named_in_the_readme_or_a_help_page() -> None:
    commands = [command for command in commands_below(CommandGroup(())) if not isinstance(command, CommandGroup)]
    assert len(commands) >= 11
    for command in commands:
        assert help_parts(command.help or "")[1], command.name
