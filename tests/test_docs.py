"""Every command that the pages and the help name is run here, and every screen they show is what stood there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.cli.app import CommandGroup
from newsroom.cli.completion.outline import command_names, summary
from newsroom.cli.help import help_parts
from tests.support.desk import Desk, photo_bytes, with_issue
from tests.support.screens import PAGES, ROOT, played
from tests.support.texts import commands_below

TEXTS = (*PAGES, "CHANGELOG.md", "CONTRIBUTING.md", "docs/templates.md")
HINT = "The screen has changed. Have it written anew: python docs/screens.py"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_stands_on_the_terminal(page: str) -> None:
    screens = 0
    for screen in played(page):
        screens += 1
        # The README shows the way, not every screen.
        if screen.has_output or page != "README.md":
            assert screen.is_right, f"{HINT} {page}\n{screen.on_page}\nis now\n{screen.on_terminal}"
    assert screens > 1


def named(text: str) -> Iterator[list[str]]:
    """The commands of newsroom that a page names in its text, each as its words."""
    for said in re.findall(r"(?<!`)`(newsroom [^`]+)`(?!`)", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)):
        yield shlex.split(said)[1:]


@pytest.mark.parametrize("page", TEXTS)
def test_a_command_that_a_page_names_is_there_and_takes_its_options(page: str) -> None:
    for words in named((ROOT / page).read_text("utf-8")):
        command, options = CommandGroup(()), {"-C", "-h", "--help", "--lang", "--no-color", "--no-input", "--version"}
        rest = list(words)
        while isinstance(command, CommandGroup) and rest and not rest[0].startswith("-"):
            inner = command.get_command(None, rest.pop(0))  # type: ignore[arg-type]
            assert inner is not None, words
            command = inner
        options |= {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in rest if word.startswith("-")} <= options, words


@pytest.mark.parametrize("page", TEXTS)
def test_what_a_page_points_at_is_there(page: str) -> None:
    for place in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8")):
        assert ((ROOT / page).parent / place).exists(), place


def test_the_readme_has_two_commands_that_do_all_the_set_up() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = "".join(re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)).splitlines()
    assert len(commands) == 2
    assert commands[0].endswith("newsroom tour")
    assert commands[1].endswith("pytest")


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
    if name == "undo":
        assert shell('newsroom article edit sowing --set "deck=——见闻"', desk.root).returncode == 0
        example = example.replace("5f0c2ab1d9", desk.git("rev-parse", "HEAD")[:10])
    done = shell(example, desk.root)
    # Without options these ask, and here nobody is there to answer.
    asks = example in (
        "newsroom article add",
        "newsroom article edit sowing",
        "newsroom photo add sowing lamp.jpg",
        "newsroom undo",
    )
    assert done.returncode == (2 if asks else 0), done.stdout + done.stderr


def test_every_command_has_examples_and_is_named_on_a_page() -> None:
    pages = "".join((ROOT / page).read_text("utf-8") for page in PAGES)
    for name in command_names():
        command = "newsroom " + name.replace("_", " ")
        assert summary(name)
        assert command in pages, command
    for command in commands_below(CommandGroup(())):
        assert isinstance(command, CommandGroup) or help_parts(command.help or "")[1], command.name


# The file that a piece of YAML stands in, by its first field, with what stands before it; else it is newsroom.yaml.
FILES = {
    "pages": ("issues/2022-10-12/issue.yaml", "date: 2022-10-12\n"),
    "waive": ("issues/2022-10-12/articles/sowing.md", "---\nkind: notice\n"),
    "terms": ("register.yaml", ""),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_that_a_page_shows_can_be_read(page: str, newsroom, run) -> None:
    desk: Desk = newsroom(with_issue())
    for shown in re.findall(r"^```yaml\n(.*?)^```$", (ROOT / page).read_text("utf-8"), flags=re.M | re.S):
        name, before = FILES.get(shown.partition(":")[0], ("newsroom.yaml", "name: The Linden Courier\nlanguage: en\n"))
        desk.write(name, before + shown + ("---\n正文。\n" if name.endswith(".md") else ""))
        assert run("validate", "--json").json["articles"] == 1
        desk.git("checkout", "-q", ".")
        desk.git("clean", "-fdq")
