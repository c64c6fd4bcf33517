import pytest

from newsroom.model.finding import Finding
from tests.rules.harness import found

RULE = "variant-character"
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
        ("全市公佈进度。", "佈"),
        ("一週一报。", "週"),
        ("李峯在山下。", "峯"),
        ("他唸书。", "唸"),
        ("新傢具。", "傢"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "全市公布进度。",
        "仝德、甯静、邨上、迺文、甦醒、氾水。",
        "旧时的週字这样写。",
        "王昇、李堃、张喆、赵淼。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公佈、註解、傢具、週报。", "公布、注解、家具、周报。"),
        ("李峯和陈嶽。", "李峯和陈嶽。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：全市公佈进度。全市公佈进度。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "全市公佈进度。".index("佈"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "全市公佈进度。", RULE, settings="rules: {variant-character: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "全市公佈进度。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["佈", "佈字", "的"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
