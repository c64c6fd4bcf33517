import unicodedata

import pytest

from newsroom.locale import speak
from newsroom.model.slug import free_slug, slug_from
from tests.rules.harness import found

BODY = "---\nheadline: 秋播\n---\n全市秋播进入尾声。\n"


def better(slug: str) -> list[str]:
    return [one.help for one in found(f"==> articles/{slug}.md <==\n{BODY}", "untidy-slug")]


@pytest.mark.parametrize(
    "headline",
    [
        "冬小麦播种过九成",
        "“三手棋”：壮经济",
        "Autumn sowing, 90% done!",
        "A" * 300,
        "字" * 300,
        "Café reopens",
        "The farmers’ year",
        "con",
        "İstanbul",
        "𠮷野家",
        "ｆｕｌｌ",
        "42.195公里",
        "ß und ſ",
        "Ünïcode",
        "हिन्दी",
        "עִבְרִית",
    ],
)
def test_what_newsroom_makes_of_a_headline_is_tidy(headline: str) -> None:
    slug = slug_from(headline)

    assert better(slug) == []
    assert better(free_slug(slug, {slug, f"{slug}-2"})) == []


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("Sowing", "sowing"),
        ("autumn sowing", "autumn-sowing"),
        ("秋播(二)", "秋播-二"),
        ("what?", "what"),
        ("a%20b", "a-20b"),
        ("秋播_终稿", "秋播-终稿"),
        ("秋播 ", "秋播"),
        ("sowing--2", "sowing-2"),
        ("-sowing", "sowing"),
        ("con", "con-1"),
        ("v2.final", "v2-final"),
        ("???", "story"),
        ("字" * 27, "字" * 26),
    ],
)
def test_another_name_is_not_and_a_better_one_is_offered(slug: str, name: str) -> None:
    assert better(slug) == [f"rename it: {name}.md"]


def test_a_decomposed_name_is_not_tidy() -> None:
    assert better(unicodedata.normalize("NFD", "café")) == ["rename it: café.md"]


def test_the_finding_stands_at_the_first_line_of_the_file() -> None:
    speak("zh-CN")
    (one,) = found(f"==> articles/Sowing.md <==\n{BODY}", "untidy-slug")

    assert (one.path, one.line, one.column) == ("issues/2022-10-12/articles/Sowing.md", 1, 1)
    assert (one.severity, one.message, one.help) == ("warning", "文件名“Sowing.md”换个系统会出问题", "改名为 sowing.md")
