from itertools import chain

import pytest
import wcwidth

from newsroom.model.text import display_width, length, normal, one_line, printable, reflow, shorten


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t\u3000", 0),
        ("全市秋播进入尾声。", 9),
        ("“三秋”", 4),
        ("——秋种", 4),
        ("尾声……", 4),
        ("阿布力孜·买买提", 8),
        ("\u3000\u3000正文", 2),
        ("亩产 8.76 吨", 4),
        ("增长26.4%。", 4),
        ("2022年10月12日", 6),
        ("Linden 镇", 2),
        ("你好,世界", 5),
        ("𠮷野家", 3),
        ("🎉", 1),
        ("第一段。\n\n第二段。", 8),
        ("## 小标题", 3),
        ("**加粗**", 2),
        ("- 一\n- 二", 2),
        ("> 引文", 2),
    ],
)
def test_the_length_of_chinese_copy_is_counted_as_a_word_processor_does(text: str, count: int) -> None:
    assert length(text, "zh-CN") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two  three", 3),
        ("don't stop", 2),
        ("## Head\n\n**Bold** text", 3),
        ("- a\n- b", 2),
        ("冬小麦", 1),
    ],
)
def test_the_length_of_english_copy_is_its_words(text: str, count: int) -> None:
    assert length(text, "en") == count


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("标题", 4), ("A版", 3), ("e\u0301", 1), ("，", 2), ("🎉", 2), ("𠮷", 2)]
)
def test_a_chinese_character_is_two_columns_wide(text: str, width: int) -> None:
    assert display_width(text) == width


def test_what_is_measured_without_the_library_is_as_wide_as_it_says() -> None:
    """All that a text of its own knows of: ASCII, Chinese characters, and the marks of Chinese copy."""
    known = (range(0x20, 0x7F), range(0x4E00, 0xA000), range(0xFF01, 0xFF61))
    letters = [*map(chr, chain.from_iterable(known)), *"、。《》〈〉「」『』【】〔〕“”‘’—…·"]
    assert [letter for letter in letters if display_width(letter) != wcwidth.wcswidth(letter)] == []
    mixed = "".join(letters[:300] + letters[-30:])
    assert display_width(mixed) == wcwidth.wcswidth(mixed)


@pytest.mark.parametrize("text", ["Café", "e\u0301", "한글", "a\u200db", "👍🏽", "𠮷野家", "\u3000一"])
def test_all_else_is_as_wide_as_the_library_says(text: str) -> None:
    assert display_width(text) == wcwidth.wcswidth(text)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("冬小麦播种", 10, "冬小麦播种"),
        ("冬小麦播种", 9, "冬小麦播…"),
        ("冬小麦播种", 5, "冬小…"),
        ("冬小麦播种", 4, "冬…"),
        ("abcdef", 6, "abcdef"),
        ("abcdef", 4, "abc…"),
        ("冬小麦", 1, "…"),
        ("", 3, ""),
    ],
)
def test_what_is_shortened_fits_its_columns(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short


@pytest.mark.parametrize("letter", ["冬", "a", "\u0301", "👩\u200d", " "])
def test_a_huge_text_is_shortened_by_its_beginning(letter: str) -> None:
    short = shorten(letter * 4_000_000, 80)

    assert short.endswith("…")
    assert len(short) <= 400
    assert display_width(short) <= 80


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "\\x1b[31m红"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb", "a\\rb"),
        ("a\x07\x00\x7f", "a\\x07\\x00\\x7f"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b", "a\\u2028b"),
        ("\ufeffa\u200bb", "\\ufeffa\\u200bb"),
        ("a\x85b", "a\\x85b"),
        ("\udcff", "\\udcff"),
        ("一行\n两行\t“”——🎉", "一行\n两行\t“”——🎉"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_one_line_holds_no_line_end_and_no_run_of_spaces() -> None:
    assert one_line("  冬小麦\n\n 播种 \t过九成\x1b ") == "冬小麦 播种 过九成\\x1b"


def test_normal_text_is_nfc_with_lf() -> None:
    assert normal("Cafe\u0301\r\nb\rc\n") == "Café\nb\nc\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\ntwo", "one two"),
        ("全市秋播\n进入尾声。", "全市秋播进入尾声。"),
        ("进入\nLinden", "进入Linden"),
        ("Linden\n进入", "Linden进入"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_a_paragraph_flows_in_one_line_and_nothing_joins_chinese(text: str, line: str) -> None:
    assert reflow(text) == line
