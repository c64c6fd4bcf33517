"""What ends a command: a refusal, a bug, a pipe that closes, Ctrl-C; and what may reach the terminal."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom as package
from tests.cli.checks import ENGLISH, REFUSED, error
from tests.support.desk import ISSUE, Desk, Result, run_process, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
HERE = {"PYTHONPATH": str(Path(package.__file__).parent.parent)}

# ESC, CSI in one byte, a backspace, DEL, marks that turn or hide text, a line end that is none.
STEERING = "\x1b[31m\x9b31m\x08\x7f\u202e\u2066\u200b\u2028\ufeff"


def test_a_refusal_says_what_where_and_what_next(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(settings=ENGLISH)

    refused = run("issue", "show", "2022-10-12")

    assert (refused.code, refused.out) == (REFUSED, "")
    assert refused.err == (
        "newsroom: There is no issue 2022-10-12.\nSee newsroom issue list, or make it: newsroom issue new 2022-10-12\n"
    )


def test_a_refusal_in_json_is_on_standard_output(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(settings=ENGLISH)

    refused = run("issue", "show", "2022-10-12", "--json")

    assert refused.json == {
        "error": {
            "code": "no-issue",
            "message": "There is no issue 2022-10-12.",
            "help": "See newsroom issue list, or make it: newsroom issue new 2022-10-12",
        }
    }
    assert refused.err == ""


@pytest.mark.parametrize(
    "command",
    [
        ("issue", "list"), ("issue", "show"), ("issue", "new", "2022-10-12"), ("article", "list"),
        ("article", "show", "a"), ("article", "edit", "a", "--set", "page=3"), ("article", "add"), ("validate",),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_outside_a_newsroom_every_command_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], language: str
) -> None:
    monkeypatch.chdir(tmp_path)

    said = error(run("--lang", language, *command, "--json"), REFUSED, "no-newsroom")
    assert str(tmp_path) in said["message"]
    assert "newsroom init" in said["help"]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_bug_leaves_a_report_and_shows_no_traceback(
    newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    newsroom(with_issue())
    monkeypatch.setattr("newsroom.desk.validate.look_at", broken)

    ended = run("--lang", language, "validate")

    assert (ended.code, ended.out) == (4, "")
    assert "Traceback" not in ended.err
    assert "the press is on fire" not in ended.err
    found = re.search(r"/\S+?/newsroom-bug-\w+\.txt", ended.err)
    assert found
    report = Path(found[0])
    assert "RuntimeError: the press is on fire" in report.read_text("utf-8")
    report.unlink()


def test_a_bug_in_json_is_an_error_too(newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom(with_issue())
    monkeypatch.setattr("newsroom.desk.validate.look_at", broken)

    ended = run("validate", "--json")

    assert ended.code == 4
    for found in re.findall(r"/\S+?/newsroom-bug-\w+\.txt", ended.out + ended.err):
        Path(found).unlink()
    assert list(json.loads(ended.out)) == ["error"]


def test_a_report_names_the_command_that_was_run(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())
    program = (
        "import sys; sys.argv = ['newsroom', 'validate', '2022-10-12']\n"
        "import newsroom.desk.validate as desk; desk.look_at = None\n"
        "from newsroom.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=desk.root, env={**os.environ, **HERE}, capture_output=True, check=False
    )

    assert done.returncode == 4
    report = Path(re.findall(r"/\S+?/newsroom-bug-\w+\.txt", done.stderr.decode())[0])
    assert report.read_text("utf-8").startswith("newsroom validate 2022-10-12\nPython 3")
    report.unlink()


def broken(*arguments: object) -> None:
    raise RuntimeError("the press is on fire")


@pytest.mark.parametrize("command", ["rules", "rules missing-byline", "article add --help", "rules --json"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path, command: str) -> None:
    line = f"{sys.executable} -m newsroom {command} | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, env={**os.environ, **HERE}, capture_output=True, check=True, text=True
    )

    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_reader_that_is_gone_at_once_ends_it_quietly(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())
    line = f"{sys.executable} -m newsroom issue list | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], cwd=desk.root, env={**os.environ, **HERE}, capture_output=True, check=True, text=True
    )

    assert (done.stdout, done.stderr) == ("0\n", "")


def test_ctrl_c_writes_nothing(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())
    told = ("--issue", "2022-10-12", "--headline", "题", "--section", "社会", "--byline", "记者 姓名", "--body", "-")
    pipe = subprocess.PIPE
    filing = subprocess.Popen(
        [sys.executable, "-m", "newsroom", "--lang", "en", "article", "add", *told],
        cwd=desk.root, env={**os.environ, **HERE}, stdin=pipe, stdout=pipe, stderr=pipe,
    )  # fmt: skip
    assert filing.stdin is not None
    filing.stdin.write("半篇".encode())
    filing.stdin.flush()
    wait_until_it_reads(filing.pid)
    filing.send_signal(signal.SIGINT)
    _out, err = filing.communicate(timeout=20)

    assert filing.returncode == 130
    assert b"Stopped. Nothing was written." in err
    assert b"Traceback" not in err
    assert desk.is_clean()


def wait_until_it_reads(pid: int) -> None:
    """Until the process sleeps in a read of its standard input, seconds at most."""
    for _time in range(200):
        time.sleep(0.05)
        if "pipe" in Path(f"/proc/{pid}/wchan").read_text():
            return


def hostile() -> str:
    body = "".join(f"{letter}" for letter in STEERING if letter not in "\x1b\x9b\x08\x7f\u2028\ufeff")
    return (
        '---\nheadline: "red\\e[31m\\x9b31m\\b\\x7f\\u202e\\u2066\\u200b\\u2028\\ufeff"\n'
        'kicker: "\\e]0;owned\\a"\npage: "3\\e[2J"\nstatus: "\\e[1m"\n'
        'byline: [{role: "\\e[5m", name: "\\x9bm"}]\nphotos:\n  - file: "\\e[31mx.jpg"\n'
        f'section: "\\e[32m"\n---\n正文{body}\n'
    )


TEXT_COMMANDS = [
    ("validate", "2022-10-12"),
    ("validate",),
    ("article", "list", "--issue", "2022-10-12"),
    ("article", "show", "2022-10-12/hostile"),
    ("article", "edit", "2022-10-12/hostile", "--set", "page=3", "--dry-run"),
    ("article", "edit", "2022-10-12/hostile", "--set", "page=3"),
    ("issue", "show", "2022-10-12"),
]


@pytest.mark.parametrize("command", TEXT_COMMANDS, ids=" ".join)
def test_no_file_can_steer_the_terminal(newsroom: NewNewsroom, run: Run, command: tuple[str, ...]) -> None:
    newsroom(with_issue(**{f"{ISSUE}/articles/hostile.md": hostile()}))

    said = run(*command)

    assert said.code in (0, 1), said.err
    assert [
        letter for letter in STEERING if letter in said.out + said.err and not letter.isalnum() and letter not in "[]"
    ] == []
    assert "\a" not in said.out + said.err


@pytest.mark.parametrize("command", TEXT_COMMANDS, ids=" ".join)
def test_json_can_not_steer_the_terminal_and_loses_nothing(
    newsroom: NewNewsroom, run: Run, command: tuple[str, ...]
) -> None:
    newsroom(with_issue(**{f"{ISSUE}/articles/hostile.md": hostile()}))

    said = run(*command, "--json")

    raw = re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", said.out + said.err)
    assert raw == []
    assert said.json
    if "list" in command:
        headlines = [article["headline"] for article in said.json["articles"] if article["id"] == "hostile"]
        assert headlines == ["red" + STEERING]


def test_no_argument_can_steer_the_terminal(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())
    dirty = "x" + STEERING

    for command in (
        ("issue", "show", dirty),
        ("rules", dirty),
        (dirty,),
        ("article", "show", dirty),
        ("validate", dirty),
    ):
        said = run(*command)
        assert said.code in (2, 3)
        assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", said.out + said.err) == []


def test_an_option_can_not_steer_the_terminal_either(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    for command in (
        ("rules", "--\x1b[31m"),
        ("issue", "new", "2022-10-12", "--number", "\x1b[31m"),
        ("rules", "a", "\x1b[31m"),
    ):
        said = run(*command)
        assert said.code == 2
        assert "\x1b" not in said.out + said.err


def test_the_name_of_a_file_can_not_steer_the_terminal(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{f"{ISSUE}/articles/a\x1b[31m.md": "no front matter\n"}))

    for command in (("validate",), ("article", "list", "--issue", "2022-10-12"), ("issue", "show", "2022-10-12")):
        said = run(*command)
        assert "\x1b" not in said.out + said.err


def test_a_file_name_that_is_no_text_is_shown_and_kept_apart(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())
    (desk.root / ISSUE / "articles" / os.fsdecode(b"\xd6\xd0.md")).write_text("no front matter\n")

    checked = run_process("validate", "--json", cwd=desk.root)
    assert checked.code == 1
    assert checked.json["findings"][0]["rule"] == "unreadable-article"
    assert run_process("validate", cwd=desk.root).code == 1
    assert run_process("article", "list", "--issue", "2022-10-12", cwd=desk.root).code == 0


def test_a_folder_that_was_deleted_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()

    result = run("issue", "list")

    assert result.code == 3
    assert "is not there any more" in result.err
