"""Files put in place and taken back."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.storage.journal import FileChange, Journal, Plan
from newsroom.storage.placing import drop_empty_folders, missing_folders, mode_of, put_in_place, take_back

NEW = FileChange("issues/pool/articles/new.md", b"new\n")
EDIT = FileChange("edited.md", b"after\n", b"before\n")
GONE = FileChange("old/gone.md", None, b"was\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "edited.md").write_bytes(b"before\n")
    (tmp_path / "old").mkdir()
    (tmp_path / "old/gone.md").write_bytes(b"was\n")
    return tmp_path


def journal(root: Path, files: Sequence[FileChange] = (NEW, EDIT, GONE)) -> Journal:
    plan = Plan(
        id="0a1b2c3d",
        root=".",
        subject="x",
        trailers={},
        head="",
        made=0.0,
        paths=[file.path for file in files],
        removed=[file.path for file in files if file.after is None],
        modes=[mode_of(root, file) for file in files],
        folders=missing_folders(root, files),
    )
    return Journal(root / "unused", plan, files)


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


BEFORE = {"edited.md": b"before\n", "old/gone.md": b"was\n"}
AFTER = {"edited.md": b"after\n", "issues/pool/articles/new.md": b"new\n"}


def test_there_and_back(root: Path) -> None:
    change = journal(root)

    put_in_place(root, change)
    assert files(root) == AFTER
    assert take_back(root, change) == []

    assert files(root) == BEFORE
    assert not (root / "issues").exists()


@pytest.mark.parametrize("done", range(4))
def test_what_was_put_in_place_in_part_is_taken_back(root: Path, done: int) -> None:
    change = journal(root)
    put_in_place(root, journal(root, change.files[:done]))

    assert take_back(root, change) == []
    assert take_back(root, change) == [], "once more, as after another fall"

    assert files(root) == BEFORE


def test_a_name_that_was_only_taken_is_given_back(root: Path) -> None:
    change = journal(root)
    path = root / NEW.path
    path.parent.mkdir(parents=True)
    path.touch()
    path.with_name(f"{change.drafts}0").write_bytes(b"ne")

    assert take_back(root, change) == []

    assert files(root) == BEFORE


@pytest.mark.parametrize("path", [NEW.path, EDIT.path, GONE.path])
def test_what_somebody_changed_meanwhile_stays(root: Path, path: str) -> None:
    change = journal(root)
    put_in_place(root, change)
    (root / path).write_bytes(b"somebody's\n")

    assert take_back(root, change) == [path]

    assert files(root) == {**BEFORE, path: b"somebody's\n"}


@pytest.mark.parametrize("path", [NEW.path, EDIT.path, GONE.path])
def test_or_is_put_aside(root: Path, path: str) -> None:
    change = journal(root)
    put_in_place(root, change)
    (root / path).write_bytes(b"somebody's\n")

    assert take_back(root, change, aside=root / "aside") == [path]

    number = [file.path for file in change.files].index(path)
    assert files(root) == {**BEFORE, f"aside/{number}-{path.rpartition('/')[2]}": b"somebody's\n"}


def test_what_is_settled_is_left_alone(root: Path) -> None:
    change = journal(root)
    put_in_place(root, change)

    assert take_back(root, change, settled={EDIT.path}) == []

    assert files(root) == {**BEFORE, "edited.md": b"after\n"}


@pytest.mark.parametrize("change", [NEW, EDIT, GONE], ids=["new", "edit", "gone"])
def test_a_file_that_is_not_what_it_was_is_not_overwritten(root: Path, change: FileChange) -> None:
    noted = journal(root, [change])
    path = root / change.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"somebody's\n")

    with pytest.raises(Refused) as caught:
        put_in_place(root, noted)

    assert caught.value.code == ("exists" if change is NEW else "changed-meanwhile")
    assert path.read_bytes() == b"somebody's\n"


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_rights_stay_what_they_were(root: Path) -> None:
    for path in ("edited.md", "old/gone.md"):
        (root / path).chmod(0o640)
    change = journal(root)

    put_in_place(root, change)
    assert stat.S_IMODE((root / "edited.md").stat().st_mode) == 0o640
    take_back(root, change)

    assert {stat.S_IMODE((root / path).stat().st_mode) for path in BEFORE} == {0o640}


def test_folders_that_are_empty_then_go_and_others_stay(root: Path) -> None:
    (root / "old/deep/er").mkdir(parents=True)
    (root / "old/deep/er/x.md").write_bytes(b"x")
    gone = [GONE, FileChange("old/deep/er/x.md", None, b"x")]
    change = journal(root, gone[1:])
    put_in_place(root, change)

    drop_empty_folders(root, change)

    assert files(root) == BEFORE
    assert not (root / "old/deep").exists()
