"""Help pages: of every command, in both languages, within 80 columns."""

import itertools
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.cli.app import CommandGroup
from newsroom.cli.completion.outline import command_names, used_by
from newsroom.cli.help import FOR_WORDS
from newsroom.model.article import STATUSES
from newsroom.model.kind import DEFAULT_KINDS
from newsroom.model.text import display_width
from newsroom.storage.article_file import FIELD_ORDER
from tests.cli.checks import english_left
from tests.support.desk import Result

Run = Callable[..., Result]


def paths(group: CommandGroup) -> Iterator[tuple[str, ...]]:
    yield group.words
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if isinstance(command, CommandGroup):
            yield from paths(command)
        else:
            yield (*group.words, name)


COMMANDS = sorted(paths(CommandGroup(())))
every_command = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "newsroom")
every_language = pytest.mark.parametrize("language", ["en", "zh-CN"])


def test_there_are_the_commands_that_there_should_be() -> None:
    assert {" ".join(words) for words in COMMANDS} >= {
        "", "article", "article add", "article edit", "article list", "article show", "init", "issue", "issue list",
        "issue new", "issue show", "rules", "tour", "validate",
    }  # fmt: skip


@every_language
@every_command
def test_a_page_fits_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    page = run("--lang", language, *words, "--help")

    assert (page.code, page.err) == (0, "")
    lines = page.out.splitlines()
    assert [line for line in lines if display_width(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert "…" not in re.sub(r"=…", "", page.out), "nothing is cut off"
    assert not page.out.endswith("\n\n")
    assert "\n\n\n" not in page.out


@every_command
def test_a_page_has_a_short_name(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words, "-h").out == run(*words, "--help").out


@every_command
def test_a_page_tells_of_every_option_and_gives_examples(run: Run, words: tuple[str, ...]) -> None:
    page = run("--lang", "en", *words, "--help").out

    usage = page.splitlines()[0]
    assert usage.startswith(" ".join(["Usage: newsroom", *words, "[OPTIONS]"]))
    for option in ("-C DIR", "--lang en|zh-CN", "--no-color", "--no-input", "-h, --help"):
        assert f"\n  {option}  " in page
    if not words:
        assert "\nFor reporters:\n  article add " in page
    elif usage.endswith("COMMAND"):
        assert "\nCommands:\n" in page
    else:
        assert "\nExamples:\n  newsroom " + " ".join(words) in page


@every_command
def test_examples_are_commands_that_there_are(run: Run, words: tuple[str, ...]) -> None:
    page = run("--lang", "en", *words, "--help").out
    examples = page.partition("\nExamples:\n")[2].splitlines()

    starts = [line for line in examples if not line.startswith("   ")]
    assert all(line.startswith("  newsroom " + " ".join(words)) for line in starts)
    options = set(re.findall(r"--[a-z-]+", " ".join(examples)))
    assert options <= set(re.findall(r"--[a-z-]+", page.partition("\nExamples:\n")[0]))


@every_command
def test_no_sentence_of_a_chinese_page_is_english(run: Run, words: tuple[str, ...]) -> None:
    page = run("--lang", "zh-CN", *words, "--help").out.partition("\n示例：\n")[0]
    usage, _newline, rest = page.partition("\n")

    assert usage.startswith("用法：newsroom")
    # What may be typed as it stands: a command at the start of a line, an option's choices, a field, a key, a program.
    fields = "|".join((*FIELD_ORDER, "caption"))
    typed = (
        rf"(?m)^  [a-z]+(?: [a-z]+)*  |[\w-]+(?:\|[\w-]+)+|\b(?:{fields}|{'|'.join((*DEFAULT_KINDS, *STATUSES))})\b"
        r"|\b(?:newsroom\.yaml|pool|newsroom undo|newsroom log|git|newsroom|json|current|article add)\b"
        r"|\b(?:bash|zsh|fish|Ctrl-C|Tab)\b"
    )
    assert english_left(re.sub(typed, "", rest)) == []


@every_command
def test_no_english_sentence_stands_in_its_usage_line(run: Run, words: tuple[str, ...]) -> None:
    usage = run("--lang", "zh-CN", *words, "--help").out.partition("\n")[0]

    placeholders = usage.removeprefix("用法：newsroom").removeprefix("".join(f" {word}" for word in words))
    assert re.findall(r"[A-Za-z]+", placeholders.replace("[bash|zsh|fish]", "")) == []


@every_command
def test_what_stands_for_a_value_is_chinese_too(run: Run, words: tuple[str, ...]) -> None:
    page = run("--lang", "zh-CN", *words, "--help").out.partition("\n示例：\n")[0]

    assert re.findall(r"(?m)^  -[^ ]*(?:, -[^ ]*)? ([A-Z=]+)\b", page) == []


def test_the_first_page_names_every_command_under_those_who_use_it(run: Run) -> None:
    page = run("--lang", "en", "--help").out

    _start, *groups = re.split(r"\n\n(For [a-z]+|To set up and learn):\n", page.partition("\n\nFor every")[0])
    listed = {
        title: re.findall(r"(?m)^  ([a-z]+(?: [a-z]+)*)(?:  |$)", text)
        for title, text in zip(groups[::2], groups[1::2], strict=True)
    }
    assert list(listed) == ["For reporters", "For editors", "To set up and learn"]
    assert sorted(itertools.chain(*listed.values())) == sorted(name.replace("_", " ") for name in command_names())
    assert {"article add", "article edit"} <= set(listed["For reporters"])
    assert {"validate", "rules", "issue new"} <= set(listed["For editors"])
    assert {"init", "tour", "completion"} <= set(listed["To set up and learn"])


@pytest.mark.parametrize("name", command_names())
def test_a_command_is_for_somebody_that_there_is(name: str) -> None:
    assert used_by(name) in FOR_WORDS


def test_the_first_page_imports_no_command() -> None:
    program = (
        "import sys; from newsroom.cli.main import run; run(['--help']);"
        "print('loaded:', *[name for name in sys.modules if name.startswith('newsroom.cli.commands.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "loaded:"


def test_a_wide_terminal_is_not_filled(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")

    assert max(map(display_width, run("article", "add", "--help").out.splitlines())) <= 100


def test_a_narrow_terminal_is_not_overrun(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")

    page = run("--lang", "en", "issue", "new", "--help").out.partition("\nExamples:\n")[0]
    assert max(map(display_width, page.splitlines())) <= 50


def test_a_page_is_shown_outside_a_newsroom(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("article", "add", "--help").code == 0


def test_a_page_wins_over_whatever_else_is_wrong(run: Run) -> None:
    assert run("issue", "new", "--help", "--number").code in (0, 2)
    assert run("issue", "new", "a", "b", "c", "--help").code == 0
