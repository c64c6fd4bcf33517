import pytest

from tests.rules.chinese.copy import article, mended_body, only, said, with_caption
from tests.rules.harness import found

RULE = "stray-space"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("截至今天， 秋播过半。", "截至今天，秋播过半。"),
        ("截至今天 ，秋播过半 。", "截至今天，秋播过半。"),
        ("他说： “好。”", "他说：“好。”"),
        ("《 红楼梦》（ 曹雪芹 ）", "《红楼梦》（曹雪芹）"),
        ("占50%  ，过半。", "占50%，过半。"),
    ],
)
def test_a_blank_beside_a_mark_is_found_and_left_out(typed: str, printed: str) -> None:
    assert said(typed, RULE)
    assert mended_body(typed, RULE) == printed


@pytest.mark.parametrize(
    "body",
    [
        "农机手张 三用 GPS 导航。",
        "本报讯（记者 张三 通讯员 李小四）",
        "第一行，  \n第二行。",
        "　　“今年好。”他说。",
        "    “今年好。”他说。",
        "- “今年好。”",
        "姓名：　张三",
        "He said， then left。",
        "| 名称， | 数 |",
    ],
)
def test_names_latin_words_indents_and_breaks_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


def test_headlines_may_have_one_and_captions_may_not() -> None:
    assert said("全市秋播进入尾声。", RULE, headline="开镰了！ 沿江收割忙") == []
    assert only(found(with_caption("农机手在调试， 试播。"), RULE)).field == "photos[0].caption"


def test_all_of_them_are_one_finding() -> None:
    finding = only(found(article("今天， 秋播 ，过半。"), RULE))

    assert (finding.line, finding.column, finding.length, finding.count) == (6, 4, 1, 2)


def test_it_is_quick_with_a_huge_text() -> None:
    assert said("中" + " " * 1_000_000, RULE) == []
