"""The options that every command takes, before its name and behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import ENGLISH, REFUSED, USAGE, error
from tests.support.desk import Desk, Result, run_process, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

NOTHING_WRONG = {"en": "1 article, nothing wrong.\n", "zh-CN": "1 篇稿件，没有问题。\n"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "validate"),
        ("validate", "--lang", "en"),
        ("validate", "--lang=en"),
        ("--lang=en", "validate"),
        ("--lang", "zh-CN", "validate", "--lang", "en"),
    ],
)
def test_the_language_may_be_said_anywhere(newsroom: NewNewsroom, run: Run, arguments: tuple[str, ...]) -> None:
    newsroom(with_issue())

    assert run(*arguments).out == NOTHING_WRONG["en"]


def test_the_language_may_be_said_between_the_words_of_a_command(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("issue", "--lang", "en", "show", "2022-10-12").out.startswith("2022-10-12 Wednesday")


@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_language_that_is_not_known(newsroom: NewNewsroom, run: Run, place: str) -> None:
    newsroom(with_issue(), settings=ENGLISH)
    arguments = ("--lang", "fr", "issue", "list") if place == "before" else ("issue", "list", "--lang", "fr")

    said = error(run(*arguments, "--json"), USAGE, "unknown-language")
    assert (said["message"], said["help"]) == ("The language fr is not known.", "Known are: en, zh-CN.")


@pytest.mark.parametrize(
    ("variable", "settings", "locale", "language"),
    [
        ("en", "zh-CN", "zh_CN.UTF-8", "en"),
        ("zh-CN", "en", "en_US.UTF-8", "zh-CN"),
        ("zh_TW.UTF-8", "en", "C", "zh-CN"),
        ("fr", "zh-CN", "C", "zh-CN"),
        ("", "zh-CN", "en_US.UTF-8", "zh-CN"),
        ("", "en", "zh_CN.UTF-8", "en"),
    ],
)
def test_else_the_environment_then_the_paper_says_it(
    newsroom: NewNewsroom,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    settings: str,
    locale: str,
    language: str,
) -> None:
    newsroom(
        with_issue(),
        settings=f"name: N\nlanguage: {settings}   # of the paper\nsections: [乡村振兴]\nroles: [通讯员]\n",
    )
    monkeypatch.setenv("LANG", locale)
    if variable:
        monkeypatch.setenv("NEWSROOM_LANG", variable)

    assert run("validate", "2022-10-12").out == NOTHING_WRONG[language]


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_CN", "LC_ALL": "C"}, "en"),
    ],
)
def test_outside_a_newsroom_the_locale_says_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert ("不在编辑部里" if language == "zh-CN" else "is not in a newsroom") in run("issue", "list").err


def test_the_language_of_the_paper_that_we_go_to(
    newsroom: NewNewsroom, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(with_issue())
    monkeypatch.chdir(tmp_path)

    assert run("-C", desk.root, "validate", "2022-10-12").out == NOTHING_WRONG["zh-CN"]


@pytest.mark.parametrize("place", ["before", "behind"])
def test_it_runs_as_if_started_elsewhere(
    newsroom: NewNewsroom, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    desk = newsroom(with_issue())
    monkeypatch.chdir(tmp_path)
    there = ("-C", desk.root / "issues/2022-10-12")
    arguments = (*there, "validate", "--json") if place == "before" else ("validate", "--json", *there)

    checked = run(*arguments)

    assert checked.json["articles"] == 1
    assert "2022-10-12" in checked.err, "it is as if we stood in the issue"


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_folder_that_is_not_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.chdir(tmp_path)

    said = error(run("--lang", language, "-C", "nowhere", "issue", "list", "--json"), REFUSED, "no-folder")
    assert "nowhere" in said["message"]
    assert ("No such file" in said["message"]) <= (language == "en"), "no English in Chinese"


def test_no_colour_before_and_behind(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("--no-color", "validate").code == 0
    assert run("validate", "--no-color").code == 0


def test_nothing_is_asked_without_a_terminal_or_with_no_input(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    said = [run("--lang", "en", *words, "article", "add").err for words in ((), ("--no-input",))]

    assert said[0] == said[1]
    assert "Missing: --headline, --section, --byline, --body." in said[0]


def test_no_input_behind_the_command(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("article", "add", "--no-input").code == 2


def test_output_is_utf_8_whatever_the_locale(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())

    checked = run_process("issue", "show", "2022-10-12", cwd=desk.root, LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii")

    assert (checked.code, "冬小麦播种过九成" in checked.out) == (0, True)
