import pytest

from newsroom.model.text import display_width
from newsroom.reports.changes import as_diff

LONG = "全市秋播进入尾声，" * 30


def diff(before: str, after: str, *, width: int = 40, most: int = 30) -> list[str]:
    return list(as_diff(before, after, width=width, paint=lambda row, _kind: row, most=most))


def test_what_was_taken_out_and_put_in_stands_by_its_line() -> None:
    assert diff("a\nb\nc\n", "a\nB\nc\nd\n") == ["line 2:", "- b", "+ B", "line 4:", "+ d"]
    assert diff("a\nb\n", "b\n") == ["line 1:", "- a"]


def test_the_same_text_has_no_rows() -> None:
    assert diff("a\n", "a\n") == diff("", "") == []
    assert diff("a\r\n", "a\n") == []


def test_each_row_is_painted_for_what_it_is() -> None:
    painted: list[str] = []
    list(as_diff("a\n", "b\n", width=40, paint=lambda row, kind: painted.append(kind) or row))
    assert painted == ["place", "old", "new"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_long_paragraph_is_cut_to_where_it_differs(width: int) -> None:
    rows = diff(LONG + "收割完毕。\n", LONG + "播种完毕。\n", width=width)
    assert "收割" in rows[1]
    assert "播种" in rows[2]
    assert max(map(display_width, rows)) <= width


def test_a_line_that_only_got_longer_shows_its_end() -> None:
    assert "又一句" in diff(LONG + "\n", LONG + "又一句。\n")[2]


def test_of_many_lines_the_first_are_shown_and_the_rest_is_counted() -> None:
    rows = diff("", "x\n" * 100, most=10)
    assert len(rows) == 11
    assert rows[-1] == "… and 91 more lines"


def test_control_characters_are_written_out() -> None:
    assert diff("", "\x1b[2Jx\n")[1] == r"+ \x1b[2Jx"
