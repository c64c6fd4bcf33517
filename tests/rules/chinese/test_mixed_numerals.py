import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "mixed-numerals"
HEAD = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


def mended(text: str, findings: list[Finding]) -> str:
    """The copy with what `validate --fix` would write."""
    for edit in sorted((edit for it in findings for edit in it.edits), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("大桥2022年十一月3日通车。", "2022年十一月3日"),
        ("3月十五日开工。", "3月十五日"),
        ("十一月3日开工。", "十一月3日"),
        ("二〇二二年8月参军。", "二〇二二年8月"),
        ("他二十5岁。", "二十5"),
        ("他今年2十五岁。", "2十五"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "2022年11月3日，二〇二二年八月三日。",
        "农历八月十五，正月初五。",
        "腊月二十8时。",
        "星期三8时，周二10点。",
        "党的二十大，五十3班。",
        "5月一日三餐。",
        "2022年五月的鲜花。",
        "十一3天假。",
        "第五十3号。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2022年十一月3日，3月十五日。", "2022年11月3日，3月15日。"),
        ("二〇二二年8月，二十5岁，3月二十日，3月三十一日。", "2022年8月，25岁，3月20日，3月31日。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：大桥2022年十一月3日通车。大桥2022年十一月3日通车。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (
        9,
        6 + "大桥2022年十一月3日通车。".index("2022年十一月3日"),
        2,
    )


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "大桥2022年十一月3日通车。", RULE, settings="rules: {mixed-numerals: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "大桥2022年十一月3日通车。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["月", "十", "2022年十", "一二三四", "1月", "二〇二二年8月"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
