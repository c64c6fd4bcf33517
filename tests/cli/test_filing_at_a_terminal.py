"""newsroom as a process on a terminal of its own, of 80 columns: asked, answered, interrupted, hung up on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import ExitCode
from newsroom.model.text import display_width
from tests.cli.checks import snapshot
from tests.support.desk import ISSUE, PLAN, Desk, photo_bytes
from tests.support.keys import (
    BYLINE,
    CHANGE_DECK,
    COLUMNS,
    CTRL_C,
    CTRL_U,
    DOWN,
    ENTER,
    FILED,
    SAVE,
    STORY,
    TAB,
    TEXT,
    Step,
    Terminal,
    newsroom_command,
    plain,
)

ARTICLE = f"{ISSUE}/articles/冬小麦播种过九成.md"
PHOTO = f"{ISSUE}/photos/sowing.jpg"
ALL_BUT_BODY = [
    "--issue=2022-10-12", "--kind=story", "--headline=冬小麦播种过九成", "--kicker=", "--deck=", "--section=社会",
    "--page=", "--byline=记者 周一新", "--photo=", "--caption=", "--credit=",
]  # fmt: skip


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    desk = newsroom({f"{ISSUE}/issue.yaml": PLAN})
    (desk.root.parent / "sowing.jpg").write_bytes(photo_bytes())
    return desk


def test_a_whole_filing_leaves_only_data_on_standard_output(desk: Desk) -> None:
    out = desk.root.parent / "out.txt"
    terminal = Terminal(newsroom_command("article", "add") + f" > {out}", cwd=desk.root)
    terminal.answer(STORY[:6])
    terminal.answer([Step("版次", "三" + ENTER)])
    terminal.see("版次写作 3、A01，跨版写 4-5。")
    terminal.type(CTRL_U + "1" + ENTER)
    terminal.answer([*BYLINE, *TEXT])
    terminal.see("正文 ", " 字。")
    terminal.answer([Step("图片 1", "../sow" + TAB)])
    terminal.see("ing.jpg")
    terminal.type(ENTER)
    terminal.answer([*STORY[-4:], *CHANGE_DECK])
    terminal.see("deck: ——全市秋种工作见闻", "1 篇稿件，没有问题。")
    terminal.answer([SAVE])

    assert terminal.end() == ExitCode.DONE
    assert out.read_text() == f"{ARTICLE}\n{PHOTO}\n"
    assert "《冬小麦播种过九成》已交到 2022-10-12 这一期。" in terminal.shown
    assert desk.read(ARTICLE) == FILED
    assert (desk.root / PHOTO).read_bytes() == photo_bytes()
    assert desk.files_of_last_commit() == [ARTICLE, PHOTO]
    assert desk.commits() == ["Add article: 冬小麦播种过九成", "start"]
    assert desk.is_clean()
    for line in re.split(r"\r|\n|\x1b\[\d*[AD]", terminal.shown):
        assert display_width(plain(line)) <= COLUMNS, line


def test_the_editor_is_on_the_terminal_and_not_in_the_data(desk: Desk) -> None:
    editor = desk.root.parent / "editor.sh"
    editor.write_text('echo "SCREEN"\nread -r line\necho "$line" > "$1"\n')
    out = desk.root.parent / "out.txt"
    command = newsroom_command("article", "add", *ALL_BUT_BODY) + f" > {out}"
    terminal = Terminal(command, cwd=desk.root, EDITOR=f"sh {editor}")
    terminal.answer([Step("正文", DOWN + ENTER)])
    terminal.see("SCREEN")
    terminal.type("全市秋播进入尾声。\n")
    terminal.see("正文 9 字。")
    terminal.answer([SAVE])

    assert terminal.end() == ExitCode.DONE
    assert desk.read(ARTICLE).endswith("---\n全市秋播进入尾声。\n")
    assert out.read_text() == f"{ARTICLE}\n"
    assert "SCREEN" in terminal.shown


# A choice, a text, lines, the question behind the last one.
@pytest.mark.parametrize("answered", [0, 2, 12, len(STORY)])
def test_a_window_that_is_closed(desk: Desk, answered: int) -> None:
    before = snapshot(desk)
    terminal = Terminal(newsroom_command("article", "add"), cwd=desk.root)
    terminal.answer(STORY[:answered])
    terminal.wait_for((*STORY, SAVE)[answered].asked)

    assert terminal.hang_up() != ExitCode.DONE
    assert snapshot(desk) == before
    assert desk.is_clean()


@pytest.mark.parametrize("step", [STORY[0], STORY[2]], ids=["at a choice", "at a text"])
def test_ctrl_c_leaves_the_terminal_as_it_was(desk: Desk, step: Step) -> None:
    before = snapshot(desk)
    flags = [] if step.asked == "期" else ["--issue", "2022-10-12", "--kind", "story"]
    command = newsroom_command("article", "add", *flags).removeprefix("exec ")
    terminal = Terminal(f"stty -a; {command}; echo code=$?; stty -a", cwd=desk.root)
    terminal.answer([Step(step.asked, CTRL_C)])

    assert terminal.end() == ExitCode.DONE  # of the shell
    assert "已停止，什么都没有写入。" in terminal.shown
    assert f"code={ExitCode.INTERRUPTED:d}\r\n" in terminal.shown
    was, now = re.findall(r"speed .*?(?=\x1b|\Z)", terminal.shown, re.DOTALL)
    assert now == was
    assert {"icanon", "echo", "isig", "icrnl"} <= set(now.split())
    for mode in ("2004", "25"):  # bracketed paste, and the cursor
        assert re.findall(rf"\x1b\[\?{mode}([hl])", terminal.shown)[-1] == ("h" if mode == "25" else "l")
    assert snapshot(desk) == before


def test_init(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    terminal = Terminal(newsroom_command("--lang", "zh-CN", "init", "linjiang") + f" > {out}", cwd=tmp_path)
    terminal.answer([Step("报纸名称", CTRL_U + "临江日报" + ENTER), Step("报纸的语言")])
    terminal.see("“临江日报”编辑部建好了", "newsroom -C linjiang issue new ")

    assert terminal.end() == ExitCode.DONE
    desk = Desk(tmp_path / "linjiang")
    assert desk.read("newsroom.yaml").split("\n")[1].startswith("name: 临江日报")
    assert "language: zh-CN" in desk.read("newsroom.yaml")
    assert desk.commits() == ["Start newsroom: 临江日报"]
    assert desk.is_clean()
    assert out.read_text().split() == [*dict.fromkeys(out.read_text().split())]
    assert sorted(out.read_text().split()) == desk.files_of_last_commit()
    latin = set(re.findall("[A-Za-z]{2,}", plain(terminal.shown).split("“")[0]))
    assert latin <= {"linjiang", "zh", "CN", "en", "English"}


def test_init_offers_the_folder_s_name_and_the_interface_s_language(tmp_path: Path) -> None:
    terminal = Terminal(newsroom_command("init", "courier"), cwd=tmp_path)
    terminal.answer([Step("Name of the paper"), Step("Language of the paper")])
    assert terminal.end() == ExitCode.DONE
    settings = Desk(tmp_path / "courier").read("newsroom.yaml")
    assert re.findall(r"^(?:name|language): (\S+)", settings, re.MULTILINE) == ["courier", "en"]


def test_init_asks_only_what_no_option_says(tmp_path: Path) -> None:
    command = newsroom_command("--lang=zh-CN", "init", "linjiang", "--name", "临江日报", "--language", "zh-CN")
    terminal = Terminal(command, cwd=tmp_path)
    assert terminal.end() == ExitCode.DONE
    assert "? " not in plain(terminal.shown)


def test_init_where_a_newsroom_is_asks_nothing(desk: Desk) -> None:
    terminal = Terminal(newsroom_command("init"), cwd=desk.root)
    assert terminal.end() == ExitCode.REFUSED
    assert "? " not in plain(terminal.shown)


@pytest.mark.parametrize("answered", [0, 1])
def test_init_interrupted_leaves_nothing(tmp_path: Path, answered: int) -> None:
    steps = [Step("Name of the paper", "The Courier" + ENTER), Step("Language of the paper")]
    terminal = Terminal(newsroom_command("init", "press/courier"), cwd=tmp_path)
    terminal.answer([*steps[:answered], Step(steps[answered].asked, CTRL_C)])
    assert terminal.end() == ExitCode.INTERRUPTED
    assert list(tmp_path.iterdir()) == []
