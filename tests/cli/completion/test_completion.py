"""`newsroom completion`, in the shells themselves: keys are pressed, and what the shell then runs is what counts."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

import newsroom as package
from newsroom.cli.completion.shells import SCRIPTS
from tests.cli.checks import USAGE
from tests.support.desk import ARTICLE, SETTINGS, Desk, Result, with_issue
from tests.support.keys import ENTER, PATIENCE, TAB

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

# In the shell's place `newsroom` answers as it is, and where it is run for itself it notes what it was given.
PROGRAM = """\
#!/bin/sh
[ -n "$_NEWSROOM_COMPLETE" ] && exec {python} -m newsroom "$@"
[ "$1" = completion ] && exec {python} -m newsroom "$@"
printf '%s\\0' "$@" > {record}.part && mv {record}.part {record}
echo noted
"""
START = {
    "bash": (["--norc", "--noprofile"], 'eval "$(newsroom completion bash)"'),
    "zsh": (["-f"], 'eval "$(newsroom completion zsh)"'),
    "fish": (["--private"], "newsroom completion fish | source"),
}
PAPER = SETTINGS.replace("乡村振兴", '"乡村 振兴"').replace("副刊", """"It's $5: `x`"  """)
HOSTILE = "$(touch broken); `touch broken` 'x"


class Shell:
    """A shell on a terminal, where `newsroom` notes what it is called with."""

    def __init__(self, name: str, folder: Path, environment: dict[str, str], record: Path) -> None:
        arguments, load = START[name]
        self._record = record
        self._child = pexpect.spawn(
            name, arguments, cwd=str(folder), env=environment, dimensions=(40, 200), encoding="utf-8", timeout=PATIENCE
        )
        self._child.sendline(load)
        self._child.sendline("newsroom ready")
        self._child.expect("noted")

    def run(self, keys: str) -> list[str]:
        """The arguments that newsroom is called with in the end."""
        self._record.unlink()
        self._child.send(keys + ENTER)
        self._child.expect(r"noted\r?\n")
        return self._record.read_text("utf-8").split("\0")[:-1]

    def shows(self, keys: str, *texts: str) -> None:
        """See that all of these texts come up."""
        self._child.send(keys)
        for text in texts:
            self._child.expect_exact(text)

    def close(self) -> None:
        self._child.close(force=True)


@pytest.fixture(params=START)
def shell(request: pytest.FixtureRequest, newsroom: NewNewsroom, tmp_path: Path, world: Path) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    folder = "issues/2022-10-12/articles"
    desk = newsroom(
        with_issue(
            **{
                f"{folder}/冬小麦播种过九成.md": ARTICLE,
                f"{folder}/灯下夜读.md": ARTICLE,
                f"{folder}/{HOSTILE}.md": ARTICLE,
            },
            **{"a copy.txt": "正文。\n", "archive of 2021/issue.txt": ""},
        ),
        settings=PAPER,
    )
    programs, record = tmp_path / "bin", tmp_path / "record"
    programs.mkdir()
    program = PROGRAM.format(python=shlex.quote(sys.executable), record=shlex.quote(str(record)))
    (programs / "newsroom").write_text(program)
    (programs / "newsroom").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(package.__file__).parent.parent),
        "TERM": "xterm",
        "NEWSROOM_LANG": "zh-CN",
    }
    opened = Shell(request.param, desk.root, environment, record)
    yield opened
    opened.close()
    assert not (desk.root / "broken").exists()


def test_what_is_completed_is_what_is_run(shell: Shell) -> None:
    assert shell.run(f"newsroom arti{TAB}li{TAB}") == ["article", "list"]
    assert shell.run(f"newsroom article show 冬{TAB}--js{TAB}") == ["article", "show", "冬小麦播种过九成", "--json"]
    assert shell.run(f"newsroom article show 2022{TAB}灯{TAB}") == ["article", "show", "2022-10-12/灯下夜读"]
    assert shell.run(f"newsroom rules missing-cap{TAB}") == ["rules", "missing-caption"]
    assert shell.run(f"newsroom issue show 2{TAB}") == ["issue", "show", "2022-10-12"]
    assert shell.run(f"newsroom -C issues article show 冬{TAB}")[-1] == "冬小麦播种过九成"
    assert shell.run(f"newsroom article edit 冬{TAB}--set sec{TAB}社会")[-1] == "section=社会"


def test_blanks_quotes_and_marks_come_through(shell: Shell) -> None:
    add = "newsroom article add --section"

    assert shell.run(f"{add} 乡{TAB}")[-1] == "乡村 振兴"
    assert shell.run(f'{add} "乡{TAB}')[-1] == "乡村 振兴"
    assert shell.run(f"{add} '乡村 {TAB}")[-1] == "乡村 振兴"
    assert shell.run(f"{add} 乡村\\ {TAB}")[-1] == "乡村 振兴"
    assert shell.run(f"{add}=乡{TAB}")[-1] == "--section=乡村 振兴"
    assert shell.run(f"{add} It{TAB}")[-1] == "It's $5: `x`"
    assert shell.run(f'{add} "It{TAB}')[-1] == "It's $5: `x`"
    assert shell.run(f"newsroom article show \\${TAB}")[-1] == HOSTILE


def test_files_and_folders_are_left_to_the_shell(shell: Shell) -> None:
    assert shell.run(f"newsroom article add --body a\\ c{TAB}")[-1] == "a copy.txt"
    assert shell.run(f"newsroom article add --body=a\\ c{TAB}")[-1].endswith("a copy.txt")
    assert shell.run(f"newsroom article add --photo issues/2022-10-12/ph{TAB}so{TAB}")[-1].endswith("photos/sowing.jpg")
    assert shell.run(f"newsroom validate iss{TAB}")[-1].rstrip("/") == "issues"
    assert shell.run(f"newsroom -C arch{TAB}")[-1].rstrip("/") == "archive of 2021"


def test_where_there_are_several_they_are_shown(shell: Shell) -> None:
    shell.shows(f"newsroom article add --section {TAB}{TAB}", "要闻", "时政", "经济")


@pytest.mark.parametrize("name", START)
def test_the_script_is_data_and_how_to_keep_it_a_message(run: Run, name: str) -> None:
    said = run("--lang", "en", "completion", name)

    assert said.code == 0
    assert said.out == SCRIPTS[name] + "\n"
    assert said.err.startswith("For good: ")
    assert f"newsroom completion {name}" in said.err


@pytest.mark.parametrize("name", START)
def test_what_is_said_to_keep_it_keeps_it(run: Run, world: Path, tmp_path: Path, name: str) -> None:
    command = run("--lang", "en", "completion", name).err.removeprefix("For good: ").strip()
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "newsroom").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsroom "$@"\n')
    (programs / "newsroom").chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}

    _said, status = pexpect.run("sh -c " + shlex.quote(command), env=environment, withexitstatus=True)

    kept = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/conf.d/newsroom.fish"}[name]
    assert status == 0
    assert "newsroom" in (world / kept).read_text()


def test_without_a_name_it_is_the_shell_that_one_has(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/local/bin/zsh")

    assert run("completion").out == SCRIPTS["zsh"] + "\n"


@pytest.mark.parametrize(
    ("arguments", "shell", "message"),
    [
        (("tcsh",), "/bin/bash", "The shell tcsh can not be completed in."),
        ((), "/bin/sh", "The shell sh can not be completed in."),
        ((), "", "Say for which shell."),
    ],
)
def test_another_shell_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], shell: str, message: str
) -> None:
    monkeypatch.setenv("SHELL", shell)

    said = run("--lang", "en", "completion", *arguments)

    assert (said.code, said.out) == (USAGE, "")
    assert said.err == f"newsroom: {message}\nKnown are: bash, zsh, fish.\n"
