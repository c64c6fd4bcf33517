import pytest

from tests.rules.harness import found

RULE = "impossible-decrease"
HEAD = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("能耗降低了2倍。", "降低了2倍"),
        ("事故减少一倍。", "减少一倍"),
        ("成本下降近3倍。", "下降近3倍"),
        ("工期缩短1.5倍。", "缩短1.5倍"),
        ("用工减少了数倍。", "减少了数倍"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "产量增加2倍。",
        "能耗降低了一半。",
        "市盈率由12倍下降2倍。",
        "下降幅度是去年的2倍。",
        "下降到原来的0.5倍。",
        "图像放大或缩小2倍。",
        "降低2倍镜的倍率。",
        "成倍下降。",
        "风险降低，收入增加3倍。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：能耗降低了2倍。能耗降低了2倍。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "能耗降低了2倍。".index("降低了2倍"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "能耗降低了2倍。", RULE, settings="rules: {impossible-decrease: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "能耗降低了2倍。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["倍", "降低", "减少1", "降低了2倍", "减少一"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
