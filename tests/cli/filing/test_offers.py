"""What the questions offer from the paper's own life, on a terminal: people, columns, pictures."""

from collections.abc import Callable

import pytest

from newsroom.errors import ExitCode
from tests.support.desk import ISSUE, PLAN, Desk, with_a_past
from tests.support.keys import ENTER, SAVE, TAB, Step, Terminal, newsroom_command

ARTICLE = f"{ISSUE}/articles/新闻.md"
FLAGS = {
    "issue": ["--issue=2022-10-12"],
    "kind": ["--kind=story"],
    "text": ["--headline=新闻", "--kicker=", "--deck=", "--section=社会", "--page=", "--body="],
    "column": ["--column="],
    "byline": ["--byline=记者 姓名"],
    "photo": ["--photo=", "--caption=", "--credit="],
}


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return with_a_past(newsroom({f"{ISSUE}/issue.yaml": PLAN}))


def asked_for(desk: Desk, *names: str) -> Terminal:
    """A filing that is asked only for these."""
    flags = [flag for name, given in FLAGS.items() if name not in names for flag in given]
    return Terminal(newsroom_command("article", "add", *flags), cwd=desk.root)


def saved(terminal: Terminal, desk: Desk) -> str:
    terminal.answer([SAVE])
    assert terminal.end() == ExitCode.DONE
    return desk.read(ARTICLE)


@pytest.mark.parametrize(
    ("begun", "offered", "filed"),
    [
        ("周", "记者 周一新", "role: 记者, name: 周一新"),
        ("林", "通讯员 林小满", "role: 通讯员, name: 林小满"),
        ("小", "通讯员 林小满", "role: 通讯员, name: 林小满"),
        ("实习记者 林", "实习记者 林小满", "role: 实习记者, name: 林小满"),
        ("", "通讯员 林小满", "role: 通讯员, name: 林小满"),
    ],
)
def test_a_name_is_completed_with_its_usual_role(desk: Desk, begun: str, offered: str, filed: str) -> None:
    terminal = asked_for(desk, "byline")
    terminal.answer([Step("署名", begun or TAB)])
    terminal.see(offered)
    terminal.type(TAB + ENTER)
    terminal.answer([Step("署名：还有谁？")])

    assert f"byline:\n  - {{{filed}}}\n" in saved(terminal, desk)


def test_each_of_several_names_is_completed(desk: Desk) -> None:
    terminal = asked_for(desk, "byline")
    terminal.answer([Step("署名", "周")])
    terminal.see("记者 周一新")
    terminal.type(TAB)
    terminal.see("周一新")
    terminal.type("、林")
    terminal.see("通讯员 林小满")
    terminal.type(TAB + ENTER)
    terminal.answer([Step("署名：还有谁？")])

    assert "byline:\n  - {role: 记者, name: 周一新}\n  - {role: 通讯员, name: 林小满}\n" in saved(terminal, desk)


def test_a_column_is_completed_from_those_before(desk: Desk) -> None:
    terminal = asked_for(desk, "column")
    terminal.answer([Step("栏目", "秋")])
    terminal.see("秋收时节")
    terminal.type(TAB + ENTER)

    assert "column: 秋收时节\n" in saved(terminal, desk)


def test_a_picture_of_the_issue_is_completed(desk: Desk) -> None:
    terminal = asked_for(desk, "photo")
    terminal.answer([Step("图片 1", f"{ISSUE}/photos/so" + TAB)])
    terminal.see("wing.jpg")
    terminal.type(ENTER)
    terminal.answer([Step("图片说明"), Step("图片署名"), Step("图片 2")])

    assert "photos:\n  - file: sowing.jpg\n" in saved(terminal, desk)
    assert desk.files_of_last_commit() == [ARTICLE]
