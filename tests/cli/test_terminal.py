"""What stands on a real terminal: tables in columns, colour where it is wanted, nothing asked of who only reads."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom as package
from newsroom.model.text import display_width
from tests.cli.test_start_up import PROGRAM
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue
from tests.support.keys import Terminal, newsroom_command, plain

NewNewsroom = Callable[..., Desk]
BAD = ARTICLE.replace("    caption: 农机手在地头调试播种机。\n", "")
LONG = ARTICLE.replace("冬小麦播种过九成", "加强人才培养提高专业能力全力推进养老服务体系建设再上台阶" * 2)


def on_terminal(cwd: Path, *arguments: str, columns: int = 80, **environment: str) -> tuple[str, str]:
    """What stands on a terminal that standard output is, and the modules that were loaded."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env={
            **os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent), "TERM": "xterm-256color",
            "COLUMNS": str(columns), **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        os.close(slave)
        shown = b""
        try:
            while piece := os.read(master, 65536):
                shown += piece
        except OSError:  # the other side is closed
            pass
        _out, err = process.communicate()
    os.close(master)
    return shown.decode().replace("\r\n", "\n"), err.decode()


def test_a_table_stands_in_columns_under_its_head(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())

    shown, _err = on_terminal(desk.root, "--lang", "en", "issue", "list", "--no-color")

    assert [line.split() for line in shown.splitlines()] == [
        ["issue", "number", "pages", "articles"],
        ["2022-10-12", "10234", "2", "1"],
    ]
    assert "\t" not in shown


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_table_fits_and_the_headline_gives_way_first(newsroom: NewNewsroom, columns: int, language: str) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/long.md": LONG}))

    shown, _err = on_terminal(
        desk.root, "--lang", language, "article", "list", "--issue", "2022-10-12", "--no-color", columns=columns
    )

    lines = shown.splitlines()
    assert max(map(display_width, lines)) <= columns
    assert len(lines) == 3
    assert all("乡村振兴" in line for line in lines[1:])
    assert "加强人才" in lines[1] + lines[2]
    if columns >= 80:
        assert all("通讯员 姓名" in line for line in lines[1:])
        assert sum("…" in line for line in lines) == 1


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_excerpts_and_marks_fit(newsroom: NewNewsroom, columns: int) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/long.md": LONG.replace("乡村振兴", "天气" * 40)}))

    shown, _err = on_terminal(desk.root, "validate", "--no-color", columns=columns)

    assert [
        line for line in shown.splitlines() if "|" in line[:8] and "^" in line and display_width(line) > columns
    ] == []


def test_findings_are_in_colour_on_a_terminal(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": BAD}))

    shown, _err = on_terminal(desk.root, "validate")

    assert re.search(r"\x1b\[31m\x1b\[1merror:\x1b\[0m", shown)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("validate", "--no-color"), {}),
        (("--no-color", "validate"), {}),
        (("validate",), {"NO_COLOR": "1"}),
        (("validate",), {"TERM": "dumb"}),
        (("article", "list", "--issue", "2022-10-12", "--no-color"), {}),
        (("rules", "missing-caption", "--no-color"), {}),
        (("issue", "show", "--help"), {}),
        (("validate", "--json"), {}),
    ],
)
def test_no_colour_where_none_is_wanted(
    newsroom: NewNewsroom, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": BAD}))

    shown, _err = on_terminal(desk.root, *arguments, **environment)

    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("issue", "list"),
        ("article", "list", "--issue", "2022-10-12"),
        ("rules",),
        ("validate",),
        ("rules", "missing-caption"),
        ("issue", "list", "--json"),
    ],
    ids=" ".join,
)
def test_who_only_reads_pays_for_no_questions(newsroom: NewNewsroom, arguments: tuple[str, ...]) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": BAD}))

    _shown, err = on_terminal(desk.root, *arguments)

    loaded = set(err.rpartition("loaded: ")[2].split())
    assert loaded & {"questionary", "prompt_toolkit", "git", "jinja2"} == set()


def test_a_headline_can_not_style_the_table(newsroom: NewNewsroom) -> None:
    text = ARTICLE.replace("冬小麦播种过九成", r'"[bold red]x[/] :wheat: \e[2J"')
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/sowing.md": text}))

    shown, _err = on_terminal(desk.root, "article", "list", "--issue", "2022-10-12", "--no-color")

    assert r"[bold red]x[/] :wheat: \x1b[2J" in shown


def test_an_article_is_set_for_reading_with_its_findings_and_its_last_change(newsroom: NewNewsroom) -> None:
    text = BAD.replace("headline:", "kicker: 秋收秋种一线\nlength: 400\ncredit_line: 本报讯（通讯员 姓名）\nheadline:")
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/sowing.md": text + "第二行\n\n## 小标题\n" + "长" * 100 + "\n"}))

    shown, _err = on_terminal(desk.root, "article", "show", "2022-10-12/sowing", "--no-color")

    lines = shown.splitlines()
    assert max(display_width(line) for line in lines if "error:" not in line and "warning:" not in line) <= 80
    assert [line.strip() for line in lines[:6]] == [
        "秋收秋种一线",
        "冬小麦播种过九成",
        "通讯员 姓名",
        "乡村振兴  消息/通讯  草稿  115 字，计划 400 字",
        "",
        "本报讯（通讯员 姓名） 全市秋播进入尾声。第二行",
    ]
    assert lines[1] == " " * 32 + "冬小麦播种过九成"
    assert "小标题" in [line.strip() for line in lines]
    assert any(re.fullmatch(r"\[图 1\] sowing\.jpg  \d+ KB", line) for line in lines)
    assert any(line.endswith("[missing-caption]") for line in lines)
    assert lines[-1].startswith("最近改动：")
    assert lines[-1].endswith("，周一新，建稿；115 字；1 张图")


def test_an_article_is_read_without_a_history_and_steers_no_terminal(newsroom: NewNewsroom) -> None:
    hostile = '---\nheadline: "a\\e[31mb"\nphotos: [../../newsroom.yaml]\n---\n正文\x1b[2J。\n'
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/x.md": hostile.replace("\\x1b", "\x1b")}))
    (desk.root / ".git").rename(desk.root / "not-git")

    shown, err = on_terminal(desk.root, "article", "show", "2022-10-12/x", "--no-color")

    assert "\x1b" not in shown
    assert "最近改动" not in shown
    assert "[图 1] ../../newsroom.yaml  （文件不在）" in shown
    assert "Traceback" not in err


def test_a_message_is_folded_between_words_on_a_terminal(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())

    terminal = Terminal(newsroom_command("--lang", "en", "article", "show", "2022-10-13/no"), cwd=desk.root)
    terminal.end()

    lines = plain(terminal.shown).splitlines()
    assert max(map(display_width, lines)) <= 80
    assert "newsroom issue new 2022-10-13" in " ".join(lines)
