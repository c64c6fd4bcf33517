"""Each question by itself, answered with the keys that a terminal sends."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from newsroom.cli import prompts
from tests.support.keys import (
    BACKSPACE,
    CTRL_A,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DELETE,
    DONE,
    DOWN,
    END,
    ENTER,
    F1,
    HOME,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    TAB,
    UP,
    paste,
    typed,
)

SECTIONS = [(name, name) for name in ("要闻", "时政", "经济", "社会", "乡村振兴", "文体", "副刊")]
NEWS = [(name, name) for name in ("News", "Community", "Sports")]
ASK: dict[str, Callable[[], object]] = {
    "text": lambda: prompts.text("主题"),
    "text with a hint": lambda: prompts.text("引题", hint="回车跳过"),
    "text that is checked": lambda: prompts.text("版次", check=lambda said: "" if said.isdigit() else "要数字"),
    "lines": lambda: prompts.lines("正文"),
    "path": lambda: prompts.path("图片"),
    "path that is checked": lambda: prompts.path("图片", check=lambda said: "没有" if said else ""),
    "choice": lambda: prompts.choice("版名", SECTIONS),
    "yes": lambda: prompts.yes("签发？", default=True),
}


def answer(keys: str, ask: Callable[[], object]) -> object:
    with typed(keys):
        return ask()


@pytest.mark.parametrize("ask", ASK.values(), ids=ASK)
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, ""], ids=["Ctrl-C", "Ctrl-D", "closed terminal"])
def test_no_answer_is_read_as_none(ask: Callable[[], object], key: str) -> None:
    """Were the key ignored, then what follows it would answer."""
    with pytest.raises(KeyboardInterrupt):
        answer(key + ("3" + DONE if key else ""), ask)


@pytest.mark.parametrize("ask", ASK.values(), ids=ASK)
@pytest.mark.parametrize("key", [CTRL_C, ""], ids=["Ctrl-C", "closed terminal"])
def test_half_an_answer_is_none(ask: Callable[[], object], key: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        answer("社会" + key, ask)


@pytest.mark.parametrize(
    ("keys", "default", "said"),
    [
        ("冬小麦播种过九成" + ENTER, "", "冬小麦播种过九成"),
        ("  冬小麦  " + ENTER, "", "冬小麦"),
        ("冬小买" + BACKSPACE + "麦" + ENTER, "", "冬小麦"),
        ("小麦" + CTRL_A + "冬" + ENTER, "", "冬小麦"),
        (ENTER, "", ""),
        (ENTER, "秋播过九成", "秋播过九成"),
        ("。" + ENTER, "秋播过九成", "秋播过九成。"),
        (CTRL_U + "冬小麦" + ENTER, "秋播过九成", "冬小麦"),
        (CTRL_U + ENTER, "秋播过九成", ""),
        (paste("冬小麦播种过九成") + ENTER, "", "冬小麦播种过九成"),
        (paste("冬小麦播种过九成\n") + ENTER, "", "冬小麦播种过九成"),
        ("𠮷田村 Linden 8.76%" + ENTER, "", "𠮷田村 Linden 8.76%"),
    ],
)
def test_text(keys: str, default: str, said: str) -> None:
    assert answer(keys, lambda: prompts.text("主题", default=default)) == said


def test_a_headline_pasted_in_two_lines_is_one() -> None:
    said = answer(paste("加强人才培养\n提高专业能力") + ENTER, lambda: prompts.text("主题"))
    assert "\n" not in str(said)


def test_control_characters_are_kept_to_be_named_by_who_asks() -> None:
    """Ctrl-Z, of whoever wants to suspend newsroom, and what comes along with a paste."""
    assert answer("秋播\x1a" + paste("过\x07九成") + ENTER, lambda: prompts.text("主题")) == "秋播\x1a过\x07九成"


def test_every_key_is_told_to_who_keeps_it() -> None:
    kept: list[str] = []

    answer("秋播" + BACKSPACE + ENTER, lambda: prompts.text("主题", keep=kept.append))

    assert kept[:3] == ["秋", "秋播", "秋"]


def test_lines_begin_with_what_was_there() -> None:
    assert answer("尾" + DONE, lambda: prompts.lines("正文", default="一\n二")) == "一\n二尾"


def test_a_refused_text_is_corrected() -> None:
    refused: list[str] = []

    def check(said: str) -> str:
        if said.isdigit():
            return ""
        refused.append(said)
        return "版次写作 3"

    keys = "三" + ENTER + BACKSPACE + "三版" + ENTER + CTRL_U + "3" + ENTER
    assert answer(keys, lambda: prompts.text("版次", check=check)) == "3"
    assert [said for said in refused if said] == ["三", "三版"]


def test_a_refused_text_can_be_left() -> None:
    with pytest.raises(KeyboardInterrupt):
        answer(ENTER + ENTER + CTRL_C, lambda: prompts.text("主题", check=lambda said: "" if said else "必须有主题"))


def test_nothing_is_refused_while_it_is_typed() -> None:
    """Half a path is not a wrong path."""
    checked: list[str] = []
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("/home/sow")
        later = threading.Timer(0.2, pipe.send_text, ["ing.jpg" + ENTER])
        later.start()
        assert prompts.path("图片", check=lambda said: str(checked.append(said) or "")) == "/home/sowing.jpg"
        later.join()
    assert checked == ["/home/sowing.jpg"]


@pytest.mark.parametrize(
    ("keys", "body"),
    [
        (paste("第一段。\n\n第二段。") + DONE, "第一段。\n\n第二段。"),
        ("\x1b[200~第一段。\r\n\r\n第二段。\r\n\x1b[201~" + DONE, "第一段。\n\n第二段。\n"),
        ("第一段。" + ENTER + ENTER + "第二段。" + DONE, "第一段。\n\n第二段。"),
        (paste("第一段。\n") + "第二段。" + ENTER + paste("第三段。") + DONE, "第一段。\n第二段。\n第三段。"),
        (paste("小标题：　“冬灌”——8.76万亩…") + DONE, "小标题：　“冬灌”——8.76万亩…"),
        (DONE, ""),
    ],
)
def test_lines(keys: str, body: str) -> None:
    assert answer(keys, lambda: prompts.lines("正文")) == body


def test_lines_of_a_long_body() -> None:
    body = "\n\n".join(f"第{number}段。" + "全市秋播进入尾声。" * 20 for number in range(12))
    assert answer(paste(body) + DONE, lambda: prompts.lines("正文")) == body


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("sowing.jpg", "sowing.jpg"),
        ("  sowing.jpg ", "sowing.jpg"),
        ("'/photos/地头 1.jpg'", "/photos/地头 1.jpg"),
        ('"/photos/地头 1.jpg" ', "/photos/地头 1.jpg"),
        ("/photos/it's.jpg", "/photos/it's.jpg"),
        ("'", "'"),
        ("", ""),
        ("  ", ""),
        # What Terminal on a Mac puts there for a file that is dragged in.
        (r"/photos/地头\ \(1\).jpg", "/photos/地头 (1).jpg"),
    ],
)
def test_path(said: str, path: str) -> None:
    assert answer(said + ENTER, lambda: prompts.path("图片")) == path


def test_path_in_the_home(world: Path) -> None:
    assert answer("~/sowing.jpg" + ENTER, lambda: prompts.path("图片")) == str(world / "sowing.jpg")
    assert answer("'~/sowing.jpg'" + ENTER, lambda: prompts.path("图片")) == str(world / "sowing.jpg")


def test_a_dragged_path_is_checked_without_its_quotes(tmp_path: Path) -> None:
    (tmp_path / "地头 1.jpg").touch()

    def ask() -> str:
        return prompts.path("图片", check=lambda said: "" if Path(said).exists() else "没有文件")

    keys = f"{tmp_path}/没有.jpg{ENTER}{CTRL_U}'{tmp_path}/地头 1.jpg'{ENTER}"
    assert answer(keys, ask) == str(tmp_path / "地头 1.jpg")


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, "要闻"),
        (DOWN + ENTER, "时政"),
        (DOWN * 3 + UP + ENTER, "经济"),
        (UP + ENTER, "副刊"),
        (DOWN * 7 + ENTER, "要闻"),
        ("社会" + ENTER, "社会"),
        ("振兴" + ENTER, "乡村振兴"),
        ("文" + ENTER, "文体"),
        (paste("社会") + ENTER, "社会"),
        (paste("社会\n") + ENTER, "社会"),
        ("社惠" + BACKSPACE + "会" + ENTER, "社会"),
        ("社会" + BACKSPACE * 2 + "副" + ENTER, "副刊"),
        ("社会" + BACKSPACE * 5 + DOWN + ENTER, "时政"),
    ],
)
def test_choice_in_chinese(keys: str, chosen: str) -> None:
    assert answer(keys, lambda: prompts.choice("版名", SECTIONS)) == chosen


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [("sp" + ENTER, "Sports"), ("COMM" + ENTER, "Community"), ("s" + DOWN + ENTER, "Sports"), ("j" + ENTER, None)],
)
def test_choice_in_english(keys: str, chosen: str | None) -> None:
    """`j` and `k` are letters to search by, not arrows."""
    names = [*NEWS, ("Jobs", None)]
    assert answer(keys, lambda: prompts.choice("Section", names, default="Community")) == chosen


@pytest.mark.parametrize("default", ["经济", "副刊"])
def test_choice_offers_its_default(default: str) -> None:
    assert answer(ENTER, lambda: prompts.choice("版名", SECTIONS, default=default)) == default


def test_a_choice_of_none_is_no_default() -> None:
    assert answer(ENTER, lambda: prompts.choice("身份", [("记者", "记者"), ("不写", None)])) == "记者"


def test_an_empty_choice_can_be_the_default() -> None:
    assert answer(ENTER, lambda: prompts.choice("版名", [*SECTIONS, ("随版面", "")], default="")) == ""


@pytest.mark.parametrize("key", [LEFT, RIGHT, TAB, HOME, END, DELETE, PAGE_UP, PAGE_DOWN, F1, "\x01", "\x0b", "\x1a"])
def test_a_key_without_a_meaning_changes_no_choice(key: str) -> None:
    assert answer(key + ENTER, lambda: prompts.choice("版名", SECTIONS, default="经济")) == "经济"


@pytest.mark.parametrize("key", [DONE, "\x0f", "\x1b#"], ids=["Esc Enter", "Ctrl-O", "Esc #"])
def test_no_key_gets_past_a_choice(key: str) -> None:
    """These end a line of text, and a choice has one, hidden: it was the answer then, and an error."""
    assert answer(key + ENTER, lambda: prompts.choice("版名", SECTIONS, default="经济")) == "经济"


def test_what_matches_nothing_chooses_nothing() -> None:
    """`体育` is no section here: Enter must not take 要闻, which nobody typed."""
    keys = "体育" + ENTER + BACKSPACE * 2 + "文体" + ENTER
    assert answer(keys, lambda: prompts.choice("版名", SECTIONS)) == "文体"


@pytest.mark.parametrize(
    ("keys", "default", "said"),
    [(ENTER, True, True), (ENTER, False, False), ("n" + ENTER, True, False), (UP + ENTER, False, True)],
)
def test_yes(keys: str, default: bool, said: bool) -> None:
    assert answer(keys, lambda: prompts.yes("Publish?", default=default)) is said
