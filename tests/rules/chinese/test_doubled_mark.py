import pytest

from tests.rules.chinese.copy import article, mended_body, only, said
from tests.rules.harness import found

RULE = "doubled-mark"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("秋收了，，四邻都来了。", "秋收了，四邻都来了。"),
        ("秋收了。。四邻都来了、、、。", "秋收了。四邻都来了、、、。"),
    ],
)
def test_a_mark_that_stands_twice_is_found_and_stands_once(typed: str, printed: str) -> None:
    assert said(typed, RULE)
    assert mended_body(typed, RULE) == printed


@pytest.mark.parametrize("marks", ["，。", "。，", "、，", "；。", "：，", "，，。"])
def test_which_of_two_marks_was_meant_a_person_says(marks: str) -> None:
    finding = only(found(article(f"秋收了{marks}四邻都来了"), RULE))

    assert (finding.line, finding.column, finding.length, finding.edits) == (6, 4, len(marks), ())
    assert marks in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "四邻都来了！！",
        "真的？！真的。",
        "老师讲了“，。”和《，，》怎么用。",
        "他想了想。。。没有说话。",
        "有“甲”、“乙”。",
    ],
)
def test_marks_that_may_follow_each_other_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


def test_a_mark_across_two_paragraphs_is_not_doubled() -> None:
    assert said("秋收了，\n\n，四邻都来了。", RULE) == []
