"""`newsroom article move`: the article, its photos, what others need of them."""

from collections.abc import Callable

import pytest

from newsroom.desk.edit_text import new_draft
from newsroom.storage.newsroom import Newsroom
from tests.cli.checks import ARTICLE_KEYS, REFUSED, USAGE, changed_lines, error, snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, PLAN, Desk, Result, photo_bytes, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
NEXT = "issues/2022-10-13"
THERE, PHOTO_THERE = f"{NEXT}/articles/sowing.md", f"{NEXT}/photos/sowing.jpg"
GOLD = photo_bytes(color="gold")


def move(run: Run, *arguments: str) -> Result:
    return run("--lang", "en", "article", "move", "2022-10-12/sowing", "--issue", "2022-10-13", *arguments)


def two_issues(newsroom: NewNewsroom, **files: str | bytes) -> Desk:
    plan = PLAN.replace("2022-10-12", "2022-10-13")
    return newsroom(with_issue(**{f"{NEXT}/issue.yaml": plan, **files}))


def test_the_article_and_its_photo_go_to_the_other_issue(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)
    photo = (desk.root / PHOTO).read_bytes()

    moved = move(run)

    assert (moved.code, moved.out) == (0, f"{THERE}\n{PHOTO_THERE}\n"), moved.err
    assert moved.err == "Moved “冬小麦播种过九成” from issue 2022-10-12 to 2022-10-13.\n"
    assert desk.read(THERE) == ARTICLE
    assert (desk.root / PHOTO_THERE).read_bytes() == photo
    assert not (desk.root / SOWING).exists()
    assert not (desk.root / PHOTO).exists()
    assert desk.is_clean()


def test_it_is_one_commit_that_git_sees_as_a_rename(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)

    move(run)

    assert desk.commits() == ["Move article: 冬小麦播种过九成", "start"]
    renames = desk.git("show", "--format=", "--name-status", "-M", "HEAD").splitlines()
    assert renames == [f"R100\t{SOWING}\t{THERE}", f"R100\t{PHOTO}\t{PHOTO_THERE}"]
    assert trailers(desk) == {
        "Newsroom-Action": "article-move",
        "Newsroom-Issue": "2022-10-13",
        "Newsroom-Article": "sowing",
        "Newsroom-From": "2022-10-12",
    }


def test_the_pool_is_called_by_its_name_in_chinese(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert "《冬小麦播种过九成》已从 2022-10-12 移到稿库。" in run("article", "move", "sowing", "--issue", "pool").err
    assert "稿库里没有稿件“无”。" in run("article", "show", "pool/无").err
    assert run("issue", "show", "pool").out.startswith("稿库  1 篇稿件\n")
    assert "已从稿库移到 2022-10-12。" in run("article", "move", "pool/sowing", "--issue", "2022-10-12").err
    assert "稿库里还没有稿件。" in run("article", "list", "--issue", "pool").err
    told = [line.split("\t")[-1] for line in run("log", "2022-10-12/sowing").out.splitlines()]
    assert told[:2] == ["从稿库移来", "从 2022-10-12 移来"]


def test_the_pool_is_made_where_there_is_none_and_gives_it_back(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())

    assert run("article", "move", "2022-10-12/sowing", "--issue", "pool").code == 0
    assert desk.read("issues/pool/articles/sowing.md") == ARTICLE
    assert run("article", "move", "pool/sowing", "--issue", "2022-10-12").code == 0
    assert desk.read(SOWING) == ARTICLE
    assert desk.git("diff", "HEAD~2") == ""


def test_a_photo_of_two_articles_stays_for_the_other(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{f"{ISSUE}/articles/other.md": ARTICLE})

    moved = move(run)

    assert "sowing.jpg: in issue 2022-10-12, too, for another article." in moved.err
    assert (desk.root / PHOTO).read_bytes() == (desk.root / PHOTO_THERE).read_bytes()
    assert run("validate", "2022-10-12").code == run("validate", "2022-10-13").code == 0


@pytest.mark.parametrize(
    ("text", "stays"),
    [("no front matter, sowing.jpg\n", True), (b"\xb5\xda\xd2\xbb\xb6\xce", True), ("no front matter\n", False)],
)
def test_a_photo_stays_where_a_file_that_can_not_be_read_may_need_it(
    newsroom: NewNewsroom, run: Run, text: str | bytes, stays: bool
) -> None:
    desk = two_issues(newsroom, **{f"{ISSUE}/articles/bad.md": text})

    assert move(run).code == 0
    assert (desk.root / PHOTO).exists() is stays


def test_the_same_picture_is_kept_once(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{PHOTO_THERE: photo_bytes()})

    assert move(run).out == f"{THERE}\n"
    assert desk.read(THERE) == ARTICLE
    assert not (desk.root / PHOTO).exists()


def test_another_picture_of_that_name_there_gives_it_a_free_one(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{PHOTO_THERE: GOLD})

    moved = move(run)

    assert "sowing.jpg is sowing-2.jpg there." in moved.err
    assert changed_lines(desk) == ["-  - file: sowing.jpg", "+  - file: sowing-2.jpg"]
    assert (desk.root / PHOTO_THERE).read_bytes() == GOLD
    assert (desk.root / f"{NEXT}/photos/sowing-2.jpg").read_bytes() == photo_bytes()


@pytest.mark.parametrize("short", ["photos: sowing.jpg", "photos:\n  - sowing.jpg", "photos: {file: sowing.jpg}"])
def test_a_photo_written_in_short_gets_its_new_name(newsroom: NewNewsroom, run: Run, short: str) -> None:
    text = f"---\nheadline: 秋播\nsection: 社会\n{short}\n---\n正文。\n"
    two_issues(newsroom, **{PHOTO_THERE: GOLD, SOWING: text})

    moved = run("article", "move", "2022-10-12/sowing", "--issue", "2022-10-13", "--json")

    assert [photo["file"] for photo in moved.json["photos"]] == ["sowing-2.jpg"]


def test_a_photo_that_is_not_there_is_no_obstacle(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{SOWING: ARTICLE.replace("sowing.jpg", "reaping.jpg")})

    moved = move(run)

    assert moved.code == 0
    assert "reaping.jpg: no such file, so nothing to move." in moved.err
    assert "[photo-not-found]" in moved.err
    assert desk.git("show", "--format=", "--name-status", "HEAD") == f"R100\t{SOWING}\t{THERE}\n"


def test_byte_order_mark_and_line_ends_go_along(newsroom: NewNewsroom, run: Run) -> None:
    text = ("\ufeff" + ARTICLE).replace("\n", "\r\n")
    desk = two_issues(newsroom, **{SOWING: text, PHOTO_THERE: GOLD})
    desk.git("config", "core.autocrlf", "false")

    assert move(run).code == 0
    assert desk.read(THERE) == text.replace("sowing.jpg", "sowing-2.jpg")


def test_a_page_that_is_not_in_the_plan_there_is_said(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{SOWING: ARTICLE.replace("status:", "page: 7\nstatus:")})

    assert "The plan of issue 2022-10-13 has no page 7." in move(run).err
    assert "page: 7\n" in desk.read(THERE)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("2022-10-12/sowing", "--issue", "2022-10-12"), "article-exists"),
        (("2022-10-12/sowing", "--issue", "2022-10-14"), "no-issue"),
        (("2022-10-12/sowing", "--issue", "../out"), "no-issue"),
        (("2022-10-12/none", "--issue", "pool"), "no-article"),
        (("2022-10-12/printed", "--issue", "pool"), "published"),
        (("2022-10-12/bad", "--issue", "pool"), "unreadable-article"),
        (("2022-10-12/other", "--issue", "2022-10-13"), "article-exists"),
    ],
)
def test_what_can_not_be_moved_is_refused(
    newsroom: NewNewsroom, run: Run, arguments: tuple[str, ...], code: str
) -> None:
    desk = two_issues(
        newsroom,
        **{
            f"{ISSUE}/articles/printed.md": ARTICLE.replace("draft", "published"),
            f"{ISSUE}/articles/bad.md": "no front matter\n",
            f"{ISSUE}/articles/other.md": ARTICLE,
            f"{NEXT}/articles/other.md": ARTICLE,
        },
    )
    before = snapshot(desk)

    error(run("article", "move", *arguments, "--json"), REFUSED, code)

    assert snapshot(desk) == before


def test_where_to_has_to_be_said(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    error(run("article", "move", "sowing", "--json"), USAGE, "usage")


def test_json_is_the_article_as_it_stands_there(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)

    said = move(run, "--json").json

    assert list(said) == ARTICLE_KEYS
    assert (said["issue"], said["path"], said["findings"]) == ("2022-10-13", THERE, [])
    assert said["commit"] == desk.git("rev-parse", "HEAD").strip()


def test_a_dry_run_writes_nothing(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)
    before = snapshot(desk)

    planned = move(run, "--dry-run")

    assert (planned.code, planned.out) == (0, f"{THERE}\n{PHOTO_THERE}\n")
    assert planned.err == "This is what would be written.\n"
    assert move(run, "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


def test_a_hook_that_says_no_leaves_everything_as_it_was(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom, **{PHOTO_THERE: GOLD})
    desk.write(".git/hooks/pre-commit", "#!/bin/sh\necho no >&2\nexit 1\n").chmod(0o755)
    before = snapshot(desk)

    error(move(run, "--json"), REFUSED, "hook-failed")

    assert snapshot(desk) == before


@pytest.mark.parametrize("staged", [False, True])
def test_what_was_never_committed_is_moved_too(newsroom: NewNewsroom, run: Run, staged: bool) -> None:
    desk = two_issues(newsroom)
    new = ARTICLE.replace("sowing.jpg", "new.jpg")
    desk.write(f"{ISSUE}/articles/new.md", new)
    desk.write(f"{ISSUE}/photos/new.jpg", GOLD)
    if staged:
        desk.git("add", "-A")

    moved = run("article", "move", "2022-10-12/new", "--issue", "2022-10-13")

    assert moved.code == 0, moved.err
    assert desk.read(f"{NEXT}/articles/new.md") == new
    assert desk.files_of_last_commit() == [f"{NEXT}/articles/new.md", f"{NEXT}/photos/new.jpg"]
    assert desk.is_clean()


def test_what_others_staged_and_edited_stays(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)
    desk.write("notes.txt", "mine\n")
    desk.git("add", "notes.txt")
    desk.write("newsroom.yaml", desk.read("newsroom.yaml") + "# mine\n")

    assert move(run).code == 0

    assert desk.git("status", "--porcelain").splitlines() == [" M newsroom.yaml", "A  notes.txt"]


def test_an_article_that_is_being_edited_is_not_moved(newsroom: NewNewsroom, run: Run) -> None:
    desk = two_issues(newsroom)
    before = snapshot(desk)

    with new_draft(Newsroom(desk.root), SOWING).held():
        refused = move(run, "--json")

    error(refused, REFUSED, "being-edited")
    assert snapshot(desk) == before
