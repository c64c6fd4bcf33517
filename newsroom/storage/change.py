"""The one function that writes: files and a commit, whole or not at all."""

import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.text import one_line
from newsroom.storage.files import reason
from newsroom.storage.paths import check_new_path
from newsroom.storage.repository import check_ready, head, require_git, run_git
from newsroom.storage.versions import in_last_commit


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a change: `before` is what it holds now, `after` what it will; None where it is not there."""

    path: str  # relative to the newsroom, with `/`
    after: bytes | None
    before: bytes | None = None


def commit_files(root: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]) -> str:
    """Write `changes` and commit them, whole or not at all; the commit's id.

    Only these paths are committed: whatever else is staged or edited stays as it was. Hooks, signing, filters and
    attributes are honoured.

    Raises:
        Refused: the repository is in no state for it, a path is unsafe, a file is not what `before` says, or a hook
            or signing failed. Nothing is changed then.
    """
    check_ready(root)
    for change in changes:
        check_new_path(root, change.path)
        _check_unchanged(root, change)
    paths = [change.path for change in changes]
    was_at, staged, new_folders = head(root), _staged(root, paths), _missing_folders(root, paths)
    gone = {change.path for change in changes if change.after is None}
    in_head = in_last_commit(root, [*gone])
    written: list[FileChange] = []
    with _interrupts_held() as interrupted:
        try:
            for change in changes:
                _put(root, change)
                written.append(change)
            # Git knows nothing of what goes and was never added, or never committed.
            known = [path for path in paths if path not in gone or path in staged]
            require_git(root, "add", "--force", "--all", "--", *known)
            to_commit = [path for path in paths if path not in gone or path in in_head]
            lines = "\n".join(f"{key}: {one_line(value)}" for key, value in trailers.items())
            message = ["-m", one_line(subject), "-m", lines]
            require_git(root, "commit", "--quiet", "--only", "--cleanup=whitespace", *message, "--", *to_commit)
        except BaseException:
            if head(root) == was_at:
                _put_back(root, written, staged, new_folders)
                if interrupted:  # git was, too, and gave up
                    raise KeyboardInterrupt from None
                raise
    return head(root)


@contextmanager
def _interrupts_held() -> Iterator[list[int]]:
    """Let Ctrl-C or a closed window end git, but not us between git and what has to follow; what came is in the list.

    Otherwise git could go on behind us, and commit what we have just taken back.
    """
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    names = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda number, _frame: came.append(number)) for number in names}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_unchanged(root: Path, change: FileChange) -> None:
    path = root / change.path
    if change.before is None:
        if path.exists() or path.is_symlink():
            raise Refused(
                "exists", _("{path} is there already.", path=change.path), _("Nothing was overwritten; choose another.")
            )
    elif not path.is_file() or path.read_bytes() != change.before:
        raise Refused(
            "changed-meanwhile",
            _("Somebody changed {path} meanwhile.", path=change.path),
            _("Look at it, then run this again."),
        )


def _put(root: Path, change: FileChange) -> None:
    path = root / change.path
    try:
        if change.after is None:
            path.unlink()
        elif change.before is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            _create(path, change.after)
        else:
            _replace(path, change.after)
    except OSError as error:
        raise Refused(
            "not-written",
            _("{path} can not be written: {why}.", path=change.path, why=reason(error)),
            _("Nothing was changed. See to it, then run this again."),
        ) from None


def _create(path: Path, content: bytes) -> None:
    """A new file; never one that somebody made meanwhile, and none at all where the disk is full."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            path.unlink()
            raise


def _replace(path: Path, content: bytes) -> None:
    """Written whole beside its place first, then put there in one step: at no time is there half a text."""
    with NamedTemporaryFile(dir=path.parent, prefix=".newsroom-", delete=False) as file:
        draft = Path(file.name)
        try:
            file.write(content)
            file.close()
            draft.chmod(path.stat().st_mode)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _put_back(
    root: Path, changes: Sequence[FileChange], staged: Mapping[str, str], new_folders: Sequence[Path]
) -> None:
    """Bring files and index back to what they were before `changes`."""
    for change in reversed(changes):
        path = root / change.path
        if change.before is None:
            path.unlink(missing_ok=True)
        elif path.exists():
            _replace(path, change.before)
        else:
            _create(path, change.before)
    for folder in new_folders:
        with suppress(OSError):  # not empty: others have put files there
            folder.rmdir()
    for change in changes:
        if change.path in staged:
            run_git(root, "update-index", "--add", "--cacheinfo", staged[change.path])
        else:
            run_git(root, "update-index", "--force-remove", "--", change.path)


def _staged(root: Path, paths: Sequence[str]) -> dict[str, str]:
    """What the index has of `paths`, as `--cacheinfo` takes it back: that counts from the repository's root."""
    prefix = require_git(root, "rev-parse", "--show-prefix").strip("\n")
    entries = {}
    for line in require_git(root, "ls-files", "--stage", "-z", "--full-name", "--", *paths).split("\0"):
        about, _tab, path = line.partition("\t")
        if path:
            mode, object_id, _stage = about.split(" ")
            entries[path.removeprefix(prefix)] = f"{mode},{object_id},{path}"
    return entries


def _missing_folders(root: Path, paths: Sequence[str]) -> list[Path]:
    """The folders that writing `paths` will make, the innermost first."""
    folders = {folder for path in paths for folder in (root / path).parents if not folder.exists()}
    return sorted(folders, key=lambda folder: len(folder.parts), reverse=True)
