"""The history that git tells."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.history import walk
from newsroom.storage.repository import make_repository, read_blobs
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

SOWING = f"{ISSUE}/articles/sowing.md"


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def test_a_commit_has_its_people_its_trailers_and_its_files(desk: Desk) -> None:
    trailers = {"Newsroom-Action": "article-edit", "Newsroom-Issue": "2022-10-12", "Newsroom-Article": "sowing"}
    commit_files(desk.root, [FileChange(SOWING, b"new\n", ARTICLE.encode())], "Edit article: 题", trailers)

    newest, first = walk(desk.root, ["issues"])

    assert (newest.author, newest.committer, newest.subject) == ("周一新", "周一新", "Edit article: 题")
    assert (newest.action, newest.issue, newest.article, newest.moved_from) == (
        "article-edit", "2022-10-12", "sowing", "",
    )  # fmt: skip
    assert [(file.status, file.path) for file in newest.files] == [("M", SOWING)]
    blobs = read_blobs(desk.root, [newest.files[0].before, newest.files[0].after])
    assert list(blobs.values()) == [ARTICLE.encode(), b"new\n"]
    assert {(file.status, file.before) for file in first.files} == {("A", "")}


def test_a_name_with_anything_in_it_is_read_whole(desk: Desk) -> None:
    names = ["commit", 'a"b', "a\tb", "a\nb", " a ", "查询", ":100644 x"]
    for name in names:
        desk.write(f"issues/{name}", name)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "commit")

    newest = next(walk(desk.root, ["issues"]))

    assert {file.path for file in newest.files} == {f"issues/{name}" for name in names}


def test_a_blob_that_is_not_there_is_left_out(desk: Desk) -> None:
    assert read_blobs(desk.root, ["0" * 40]) == {}
    assert read_blobs(desk.root, []) == {}


def test_no_commit_and_no_repository(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        list(walk(tmp_path, ["issues"]))
    assert caught.value.code == "no-repository"

    make_repository(tmp_path)
    assert list(walk(tmp_path, ["issues"])) == []
