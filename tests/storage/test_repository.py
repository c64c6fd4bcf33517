import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom as package
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.readiness import check_ready
from newsroom.storage.repository import last_commits, make_repository
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

PATH = f"{ISSUE}/articles/秋播.md"
SOWING = f"{ISSUE}/articles/sowing.md"


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def test_the_newest_commit_of_each_path_is_found(desk: Desk) -> None:
    first = desk.git("rev-parse", "HEAD").strip()
    second = commit_files(desk.root, [FileChange(PATH, b"new\n")], "second", {})
    third = commit_files(desk.root, [FileChange(SOWING, b"edited\n", ARTICLE.encode())], "third", {})
    assert last_commits(desk.root, [PATH, SOWING, f"{ISSUE}/issue.yaml", f"{ISSUE}/none.md"]) == {
        PATH: second, SOWING: third, f"{ISSUE}/issue.yaml": first,
    }  # fmt: skip
    assert last_commits(desk.root, []) == {}


def test_the_newest_commit_is_none_where_there_is_no_history(tmp_path: Path) -> None:
    assert last_commits(tmp_path, ["a.md"]) == {}
    make_repository(tmp_path)
    assert last_commits(tmp_path, ["a.md"]) == {}


def test_a_new_repository_is_on_the_users_branch(tmp_path: Path, world: Path) -> None:
    (world / ".gitconfig").write_text("[init]\n\tdefaultBranch = trunk\n")
    make_repository(tmp_path)
    assert Desk(tmp_path).git("symbolic-ref", "HEAD").strip() == "refs/heads/trunk"
    (world / ".gitconfig").write_text("")
    (tmp_path / "b").mkdir()
    make_repository(tmp_path / "b")
    assert Desk(tmp_path / "b").git("symbolic-ref", "HEAD").strip() == "refs/heads/main"


def test_a_branch_without_a_commit_is_one_to_write_on(tmp_path: Path) -> None:
    make_repository(tmp_path)
    (tmp_path / "HEAD").write_text("", "utf-8")  # git takes the word for this file then

    check_ready(tmp_path)


def test_a_machine_without_git_is_told_so(desk: Desk) -> None:
    script = "from pathlib import Path; from newsroom.storage.readiness import check_ready; check_ready(Path.cwd())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=desk.root,
        env={"PATH": str(desk.root), "PYTHONPATH": str(Path(package.__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "newsroom.errors.Refused: Git is not installed." in done.stderr
