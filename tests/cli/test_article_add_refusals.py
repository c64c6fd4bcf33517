"""What `newsroom article add` says no to; nothing is written then."""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, USAGE, error, snapshot
from tests.support.desk import ISSUE, Desk, Result, photo_bytes, run_process, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

STORY = (
    "--issue", "2022-10-12", "--headline", "走进村屯", "--section", "社会", "--byline", "通讯员 姓名",
    "--body", "body.txt",
)  # fmt: skip
PHOTO = ("--caption", "灯。", "--credit", "姓名 摄")


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Iterator[Desk]:
    """A newsroom with an issue, a body and a photo; after the test it is as it was."""
    desk = newsroom(with_issue())
    desk.write("body.txt", "宣讲队走进村屯。\n")
    desk.write("lamp.jpg", photo_bytes())
    (desk.root / "in").mkdir()
    before = snapshot(desk)
    yield desk
    after = snapshot(desk)
    assert {**after, "tree": {path for path in after["tree"] if not path.startswith("in/")}} == {
        **before,
        "tree": set(before["tree"]),
    }


def add(run: Run, *arguments: str) -> Result:
    return run("--lang", "en", "article", "add", *arguments, "--json")


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ((), "--headline, --section, --byline, --body"),
        (("--headline", "题"), "--section, --byline, --body"),
        (("--headline", "题", "--source", "own"), "--section, --byline, --body"),
        (("--kind", "brief"), "--section, --byline, --body"),
        (("--kind", "photo"), "--section, --photo"),
        (("--kind", "commentary", "--source", "新华社"), "--headline, --section, --byline, --body"),
        (("--kind", "notice"), "--body"),
        (("--page", "1"), "--headline, --section, --byline, --body"),
        (("--page", "3"), "--headline, --byline, --body"),
        (("--source", "新华社", "--body", "body.txt"), "--headline, --section"),
    ],
)
def test_every_missing_flag_is_named(desk: Desk, run: Run, told: tuple[str, ...], missing: str) -> None:
    said = error(add(run, "--issue", "2022-10-12", *told), USAGE, "missing-answers")

    assert said["message"] == f"Missing: {missing}."
    assert said["help"] == 'Give them, or an empty value ("") for none; on a terminal newsroom asks.'


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (("--photo", "lamp.jpg"), "1 --photo, 0 --caption and 0 --credit"),
        (("--photo", "lamp.jpg", "--caption", "灯。"), "1 --photo, 1 --caption and 0 --credit"),
        (("--caption", "灯。"), "0 --photo, 1 --caption and 0 --credit"),
        (("--photo", "lamp.jpg", "--photo", "lamp.jpg", *PHOTO), "2 --photo, 1 --caption and 1 --credit"),
    ],
)
def test_photos_that_do_not_pair_up_are_a_usage_error(desk: Desk, run: Run, told: tuple[str, ...], counts: str) -> None:
    said = error(add(run, *STORY, *told), USAGE, "unequal-photos")

    assert said["message"] == f"{counts} do not pair up."
    assert '""' in said["help"]


def test_a_kind_that_the_paper_does_not_have(desk: Desk, run: Run) -> None:
    said = error(add(run, *STORY, "--kind", "poem"), USAGE, "unknown-kind")

    assert "poem" in said["message"]
    assert said["help"] == "Known are: story, brief, photo, commentary, notice."


@pytest.mark.parametrize("page", ["xx", "0x1", "-3", "3.5", "ABC1", "1-2-3", "３"])
def test_what_is_no_page(desk: Desk, run: Run, page: str) -> None:
    said = error(add(run, *STORY, f"--page={page}"), USAGE, "not-a-page")

    assert said["message"] == f"{page} is not a page."
    assert "A01" in said["help"]


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("../x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("a/b", "a-b"),
        (".git", "git"),
        ("Sowing", "sowing"),
        ("a b", "a-b"),
        ("a\nb", "a-b"),
        ("稿" * 40, "稿" * 26),
    ],
)
def test_a_slug_that_can_name_no_file_and_a_better_one(desk: Desk, run: Run, slug: str, better: str) -> None:
    said = error(add(run, *STORY, "--slug", slug), REFUSED, "bad-slug")

    assert said["help"].endswith(f": {better}")


@pytest.mark.parametrize("slug", ["", "..", "---"])
def test_a_slug_of_which_nothing_can_be_made(desk: Desk, run: Run, slug: str) -> None:
    said = error(add(run, *STORY, f"--slug={slug}"), REFUSED, "bad-slug")

    assert said["help"] == "A slug is letters and digits with - between words, at most 80 bytes."


@pytest.mark.parametrize("slug", ["nul", "con", "com1"])
def test_a_slug_that_windows_keeps_for_itself(desk: Desk, run: Run, slug: str) -> None:
    said = error(add(run, *STORY, "--slug", slug), REFUSED, "bad-slug")

    assert not said["help"].endswith((f" {slug}", f"：{slug}")), "it offers the very slug that it refuses"


@pytest.mark.parametrize("headline", ["con", "NUL", "Com1"])
def test_a_headline_that_is_a_reserved_name_still_gets_a_file(newsroom: NewNewsroom, run: Run, headline: str) -> None:
    desk = newsroom(with_issue())
    desk.write("body.txt", "x\n")

    filed = add(run, *STORY, "--headline", headline)

    assert filed.code == 0, filed.out


def test_a_slug_that_is_taken(desk: Desk, run: Run) -> None:
    said = error(add(run, *STORY, "--slug", "sowing"), REFUSED, "article-exists")

    assert said["message"] == "The article sowing is in issue 2022-10-12 already."
    assert "--slug" in said["help"]
    assert "newsroom article show" in said["help"]


def test_the_command_that_a_taken_slug_names_shows_that_article(newsroom: NewNewsroom, run: Run) -> None:
    """Also where the issue is not the one that a command takes by itself."""
    desk = newsroom(with_issue(**{"issues/2022-10-13/issue.yaml": ""}))
    desk.write("body.txt", "x\n")
    said = error(add(run, *STORY, "--slug", "sowing"), REFUSED, "article-exists")

    shown = run(*said["help"].rpartition("newsroom ")[2].split())
    assert (shown.code, "冬小麦播种过九成" in shown.out) == (0, True)


def test_an_issue_that_is_not_there(desk: Desk, run: Run) -> None:
    error(add(run, *STORY, "--issue", "2022-10-13"), REFUSED, "no-issue")


def test_a_body_in_gb18030_is_told_how_to_be_converted(desk: Desk, run: Run) -> None:
    desk.write("in/old.txt", "第一行\n宣讲队走进村屯，把政策送到家门口。\n".encode("gb18030"))

    said = error(add(run, *STORY, "--body", "in/old.txt"), REFUSED, "not-utf-8")

    assert said["message"] == "in/old.txt, line 1: it is not UTF-8 text; it looks like GB18030."
    assert said["help"] == "Convert it: iconv -f GB18030 -t UTF-8 in/old.txt > NEW"


def test_a_body_in_gb18030_from_standard_input(desk: Desk) -> None:
    piped = "宣讲队走进村屯，把政策送到家门口。\n".encode("gb18030")
    refused = run_process(
        "--lang", "en", "article", "add", *STORY[:-1], "-", "--json", cwd=desk.root, stdin=piped
    )  # fmt: skip

    said = error(refused, REFUSED, "not-utf-8")
    assert "iconv -f GB18030" in said["help"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("宣讲队".encode("utf-16"), "not-utf-8"),
        (b"a\x00b", "not-text"),
        (b"\x89PNG\r\n\x1a\n\x00", "not-utf-8"),
        (b"x" * (4 * 2**20 + 1), "too-large"),
    ],
)
def test_a_body_that_is_no_text(desk: Desk, run: Run, content: bytes, code: str) -> None:
    desk.write("in/copy", content)

    said = error(add(run, *STORY, "--body", "in/copy"), REFUSED, code)
    assert "in/copy" in said["message"]


@pytest.mark.parametrize(
    ("path", "code"), [("nowhere.txt", "no-file"), ("in", "not-a-file"), ("in/fifo", "not-a-file")]
)
@pytest.mark.parametrize("flag", ["--body", "--photo"])
def test_a_file_that_is_not_there_or_is_no_file(desk: Desk, run: Run, path: str, code: str, flag: str) -> None:
    os.mkfifo(desk.root / "in/fifo")
    photo = PHOTO if flag == "--photo" else ()

    said = error(add(run, *STORY, flag, path, *photo), REFUSED, code)
    assert path in said["message"]


def test_a_text_file_is_no_photo_whatever_its_name(desk: Desk, run: Run) -> None:
    desk.write("in/lamp.jpg", "not a picture\n")

    said = error(add(run, *STORY, "--photo", "in/lamp.jpg", *PHOTO), REFUSED, "not-a-photo")
    assert said["message"] == "in/lamp.jpg is not a picture that newsroom knows."
    assert said["help"] == "Send it as JPEG, PNG, TIFF, WEBP."


def test_a_gif_is_not_taken_for_a_photo(desk: Desk, run: Run) -> None:
    desk.write("in/lamp.jpg", photo_bytes(kind="GIF"))

    error(add(run, *STORY, "--photo", "in/lamp.jpg", *PHOTO), REFUSED, "not-a-photo")


def bare_png(width: int, height: int) -> bytes:
    """A header that says how large the picture is, and no picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(20000, 20000), (12000, 12000)])
def test_a_picture_with_too_many_pixels_is_refused_by_its_header(
    desk: Desk, run: Run, size: tuple[int, int], recwarn: pytest.WarningsRecorder
) -> None:
    desk.write("in/bomb.png", bare_png(*size))

    said = error(add(run, *STORY, "--photo", "in/bomb.png", *PHOTO), REFUSED, "photo-too-large")
    assert "in/bomb.png" in said["message"]
    assert "120 million pixels" in said["help"]
    assert not recwarn.list


def test_a_photo_whose_name_can_not_be_a_file_everywhere(desk: Desk, run: Run) -> None:
    desk.write("in/a:b.jpg", photo_bytes(color="gold"))

    said = error(add(run, *STORY, "--photo", "in/a:b.jpg", *PHOTO), REFUSED, "unsafe-path")
    assert "a:b.jpg" in said["message"]


def test_a_folder_that_is_a_link_is_not_written_through(newsroom: NewNewsroom, run: Run, tmp_path: Path) -> None:
    desk = newsroom({**with_issue()})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (desk.root / "issues/2022-10-13").mkdir()
    (desk.root / "issues/2022-10-13/articles").symlink_to(elsewhere)
    desk.write("body.txt", "x\n")

    said = error(add(run, *STORY, "--issue", "2022-10-13"), REFUSED, "malformed-issue")
    assert said["message"] == "issues/2022-10-13/articles, line 1: it is a link."
    assert list(elsewhere.iterdir()) == []


def test_outside_a_newsroom(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    error(add(run, *STORY), REFUSED, "no-newsroom")


def test_settings_that_can_not_be_read_are_named_with_their_line(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(settings="name: N\nlanguage: klingon\n")

    said = error(add(run, *STORY), REFUSED, "malformed-newsroom")
    assert said["message"] == "newsroom.yaml, line 2: the language klingon is not known."
    assert said["help"] == "Known are: en, zh-CN."


def test_a_refusal_in_text_goes_to_standard_error(desk: Desk, run: Run) -> None:
    refused = run("--lang", "en", "article", "add", *STORY, "--slug", "sowing")

    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("newsroom: The article sowing is in issue 2022-10-12 already.\n")


def test_the_same_in_chinese(desk: Desk, run: Run) -> None:
    refused = run("article", "add", "--issue", "2022-10-12", "--headline", "题")

    assert refused.code == 2
    assert "缺少：--section、--byline、--body。" in refused.err


def test_an_article_of_that_file_on_disk_is_never_overwritten(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    desk.write("body.txt", "x\n")
    desk.write(f"{ISSUE}/articles/village.md", "mine, not in git yet\n")

    error(add(run, *STORY, "--slug", "village"), REFUSED, "article-exists")
    assert desk.read(f"{ISSUE}/articles/village.md") == "mine, not in git yet\n"
