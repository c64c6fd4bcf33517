"""`newsroom photo add`."""

from collections.abc import Callable

import pytest

from newsroom.errors import ExitCode
from tests.cli.checks import ARTICLE_KEYS, REFUSED, USAGE, changed_lines, error, snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue
from tests.support.keys import CTRL_C, CTRL_U, ENTER, Terminal, newsroom_command, questions, run_with_keys
from tests.support.photos import BYLINE, CAPTION, COPYRIGHT, CREDIT, TAKEN, alt, exif, iim, jpeg, resources, xmp

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING, LAMP = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/lamp.jpg"
ADD = ("photo", "add", "2022-10-12/sowing")
SAID = ("--caption", "灯下夜读。", "--credit", "通讯员 林小满 摄")
ITEM = ["+  - file: lamp.jpg", "+    caption: 灯下夜读。", "+    credit:", "+      - {role: 通讯员, name: 林小满}"]


def captioned(size: tuple[int, int] = (1600, 1200)) -> bytes:
    """A photo as an agency sends it, in GBK without a mark."""
    texts = {BYLINE: "周一新", CREDIT: "新华社", COPYRIGHT: "新华通讯社", CAPTION: "秋收现场。"}
    block = iim(*((2, number, text.encode("gbk")) for number, text in texts.items()))
    return jpeg(photoshop=resources(block), exif=exif({}, {TAKEN: b"2022:10:11 08:30:05\0"}), size=size)


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    """A newsroom with an article and its photo; beside it lie a photo that says nothing and one that says all."""
    desk = newsroom(with_issue())
    (desk.root.parent / "lamp.jpg").write_bytes(photo_bytes(1200, 800, color="red"))
    (desk.root.parent / "harvest.jpg").write_bytes(captioned())
    return desk


def test_a_photo_is_added_with_the_article_in_one_commit(desk: Desk, run: Run) -> None:
    added = run("--lang", "en", *ADD, "../lamp.jpg", *SAID)

    assert (added.code, added.out) == (0, f"{SOWING}\n{LAMP}\n"), added.err
    assert added.err == (
        "lamp.jpg: 1200 × 800 pixels, prints well up to 15.2 cm wide.\nAdded lamp.jpg to “冬小麦播种过九成”.\n"
    )
    assert changed_lines(desk)[:4] == ITEM
    assert (desk.root / LAMP).read_bytes() == (desk.root.parent / "lamp.jpg").read_bytes()
    assert desk.commits() == ["Add photo: 冬小麦播种过九成", "start"]
    assert desk.files_of_last_commit() == [SOWING, LAMP]
    assert trailers(desk) == {
        "Newsroom-Action": "photo-add",
        "Newsroom-Issue": "2022-10-12",
        "Newsroom-Article": "sowing",
    }


def test_what_the_photo_says_is_taken_and_told(desk: Desk, run: Run) -> None:
    added = run("--lang", "en", *ADD, "../harvest.jpg", "--no-input")

    assert added.code == 0
    assert added.err.splitlines() == [
        "harvest.jpg: 1600 × 1200 pixels, prints well up to 20.3 cm wide.",
        "Taken: 2022-10-11 08:30",
        "Copyright: 新华通讯社",
        "The photo asks for this credit line: 新华社",
        "Caption, as the photo says: 秋收现场。",
        "Credit, as the photo says: 摄影 周一新",
        "Added harvest.jpg to “冬小麦播种过九成”.",
    ]
    assert "+    caption: 秋收现场。" in changed_lines(desk)
    assert "+      - {role: 摄影, name: 周一新}" in changed_lines(desk)


def test_an_option_goes_before_what_the_photo_says(desk: Desk, run: Run) -> None:
    added = run(*ADD, "../harvest.jpg", "--caption", "打谷场。", "--credit", "记者 林小满", "--json")

    assert added.json["photos"][1] == {
        "file": "harvest.jpg",
        "caption": "打谷场。",
        "credit": [{"role": "记者", "name": "林小满"}],
    }
    assert "秋收" not in added.err


def test_an_empty_option_is_none_and_that_is_found(desk: Desk, run: Run) -> None:
    added = run(*ADD, "../harvest.jpg", "--caption", "", "--credit", "", "--json")

    assert added.code == 0
    assert (added.json["photos"][1]["caption"], added.json["photos"][1]["credit"]) == ("", [])
    assert [finding["rule"] for finding in added.json["findings"]] == ["missing-caption", "missing-photo-credit"]


@pytest.mark.parametrize(
    ("flags", "missing"),
    [((), "--caption, --credit"), (("--caption", "灯。"), "--credit"), (("--credit", ""), "--caption")],
)
def test_what_nobody_says_is_asked_for_by_its_option(
    desk: Desk, run: Run, flags: tuple[str, ...], missing: str
) -> None:
    before = snapshot(desk)

    said = error(run("--lang", "en", *ADD, "../lamp.jpg", *flags, "--no-input", "--json"), USAGE, "missing-answers")

    assert said["message"] == f"Missing: {missing}. The photo itself does not say it."
    assert snapshot(desk) == before


def test_a_photo_that_is_too_small_for_print_is_warned_of(desk: Desk, run: Run) -> None:
    (desk.root.parent / "stamp.jpg").write_bytes(captioned((640, 480)))

    added = run("--lang", "en", *ADD, "../stamp.jpg")

    assert added.code == 0
    assert "stamp.jpg: 640 × 480 pixels, prints well up to 8.1 cm wide." in added.err
    assert "Too small for print: 10 cm take 788 pixels. Ask for the original." in added.err
    assert "Too small" not in run("--lang", "en", *ADD, "../harvest.jpg").err


def test_json_is_the_article_as_it_stands_now(desk: Desk, run: Run) -> None:
    added = run(*ADD, "../lamp.jpg", *SAID, "--json")

    assert list(added.json) == ARTICLE_KEYS
    assert added.json["commit"] == desk.git("rev-parse", "HEAD").strip()
    assert [photo["file"] for photo in added.json["photos"]] == ["sowing.jpg", "lamp.jpg"]
    assert added.json["findings"] == []


def test_a_dry_run_shows_it_and_writes_nothing(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    planned = run("--lang", "en", *ADD, "../lamp.jpg", *SAID, "--dry-run")

    assert planned.code == 0
    assert planned.out.startswith(f"{SOWING}\n{LAMP}\n---\n")
    assert "  - file: lamp.jpg\n    caption: 灯下夜读。\n" in planned.out
    assert planned.err.endswith("This is what would be written.\n")
    assert run(*ADD, "../lamp.jpg", *SAID, "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


def test_the_article_is_found_in_the_issue_that_is_named(desk: Desk, run: Run) -> None:
    assert run("photo", "add", "sowing", "../lamp.jpg", *SAID, "--issue", "2022-10-12").code == 0
    assert run("photo", "add", SOWING, "../harvest.jpg").code == 0
    assert len(desk.commits()) == 3


def test_a_picture_that_is_in_the_issue_is_kept_once(desk: Desk, run: Run) -> None:
    desk.write(f"{ISSUE}/articles/lamp.md", ARTICLE.replace("sowing.jpg", "none.jpg"))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "another article")
    assert run(*ADD, "../lamp.jpg", *SAID).code == 0

    added = run("photo", "add", "2022-10-12/lamp", "../lamp.jpg", *SAID)

    assert added.out == f"{ISSUE}/articles/lamp.md\n"
    assert desk.files_of_last_commit() == [f"{ISSUE}/articles/lamp.md"]


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("sowing.jpg", photo_bytes(), "photo-exists"),
        ("renamed.jpg", photo_bytes(), "photo-exists"),
        ("notes.jpg", b"no picture", "not-a-photo"),
        ("gone.jpg", None, "no-file"),
    ],
)
def test_what_can_not_be_added_is_refused(desk: Desk, run: Run, file: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (desk.root.parent / file).write_bytes(content)
    before = snapshot(desk)

    error(run(*ADD, f"../{file}", *SAID, "--json"), REFUSED, code)

    assert snapshot(desk) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [(ARTICLE.replace("draft", "killed"), "killed-article"), ("---\nheadline: [\n---\n", "unreadable-article")],
)
def test_an_article_that_takes_no_photo_is_refused(desk: Desk, run: Run, text: str, code: str) -> None:
    desk.write(SOWING, text)
    before = snapshot(desk)

    error(run(*ADD, "../lamp.jpg", *SAID, "--json"), REFUSED, code)

    assert snapshot(desk) == before


def test_an_article_that_is_not_there(desk: Desk, run: Run) -> None:
    error(run("photo", "add", "2022-10-12/reaping", "../lamp.jpg", *SAID, "--json"), REFUSED, "no-article")


def test_what_no_paper_prints_is_taken_out(desk: Desk, run: Run) -> None:
    assert run(*ADD, "../lamp.jpg", "--caption", "灯\u200b下。", "--credit", "记者 林小\u202e满").code == 0
    assert {"+    caption: 灯下。", "+      - {role: 记者, name: 林小满}"} <= set(changed_lines(desk))


def test_a_photo_can_not_steer_the_terminal(desk: Desk, run: Run) -> None:
    evil = xmp(description=alt(x_default="夜\u202e读\u0085"), rights=alt(x_default="\u200e某\u2066社"))
    (desk.root.parent / "evil.jpg").write_bytes(jpeg(xmp=evil, size=(900, 600)))

    added = run(*ADD, "../evil.jpg", "--credit", "记者 林小满")

    assert added.code == 0
    assert not {letter for letter in added.err + added.out if not letter.isprintable()} - {"\n"}


def test_at_a_terminal_enter_takes_what_the_photo_says(desk: Desk) -> None:
    added = run_with_keys(ENTER * 2, *ADD, "../harvest.jpg")

    assert added.code == 0, added.err
    assert questions(added.err, "图片说明", "图片署名") == ["图片说明", "图片署名"]
    assert "+    caption: 秋收现场。" in changed_lines(desk)
    assert "+      - {role: 摄影, name: 周一新}" in changed_lines(desk)


def test_at_a_terminal_what_the_photo_says_can_be_changed(desk: Desk) -> None:
    added = run_with_keys(f"地头。{ENTER}{CTRL_U}通讯员 林小满、王五{ENTER}", *ADD, "../harvest.jpg")

    assert added.code == 0, added.err
    assert "+    caption: 秋收现场。地头。" in changed_lines(desk)
    assert "+      - {role: 通讯员, name: 王五}" in changed_lines(desk)


def test_at_a_terminal_what_is_deleted_is_none(desk: Desk) -> None:
    assert run_with_keys(f"{CTRL_U}{ENTER}{CTRL_U}{ENTER}", *ADD, "../harvest.jpg").code == 0
    assert {"+    caption:", "+    credit:"} <= set(changed_lines(desk))


def test_at_a_terminal_only_what_no_option_gives_is_asked(desk: Desk) -> None:
    added = run_with_keys(ENTER, *ADD, "../harvest.jpg", "--caption", "打谷场。")

    assert added.code == 0, added.err
    assert questions(added.err, "图片说明", "图片署名") == ["图片署名"]


def test_at_a_terminal_with_no_input_nothing_is_asked(desk: Desk) -> None:
    assert run_with_keys("", *ADD, "../harvest.jpg", "--no-input").code == 0


def test_at_a_terminal_the_size_and_the_rights_are_shown_before_anything_is_asked(desk: Desk) -> None:
    shown = run_with_keys("", *ADD, "../harvest.jpg").err

    assert shown.index("1600 × 1200") < shown.index("新华通讯社") < shown.index("图片说明")


@pytest.mark.parametrize("keys", [CTRL_C, ENTER + CTRL_C, ""])
def test_at_a_terminal_who_stops_writes_nothing(desk: Desk, keys: str) -> None:
    before = snapshot(desk)

    assert run_with_keys(keys, *ADD, "../harvest.jpg").code == ExitCode.INTERRUPTED

    assert snapshot(desk) == before


def test_at_a_terminal_what_can_not_be_added_is_refused_before_anything_is_asked(desk: Desk) -> None:
    assert run_with_keys("", *ADD, f"{ISSUE}/photos/sowing.jpg").code == ExitCode.REFUSED


def test_at_a_terminal_in_a_window_of_its_own(desk: Desk) -> None:
    terminal = Terminal(newsroom_command(*ADD, "../harvest.jpg"), cwd=desk.root)
    terminal.wait_for("图片说明")
    terminal.type(ENTER)
    terminal.wait_for("图片署名")
    terminal.type(ENTER)
    assert terminal.end() == 0
    assert desk.commits()[0] == "Add photo: 冬小麦播种过九成"


def test_what_was_typed_before_it_stopped_is_offered_again(desk: Desk) -> None:
    caption = CTRL_U + "灯下夜读。" + ENTER
    stopped = run_with_keys(caption + CTRL_U + "通讯员 林" + CTRL_C, *ADD, "../lamp.jpg")
    assert "已填的内容都留着" in stopped.err

    added = run_with_keys(ENTER + "小满" + ENTER, *ADD, "../lamp.jpg")

    assert added.code == 0, added.err
    assert changed_lines(desk)[:4] == ITEM
    assert list((desk.root / ".git/newsroom/kept").rglob("*.json")) == []


def test_what_was_typed_survives_several_stops(desk: Desk) -> None:
    run_with_keys("灯下夜读。" + ENTER + "通讯员 林小满" + CTRL_C, *ADD, "../lamp.jpg")
    run_with_keys(CTRL_C, *ADD, "../lamp.jpg")

    added = run_with_keys(ENTER + ENTER, *ADD, "../lamp.jpg")

    assert added.code == 0, added.err
    assert changed_lines(desk)[:4] == ITEM


def test_a_name_that_no_file_can_have_everywhere_is_refused_before_anything_is_asked(desk: Desk) -> None:
    (desk.root.parent / "10:30.jpg").write_bytes(photo_bytes(color="gold"))

    refused = run_with_keys("", *ADD, "../10:30.jpg")

    assert refused.code == REFUSED
    assert "图片说明" not in refused.err
