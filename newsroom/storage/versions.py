"""What git has of a file beside the one that lies there: the last commit's, and two that have to become one."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.text import printable
from newsroom.storage.repository import git_bytes, head, require_git, run_git

_MOST_CONFLICTS = 127  # git merge-file counts no further; more is its word for a failure


def committed(root: Path, paths: Sequence[str]) -> set[str]:
    """Those of `paths` that lie there just as the last commit has them."""
    known = in_last_commit(root, paths)
    if not known:
        return set()
    changed = require_git(root, "diff", "-z", "--name-only", "--relative", "HEAD", "--", *paths).split("\0")
    return known - {*changed}


def as_committed(root: Path, paths: Sequence[str]) -> set[str]:
    """Those of `paths` that are just as the last commit has them; also what is neither there nor in it."""
    gone = {path for path in paths if not (root / path).exists()}
    return committed(root, paths) | (gone - in_last_commit(root, paths))


def in_last_commit(root: Path, paths: Sequence[str]) -> set[str]:
    """Those of `paths` that the last commit has, whatever it has of them."""
    return in_commit(root, head(root), paths) if paths else set()


def in_commit(root: Path, commit: str, paths: Sequence[str]) -> set[str]:
    """Those of `paths` that a commit has; none where it is empty, for there is none yet."""
    if not paths or not commit:
        return set()
    return {*require_git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", *paths).split("\0")} - {""}


def checked_out(root: Path, revision: str, path: str) -> bytes:
    """A file of `revision` as a work tree has it: through filters, with the line ends that it has there.

    Raises:
        Refused: git can not give it.
    """
    status, content, err = git_bytes(root, "cat-file", "--filters", f"{revision}:./{path}")
    if status:
        raise Refused(
            "not-restored",
            _("Git can not bring back {path}: {why}", path=path, why=" ".join(err.split())),
            _("Nothing was changed. Mend what it names, then run this again."),
        )
    return content


def merged(root: Path, mine: bytes, base: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """What two people made of `base`, brought together line by line.

    False where both changed the same lines: these stand there twice then, between git's marks.

    Raises:
        Refused: git can not, since one of them is no text.
    """
    with TemporaryDirectory(prefix="newsroom-") as folder:
        files = [Path(folder) / name for name in ("mine", "base", "theirs")]
        for file, content in zip(files, (mine, base, theirs), strict=True):
            file.write_bytes(content)
        labels = ["-L", _("yours"), "-L", _("before"), "-L", _("the other one")]
        conflicts, _out, err = run_git(root, "merge-file", *labels, *map(str, files))
        if conflicts > _MOST_CONFLICTS:
            raise Refused("merge-failed", f"{_('Git refused:')}\n{printable(err)}", _("Save it as plain text, UTF-8."))
        return files[0].read_bytes(), not conflicts
