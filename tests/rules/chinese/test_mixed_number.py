import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "mixed-number"
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
        ("投入3千万元。", "3千万"),
        ("来了5百人。", "5百"),
        ("人口1万5千人。", "1万5千"),
        ("来了2百多人。", "2百"),
        ("投入3亿5千万元。", "3亿5千万"),
        ("他跑了2千公里。", "2千"),
        ("全县2千3百户。", "2千3百"),
        ("共5百，都到了。", "5百"),
        ("投入1.5千万元。", "1.5千万"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "投入3000万元。",
        "每袋重3千克，功率5千瓦，距离8千米，电压6千伏。",
        "提高5个百分点，又提高5百分点。",
        "第3百货商店和11百货。",
        "8千字的文章，5千吨级的船。",
        "1.4亿人，3.5万亩。",
        "5百强企业名单。",
        "2022千人健步走，9·8百日攻坚。",
        "三千万元，五百人。",
        "G7百万峰会，第2百个订单。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("投入3千万元，5百人，2百多户。", "投入3000万元，500人，200多户。"),
        ("人口1万5千人，2千3百户。", "人口1.5万人，2300户。"),
        ("投入3亿5千万元，1万2千5百亩。", "投入3.5亿元，1.25万亩。"),
        ("投入1.5千万元，8百亿元。", "投入1500万元，800亿元。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：投入3千万元。投入3千万元。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "投入3千万元。".index("3千万"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "投入3千万元。", RULE, settings="rules: {mixed-number: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "投入3千万元。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["千", "3千", "1万", "千百", "3千万", "1万5千"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
