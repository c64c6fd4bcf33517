"""The index of a change, and the one that git has after it."""

import os
from collections.abc import Callable, Sequence

import pytest

from newsroom.storage import own_index
from newsroom.storage.commit import Place, make_commit
from newsroom.storage.journal import FileChange, Journal, Plan
from newsroom.storage.repository import head
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

SOWING = f"{ISSUE}/articles/sowing.md"
EDIT = FileChange(SOWING, b"edited\n", ARTICLE.encode())


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def begun(desk: Desk, files: Sequence[FileChange]) -> Journal:
    """A change whose files are in place."""
    folder = desk.root / ".git/newsroom/change"
    folder.mkdir(parents=True)
    for file in files:
        if file.after is None:
            (desk.root / file.path).unlink()
        else:
            desk.write(file.path, file.after)
    paths, gone = [file.path for file in files], [file.path for file in files if file.after is None]
    plan = Plan("0a1b2c3d", ".", "x", {"Newsroom-Action": "x"}, head(desk.root), 0.0, paths, gone, [0] * len(paths), [])
    return Journal(folder, plan, files)


def index(desk: Desk) -> str:
    return desk.git("ls-files", "--stage")


def switched(desk: Desk, journal: Journal) -> str:
    """Go as far as the branch, which stays; the commit that was made."""
    git = desk.root / ".git"
    own_index.fill(desk.root, git, journal)
    commit = make_commit(Place(desk.root, git, git / "hooks"), journal.plan, journal.index)
    own_index.switch(desk.root, git, journal, commit)
    return commit


def stage(desk: Desk) -> None:
    desk.write("staged.md", "somebody else's\n")
    desk.git("add", "staged.md")
    desk.git("rm", "-q", "--cached", "newsroom.yaml")


@pytest.mark.parametrize("is_alone", [True, False])
def test_it_holds_the_last_commit_and_the_change_and_nothing_else(desk: Desk, is_alone: bool) -> None:
    if not is_alone:
        stage(desk)

    commit = switched(desk, begun(desk, [EDIT]))

    assert desk.git("diff-tree", "-r", "--name-status", "HEAD", commit) == f"M\t{SOWING}\n"
    there = "A\tstaged.md\nD\tnewsroom.yaml\n" if not is_alone else ""
    assert sorted(desk.git("diff", "--cached", "--name-status", commit).splitlines()) == sorted(there.splitlines())


@pytest.mark.parametrize("is_alone", [True, False])
def test_the_one_before_comes_back(desk: Desk, is_alone: bool) -> None:
    if not is_alone:
        stage(desk)
    before = (desk.root / ".git/index").read_bytes()
    journal = begun(desk, [EDIT])
    switched(desk, journal)
    assert (desk.root / ".git/index").read_bytes() != before

    own_index.switch_back(desk.root / ".git", journal)
    own_index.switch_back(desk.root / ".git", journal)

    assert (desk.root / ".git/index").read_bytes() == before


def test_before_the_switch_there_is_nothing_to_bring_back(desk: Desk) -> None:
    stage(desk)
    before = (desk.root / ".git/index").read_bytes()
    journal = begun(desk, [EDIT])
    own_index.fill(desk.root, desk.root / ".git", journal)

    own_index.switch_back(desk.root / ".git", journal)
    (journal.folder / "index.before").unlink()
    own_index.switch_back(desk.root / ".git", journal)

    assert (desk.root / ".git/index").read_bytes() == before


def test_an_index_that_somebody_wrote_since_stays(desk: Desk) -> None:
    journal = begun(desk, [EDIT])
    switched(desk, journal)
    stage(desk)
    now = index(desk)

    own_index.switch_back(desk.root / ".git", journal)

    assert index(desk) == now


def test_where_there_was_none_there_is_none_again(desk: Desk) -> None:
    (desk.root / ".git/index").unlink()
    journal = begun(desk, [EDIT])
    commit = switched(desk, journal)
    assert desk.git("diff-tree", "-r", "--name-status", "HEAD", commit) == f"M\t{SOWING}\n"

    own_index.switch_back(desk.root / ".git", journal)

    assert not (desk.root / ".git/index").exists()


@pytest.mark.parametrize("is_alone", [True, False])
def test_without_hard_links_it_is_the_same(desk: Desk, is_alone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    if not is_alone:
        stage(desk)
    before = (desk.root / ".git/index").read_bytes()
    journal = begun(desk, [EDIT])

    commit = switched(desk, journal)
    assert desk.git("diff-tree", "-r", "--name-status", "HEAD", commit) == f"M\t{SOWING}\n"
    own_index.switch_back(desk.root / ".git", journal)

    assert (desk.root / ".git/index").read_bytes() == before
