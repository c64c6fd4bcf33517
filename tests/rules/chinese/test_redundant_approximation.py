import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "redundant-approximation"
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
        ("约30人左右参加。", "约30人左右"),
        ("大约三十岁上下。", "大约三十岁上下"),
        ("约30多家企业。", "约30多"),
        ("近30余人参加。", "近30余"),
        ("至少5人以上获奖。", "至少5人以上"),
        ("超过30%以上。", "超过30%以上"),
        ("重约3.5公斤左右。", "约3.5公斤左右"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "约30人参加，30人左右。",
        "签约30多家企业，预约20余人，节约50多万元。",
        "附近20余户，最近30多天。",
        "近10余年来，近20多天。",
        "路宽约30米，左右都是树。",
        "路宽约30米左右两侧。",
        "约30人上下车。",
        "至少1名副高以上职称。",
        "近10年左右。",
        "约有多少，多了约3个。",
        "纽约30多家银行。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("约30人左右参加。", "约30人参加。"),
        ("约30多家企业。", "约30多家企业。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：约30人左右参加。约30人左右参加。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "约30人左右参加。".index("约30人左右"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "约30人左右参加。", RULE, settings="rules: {redundant-approximation: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "约30人左右参加。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["约", "约1", "近一多", "约一", "左右", "至少5人以上"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
