import pytest

from newsroom.errors import Malformed
from newsroom.locale import speak
from newsroom.storage.yaml_reader import read_yaml


def fault(text: str) -> Malformed:
    with pytest.raises(Malformed) as caught:
        read_yaml(text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "headline：冬小麦\n", "a: b\n\tc: d\n", 'a: "b\n', "a: b: c\n", 'a: "\\q"\n', "a: [b\n", "a: @b\n",
        "a:\n  - b\n c: d\n",
    ],
)  # fmt: skip
def test_a_mistake_is_said_in_chinese_to_who_reads_chinese(text: str) -> None:
    english = fault(text)
    speak("zh-CN")
    chinese = fault(text)
    assert (chinese.line, chinese.column) == (english.line, english.column)
    for said in (chinese.message, chinese.help):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in said)
    assert english.message != chinese.message


def test_a_mistake_is_shown_where_it_was_made_not_where_libyaml_gave_up() -> None:
    found = fault('headline: "冬小麦\nsection: 社会\npage: 3\nbyline:\n  - {role: 通讯员, name: 姓名}\n')
    assert (found.line, found.column) == (1, 11)


def test_a_full_width_colon_far_above_is_not_blamed() -> None:
    found = fault("note: |\n  标题：副题\n  a\n  b\n  c\nkicker: a\nheadline: [a\n")
    assert (found.line, found.message) == (7, "a bracket that is not closed")


def test_a_full_width_colon_inside_a_value_is_no_mistake() -> None:
    assert read_yaml("headline: 标题：副题\ncaption: a\n").values["headline"].value == "标题：副题"


def test_a_quote_inside_a_comment_is_not_blamed() -> None:
    assert fault("a: b # it's\nc: [d\n").message == "a bracket that is not closed"


def test_an_apostrophe_inside_a_word_is_not_blamed() -> None:
    assert fault("a: it's\nc: [d\n").message == "a bracket that is not closed"


@pytest.mark.parametrize("text", ["a: @b", "a: [", "a: {", "a: 'b", 'a: "b', "a: b: c", "a: *", "a: &", "a: !<", "%"])
def test_a_mistake_at_the_very_end_is_on_its_line(text: str) -> None:
    found = fault("x: y\n" + text)
    assert found.line in (2, 3 if text == "%" else 2)
    assert found.column <= len(text) + 1
