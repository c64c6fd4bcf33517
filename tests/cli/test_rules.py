"""`newsroom rules`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.model.text import display_width
from newsroom.rules.engine import all_rules
from tests.cli.checks import USAGE, error
from tests.support.desk import Result

Run = Callable[..., Result]


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
    assert {tuple(rule) for rule in listed["rules"]} == {("name", "severity", "what", "why", "fails", "passes")}


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
    assert lines[-1] == "To change it, in newsroom.yaml: rules: {missing-caption: off} (or warning, error)"


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
    assert list(told) == ["schema_version", "name", "severity", "what", "why", "fails", "passes"]
    shown = "".join(page.out.split())  # set to the width of the terminal
    assert "".join(told["what"].split()) in shown
    assert "".join(told["why"].split()) in shown
    assert all(
        display_width(line) <= 80
        for line in page.out.splitlines()
        if not line.startswith(("    ", "To change", "要调整"))
    )
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
