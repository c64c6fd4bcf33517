"""The board: the order of the paper, and how full each page is."""

from collections.abc import Callable

import pytest

from newsroom.desk.board import lay_out, page_order, section_order
from newsroom.model.issue import Issue, Page
from newsroom.storage.newsroom import Newsroom
from tests.support.desk import ISSUE, Desk


def test_pages_come_by_the_plan_then_by_their_numbers_then_none() -> None:
    issue = Issue("2022-10-12", ISSUE, pages=(Page("4"), Page("A1")))

    assert sorted(["", "10", "9", "A1", "B2", "4", "头版"], key=lambda code: page_order(issue, code)) == [
        "4", "A1", "9", "10", "B2", "头版", "",
    ]  # fmt: skip


def test_sections_come_as_the_paper_has_them_then_others_then_none() -> None:
    assert sorted(["", "b", "无此版", "a"], key=lambda section: section_order(("b", "a"), section)) == [
        "b", "a", "无此版", "",
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["page", "section"])
def test_a_page_on_which_nothing_stands_has_a_row(newsroom: Callable[..., Desk], by: str) -> None:
    desk = newsroom({f"{ISSUE}/issue.yaml": "pages: [{page: '1', section: 社会}]\n"})
    room = Newsroom(desk.root)

    board = lay_out(room, room.issue("2022-10-12"), by="section" if by == "section" else "page")

    assert [(row.article, row.page, row.section, row.is_ready) for row in board.rows] == [(None, "1", "社会", False)]
    assert board.articles == board.unreadable == []


def test_it_is_judged_only_where_that_is_asked_for(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({f"{ISSUE}/articles/a.md": "---\nheadline: a\n---\n"})
    room = Newsroom(desk.root)
    issue = room.issue("2022-10-12")

    assert [row.findings for row in lay_out(room, issue).rows] == [()]
    assert [finding.rule for finding in lay_out(room, issue, judged=True).rows[0].missing] == [
        "missing-body", "missing-byline", "missing-section",
    ]  # fmt: skip
