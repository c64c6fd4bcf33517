import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "ambiguous-range"
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
        ("提高5～10%。", "5～10%"),
        ("提高5-10%。", "5-10%"),
        ("投入3至5万元。", "3至5万"),
        ("投入3—5亿元。", "3—5亿"),
        ("提高3.5到4.2‰。", "3.5到4.2‰"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "提高5%～10%。",
        "投入3万元至5万元，3万～5万元。",
        "年龄20～30岁，重100～150千克。",
        "奖金500～1万元。",
        "2021—2023年，2万人。",
        "他以3比5负于众人。",
        "3至5万众一心。",
        "增速为-10%。",
        "10月1日8时到10万人。",
        "电话0431-87654321，万一打不通。",
        "第3至5万吨级泊位。",
        "A3-5%。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("提高5-10%，3至5%。", "提高5%～10%，3%至5%。"),
        ("投入3—5万元。", "投入3—5万元。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：提高5～10%。提高5～10%。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "提高5～10%。".index("5～10%"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "提高5～10%。", RULE, settings="rules: {ambiguous-range: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "提高5～10%。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["1", "1-", "5～10", "5至", "1.", "至"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
