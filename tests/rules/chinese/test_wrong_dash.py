import pytest

from tests.rules.chinese.copy import article, mended, mended_body, only, said
from tests.rules.harness import found

RULE = "wrong-dash"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("他等了三年--桥通了。", "他等了三年——桥通了。"),
        ("他等了三年---桥通了。", "他等了三年——桥通了。"),
        ("他等了三年－－桥通了。", "他等了三年——桥通了。"),
        ("他等了三年――桥通了。", "他等了三年——桥通了。"),
        ("他等了三年———桥通了。", "他等了三年——桥通了。"),
        ("他等了三年— —桥通了。", "他等了三年——桥通了。"),
        ("他等了三年，—桥通了。", "他等了三年，——桥通了。"),
        ("—鲁迅《故乡》", "——鲁迅《故乡》"),
        ("> --鲁迅《故乡》", "> ——鲁迅《故乡》"),
        ("中国--ASEAN合作。", "中国——ASEAN合作。"),
    ],
)
def test_what_is_typed_for_a_dash_is_found_and_mended(typed: str, printed: str) -> None:
    assert said(typed, RULE)
    assert mended_body(typed, RULE) == printed


@pytest.mark.parametrize(
    "body",
    [
        "2021—2023年，北京—上海，3—5人。",
        "他等了三年——今天桥通了——真好。",
        "型号G-3，COVID-19，气温-5摄氏度。",
        "命令是 newsroom --fix 这样写。",
        "Fish -- and chips -- for 王.",
        "上段\n\n---\n\n下段",
        "| 名称 | 数 |\n|----|----|\n| 麦 | 3 |",
        "姓名——————电话",
        "```\n中--文\n```",
        "见https://a.com/x--y。",
    ],
)
def test_ranges_hyphens_latin_text_and_rules_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


def test_a_deck_is_mended() -> None:
    text = article(deck="--临江市见闻")
    finding = only(found(text, RULE))

    assert (finding.line, finding.column, finding.message) == (5, 7, "“--” is no Chinese dash")
    assert "deck: ——临江市见闻\n" in mended(text, RULE)


@pytest.mark.parametrize("unit", ["-", "—", "―", "- "])
def test_a_huge_line_of_them_is_no_dash(unit: str) -> None:
    assert said("中" + unit * 500_000, RULE) == []
