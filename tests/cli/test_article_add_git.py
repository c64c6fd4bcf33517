"""`newsroom article add` and the state that git is in: refused aloud, or filed without touching anything else."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.desk import add_article
from tests.cli.checks import REFUSED, error, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

FILE = f"{ISSUE}/articles/village.md"
STORY = (
    "--issue", "2022-10-12", "--headline", "走进村屯", "--section", "社会", "--byline", "通讯员 姓名",
    "--slug", "village", "--body", "body.txt", "--photo", "lamp.jpg", "--caption", "灯。", "--credit", "姓名 摄",
)  # fmt: skip
SOWING = f"{ISSUE}/articles/sowing.md"


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    desk = newsroom(with_issue(**{"other.txt": "one\n"}))
    desk.write("body.txt", "宣讲队走进村屯。\n")
    desk.write("lamp.jpg", photo_bytes(color="red"))
    return desk


def refused(run: Run, desk: Desk, code: str, *arguments: str) -> dict[str, str]:
    """The refusal of `article add`, which leaves files, index and HEAD as they were."""
    before = snapshot(desk)
    said = error(run("--lang", "en", "article", "add", *STORY, *arguments, "--json"), REFUSED, code)
    assert snapshot(desk) == before
    return said


def hook(desk: Desk, name: str, script: str) -> None:
    file = desk.write(f".git/hooks/{name}", f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def conflict(desk: Desk) -> None:
    """Two branches that changed the same line; we are on main."""
    desk.git("switch", "-qc", "side")
    desk.write("other.txt", "theirs\n")
    desk.git("commit", "-qam", "theirs")
    desk.git("switch", "-q", "main")
    desk.write("other.txt", "ours\n")
    desk.git("commit", "-qam", "ours")


def unfinished(desk: Desk, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=desk.root, check=False, capture_output=True)


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_a_hook_that_says_no_is_heard(desk: Desk, run: Run, name: str) -> None:
    hook(desk, name, "echo 'the desk is closed' >&2\necho 'come back at nine'\nexit 1")

    said = refused(run, desk, "hook-failed")

    assert "the desk is closed" in said["message"]
    assert "come back at nine" in said["message"]
    assert said["help"] == "Nothing was changed. Mend what it names, then run this again."


def test_a_hook_that_says_no_leaves_no_empty_folders(desk: Desk, run: Run) -> None:
    hook(desk, "pre-commit", "exit 1")

    refused(run, desk, "hook-failed", "--issue", "pool")

    assert not (desk.root / "issues/pool").exists()


def test_a_hook_that_says_no_leaves_what_is_staged_staged(desk: Desk, run: Run) -> None:
    hook(desk, "pre-commit", "exit 1")
    desk.write("notes.txt", "mine\n")
    desk.write(SOWING, ARTICLE + "添一段。\n")
    desk.git("add", "notes.txt", SOWING)

    refused(run, desk, "hook-failed")

    assert desk.git("diff", "--cached", "--name-only").split() == [SOWING, "notes.txt"]


def test_hooks_are_run(desk: Desk, run: Run) -> None:
    hook(desk, "pre-commit", "touch .git/hook-ran")

    assert run("article", "add", *STORY).code == 0

    assert (desk.root / ".git/hook-ran").exists()


def test_without_an_identity(desk: Desk, run: Run, world: Path) -> None:
    (world / ".gitconfig").write_text("")

    said = refused(run, desk, "no-identity")

    assert said["message"] == "Git does not know who you are."
    assert "git config --global user.name" in said["help"]
    assert "git config --global user.email" in said["help"]


def test_on_no_branch(desk: Desk, run: Run) -> None:
    desk.git("switch", "-q", "--detach")

    said = refused(run, desk, "detached-head")

    assert "detached HEAD" in said["message"]
    assert "git switch" in said["help"]


@pytest.mark.parametrize(
    ("command", "code", "way_out"),
    [
        (("merge", "side"), "unfinished-merge", "git merge --abort"),
        (("rebase", "side"), "unfinished-rebase", "git rebase --abort"),
        (("cherry-pick", "side"), "unfinished-cherry-pick", "git cherry-pick --abort"),
        (("bisect", "start"), "unfinished-bisect", "git bisect reset"),
    ],
)
def test_in_the_middle_of_something(desk: Desk, run: Run, command: tuple[str, ...], code: str, way_out: str) -> None:
    conflict(desk)
    unfinished(desk, *command)

    said = refused(run, desk, code)

    assert "Git is in the middle of a" in said["message"]
    assert way_out in said["help"]


def test_without_a_repository(desk: Desk, run: Run) -> None:
    shutil.rmtree(desk.root / ".git")
    before = sorted(desk.root.rglob("*"))

    said = error(run("--lang", "en", "article", "add", *STORY, "--json"), REFUSED, "no-repository")

    assert str(desk.root) in said["message"]
    assert "git init" in said["help"]
    assert sorted(desk.root.rglob("*")) == before


def test_without_git_on_the_machine(desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(desk)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        said = error(run("--lang", "en", "article", "add", *STORY, "--json"), REFUSED, "no-git")

    assert said["message"] == "Git is not installed."
    assert snapshot(desk) == before


def test_while_another_git_is_at_work(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0.1")
    (desk.root / ".git/index.lock").touch()

    said = refused(run, desk, "busy")

    assert ".git/index.lock" in said["message"]
    assert "newsroom doctor" in said["help"]


def test_a_state_that_refuses_a_commit_does_not_refuse_a_dry_run(desk: Desk, run: Run) -> None:
    desk.git("switch", "-q", "--detach")

    assert run("article", "add", *STORY, "--dry-run").code == 0


def test_what_is_staged_stays_staged_and_out_of_the_commit(desk: Desk, run: Run) -> None:
    desk.write("notes.txt", "mine\n")
    desk.write("other.txt", "two\n")
    desk.git("add", "notes.txt", "other.txt")
    desk.git("rm", "-q", "--cached", SOWING)

    assert run("article", "add", *STORY).code == 0

    assert desk.files_of_last_commit() == [FILE, f"{ISSUE}/photos/lamp.jpg"]
    assert desk.git("diff", "--cached", "--name-status").splitlines() == [
        f"D\t{SOWING}",
        "A\tnotes.txt",
        "M\tother.txt",
    ]


def test_what_is_edited_stays_edited(desk: Desk, run: Run) -> None:
    desk.write("other.txt", "staged\n")
    desk.git("add", "other.txt")
    desk.write("other.txt", "and edited\n")
    desk.write(SOWING, ARTICLE + "添一段。\n")

    assert run("article", "add", *STORY).code == 0

    assert desk.git("diff", "--name-only").split() == [SOWING, "other.txt"]
    assert desk.git("show", ":other.txt") == "staged\n"
    assert desk.read("other.txt") == "and edited\n"
    assert desk.read(SOWING) == ARTICLE + "添一段。\n"


def test_what_is_only_meant_to_be_added_stays_so(desk: Desk, run: Run) -> None:
    desk.write("later.txt", "later\n")
    desk.git("add", "--intent-to-add", "later.txt")

    assert run("article", "add", *STORY).code == 0

    assert desk.files_of_last_commit() == [FILE, f"{ISSUE}/photos/lamp.jpg"]
    assert " A later.txt" in desk.git("status", "--porcelain").splitlines()


def test_an_article_that_git_ignores_is_filed_all_the_same(desk: Desk, run: Run) -> None:
    desk.write(".git/info/exclude", "*.jpg\n*.md\n")

    assert run("article", "add", *STORY).code == 0
    assert desk.files_of_last_commit() == [FILE, f"{ISSUE}/photos/lamp.jpg"]


def test_a_name_that_git_would_take_for_a_pattern_is_that_file_alone(desk: Desk, run: Run) -> None:
    desk.write("[l]amp.jpg", photo_bytes(color="blue"))
    desk.write(f"{ISSUE}/photos/lamp.jpg", b"somebody's, not in git yet")
    told = list(STORY)
    told[told.index("lamp.jpg")] = "[l]amp.jpg"

    assert run("article", "add", *told).code == 0
    assert desk.files_of_last_commit() == [FILE, f"{ISSUE}/photos/[l]amp.jpg"]


@pytest.mark.parametrize("headline", ["-m x", "a\nNewsroom-Action: undo", "#41 gains", "\x1b[31mred", "%H $(id) `id`"])
def test_no_headline_can_bend_the_commit(desk: Desk, run: Run, headline: str) -> None:
    told = list(STORY)
    told[told.index("--headline") : told.index("走进村屯") + 1] = [f"--headline={headline}"]
    filed = run("article", "add", *told)

    assert filed.code == 0, filed.err
    subject = desk.git("log", "-1", "--format=%s").rstrip("\n")
    assert subject.startswith("Add article: ")
    assert "\x1b" not in subject
    assert desk.git("log", "-1", "--format=%(trailers:key=Newsroom-Action,valueonly)").split() == ["article-add"]
    assert ("#41" in subject) == ("#41" in headline)


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
def test_an_environment_that_leads_git_elsewhere_is_refused(
    newsroom: Callable[..., Desk], run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The story would be committed to another repository, or to another index, with exit code 0."""
    desk = newsroom(with_issue())
    before = snapshot(desk)
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    flags = ["--headline", "题", "--section", "社会", "--byline", "记者 姓名", "--body", "", "--issue", "2022-10-12"]

    said = error(run("article", "add", *flags, "--json"), REFUSED, "foreign-repository")

    monkeypatch.delenv(name)
    assert f"unset {name}" in said["help"]
    assert snapshot(desk) == before


@pytest.mark.parametrize("taken", ["articles/走进村屯.md", "photos/lamp.jpg"])
def test_a_name_that_somebody_takes_at_that_moment_is_not_insisted_on(
    desk: Desk, run: Run, tmp_path: Path, taken: str
) -> None:
    """Two reporters file the same headline, or each a photo that a camera has named."""
    (tmp_path / "lamp.jpg").write_bytes(photo_bytes(color="blue"))
    filing = add_article.commit_files

    def at_last(*arguments: object) -> str:
        patch.undo()
        desk.write(f"{ISSUE}/{taken}", "somebody's\n")
        return filing(*arguments)  # type: ignore[arg-type]

    patch = pytest.MonkeyPatch()
    patch.setattr(add_article, "commit_files", at_last)
    photo = ["--photo", tmp_path / "lamp.jpg", "--caption", "夜读。", "--credit", ""]
    filed = run(
        *("article", "add", "--issue", "2022-10-12", "--headline", "走进村屯", "--section", "社会"),
        *("--byline", "通讯员 姓名", "--body", "", "--json", *photo),
    )

    assert filed.code == 0, filed.err
    assert desk.read(f"{ISSUE}/{taken}") == "somebody's\n"
    article = filed.json
    assert (article["id"] == "走进村屯") == (taken != "articles/走进村屯.md")
    assert (article["photos"][0]["file"] == "lamp.jpg") == (taken != "photos/lamp.jpg")
    assert (desk.root / ISSUE / "photos" / article["photos"][0]["file"]).read_bytes() == photo_bytes(color="blue")
