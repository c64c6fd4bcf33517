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
from newsroom.rules.engine import all_rules, rules_for
from newsroom.rules.rule import Rule
from tests.cli.checks import USAGE, english_left, error
from tests.support.desk import SETTINGS, Desk, Result
from tests.support.keys import PATIENCE

Run = Callable[..., Result]
KEYS = ("name", "severity", "what", "why", "fails", "passes", "group", "set_to", "language", "options")


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
    prose = re.sub(r"`[^`]*`", "", told["why"])  # what is quoted has the language of the paper
    assert (len(re.findall(r"[\u4e00-\u9fff]", prose)) > len(re.findall("[A-Za-z]", prose))) == (language == "zh-CN")


def test_an_unknown_rule_is_a_usage_error_with_what_was_meant(run: Run) -> None:
    said = error(run("rules", "missing-capton", "--json"), USAGE, "no-such-rule")

    assert said["message"] == "There is no rule missing-capton."
    assert said["help"] == "Did you mean newsroom rules missing-caption?"


def test_a_name_is_known_by_any_case(run: Run) -> None:
    said = error(run("rules", "Missing-Caption", "--json"), USAGE, "no-such-rule")

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


def test_a_long_line_is_folded_and_the_mark_stands_under_its_piece(run: Run) -> None:
    page = run("rules", "said-style").out

    assert (
        "    “At last!” exclaimed Walt Hendry. “It took three winters,” the county\n"
        "               ^^^^^^^^^ “exclaimed” after a quotation\n"
        "    engineer noted.\n"
        "             ^^^^^ “noted” after a quotation\n"
    ) in page
    assert "\n    noted the date.\n" in page


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_page_fits_into_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, language: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    for name in all_rules():
        page = run("--lang", language, "rules", name).out
        shown = page.rpartition("\n\n")[0]  # what may be typed comes last, and is not folded
        assert [line for line in shown.splitlines() if display_width(line) > columns] == [], name


def test_in_an_example_of_several_files_the_mark_stands_in_that_at_fault(run: Run) -> None:
    page = run("rules", "wrong-issue-number").out
    before, marked = page.split("\n    ==> issue.yaml <==\n")[:2]

    assert "^" not in before
    assert re.match(r"    date: .+\n    number: \d+\n            \^+ ", marked)


def test_the_paragraphs_of_a_page_stay_apart(run: Run) -> None:
    assert "\n\nOptions: `often` (5)" in run("rules", "misspelt-name").out


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("small-photo", "dpi: 200"),
        ("long-headline", "max: …"),
        ("misspelt-name", "often: 5, names: […]"),
        ("money-style", "edition: us"),
    ],
)
def test_a_page_ends_with_the_options_of_the_rule(run: Run, name: str, setting: str) -> None:
    assert run("rules", name).out.splitlines()[-2:] == [
        f"    rules: {{{name}: off}}",
        f"    rules: {{{name}: {{severity: warning, {setting}}}}}",
    ]


def test_the_options_are_as_the_paper_sets_them(run: Run, newsroom: Callable[..., Desk]) -> None:
    newsroom(settings=SETTINGS + "rules:\n  misspelt-name: {often: 9, names: [张三, 李四]}\n")

    last = run("rules", "misspelt-name").out.splitlines()[-1]
    assert last == "    rules: {misspelt-name: {severity: warning, often: 9, names: [张三, 李四]}}"
    assert run("rules", "misspelt-name", "--json").json["options"] == {"often": 5, "names": []}


def test_a_page_says_for_which_papers_a_rule_is(run: Run) -> None:
    assert run("rules", "said-style").out.startswith("said-style  warning\nOnly for papers in English.\n\n")
    assert run("rules", "said-style", "--json").json["language"] == "en"
    assert run("rules", "missing-caption", "--json").json["language"] is None


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
    assert sorted(rule.name for rule in rules_for("zh-CN")) == sorted(re.findall(r"(?m)^  ([a-z-]+)  ", shown))
    titles = {"en": ["What an article needs", "Photos", "Files"], "zh-CN": ["稿件各项", "图片", "文件"]}[language]
    assert [line for line in lines if line in titles] == titles
    assert not any(line.endswith("…") for line in lines)
    assert "\n\n\n" not in shown
    assert "said-style" in re.split("[:：]", shown)[-3]
    assert "missing-caption missing-deck" in lines[-2]
    assert lines[-1].endswith("newsroom rules missing-caption")
    if language == "zh-CN":
        prose = re.sub(
            r"`[^`]*`|(?m:^  [a-z-]+  )|\b[a-z]+(?:-[a-z]+)+\b|kind|newsroom\.yaml|Markdown", "", "\n".join(lines)
        )
        assert english_left(prose) == []


@pytest.mark.parametrize(("language", "absent"), [("en", "stray-space"), ("zh-CN", "said-style")])
def test_a_paper_sees_the_rules_for_its_language(
    run: Run, newsroom: Callable[..., Desk], language: str, absent: str
) -> None:
    newsroom(settings=f"name: Linden Courier\nlanguage: {language}\nsections: [News]\n")

    names = [line.split("\t")[0] for line in run("rules").out.splitlines()]
    assert names == [rule.name for rule in rules_for(language)]
    assert absent not in names
    assert absent in {rule["name"] for rule in run("rules", "--json").json["rules"]}
    assert run("rules", absent).code == 0


def test_outside_of_a_newsroom_every_pack_says_for_which_papers_it_is(tmp_path: Path) -> None:
    shown = on_terminal(tmp_path, 80, "--lang", "en", "rules")

    assert "\nChinese copy  Only for papers in Chinese.\n" in shown
    assert "\nEnglish copy  Only for papers in English.\n" in shown
    assert len(re.findall(r"(?m)^  ([a-z-]+)  ", shown)) == len(all_rules())


def test_the_list_leaves_the_examples_to_the_page(tmp_path: Path) -> None:
    shown = on_terminal(tmp_path, 120, "--lang", "zh-CN", "rules")

    assert re.search(r"(?m)^  variant-character +警告  有没有异体字。$", shown)
    assert re.search(r"(?m)^  long-body +警告  简讯正文不超过 300 字。$", shown)
    assert re.search(r"(?m)^  half-width-punctuation +警告  中文里有没有半角的 `, . ; : \? !` 和直引号 `\"`。$", shown)


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
