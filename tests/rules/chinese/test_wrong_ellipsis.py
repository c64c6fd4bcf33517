import pytest

from tests.rules.chinese.copy import article, mended_body, only, said
from tests.rules.harness import found

RULE = "wrong-ellipsis"


@pytest.mark.parametrize("wrong", ["...", "......", "。。。", "。。。。。。", "…", "………", "······", "・・・", "⋯⋯"])
def test_what_is_typed_for_an_ellipsis_is_found_and_mended(wrong: str) -> None:
    body = f"卖藕的、修伞的{wrong}一个挨一个。"

    assert said(body, RULE) == [f"“{wrong}” is no Chinese ellipsis"]
    assert mended_body(body, RULE) == "卖藕的、修伞的……一个挨一个。"


@pytest.mark.parametrize(
    "body",
    [
        "卖藕的、修伞的……一个挨一个。",
        "第一段。\n\n…………\n\n第三段。",
        "他说：“Wait... what?”",
        "路径是../a和.../b。",
        "阿凡提·买买提·艾力",
        "单价..........3元",
        "他喊：“哎……等一下！”",
        "……等等，我还没说完。",
        "```\n中...文\n```",
    ],
)
def test_what_is_right_latin_and_leaders_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


@pytest.mark.parametrize("body", ["卖藕的、修伞的……等。", "卖藕的、修伞的……等等。"])
def test_an_ellipsis_and_deng_say_the_same(body: str) -> None:
    finding = only(found(article(body), RULE))

    assert finding.message.endswith("says “and so on” twice")
    assert finding.edits == ()


@pytest.mark.parametrize("unit", [".", "…", "。", "·"])
def test_a_huge_line_of_them_is_no_ellipsis(unit: str) -> None:
    assert said("中" + unit * 1_000_000, RULE) == []
