import pytest

from newsroom.model.pasted import clean


@pytest.mark.parametrize(
    "text",
    ["", "正文。\n\n第二段。", "Mill\tStreet", "全角空格　在此", "“引号”——破折号……", "😀", "葛\U000e0100城", "é"],
)
def test_what_is_printed_stays(text: str) -> None:
    cleaned = clean(text)

    assert cleaned.text == text
    assert cleaned.removed == cleaned.unsafe == ()


@pytest.mark.parametrize(
    ("text", "left", "sort", "code"),
    [
        ("秋\x00播", "秋播", "control", "U+0000"),
        ("秋\x07播", "秋播", "control", "U+0007"),
        ("秋\x7f播", "秋播", "control", "U+007F"),
        ("\x1b]0;owned\x07秋播", "秋播", "control", "U+001B"),
        ("\x1b[31m秋播", "秋播", "control", "U+001B"),
        ("秋\u202e播", "秋播", "direction", "U+202E"),
        ("秋\u2066播", "秋播", "direction", "U+2066"),
        ("秋\u200e播", "秋播", "direction", "U+200E"),
        ("秋\u200b播", "秋播", "invisible", "U+200B"),
        ("秋\u200d播", "秋播", "invisible", "U+200D"),
        ("\ufeff秋播", "秋播", "invisible", "U+FEFF"),
        ("秋\u2060播", "秋播", "invisible", "U+2060"),
        ("co\u00adop", "coop", "invisible", "U+00AD"),
        ("秋\u3164播", "秋播", "invisible", "U+3164"),
        ("秋\U000e0041播", "秋播", "invisible", "U+E0041"),
    ],
)
def test_what_no_paper_prints_is_taken_out_and_named(text: str, left: str, sort: str, code: str) -> None:
    cleaned = clean(text)

    assert cleaned.text == left
    assert [(one.sort, one.code) for one in cleaned.removed] == [(sort, code)]
    assert cleaned.unsafe == ()


def test_the_place_counts_from_one_in_the_text_as_it_came() -> None:
    cleaned = clean("第一行\r\n第\u200b二行\u200b\n\n\u202e末行")

    assert [(one.line, one.column) for one in cleaned.removed] == [(2, 2), (2, 5), (4, 1)]


def test_line_ends_of_every_sort_become_one() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g").text == "a\nb\nc\nd\ne\nf\ng"


def test_letters_are_composed() -> None:
    assert clean("cafe\u0301").text == "café"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He said \x93yes\x94.", "U+0093"),  # quotes of Windows-1252 read as Latin-1
        ("\udce9t\u00e9", "U+DCE9"),
        ("שלום \u202eabc", "U+202E"),
        ("abc \u200f שלום", "U+200F"),
        ("می\u200cخواهم", "U+200C"),
        ("क्\u200dष", "U+200D"),
        ("👩\u200d🌾", "U+200D"),
    ],
)
def test_what_can_not_be_taken_out_safely_is_named_as_such(text: str, code: str) -> None:
    assert clean(text).unsafe[0].code == code


def test_a_mark_beside_letters_from_left_to_right_is_safe_to_take_out_though_others_stand_in_another_line() -> None:
    cleaned = clean("秋\u200e播\nשלום")

    assert [one.code for one in cleaned.removed] == ["U+200E"]
    assert cleaned.unsafe == ()


def test_a_long_text_takes_no_time() -> None:
    """Each place is found by itself; a text of one kind of fault is the worst case."""
    cleaned = clean("秋\u200b播\n" * 100_000)

    assert len(cleaned.removed) == 100_000
    assert (cleaned.removed[-1].line, cleaned.removed[-1].column) == (100_000, 2)
