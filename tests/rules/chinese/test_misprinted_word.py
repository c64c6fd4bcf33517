import pytest

from newsroom.model.finding import Finding
from newsroom.rules.chinese._misprints import MISPRINTS
from tests.rules.harness import found

RULE = "misprinted-word"
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
        ("村民不再松驰。", "松驰"),
        ("他们去渡假了。", "渡假"),
        ("大家再接再励。", "再接再励"),
        ("部份村民。", "部份"),
        ("蒸发水份。", "水份"),
        ("他的帐户。", "帐户"),
        ("震憾人心。", "震憾"),
        ("他己经来了。", "己经"),
        ("好象下雨了。", "好象"),
        ("截止目前。", "截止目前"),
    ],
)
def test_it_is_found(text: str, said: str) -> None:
    assert [it.message.split("”")[0].split("“")[-1] for it in found(HEAD + text, RULE)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "松弛、度假、再接再厉、部分、水分、账户。",
        "过渡假期，过渡假设。",
        "供水份额，外部份额，补充份额，超过份额。",
        "蚊帐户外，搭帐户外。",
        "他自己经常来，知己经过。",
        "美好象征，下象棋、好象棋。",
        "未必竟然，有志者事必竟成。",
        "采编缉毒新闻，巡逻缉私队。",
        "研究竞争力，究竟争什么。",
        "精神密切关注，神秘决策。",
        "地震摄影展，情感概念。",
        "下陷井盖，严峻工作，变迁徒步。",
        "分辨论据，争辩认为。",
        "婚礼上往来的客人。",
        "暴风暴光临。",
        "灯笼照亮，农家俱乐部。",
        "挖掘起来，唯恐布置不周。",
        "全国藉此机会。",
        "公布署名文章。",
        "其它、作客、身份、想像。",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("他对着帐单一愁莫展，部份村民去渡假。", "他对着账单一筹莫展，部分村民去度假。"),
    ],
)
def test_what_can_mean_nothing_else_is_mended(text: str, right: str) -> None:
    assert mended(HEAD + text, found(HEAD + text, RULE)) == right


def test_it_stands_where_it_is_and_is_counted() -> None:
    text = "全市秋播。\n\n再说一遍：村民不再松驰。村民不再松驰。"
    (finding,) = found(HEAD + text, RULE)

    assert (finding.line, finding.column, finding.count) == (9, 6 + "村民不再松驰。".index("松驰"), 2)


def test_a_paper_may_do_without_the_rule() -> None:
    assert found(HEAD + "村民不再松驰。", RULE, settings="rules: {misprinted-word: off}\n") == []


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "村民不再松驰。", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["松驰", "渡", "过渡假", "竟"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1


def test_every_misprint_of_the_list_is_found_and_its_word_is_none() -> None:
    for line in MISPRINTS.split():
        letter, wrong, word, *sound = line.split("|")
        assert letter in wrong
        assert [it.message for it in found(f"{HEAD}他说：{wrong}。", RULE)] == [f"“{wrong}” is a misprint"]
        assert found(HEAD + "，".join([word, *sound]) + "。", RULE) == []
