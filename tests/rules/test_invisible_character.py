import pytest

from tests.rules.harness import found

RULE = "invisible-character"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        ("秋\u200b播。", "U+200B", 2),
        ("秋播\ufeff。", "U+FEFF", 3),
        ("co\u00adop", "U+00AD", 3),
        ("秋\u202e播。", "U+202E", 2),
        ("秋\x07播。", "U+0007", 2),
        ("秋\U000e0041播。", "U+E0041", 2),
    ],
)
def test_it_is_named_by_its_code_and_taken_out(body: str, code: str, column: int) -> None:
    (finding,) = found(ZH + body, RULE)

    assert (finding.line, finding.column) == (7, column)
    assert finding.message.endswith(code)
    assert [edit.text for edit in finding.edits] == [""]


def test_what_is_left_of_another_encoding_is_only_said() -> None:
    (finding,) = found(ZH + "秋\x93播\x94。", RULE)[:1]

    assert finding.edits == ()


def test_the_line_end_of_word_becomes_one_of_ours() -> None:
    (finding,) = found(ZH + "秋播。\x0b好。", RULE)

    assert [edit.text for edit in finding.edits] == ["\n"]


@pytest.mark.parametrize("body", ["👩\u200d🌾", "می\u200cخواهم", "\u200fשלום", "　　全角空格　在此", "葛\U000e0100城"])
def test_what_shapes_the_letters_is_left_alone(body: str) -> None:
    assert found(ZH + body, RULE) == []


def test_a_name_in_the_byline_is_looked_at() -> None:
    (finding,) = found(ZH.replace("姓名", "姓\u200b名") + "好。", RULE)

    assert (finding.field, finding.line) == ("byline[0].name", 5)


def test_many_of_one_code_are_one_finding() -> None:
    (finding,) = found(ZH + "秋\u200b播\u200b。\n\n好\u200b。", RULE)

    assert finding.count == 3


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\u2028", "\x1b"])
def test_a_huge_text_of_one_ends(char: str) -> None:
    assert len(found(ZH + char * 500_000, RULE)) == 1
