"""`newsroom init`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.storage.paper_file import read_paper
from tests.cli.checks import REFUSED, USAGE, error, trailers
from tests.support.desk import Desk, Result

Run = Callable[..., Result]
FILES = ["newsroom.yaml", "templates/en/issue.yaml", "templates/en/article.md"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tests stand in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def nobody(world: Path) -> None:
    """Git knows no identity."""
    (world / ".gitconfig").write_text("")


def repository(folder: Path) -> Desk:
    desk = Desk(folder)
    desk.git("init", "-q", "-b", "main")
    desk.write("README", "ours\n")
    desk.git("add", "README")
    desk.git("commit", "-qm", "before")
    return desk


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_becomes_a_newsroom_in_one_commit(run: Run, here: Path) -> None:
    made = run("init", "courier", "--name", "The Linden Courier", "--language", "en")

    desk = Desk(here / "courier")
    assert (made.code, made.out.split()) == (0, FILES)
    assert f"The Linden Courier is ready in {desk.root}." in made.err
    assert "Next: newsroom -C courier issue new 20" in made.err
    assert desk.commits() == ["Start newsroom: The Linden Courier"]
    assert desk.files_of_last_commit() == sorted(FILES)
    assert trailers(desk) == {"Newsroom-Action": "init"}
    assert desk.git("branch", "--show-current") == "main\n"
    assert desk.is_clean()


def test_without_a_folder_it_is_the_one_we_are_in(run: Run, here: Path) -> None:
    made = run("init")

    assert made.code == 0
    assert "Next: newsroom issue new 20" in made.err
    assert read_paper((here / "newsroom.yaml").read_text()).name == "here"


def test_the_language_of_the_paper_is_that_of_the_interface_unless_it_is_said(run: Run, here: Path) -> None:
    run("--lang", "zh-CN", "init", "a")
    run("--lang", "zh-CN", "init", "b", "--language", "en")

    assert read_paper((here / "a/newsroom.yaml").read_text("utf-8")).language == "zh-CN"
    assert read_paper((here / "b/newsroom.yaml").read_text("utf-8")).language == "en"


@pytest.mark.parametrize("name", ["no", "A: B # C", '\'Tis "News"', "临江日报", "750", "[x"])
def test_every_name_is_read_back_as_it_was_given(run: Run, here: Path, name: str) -> None:
    assert run("init", "--name", name).code == 0

    assert read_paper((here / "newsroom.yaml").read_text("utf-8")).name == name


def test_json_says_what_was_made(run: Run, here: Path) -> None:
    made = run("init", "courier", "--name", "Courier", "--language", "en", "--json")

    assert made.code == 0
    assert made.json == {
        "path": str(here / "courier"),
        "name": "Courier",
        "language": "en",
        "files": FILES,
        "commit": Desk(here / "courier").git("rev-parse", "HEAD").strip(),
    }


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_sample_is_ten_articles_with_nothing_wrong(run: Run, language: str) -> None:
    assert run("init", "--language", language, "--sample").code == 0

    checked = run("validate", "--json")
    assert checked.code == 0
    assert checked.json == {"schema_version": 1, "articles": 10, "errors": 0, "warnings": 0, "findings": []}


def test_a_repository_that_is_there_is_used_and_what_is_staged_stays_staged(run: Run, here: Path) -> None:
    desk = repository(here)
    desk.write("notes.txt", "mine\n")
    desk.git("add", "notes.txt")

    assert run("init", "--name", "Courier").code == 0

    assert desk.commits() == ["Start newsroom: Courier", "before"]
    assert desk.files_of_last_commit() == sorted(FILES)
    assert desk.git("status", "--porcelain") == "A  notes.txt\n"


def test_a_repository_without_a_commit_gets_its_first(run: Run, here: Path) -> None:
    Desk(here).git("init", "-q", "-b", "trunk")

    assert run("init", "--name", "Courier").code == 0

    assert Desk(here).commits() == ["Start newsroom: Courier"]
    assert Desk(here).git("branch", "--show-current") == "trunk\n"


def test_in_a_folder_of_a_repository_no_second_repository_is_made(run: Run, here: Path) -> None:
    desk = repository(here)

    assert run("init", "papers/courier").code == 0

    assert not (here / "papers/courier/.git").exists()
    assert desk.files_of_last_commit() == sorted(f"papers/courier/{name}" for name in FILES)
    assert desk.is_clean()


def test_a_newsroom_is_not_made_twice(run: Run, here: Path) -> None:
    run("init", "--name", "First")

    said = error(run("init", "--name", "Second", "--json"), REFUSED, "newsroom-exists")
    assert str(here) in said["message"]
    assert "issue list" in said["help"]
    assert Desk(here).commits() == ["Start newsroom: First"]


def test_no_file_that_is_there_is_overwritten(run: Run, here: Path) -> None:
    desk = repository(here)
    desk.write("templates/en/article.md", "ours\n")

    said = error(run("init", "--json"), REFUSED, "exists")
    assert "templates/en/article.md" in said["message"]
    assert names(here) == [".git", "README", "templates"]
    assert desk.read("templates/en/article.md") == "ours\n"
    assert desk.commits() == ["before"]
    assert desk.git("ls-files") == "README\n"


def test_without_an_identity_nothing_is_left_behind(run: Run, here: Path, nobody: None) -> None:
    said = error(run("init", "papers/courier", "--json"), REFUSED, "no-identity")

    assert "git config --global user.name" in said["help"]
    assert names(here) == []


def test_without_an_identity_the_folder_that_was_there_stays_as_it_was(run: Run, here: Path, nobody: None) -> None:
    (here / "mine.txt").write_text("mine\n")

    error(run("init", "--json"), REFUSED, "no-identity")

    assert names(here) == ["mine.txt"]


def test_a_dry_run_writes_nothing(run: Run, here: Path) -> None:
    planned = run("init", "courier", "--sample", "--dry-run")

    assert planned.code == 0
    assert planned.out.split()[:3] == FILES
    assert "This is what would be written." in planned.err
    assert names(here) == []


def test_a_dry_run_in_json_has_no_commit(run: Run, here: Path) -> None:
    assert run("init", "courier", "--dry-run", "--json").json["commit"] is None
    assert names(here) == []


def test_an_unknown_language_is_a_usage_error(run: Run, here: Path) -> None:
    said = error(run("init", "--language", "fr", "--json"), USAGE, "unknown-language")

    assert "fr" in said["message"]
    assert "en, zh-CN" in said["help"]
    assert names(here) == []


def test_a_file_where_the_folder_should_be_is_refused(run: Run, here: Path) -> None:
    (here / "courier").write_text("a file\n")

    said = error(run("init", "courier", "--json"), REFUSED, "not-written")
    assert "courier" in said["message"]
    assert (here / "courier").read_text() == "a file\n"


def test_a_failing_hook_of_the_user_leaves_nothing_behind(run: Run, here: Path, world: Path) -> None:
    hooks = world / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text("#!/bin/sh\necho not today\nexit 1\n")
    (hooks / "pre-commit").chmod(0o755)
    subprocess.run(["git", "config", "--global", "core.hooksPath", str(hooks)], check=True)

    said = error(run("init", "courier", "--json"), REFUSED, "hook-failed")
    assert "not today" in said["message"]
    assert names(here) == []


def test_a_pasted_name_is_cleaned(tmp_path: Path, run) -> None:
    made = run("--lang", "en", "init", str(tmp_path / "paper"), "--name", "临江\u200b日报\x07")

    assert made.code == 0
    assert "--name: Taken out" in made.err
    assert "name: 临江日报\n" in (tmp_path / "paper/newsroom.yaml").read_text()
