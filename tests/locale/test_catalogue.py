"""The catalogues: every text of the interface is in each, none is left over, and Chinese reads as Chinese."""

import ast
import json
import re
from pathlib import Path

import pytest

import newsroom.locale
import newsroom.rules
from newsroom.locale import LANGUAGES, SOURCE, _, catalogue, listed, nearest, plural, speak, spoken
from newsroom.rules.engine import all_rules
from tests.support.texts import interface_texts

FOLDER = Path(newsroom.locale.__file__).parent
TRANSLATED = [language for language in LANGUAGES if language != SOURCE]
every_catalogue = pytest.mark.parametrize("language", TRANSLATED)

CHINESE = r"[\u4e00-\u9fff]"


def test_each_language_has_its_catalogue_and_no_other_is_there() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == TRANSLATED


@every_catalogue
def test_every_text_is_in_it(language: str) -> None:
    assert interface_texts() - set(catalogue(language)) == set()


@every_catalogue
def test_none_of_its_texts_is_left_over(language: str) -> None:
    assert set(catalogue(language)) - interface_texts() == set()


@every_catalogue
def test_what_is_filled_in_is_the_same_on_both_sides(language: str) -> None:
    differing = {
        text: said
        for text, said in catalogue(language).items()
        if set(re.findall(r"\{\w+\}", text)) != set(re.findall(r"\{\w+\}", said))
    }
    assert differing == {}


@every_catalogue
def test_no_text_is_empty_or_has_blanks_at_its_ends(language: str) -> None:
    assert {text: said for text, said in catalogue(language).items() if not said or said != said.strip()} == {}


@every_catalogue
def test_no_key_stands_twice_and_the_file_is_utf_8_as_it_is_read(language: str) -> None:
    pairs = json.loads((FOLDER / f"{language}.json").read_text("utf-8"), object_pairs_hook=list)

    assert len(pairs) == len({key for key, _said in pairs})
    assert "\\u" not in (FOLDER / f"{language}.json").read_text("utf-8")


# What stands in a text as it is typed: commands, options, files, variables; what is filled in stands for its value.
# A word in capitals in a command is a place for something (`git add FILE`), and said in Chinese.
TYPED = re.compile(
    r"\{\w+\}|`[^`]*`|\b(?:newsroom|git|iconv|export|unset|apt|ls)(?: (?![A-Z]+(?![\w=-]))[!-~]+)+|\bcd$"
    r"|--?[a-z][\w-]*(?: json)?|\$?\b[A-Z]+(?:_[A-Z]+)+\b|\$[A-Z]+|Ctrl-[A-Z]|photos\[0\]\.\w+"
    r"|\b[\w.]+/[\w./]*|[\w.]*\.(?:yaml|md|gpgsign|gitattributes)\b"
)
# Names that have no Chinese, and git's own words, which its manual has in English.
NAMES = {"git", "newsroom", "UTF", "YAML", "JSON", "Jinja", "Tab", "Esc", "MB", "U", "ssh", "iconv"} | {
    "bisect", "cherry", "pick", "merge", "rebase", "revert",
    "AI", "CommonMark", "GB", "HTML", "Markdown", "GF", "IPTC", "ISO", "PDF", "PLUS", "PRISM", "JPEG", "PNG", "TIFF",
    "Unicode", "WebP",
}  # fmt: skip
# Values and fields, which are typed, as they may be named.
VALUES = re.compile(
    r"\b(?:story 消息/通讯|brief 简讯|photo 图片新闻|commentary 评论|notice 公告|pool（稿库）)"
    r"|\b(?:draft 草稿|submitted 已交|approved 已签发|published 已付印|current 按)"
    r"|[是否]（[yn]）"
    r"|off、warning 或 error|file、caption(?:、| 和 )credit|role、name|一次 article add|A01"
    r"|\b[a-z]+: |\b(?:section|page)="
)


def chinese_texts() -> dict[str, str]:
    """Everything that is said in Chinese: the catalogue, and what the rules find and tell on their pages."""
    texts = dict(catalogue("zh-CN"))
    for name, rule in all_rules().items():
        texts |= {f"{name}: what": rule.page.what["zh-CN"], f"{name}: why": rule.page.why["zh-CN"]}
    for file in Path(newsroom.rules.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "zh":
                texts |= {f"{file.stem}: {text}": text for text in ast.literal_eval(node.value)}
    return texts


def test_chinese_has_full_width_marks() -> None:
    # Half-width marks stand in what is typed as it is: an option and its value, a git command, YAML.
    typed = (
        r"git config [^，。]*?; git config \S+ \S+|\{name\}: (?:\[[^\]]*\]|…)|字段名: 值|[a-z]+: |\{\{.*?\}\}|`[^`]*`"
    )
    wrong = {}
    for text, said in chinese_texts().items():
        prose = re.sub(typed, " ", said)
        found = re.findall(rf"{CHINESE}[,;:?!()]|[,;:?!()]{CHINESE}|{CHINESE}\.(?!\w)", prose)
        if found:
            wrong[text] = (said, found)
    assert wrong == {}


def test_chinese_has_no_blank_between_full_width_marks() -> None:
    assert {
        text: said
        for text, said in chinese_texts().items()
        if re.search(r"[，。；：？！、（）“”《》] | [，。；：？！、（）“”《》]|  ", said.replace("“ ”", "“”"))
    } == {}


def test_no_blank_parts_chinese_from_chinese_and_one_parts_it_from_letters_and_numbers() -> None:
    command = r"\b(?:git|newsroom|iconv) [a-z-][^，。；]*"
    latin = r"(?:[A-Za-z0-9]|\{(?:count|number|line|column|path|issue|folder|command|when|size|cm|pixels|version)\})"
    assert {
        text: said
        for text, said in chinese_texts().items()
        if re.search(
            rf"{CHINESE} {CHINESE}|{CHINESE}{latin}|{latin}{CHINESE}",
            re.sub(r"`[^`]*`", "·", re.sub(command, "·", re.sub(r"\{\{.*?\}\}", "·", said))),
        )
    } == {}


def test_no_english_is_left_in_chinese_but_what_is_typed() -> None:
    left = {
        text: words
        for text, said in chinese_texts().items()
        if (words := set(re.findall(r"[A-Za-z]+", TYPED.sub(" ", VALUES.sub(" ", said)))) - NAMES)
    }
    assert left == {}


def test_a_sentence_ends_in_chinese_as_it_does_in_english() -> None:
    ends = {
        text: said
        for text, said in catalogue("zh-CN").items()
        if (text[-1] in ".?" and text[-2:] != "..") != (said[-1] in "。？")
        and not re.search(r"[A-Za-z0-9_}]$", said)  # a command, which no mark may follow
        and text != "Why is this bad?"  # a heading
    }
    assert ends == {}


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("en_US.UTF-8", "en"),
        ("EN", "en"),
        ("zh-CN", "zh-CN"),
        ("zh_CN.UTF-8", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh-Hans", "zh-CN"),
        ("zh_TW.UTF-8@radical", "zh-CN"),
        ("zh.UTF-8", "zh-CN"),
        ("fr", None),
        ("fr_FR.UTF-8", None),
        ("C", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
        ("english", None),
        ("zhuang", None),
    ],
)
def test_the_language_that_a_tag_means(tag: str, language: str | None) -> None:
    assert nearest(tag) == language


def test_english_is_the_source_and_needs_no_catalogue() -> None:
    assert catalogue(SOURCE) == {}
    assert _("There is no rule {name}.", name="x") == "There is no rule x."


def test_a_text_is_said_in_the_language_that_is_spoken() -> None:
    speak("zh-CN")

    assert spoken() == "zh-CN"
    assert _("There is no rule {name}.", name="x") == "没有规则 x。"
    assert _("a text that nobody translated") == "a text that nobody translated"


def test_what_is_filled_in_can_not_steer_the_terminal_nor_the_format() -> None:
    assert _("There is no rule {name}.", name="\x1b[31m{0.__class__}") == "There is no rule \\x1b[31m{0.__class__}."


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [(0, "0 articles", "0 篇稿件"), (1, "1 article", "1 篇稿件"), (2, "2 articles", "2 篇稿件")],
)
def test_one_and_many(count: int, english: str, chinese: str) -> None:
    assert plural(count, "{count} article", "{count} articles") == english
    speak("zh-CN")
    assert plural(count, "{count} article", "{count} articles") == chinese


def test_several_words_are_parted_as_the_language_does_it() -> None:
    assert listed(["a", "b"]) == "a, b"
    speak("zh-CN")
    assert listed(["甲", "乙"]) == "甲、乙"
