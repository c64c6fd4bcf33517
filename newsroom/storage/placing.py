"""Putting the files of a change in place, and taking them back; at no time is there half a text under a name."""

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.storage.files import reason
from newsroom.storage.journal import FileChange, Journal


def check_unchanged(root: Path, change: FileChange) -> None:
    """See that a file is as the change says that it is.

    Raises:
        Refused: it is not.
    """
    path = root / change.path
    if change.before is None:
        if path.exists() or path.is_symlink():
            raise Refused(
                "exists", _("{path} is there already.", path=change.path), _("Nothing was overwritten; choose another.")
            )
    elif path.is_symlink() or not path.is_file() or path.read_bytes() != change.before:
        raise Refused(
            "changed-meanwhile",
            _("Somebody changed {path} meanwhile.", path=change.path),
            _("Look at it, then run this again."),
        )


def put_in_place(root: Path, journal: Journal) -> None:
    """Bring every file to what it is to be.

    Raises:
        Refused: one of them is not what it was, or the disk does not take it; what was put in place stays so.
    """
    for number, change in enumerate(journal.files):
        path = root / change.path
        draft = _draft(path, journal, number)
        try:
            if change.after is None:
                check_unchanged(root, change)
                path.unlink()
            elif change.before is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(draft, change.after)
                _put_new(root, change, draft)
            else:
                _write(draft, change.after, path.stat().st_mode)
                check_unchanged(root, change)
                draft.replace(path)
        except OSError as error:
            raise Refused(
                "not-written",
                _("{path} can not be written: {why}.", path=change.path, why=reason(error)),
                _("Nothing was changed. See to it, then run this again."),
            ) from None


def take_back(root: Path, journal: Journal, *, aside: Path | None = None, settled: Collection[str] = ()) -> list[str]:
    """Bring every file back to what it was, but for those in `settled`; the paths that somebody changed meanwhile.

    What these hold now is put into the folder `aside`; without one they stay as they are. Can be done again, whatever
    of it was done before.

    Raises:
        OSError: the disk does not let it.
    """
    changed = []
    for number, change in reversed([*enumerate(journal.files)]):
        path = root / change.path
        draft = _draft(path, journal, number)
        _drop_draft(draft)
        now = _content(path)
        if now == change.before or change.path in settled:
            continue
        # Empty: its name was taken, see _put_new.
        is_ours = now == change.after or (now == b"" and change.before is None)
        if not is_ours:
            changed.append(change.path)
            if aside is None or now is None:
                continue
            aside.mkdir(parents=True, exist_ok=True)
            _write(aside / f"{number}-{path.name}", now)
        if change.before is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(draft, change.before, journal.plan.modes[number])
            draft.replace(path)
    for folder in journal.plan.folders:
        with suppress(OSError):  # not empty: others have put files there
            (root / folder).rmdir()
    return changed


def drop_drafts(root: Path, journal: Journal) -> None:
    """Delete what lies beside its place and is of no use any more.

    Raises:
        OSError: the disk does not let it.
    """
    for number, change in enumerate(journal.files):
        _drop_draft(_draft(root / change.path, journal, number))


def drop_empty_folders(root: Path, journal: Journal) -> None:
    """Take away the folders that are empty since the change took their last file, as git does."""
    for change in journal.files:
        if change.after is None:
            for folder in PurePosixPath(change.path).parents[:-1]:
                with suppress(OSError):  # not empty
                    (root / folder).rmdir()


def missing_folders(root: Path, changes: Sequence[FileChange]) -> list[str]:
    """The folders that writing these files will make, relative to `root`, the innermost first."""
    folders = {
        folder
        for change in changes
        for folder in (root / change.path).parents
        if folder.is_relative_to(root) and not folder.exists()
    }
    return [folder.relative_to(root).as_posix() for folder in sorted(folders, key=lambda path: -len(path.parts))]


def mode_of(root: Path, change: FileChange) -> int:
    """The rights of a file that is there; of one that is not, 0."""
    return 0 if change.before is None else (root / change.path).stat().st_mode & 0o777


def _put_new(root: Path, change: FileChange, draft: Path) -> None:
    """A new file; never in place of one that somebody made meanwhile.

    Its name is taken first, by an empty file: to link the draft there would be one step, but not every system can.
    """
    path = root / change.path
    try:
        path.open("xb").close()
    except FileExistsError:
        check_unchanged(root, change)
        raise
    draft.replace(path)


def _write(draft: Path, content: bytes, mode: int | None = None) -> None:
    """Written to the disk whole, with the rights of the file that it stands for."""
    with draft.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        draft.chmod(mode & 0o777)


def _draft(path: Path, journal: Journal, number: int) -> Path:
    """Where the change's N-th file lies until it is put in its place at `path`."""
    return path.with_name(f"{journal.drafts}{number}")


def _drop_draft(draft: Path) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        draft.unlink()


def _content(path: Path) -> bytes | None:
    """What is there; None where nothing is. What is no plain file is nobody's text, and nothing of ours."""
    try:
        return None if path.is_symlink() else path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
