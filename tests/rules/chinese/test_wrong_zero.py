import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "wrong-zero"
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
        ("大桥建于二○一九年。", "二○一九年"),
        ("大桥建于二零一九年。", "二零一九年"),
        ("大桥建于二0一九年。", "二0一九年"),
        ("桥下有三千〇五十户。", "三千〇"),
        ("一九○八年的旧事。", "一九○八年"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "大桥建于二〇一九年。",
        "桥下有三千零五十户。",
        "一百零二年。",
        "二零二工地。",
        "○是圆圈，零点一过。",
        "2019年。",
        "二〇〇八年。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("二○一九年、二零二零年、三千〇五十户。", "二〇一九年、二〇二〇年、三千零五十户。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：大桥建于二○一九年。大桥建于二○一九年。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "大桥建于二○一九年。".index("二○一九年"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "大桥建于二○一九年。", RULE, settings="rules: {wrong-zero: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "大桥建于二○一九年。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["零", "〇", "一零", "二○一九年", "千〇"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
