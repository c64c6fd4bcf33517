import pytest

from newsroom.model.piece import BLANK, blanked, paragraphs_of

LONG = "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种，大家心里都有底。"


def sorts(body: str) -> list[tuple[str, str]]:
    return [(paragraph.sort, paragraph.text) for paragraph in paragraphs_of(body)]


def test_paragraphs_lie_between_gaps_and_know_where_they_begin() -> None:
    body = f"\n{LONG}\n \n\n{LONG}好。\n　\n"

    found = list(paragraphs_of(body))

    assert [paragraph.text for paragraph in found] == [LONG, LONG + "好。"]
    assert all(body.startswith(paragraph.text, paragraph.start) for paragraph in found)


def test_without_a_gap_each_line_of_chinese_copy_is_one() -> None:
    assert sorts(f"{LONG}\n本报通讯员 姓名 摄") == [("text", LONG), ("subhead", "本报通讯员 姓名 摄")]


def test_short_lines_together_are_verse() -> None:
    verse = "清明时节雨纷纷，\n路上行人欲断魂。"

    assert sorts(f"{LONG}\n\n{verse}\n\n{LONG}")[1] == ("verse", verse)


def test_lines_that_were_broken_by_a_width_are_one_paragraph() -> None:
    line = "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种，大家心里都有"
    wrapped = f"{line}\n{line}\n底。"

    assert sorts(wrapped) == [("text", wrapped)]
    assert len(sorts(f"{LONG}\n{LONG}\n{LONG}")) == 3


def test_latin_lines_are_one_paragraph() -> None:
    wrapped = (
        "Alder County crews will spray salt brine on 62 miles of road,\nin a test that could let them spread less\nsalt"
    )

    assert sorts(wrapped) == [("text", wrapped)]


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("## 泥地里抢时间", "subhead"),
        ("**泥地里抢时间**", "subhead"),
        ("泥地里抢时间", "subhead"),
        (f"- {LONG}", "list"),
        (f"1. {LONG}", "list"),
        (f"> {LONG}", "quote"),
        ("| 石桥镇 | 3 |", "table"),
        ("石桥镇\t3", "table"),
        ("一、提高认识，统一思想", "text"),
        (f"3月，{LONG}", "text"),
        (f"　　{LONG}", "text"),
    ],
)
def test_a_line_is_of_a_sort(line: str, sort: str) -> None:
    assert sorts(line) == [(sort, line)]


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_between_fences_is_one_paragraph(fence: str) -> None:
    code = f"{fence}python\n## x\n\n    y\n{fence}"

    assert sorts(blanked(f"{LONG}\n{code}\n{LONG}")) == [("text", LONG), ("code", code), ("text", LONG)]
    assert sorts(f"{fence}\n{LONG}\n\n好。") == [("code", f"{fence}\n{LONG}\n\n好。")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("见https://a.cn/b_(c)。", "见。"),
        ("see (www.a.cn).", "see ()."),
        ("[甲](http://a.cn/b)", "[甲]"),
        ("写信到 desk@example.com。", "写信到 。"),
        ("打`a | b`", "打"),
        ("换<br>行", "换行"),
        ("3<5，a@b", "3<5，a@b"),
    ],
)
def test_addresses_and_code_are_blanked(text: str, left: str) -> None:
    assert blanked(text).replace(BLANK, "") == left
    assert len(blanked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    ["\n", " ", "a", "一", "```\n", "a@", "1.", "www.", "www.(aaaa", "(", "`", "<a", "](", "一，\n", "“", "　", "- \n"],
)
def test_a_huge_text_is_cut_in_the_end(text: str) -> None:
    body = blanked(text * 300_000)

    found = list(paragraphs_of(body))

    assert sum(len(paragraph.text) for paragraph in found) <= len(body)


@pytest.mark.parametrize("text", ["a" * 1_000_000 + "@", "a@" + "1." * 500_000, "https://" + "(" * 1_000_000])
def test_so_is_a_huge_address(text: str) -> None:
    assert len(blanked(text)) == len(text)
