"""What was put aside of a change that came to nothing, and whether it can be put in again."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsroom.storage.journal import FileChange, Journal, Plan, begin
from newsroom.storage.private import private_folder
from newsroom.storage.rescued import all_rescued, is_in_place, is_whole, put_aside
from tests.support.desk import Desk, with_issue

NEW = FileChange("articles/新.md", b"new\n")
EDITED = FileChange("articles/旧.md", b"after\n", b"before\n")
REMOVED = FileChange("articles/去.md", None, b"gone\n")


@pytest.fixture
def private(newsroom: Callable[..., Desk]) -> Path:
    private = private_folder(newsroom(with_issue()).root)
    assert private
    private.mkdir(exist_ok=True)
    return private


def aside(private: Path, name: str, files: Sequence[FileChange], made: float = 0) -> Path:
    plan = Plan(
        id=name,
        root=".",
        subject=f"Add article: {name}",
        trailers={},
        head="",
        made=made,
        paths=[file.path for file in files],
        removed=[file.path for file in files if file.after is None],
        modes=[0 if file.before is None else 0o644 for file in files],
        folders=[],
    )
    return put_aside(private, begin(private, plan, files).folder, name)


def journals(private: Path) -> list[Journal | None]:
    return [found.journal for found in all_rescued(private.parent.parent)]


def test_it_comes_back_as_it_was_with_its_time(private: Path) -> None:
    folder = aside(private, "夜读", [NEW, EDITED, REMOVED], made=1e9)

    (found,) = all_rescued(private.parent.parent)

    assert (found.folder, found.when.timestamp()) == (folder, 1e9)
    assert found.journal
    assert list(found.journal.files) == [NEW, EDITED, REMOVED]
    assert is_whole(found.journal)


def test_what_can_not_be_read_hides_no_other(private: Path) -> None:
    broken, unreadable = (aside(private, name, [NEW]) for name in "ab")
    aside(private, "c", [NEW])
    (broken / "journal.json").write_bytes(b"[]")
    (unreadable / "0-after-新.md").unlink()
    (unreadable / "0-after-新.md").mkdir()

    found = {rescued.folder.name[-1]: rescued.journal for rescued in all_rescued(private.parent.parent)}

    assert found["a"] is None
    assert found["b"] is None
    assert found["c"]


@pytest.mark.parametrize("lost", ["0-after-新.md", "1-after-旧.md", "1-before-旧.md", "2-before-去.md"])
def test_what_lacks_a_file_is_not_whole(private: Path, lost: str) -> None:
    (aside(private, "a", [NEW, EDITED, REMOVED]) / lost).unlink()

    (journal,) = journals(private)

    assert journal
    assert not is_whole(journal)


def test_a_file_is_in_place_when_it_is_what_was_wanted(tmp_path: Path) -> None:
    article = tmp_path / "articles/新.md"
    article.parent.mkdir()
    assert not is_in_place(tmp_path, NEW)
    article.write_bytes(b"other\n")
    assert not is_in_place(tmp_path, NEW)
    article.write_bytes(b"new\n")
    assert is_in_place(tmp_path, NEW)
    (tmp_path / "elsewhere").write_bytes(b"new\n")
    article.unlink()
    article.symlink_to(tmp_path / "elsewhere")
    assert not is_in_place(tmp_path, NEW)
    assert is_in_place(tmp_path, REMOVED)
    (tmp_path / REMOVED.path).mkdir()
    assert not is_in_place(tmp_path, REMOVED)


def test_outside_of_a_repository_there_is_nothing(tmp_path: Path) -> None:
    assert all_rescued(tmp_path) == []
