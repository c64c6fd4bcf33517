import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "hyphen-range"
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
        ("还要下2-3天。", "2-3天"),
        ("8-10月开放。", "8-10月"),
        ("招收16-18岁青年。", "16-18岁"),
        ("2021-2023年规划。", "2021-2023年"),
        ("深1.5-2.5米。", "1.5-2.5米"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "还要下2～3天，2021—2023年。",
        "电话0431-6218345人工接听。",
        "2022-10-12日记。",
        "以1-3负，2-3战胜。",
        "住3-5号楼2-301室。",
        "歼-20，CZ-5B，A1-3天。",
        "1-3-5天。",
        "3-1天。",
        "3-5年级。",
        "GB/T 1-2人。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("还要下2-3天，8-10月开放。", "还要下2～3天，8—10月开放。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：还要下2-3天。还要下2-3天。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "还要下2-3天。".index("2-3天"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "还要下2-3天。", RULE, settings="rules: {hyphen-range: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "还要下2-3天。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["-", "1-", "1-3", "1.", "2-3天"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
