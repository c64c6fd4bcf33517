import pytest

from tests.rules.harness import found

RULE = "short-year"
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
        ("小区08年建成。", "08年"),
        ("他98年3月参加工作。", "98年"),
        ("2008—09年度预算。", "09年"),
        ("自98年以来，林场平安。", "98年"),
        ("从2019年至21年，他都在。", "21年"),
        ("近年来,05年的旧房没了。", "05年"),
        ("“08年那场雪真大。”他说。", "08年"),
        ("他22年10月退伍。", "22年"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "他花了10年。",
        "近20年来，林场平安。",
        "30年前，这里是荒滩。",
        "上世纪90年代。",
        "15年制的学校。",
        "2008年建成，2012年10月竣工。",
        "20年初心不改，30年春华秋实。",
        "《98年抗洪记》出版了。",
        "民国38年3月，昭和20年8月，公元25年6月。",
        "10年3个月的刑期。",
        "从70年起步的路。",
        "全文1,008年，K08年款。",
        "从2008年到10年后的今天。",
        "2020—2010年倒着数。",
        "一百08，12308年。",
        "1998年3月。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：小区08年建成。小区08年建成。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "小区08年建成。".index("08年"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "小区08年建成。", RULE, settings="rules: {short-year: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "小区08年建成。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["年", "08年", "99年", "1", "《08年", "2008—"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
