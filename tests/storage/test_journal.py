"""The journal of a change: there whole, or as good as not there."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.storage.journal import (
    FileChange,
    Plan,
    begin,
    broken_off,
    drop_rest,
    end,
    has_any,
    never_begun,
    note_commit,
    noted_commit,
    read,
)

FILES = [
    FileChange("issues/pool/articles/夜读.md", b"after\n", b"before\n"),
    FileChange("photos/a.jpg", None, b"\xff\xd8"),
]
PLAN = Plan(
    id="0a1b2c3d",
    root=".",
    subject="Edit article: 夜读",
    trailers={"Newsroom-Action": "article-edit"},
    head="1" * 40,
    made=1666000000.5,
    paths=[file.path for file in FILES],
    removed=["photos/a.jpg"],
    modes=[0o644, 0o600],
    folders=[],
)


@pytest.fixture
def private(tmp_path: Path) -> Path:
    folder = tmp_path / ".git/newsroom"
    folder.mkdir(parents=True)
    return folder


def test_what_was_noted_is_read_again(private: Path) -> None:
    begin(private, PLAN, FILES)

    folder = broken_off(private)
    assert folder
    journal = read(folder)

    assert journal and (journal.plan, journal.files) == (PLAN, FILES)
    assert (folder / "0-after-夜读.md").read_bytes() == b"after\n"


def test_the_commit_is_noted_beside_it(private: Path) -> None:
    journal = begin(private, PLAN, FILES)
    assert noted_commit(journal) == ""

    note_commit(journal, "2" * 40)

    assert noted_commit(journal) == "2" * 40


def test_what_is_ended_has_left_nothing(private: Path) -> None:
    journal = begin(private, PLAN, FILES)
    (journal.folder / "index").write_bytes(b"DIRC")

    end(journal)

    assert [*private.iterdir()] == []
    assert not has_any(private)


def test_what_was_not_noted_whole_is_never_taken_for_a_change(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        begin(private, PLAN, FILES)

    assert broken_off(private) is None
    assert never_begun(private)
    drop_rest(private)
    assert not has_any(private)


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"{}", b'{"id": 1}', b"\xff"])
def test_a_journal_that_makes_no_sense_is_none(private: Path, said: bytes) -> None:
    folder = begin(private, PLAN, FILES).folder
    (folder / "journal.json").write_bytes(said)

    assert read(folder) is None


def test_a_content_that_is_lost_is_not_taken_for_a_removal(private: Path) -> None:
    folder = begin(private, PLAN, FILES[:1]).folder
    for path in folder.glob("0-*"):
        path.unlink()

    journal = read(folder)

    assert journal and journal.files == []


def test_a_name_that_is_very_long_has_room(private: Path) -> None:
    path = f"issues/2022-10-12/articles/{'稿' * 54}.md"
    begin(private, replace(PLAN, paths=[path], modes=[0]), [FileChange(path, b"x")])

    folder = broken_off(private)
    assert folder and read(folder)


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_what_is_a_groups_stays_the_groups(private: Path) -> None:
    private.parent.chmod(0o2775)
    mask = os.umask(0o077)
    try:
        folder = begin(private, PLAN, FILES).folder
    finally:
        os.umask(mask)

    assert stat.S_IMODE(folder.stat().st_mode) & 0o070 == 0o070
    assert all(path.stat().st_mode & 0o060 == 0o060 for path in folder.iterdir())
