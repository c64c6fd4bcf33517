"""`newsroom rules`."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

import newsroom as package
from newsroom.cli.commands.rules import GROUP_WORDS
from newsroom.model.text import display_width
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Rule
from tests.cli.checks import USAGE, english_left, error
from tests.support.desk import SETTINGS, Desk, Result
from tests.support.keys import PATIENCE

Run = Callable[..., Result]
KEYS = ("name", "severity", "what", "why", "fails", "passes", "group", "set_to")


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are told anywhere, also outside a newsroom."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("language", "severity"), [("en", "error"), ("zh-CN", "错误")])
def test_every_rule_is_a_line(run: Run, language: str, severity: str) -> None:
    listed = run("--lang", language, "rules")

    rows = [line.split("\t") for line in listed.out.splitlines()]
    assert listed.code == 0
    assert [row[0] for row in rows] == sorted(all_rules())
    assert all(len(row) == 3 and row[2] for row in rows)
    assert ["missing-caption", severity] in [row[:2] for row in rows]


def test_the_rules_of_the_contract_are_there() -> None:
    assert set(all_rules()) >= {
        "missing-headline",
        "missing-byline",
        "missing-section",
        "unknown-section",
        "missing-body",
        "missing-caption",
        "missing-photo-credit",
        "photo-not-found",
        "unreadable-article",
    }


def test_json_lists_every_rule_with_its_page(run: Run) -> None:
    listed = run("rules", "--json").json

    assert list(listed) == ["schema_version", "rules"]
    assert listed["schema_version"] == 1
    assert [rule["name"] for rule in listed["rules"]] == sorted(all_rules())
    assert {tuple(rule) for rule in listed["rules"]} == {KEYS}


def test_a_page_in_english(run: Run) -> None:
    page = run("rules", "missing-caption")

    assert page.code == 0
    lines = page.out.splitlines()
    assert lines[:5] == [
        "missing-caption  error",
        "",
        "Finds photos without a caption.",
        "",
        "Why is this bad?",
    ]
    assert "What it finds" in lines
    assert "What is right" in lines
    assert "    headline: 冬小麦播种过九成" in lines
    assert lines[-2:] == [
        "To change it, in newsroom.yaml (off, warning or error):",
        "    rules: {missing-caption: off}",
    ]


def test_a_page_in_chinese(run: Run) -> None:
    page = run("--lang", "zh-CN", "rules", "missing-caption")

    assert page.code == 0
    assert page.out.startswith("missing-caption  错误\n\n每张图片有没有图片说明。\n\n为什么\n")
    assert "Why" not in page.out
    assert "What" not in page.out


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", sorted(all_rules()))
def test_every_rule_has_a_page_in_both_languages(run: Run, name: str, language: str) -> None:
    page = run("--lang", language, "rules", name)
    told = run("--lang", language, "rules", name, "--json").json

    assert (page.code, page.err) == (0, "")
    assert list(told) == ["schema_version", *KEYS]
    shown = "".join(page.out.split())  # set to the width of the terminal
    assert "".join(told["what"].split()) in shown
    assert "".join(told["why"].split()) in shown
    assert [line for line in page.out.splitlines() if display_width(line) > 80] == []
    assert told["fails"]
    assert told["passes"]
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in told["why"])
    assert chinese == (language == "zh-CN")


def test_an_unknown_rule_is_a_usage_error_with_what_was_meant(run: Run) -> None:
    said = error(run("rules", "missing-capton", "--json"), USAGE, "no-such-rule")

    assert said["message"] == "There is no rule missing-capton."
    assert said["help"] == "Did you mean newsroom rules missing-caption?"


def test_a_rule_that_is_like_no_other(run: Run) -> None:
    said = error(run("rules", "zzz", "--json"), USAGE, "no-such-rule")

    assert said["help"] == "See newsroom rules."


@pytest.mark.parametrize("name", ["engine", "rule", "__init__", "../engine", ""])
def test_a_file_that_is_no_rule_is_no_rule(run: Run, name: str) -> None:
    error(run("rules", name, "--json"), USAGE, "no-such-rule")


@pytest.mark.parametrize("name", sorted(all_rules()))
def test_what_is_wrong_is_marked_in_every_example_that_fails(run: Run, name: str) -> None:
    page = run("--lang", "zh-CN", "rules", name).out
    wrong, right = page.partition("\n这样会报\n")[2].split("\n这样没问题\n")

    assert len(re.findall(r"(?m)^ +\^+(?: |$)", wrong)) >= len(all_rules()[name].page.fails)
    assert "^" not in right


def test_the_mark_stands_under_what_is_wrong(run: Run) -> None:
    page = run("rules", "photo-not-found").out

    assert "\n      - file:\n        ^^^^ the photo has no file\n" in page
    assert "\n      - file: harvest.jpg\n              ^^^^^^^^^^^\n" in page


PAPER = SETTINGS + "rules:\n  missing-caption: off\n  missing-deck: {severity: warning}\n"


def test_in_a_newsroom_a_rule_is_as_it_sets_it(run: Run, newsroom: Callable[..., Desk]) -> None:
    newsroom(settings=PAPER)

    rows = dict(line.split("\t")[:2] for line in run("--lang", "en", "rules").out.splitlines())
    told = {rule["name"]: (rule["severity"], rule["set_to"]) for rule in run("rules", "--json").json["rules"]}
    assert (rows["missing-caption"], rows["missing-deck"], rows["missing-body"]) == ("off", "warning", "error")
    assert told["missing-caption"] == ("error", "off")
    assert told["missing-deck"] == ("error", "warning")
    assert told["missing-body"] == ("error", "error")


def test_a_page_says_where_the_paper_sets_it(run: Run, newsroom: Callable[..., Desk]) -> None:
    newsroom(settings=PAPER)

    assert run("--lang", "en", "rules", "missing-caption").out.startswith(
        "missing-caption  off\nSet in newsroom.yaml, line 6; else it is: error\n\nFinds"
    )
    assert run("rules", "missing-caption").out.startswith(
        "missing-caption  关闭\nnewsroom.yaml 第 6 行改过，默认是：错误\n\n"
    )


def test_settings_that_can_not_be_read_stop_no_one(run: Run, newsroom: Callable[..., Desk]) -> None:
    newsroom(settings="name: [\n")

    listed = run("--lang", "en", "rules")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == len(all_rules())
    assert "newsroom.yaml, line" in listed.err


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_on_a_terminal_the_rules_are_a_page(newsroom: Callable[..., Desk], language: str, columns: int) -> None:
    desk = newsroom(settings=PAPER)

    shown = on_terminal(desk.root, columns, "--lang", language, "rules")

    lines = shown.splitlines()
    assert [line for line in lines if display_width(line) > columns] == []
    assert sorted(all_rules()) == sorted(re.findall(r"(?m)^  ([a-z-]+)  ", shown))
    titles = {"en": ["What an article needs", "Photos", "Files"], "zh-CN": ["稿件各项", "图片", "文件"]}[language]
    assert [line for line in lines if line in titles] == titles
    assert "…" not in shown
    assert "missing-caption missing-deck" in lines[-2]
    assert lines[-1].endswith("newsroom rules missing-caption")
    if language == "zh-CN":
        prose = re.sub(r"`[^`]*`|(?m:^  [a-z-]+  )|missing-[a-z]+|kind|newsroom\.yaml", "", "\n".join(lines))
        assert english_left(prose) == []


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_every_rule_is_in_a_group_that_is_listed(rule: Rule) -> None:
    assert rule.group in GROUP_WORDS


def on_terminal(folder: Path, columns: int, *arguments: str) -> str:
    """What newsroom shows on a terminal of that width, without its colours."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "newsroom", *arguments],
        cwd=str(folder),
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent), "TERM": "xterm"},
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=PATIENCE,
    )
    shown = child.read()
    child.close()
    assert child.exitstatus == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
