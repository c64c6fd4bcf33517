"""`newsroom article add` by options: what no paper prints is taken out and named, or refused."""

from collections.abc import Callable

import pytest

from tests.cli.checks import USAGE, error, snapshot
from tests.support.desk import ISSUE, Desk, photo_bytes, with_issue

ZERO_WIDTH, OVERRIDE, BELL = "\u200b", "\u202e", "\x07"


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def flags(**changed: str) -> list[str]:
    given = {"issue": "2022-10-12", "headline": "题", "section": "社会", "byline": "记者 姓名", "body": "", **changed}
    return [word for name, value in given.items() for word in (f"--{name}", value)]


@pytest.mark.parametrize("field", ["headline", "kicker", "deck", "column", "source", "dateline"])
def test_a_text_is_cleaned(desk: Desk, run, field: str) -> None:
    result = run("--lang", "en", "article", "add", *flags(**{field: f"秋{ZERO_WIDTH}播{OVERRIDE}忙"}))

    assert result.code == 0
    assert f"--{field}: Taken out" in result.err
    assert "zero-width character U+200B (line 1, column 2), direction mark U+202E (line 1, column 4)" in result.err
    assert f"{field}: 秋播忙\n" in desk.read(desk.files_of_last_commit()[0])


def test_a_byline_a_caption_and_a_credit_are_cleaned(desk: Desk, run) -> None:
    desk.write("lamp.jpg", photo_bytes(color="gold"))

    run("--lang", "en", "article", "add", *flags(byline=f"记者 林{ZERO_WIDTH}小满"),
        "--photo", "lamp.jpg", "--caption", f"灯下{BELL}夜读。", "--credit", f"林小满{ZERO_WIDTH} 摄")  # fmt: skip

    text = desk.read(f"{ISSUE}/articles/题.md")
    assert "  - {role: 记者, name: 林小满}\n" in text
    assert "caption: 灯下夜读。\n    credit:\n      - {name: 林小满}\n" in text


def test_a_body_from_a_file_is_cleaned_and_the_place_is_named(desk: Desk, run) -> None:
    desk.write("body.txt", f"第一段。\r\n\r\n第{BELL}二段。\r\n")

    result = run("--lang", "en", "article", "add", *flags(body="body.txt"))

    assert "control character U+0007 (line 3, column 2)" in result.err
    assert desk.read(f"{ISSUE}/articles/题.md").endswith("---\n第一段。\n\n第二段。\n")


def test_of_many_the_first_are_named_and_the_others_counted(desk: Desk, run) -> None:
    result = run("--lang", "en", "article", "add", *flags(headline="秋" + f"{ZERO_WIDTH}播" * 9))

    assert result.err.count("U+200B") == 4
    assert "and 5 more" in result.err


@pytest.mark.parametrize(
    ("field", "text", "code"), [("headline", "题\x93", "U+0093"), ("deck", "می\u200cخواهم", "U+200C")]
)
def test_what_can_not_be_cleaned_safely_is_refused(desk: Desk, run, field: str, text: str, code: str) -> None:
    before = snapshot(desk)

    said = error(run("--lang", "en", "article", "add", *flags(**{field: text}), "--json"), USAGE, "unsafe-text")

    assert code in said["message"]
    assert snapshot(desk) == before


def test_clean_text_is_not_spoken_of(desk: Desk, run) -> None:
    assert "Taken out" not in run("--lang", "en", "article", "add", *flags(headline="“秋播”——过九成……")).err
