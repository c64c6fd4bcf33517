"""A command line that is wrong: exit code 2, what is wrong and what to type, in the user's language."""

from collections.abc import Callable

import pytest
import typer

from newsroom.cli.global_options import global_options
from newsroom.cli.usage import usage_error
from newsroom.locale import speak
from tests.cli.checks import USAGE, english_left, error
from tests.support.desk import Desk, Result, with_issue

Run = Callable[..., Result]

# The arguments, what is said of them in English and in Chinese, and the command whose page is offered.
WRONG = {
    "an unknown option": (("issue", "list", "--甲"), "There is no option --甲.", "没有选项 --甲。", "issue list"),
    "an option misspelt": (
        ("issue", "new", "2022-10-13", "--numbr", "3"),
        "There is no option --numbr. Did you mean --number?",
        "没有选项 --numbr。是不是 --number？",
        "issue new",
    ),
    "an option that is longer than ours": (
        ("article", "add", "--body-file", "sowing.txt"),
        "There is no option --body-file. Did you mean --body?",
        "没有选项 --body-file。是不是 --body？",
        "article add",
    ),
    "an option that is only as short as ours": (
        ("issue", "new", "2022-10-13", "--pages", "4"),
        "There is no option --pages.",
        "没有选项 --pages。",
        "issue new",
    ),
    "an option of another command": (
        ("issue", "list", "--sample"),
        "There is no option --sample.",
        "没有选项 --sample。",
        "issue list",
    ),
    "an unknown letter": (("rules", "-x"), "There is no option -x.", "没有选项 -x。", "rules"),
    "a missing value": (
        ("issue", "new", "2022-10-13", "--number"),
        "The option --number needs a value.",
        "选项 --number 后面要有值。",
        "issue new",
    ),
    "a value too many": (("rules", "--json=3"), "The option --json takes no value.", "选项 --json 不带值。", "rules"),
    "a missing argument": (("issue", "new"), "DATE is missing.", "缺少“日期”。", "issue new"),
    "another missing argument": (("article", "show"), "ARTICLE is missing.", "缺少“稿件”。", "article show"),
    "an argument too many": (
        ("issue", "show", "2022-10-12", "多余"),
        "This is too much: 多余",
        "多出来的参数：多余",
        "issue show",
    ),
    "no number": (
        ("issue", "new", "2022-10-13", "--number", "十"),
        "十 is not a number, as --number needs.",
        "--number 要的是数字，“十”不是。",
        "issue new",
    ),
    "no number, with quotes in it": (
        ("issue", "new", "2022-10-13", "--number", "十'一\\"),
        "十'一\\ is not a number, as --number needs.",
        "--number 要的是数字，“十'一\\”不是。",
        "issue new",
    ),
    "several arguments too many, on two lines": (
        ("issue", "show", "2022-10-12", "多\n余", "(的)"),
        "This is too much: 多\\x0a余 (的)",
        "多出来的参数：多\\x0a余 (的)",
        "issue show",
    ),
    "no value for -C": (("-C",), "The option -C needs a value.", "选项 -C 后面要有值。", ""),
}


@pytest.fixture(autouse=True)
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_english(run: Run, name: str) -> None:
    arguments, english, _chinese, command = WRONG[name]

    said = run("--lang", "en", *arguments)

    assert (said.code, said.out) == (2, "")
    page = f"newsroom {command}".strip()
    assert said.err == f"newsroom: {english}\nSee {page} --help\n"


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_chinese(run: Run, name: str) -> None:
    arguments, _english, chinese, command = WRONG[name]

    said = run("--lang", "zh-CN", *arguments)

    assert (said.code, said.out) == (2, "")
    assert chinese in said.err
    assert f"用法见 newsroom {command}".rstrip() in said.err
    assert english_left(said.err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("issue", "new", "2022-10-13", "--number", "-1"),
        ("issue", "new", "2022-10-13", "--number=1.5"),
        ("issue", "new", "2022-10-13", "--number="),
        ("article", "edit", "--set"),
        ("article", "edit", "2022-10-12/sowing", "--set", "页=3"),
        ("article", "edit", "2022-10-12/sowing"),
        ("--no-color=3", "rules"),
        ("--version=3",),
        ("rules", "--lang"),
        ("rules", "--lang", "火星"),
        ("validate", "--stage", "火星"),
        ("init", "--language", "火星"),
        ("article", "add", "--kind", "诗"),
        ("article", "add", "--page", "页"),
        ("article", "add", "--photo", "图"),
        ("issue", "new", "昨天"),
        ("rules", "没有"),
        ("没有",),
        ("issue", "没有"),
    ],
)
def test_no_english_is_left_in_chinese(run: Run, arguments: tuple[str, ...]) -> None:
    said = run("--lang", "zh-CN", *arguments)

    assert (said.code, said.out) == (2, "")
    names = {
        "story",
        "brief",
        "photo",
        "commentary",
        "notice",
        "draft",
        "submitted",
        "approved",
        "published",
        "current",
    }
    fields = {"kicker", "headline", "deck", "section", "column", "page", "kind", "byline", "credit_line", "source"}
    fields |= {"dateline", "embargo", "length", "photos", "waive", "status", "credit", "line"}
    assert set(english_left(said.err)) - names - fields == set()


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (("isue",), "There is no command isue.", "Did you mean newsroom issue?"),
        (("issue", "nwe"), "There is no command nwe.", "Did you mean newsroom issue new?"),
        (("valdate", "2022-10-12"), "There is no command valdate.", "Did you mean newsroom validate?"),
        (("zzz",), "There is no command zzz.", "See what there is: newsroom --help"),
        (("article", "zzz"), "There is no command zzz.", "See what there is: newsroom article --help"),
        (("article_add",), "There is no command article_add.", "Did you mean newsroom article?"),
        (("../x",), "There is no command ../x.", "See what there is: newsroom --help"),
    ],
)
def test_an_unknown_command_and_the_one_that_was_meant(
    run: Run, arguments: tuple[str, ...], message: str, help: str
) -> None:
    said = error(run("--lang", "en", *arguments, "--json"), USAGE, "no-such-command")

    assert (said["message"], said["help"]) == (message, help)


@pytest.mark.parametrize(
    ("error", "chinese"),
    [
        (typer.BadParameter("Directory 'x' is not readable.", param=global_options()[0]), "“-C”的值不对。"),
        (typer.BadParameter("Value must be an iterable."), "命令写得不对。"),
        (typer.TyperException("Something that a later typer says."), "命令写得不对。"),
    ],
    ids=lambda value: str(value),
)
def test_what_typer_says_beyond_that_is_english_only_in_english(error: typer.TyperException, chinese: str) -> None:
    assert usage_error(error).message == error.format_message()
    speak("zh-CN")
    assert usage_error(error).message == chinese


@pytest.mark.parametrize("group", [(), ("issue",), ("article",)])
def test_no_command_is_answered_with_the_page(run: Run, group: tuple[str, ...]) -> None:
    said = run(*group)
    page = run(*group, "--help")

    assert said.code == 2
    assert said.out + said.err == page.out


@pytest.mark.parametrize("arguments", [("--no-input",), ("--lang", "en"), ("issue", "--no-color")])
def test_options_without_a_command(run: Run, arguments: tuple[str, ...]) -> None:
    said = run("--lang", "en", *arguments)

    assert said.code == 2
    assert "newsroom: Say what to do.\n" in said.err


def test_a_usage_error_in_json_is_on_standard_output(run: Run) -> None:
    said = run("--lang", "en", "issue", "list", "--zzz", "--json")

    assert error(said, USAGE, "usage") == {
        "code": "usage",
        "message": "There is no option --zzz.",
        "help": "See newsroom issue list --help",
    }
    assert said.err == ""


def test_format_json_counts_as_json(run: Run) -> None:
    assert error(run("validate", "--stage", "x", "--format", "json"), USAGE, "bad-value")
    assert error(run("validate", "nothing", "--format=json"), 3, "no-such-target")


def test_a_short_option_does_not_take_the_long_one(run: Run) -> None:
    """No abbreviation: `--num` must not come to mean something else when an option is added."""
    assert run("issue", "new", "2022-10-13", "--num", "3").code == 2
