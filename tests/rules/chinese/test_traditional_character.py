import pytest

from newsroom.rules.chinese._traditional import PAIRS
from tests.rules.harness import found

RULE = "traditional-character"
HEAD = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


def test_an_article_has_one_finding_with_all_its_traditional_characters() -> None:
    (finding,) = found(HEAD.replace("冬小麦", "冬小麥") + "全市秋播進入尾聲。\n\n農戶進城。", RULE)

    assert finding.message == "traditional characters in the copy: 麥進聲農戶 (6 times)"
    assert finding.help == "write 麦进声农户"
    assert (finding.line, finding.column, finding.field, finding.count) == (2, 13, "headline", 6)
    assert [edit.text for edit in finding.edits] == list("麦进声农户进")


def test_more_characters_than_a_line_holds_are_cut() -> None:
    (finding,) = found(HEAD + "國門車馬魚鳥龍龜齊齒麥黃點鬥風。", RULE)

    assert finding.message == "traditional characters in the copy: 國門車馬魚鳥龍龜齊齒麥黃… (15 times)"


def test_a_character_that_may_mean_two_is_not_mended() -> None:
    (finding,) = found(HEAD + "餘下的門。", RULE)

    assert [edit.text for edit in finding.edits] == ["门"]


@pytest.mark.parametrize(
    "text",
    [
        "全市秋播进入尾声，门前车马。",
        "王昇、李堃、张喆、赵淼、仝德、甯静、陈陞、脩文。",
        "登高瞭望，乾坤朗朗，乾隆年间，慰藉，宫商角徵羽，於先生。",
        "门匾上的“門”少一钩，古人写門字常常不钩。",
    ],
)
def test_standard_characters_and_those_spoken_of_are_let_be(text: str) -> None:
    assert found(HEAD + text, RULE) == []


def test_an_article_all_in_traditional_characters_is_not_mended() -> None:
    (finding,) = found(HEAD + "國門。" * 200, RULE)

    assert (finding.count, finding.edits) == (1, ())


def test_no_character_of_the_list_is_standard_in_gb_2312_and_each_has_one_that_is() -> None:
    assert len(set(PAIRS[::2])) == len(PAIRS) // 2
    assert all(letter.encode("gb2312") for letter in PAIRS[1::2])
    for letter in PAIRS[::2]:
        with pytest.raises(UnicodeEncodeError):
            letter.encode("gb2312")


def test_it_is_for_papers_in_chinese() -> None:
    assert found(HEAD + "國門", RULE, language="en") == []


@pytest.mark.parametrize("unit", ["國", "國人", "“國”", "的"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert len(found(HEAD + unit * (400_000 // len(unit)), RULE)) <= 1
