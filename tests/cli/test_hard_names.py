"""Names that a shell, a pattern, an option or another system would take for something else."""

import unicodedata
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, error, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes
from tests.support.working_day import POOL, started, story, take

Run = Callable[..., Result]

NFD = unicodedata.normalize("NFD", "café-résumé")
HANGUL = unicodedata.normalize("NFD", "서울")
NAMES = (
    "a[1]",
    "[!x]",
    "-lead",
    "--all",
    "@",
    "HEAD",
    "冬 小麦",
    "#41",
    "%H",
    "$(id)",
    "a'b",
    "!a",
    "~",
    "é" * 40,
    NFD,
    HANGUL,
)


def with_article(folder: Path, name: str) -> Desk:
    """A newsroom with an article of that file name, among others that patterns would match."""
    desk = started(folder)
    for other in ("a1", "x", "all", "lead"):
        desk.write(f"{ISSUE}/articles/{other}.md", "---\nheadline: 别的\n---\n")
    desk.write(f"{ISSUE}/articles/{name}.md", ARTICLE.replace("sowing.jpg", "图[1].jpg"))
    desk.write(f"{ISSUE}/photos/图[1].jpg", photo_bytes(color="blue"))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "names")
    return desk


@pytest.mark.parametrize("name", NAMES)
def test_an_article_of_that_name_is_edited_moved_and_removed_alone(run: Run, tmp_path: Path, name: str) -> None:
    desk = with_article(tmp_path / "paper", name)
    here, pool = f"{ISSUE}/articles/{name}.md", f"{POOL}/articles/{name}.md"
    photos = [f"{ISSUE}/photos/图[1].jpg", f"{POOL}/photos/图[1].jpg"]

    take(desk, run, ("article", "edit", f"2022-10-12/{name}", "--set", "deck=——见闻"), [here])
    take(desk, run, ("article", "move", f"2022-10-12/{name}", "--issue", "pool"), [here, pool, *photos])
    take(desk, run, ("article", "remove", f"pool/{name}", "--yes"), [pool, photos[1]])

    assert len(desk.git("ls-files", f"{ISSUE}/articles").splitlines()) == 5


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", [NFD, HANGUL])
def test_a_file_whose_name_is_taken_apart_is_found_by_either_spelling(
    run: Run, tmp_path: Path, name: str, form: str
) -> None:
    """As a Mac writes names; on other systems the two are different files."""
    desk = with_article(tmp_path / "paper", name)
    told = unicodedata.normalize(form, name)

    edited = ("article", "edit", f"2022-10-12/{told}", "--set", "deck=——见闻")
    take(desk, run, edited, [f"{ISSUE}/articles/{name}.md"])

    assert [path.name for path in (desk.root / ISSUE / "articles").glob("[cㄱ-ㅎᄀ-ᇿ]*")] == [f"{name}.md"]


def test_a_slug_that_is_taken_apart_is_filed_in_one_piece(run: Run, tmp_path: Path) -> None:
    desk = started(tmp_path / "paper")
    name = unicodedata.normalize("NFC", NFD)

    files = [f"{ISSUE}/articles/{name}.md", f"{ISSUE}/photos/灯.jpg"]
    take(desk, run, story(tmp_path / "drawer", "--slug", NFD), files)


def test_a_slug_that_another_spelling_has_is_taken(run: Run, tmp_path: Path) -> None:
    desk = with_article(tmp_path / "paper", NFD)
    before = snapshot(desk)

    filed = run("-C", desk.root, *story(tmp_path / "drawer", "--slug", unicodedata.normalize("NFC", NFD), "--json"))

    error(filed, REFUSED, "article-exists")
    assert snapshot(desk) == before


def test_a_photo_whose_name_is_taken_apart_goes_with_its_article(run: Run, tmp_path: Path) -> None:
    desk = started(tmp_path / "paper")
    name = f"{NFD}.jpg"
    desk.write(f"{ISSUE}/photos/{name}", photo_bytes(color="gold"))
    desk.write(f"{ISSUE}/articles/a.md", ARTICLE.replace("sowing.jpg", unicodedata.normalize("NFC", name)))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "photo")
    there = f"{POOL}/photos/{unicodedata.normalize('NFC', name)}"

    files = [f"{ISSUE}/articles/a.md", f"{POOL}/articles/a.md", f"{ISSUE}/photos/{name}", there]
    take(desk, run, ("article", "move", "2022-10-12/a", "--issue", "pool"), files)


@pytest.mark.parametrize("name", ["a*", "what?", "a:b", "a|b", "a\\b", '"q"', "con"])
def test_a_name_that_not_every_system_can_have_is_left_alone(run: Run, tmp_path: Path, name: str) -> None:
    """It may lie there, but nothing is written under it."""
    desk = with_article(tmp_path / "paper", name)
    before = snapshot(desk)

    with chdir(desk.root):
        edited = run("article", "edit", f"2022-10-12/{name}", "--set", "deck=见闻", "--json")

    error(edited, REFUSED, "unsafe-path")
    assert snapshot(desk) == before


@pytest.mark.parametrize("name", ["*.md", "[a-z]*.md", "-A", "--all", ":(glob)**", "a\nb", "\x1b[31m"])
def test_what_somebody_staged_under_an_odd_name_stays_staged(run: Run, tmp_path: Path, name: str) -> None:
    desk = started(tmp_path / "paper")
    desk.write(name, "somebody else's\n")
    desk.git("--literal-pathspecs", "add", "--", name)

    files = [f"{ISSUE}/articles/走进村屯.md", f"{ISSUE}/photos/灯.jpg"]
    take(desk, run, story(tmp_path / "drawer"), files)
