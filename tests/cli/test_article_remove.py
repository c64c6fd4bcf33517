"""`newsroom article remove`: what goes, what stays, and that all of it can be brought back."""

import unicodedata
from collections.abc import Callable

import pytest

from newsroom.desk.edit_text import new_draft
from newsroom.storage.newsroom import Newsroom
from tests.cli.checks import ARTICLE_KEYS, REFUSED, USAGE, error, snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue
from tests.support.keys import CTRL_C, DOWN, ENTER, UP, plain, run_with_keys

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
NAME = "2022-10-12/sowing"
OTHER = f"{ISSUE}/articles/other.md"


def remove(run: Run, *arguments: str) -> Result:
    return run("--lang", "en", "article", "remove", NAME, "--yes", *arguments)


def test_the_article_and_its_photo_go(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())

    removed = remove(run)

    assert (removed.code, removed.out) == (0, f"{SOWING}\n{PHOTO}\n"), removed.err
    assert removed.err == "Removed “冬小麦播种过九成”.\nTo get it back: newsroom undo\n"
    assert desk.files_of_last_commit() == [SOWING, PHOTO]
    assert desk.commits() == ["Remove article: 冬小麦播种过九成", "start"]
    assert trailers(desk) == {
        "Newsroom-Action": "article-remove",
        "Newsroom-Issue": "2022-10-12",
        "Newsroom-Article": "sowing",
    }
    assert not (desk.root / SOWING).exists()
    assert desk.is_clean()


def test_what_it_says_brings_all_of_it_back(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)["tree"]
    command = remove(run).err.splitlines()[-1].partition(": newsroom ")[2].split()

    assert run(*command, "--yes").code == 0
    assert snapshot(desk)["tree"] == before


def test_a_photo_of_two_articles_stays_for_the_other(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue(**{OTHER: ARTICLE}))

    removed = remove(run)

    assert removed.out == f"{SOWING}\n"
    assert "sowing.jpg: stays" in removed.err
    assert run("validate", "2022-10-12").code == 0
    assert desk.files_of_last_commit() == [SOWING]


def test_a_photo_that_no_commit_holds_stays(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    desk.write(PHOTO, photo_bytes(color="gold"))

    removed = remove(run)

    assert removed.out == f"{SOWING}\n"
    assert "sowing.jpg: stays" in removed.err
    assert (desk.root / PHOTO).exists()


@pytest.mark.parametrize("text", ["no front matter\n", "---\nheadline: a: b\n---\n", ARTICLE.encode("gb18030")])
def test_what_can_not_be_read_can_be_removed_and_photos_stay(
    newsroom: NewNewsroom, run: Run, text: str | bytes
) -> None:
    desk = newsroom(with_issue(**{SOWING: text}))

    removed = remove(run)

    assert (removed.code, removed.out) == (0, f"{SOWING}\n")
    assert removed.err.startswith("Which photos are its own can not be read: they all stay.\nRemoved “sowing”.\n")
    assert desk.commits()[0] == "Remove article: sowing"
    assert (desk.root / PHOTO).exists()


def test_json_is_the_article_as_it_was(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": "no front matter\n"}))

    said = remove(run, "--json").json

    assert list(said) == ARTICLE_KEYS
    assert (said["headline"], said["photos"][0]["file"]) == ("冬小麦播种过九成", "sowing.jpg")
    assert said["commit"] == desk.git("rev-parse", "HEAD").strip()
    bad = run("article", "remove", "2022-10-12/bad", "--yes", "--json").json
    assert list(bad) == ARTICLE_KEYS
    assert bad["id"] == "bad"
    assert [finding["rule"] for finding in bad["findings"]] == ["unreadable-article"]


def test_a_dry_run_shows_what_would_go(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    planned = run("--lang", "en", "article", "remove", NAME, "--dry-run")

    assert (planned.code, planned.out) == (0, f"{SOWING}\n{PHOTO}\n")
    assert planned.err == "This is what would be removed.\n"
    assert run("article", "remove", NAME, "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


def test_without_a_terminal_it_has_to_be_said(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    said = error(run("--lang", "en", "article", "remove", NAME, "--json"), USAGE, "missing-answers")

    assert "--yes" in said["message"]
    assert snapshot(desk) == before


@pytest.mark.parametrize("keys", [ENTER, "否" + ENTER, CTRL_C, ""])
def test_only_a_yes_removes_it(newsroom: NewNewsroom, keys: str) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    asked = run_with_keys(keys, "article", "remove", NAME)

    assert asked.code == 130
    assert asked.out == ""
    assert SOWING in plain(asked.err)
    assert PHOTO in plain(asked.err)
    assert snapshot(desk) == before


@pytest.mark.parametrize("keys", [UP + ENTER, "是" + ENTER])
def test_a_yes_at_the_terminal_removes_it(newsroom: NewNewsroom, keys: str) -> None:
    desk = newsroom(with_issue())

    assert run_with_keys(keys, "article", "remove", NAME).code == 0
    assert desk.commits()[0] == "Remove article: 冬小麦播种过九成"


@pytest.mark.parametrize(
    ("name", "code"),
    [("printed", "published"), ("none", "no-article"), ("new", "not-committed"), ("changed", "not-committed")],
)
def test_what_may_not_go_is_refused(newsroom: NewNewsroom, run: Run, name: str, code: str) -> None:
    printed = {f"{ISSUE}/articles/printed.md": ARTICLE.replace("draft", "published")}
    desk = newsroom(with_issue(**printed, **{f"{ISSUE}/articles/changed.md": ARTICLE}))
    desk.write(f"{ISSUE}/articles/new.md", ARTICLE)
    desk.write(f"{ISSUE}/articles/changed.md", ARTICLE + "添一段。\n")
    before = snapshot(desk)

    error(run("article", "remove", f"2022-10-12/{name}", "--yes", "--json"), REFUSED, code)

    assert snapshot(desk) == before


def test_a_hook_that_says_no_leaves_everything_as_it_was(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    desk.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n").chmod(0o755)
    before = snapshot(desk)

    error(remove(run, "--json"), REFUSED, "hook-failed")

    assert snapshot(desk) == before


def test_a_newsroom_in_a_folder_of_a_repository(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom({f"paper/{path}": content for path, content in with_issue().items()})
    desk.write("paper/newsroom.yaml", desk.read("newsroom.yaml"))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "a paper in a folder")

    assert run("-C", "paper", "article", "remove", NAME, "--yes").code == 0
    assert desk.files_of_last_commit() == [f"paper/{SOWING}", f"paper/{PHOTO}"]


def test_a_photo_is_found_however_its_letters_are_composed(newsroom: NewNewsroom, run: Run) -> None:
    taken_apart = f"{ISSUE}/photos/{unicodedata.normalize('NFD', 'café.jpg')}"
    desk = newsroom(with_issue(**{SOWING: ARTICLE.replace("sowing.jpg", "café.jpg"), taken_apart: photo_bytes()}))

    assert remove(run).code == 0
    assert desk.files_of_last_commit() == [SOWING, taken_apart]


def test_down_is_not_yes(newsroom: NewNewsroom) -> None:
    desk = newsroom(with_issue())

    assert run_with_keys(DOWN + DOWN + ENTER, "article", "remove", NAME).code == 130
    assert desk.commits() == ["start"]


def test_an_article_that_is_being_edited_is_not_removed(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    with new_draft(Newsroom(desk.root), SOWING).held():
        refused = remove(run, "--json")

    error(refused, REFUSED, "being-edited")
    assert snapshot(desk) == before
