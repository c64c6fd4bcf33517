"""The index of a change, beside git's own: what will be committed, and what git's index is to be then.

Git never writes into an index, it puts another one in its place. So a second name of the file is as good as a copy.
"""

import filecmp
import os
import shutil
from pathlib import Path

from newsroom.storage.commit import write_blobs
from newsroom.storage.journal import Journal
from newsroom.storage.private import work_tree
from newsroom.storage.repository import require_git, run_git

_BEFORE, _NEXT = "index.before", "index.next"
_NONE = "index.none"  # says that there was none before


def fill(root: Path, git: Path, journal: Journal) -> None:
    """Make the change's own index: the last commit and these files, without what anybody else has staged.

    Raises:
        OSError, Refused: the disk or git fails.
    """
    there, head = git / "index", journal.plan.head
    if there.exists():
        _second_name(there, journal.folder / _BEFORE)
        _second_name(there, journal.index)
    else:
        (journal.folder / _NONE).touch()
    if head:
        if run_git(root, "diff-index", "--cached", "--quiet", "HEAD", "--", index=journal.index)[0]:
            _part(root, there, journal, "--reset", "HEAD")
    elif there.exists():
        _part(root, there, journal, "--empty")
    write_blobs(root, journal.files, journal.index)


def switch(root: Path, git: Path, journal: Journal, commit: str) -> None:
    """Put the index in place that git is to have after `commit`: with what others have staged, as before.

    Raises:
        OSError, Refused: the disk or git fails.
    """
    following = journal.folder / _NEXT
    if following.exists():
        _bring_in(root, journal, commit, following)
    else:
        _second_name(journal.index, following)
    _put(following, git / "index")


def switch_back(git: Path, journal: Journal) -> None:
    """Put back the index that git had before, if nobody has put another one there since.

    Raises:
        OSError: the disk does not take it.
    """
    there, following, before = git / "index", journal.folder / _NEXT, journal.folder / _BEFORE
    if following.exists() and there.exists() and filecmp.cmp(following, there, shallow=False):
        if before.exists():
            _put(before, there)
        elif (journal.folder / _NONE).exists():
            there.unlink()


def _part(root: Path, there: Path, journal: Journal, *how: str) -> None:
    """Have two indexes: git's own, and one that starts from the last commit."""
    if there.exists():
        _second_name(there, journal.folder / _NEXT)
    require_git(root, "read-tree", *how, index=journal.index)


def _bring_in(root: Path, journal: Journal, commit: str, index: Path) -> None:
    """Bring what a commit changed into an index that differs from it by more than that."""
    top = work_tree(root) or root
    options = ("--root", "-r", "-z", "--no-commit-id", "--no-renames", "--no-abbrev", "--raw")
    tokens = require_git(top, "diff-tree", *options, commit).split("\0")
    # What was staged and never committed is in no commit when it goes.
    gone = [str((root / file.path).relative_to(top)) for file in journal.files if file.after is None]
    kept = list[str]()
    for about, path in zip(tokens[::2], tokens[1::2], strict=False):
        _old_mode, mode, _old_blob, blob, status = about.split(" ")
        if status == "D":
            gone.append(path)
        else:
            kept += ["--cacheinfo", f"{mode},{blob},{path}"]
    require_git(top, "update-index", "--add", *kept, "--force-remove", "--", *gone, index=index)


def _put(index: Path, there: Path) -> None:
    draft = index.with_name(f"{index.name}.draft")
    draft.unlink(missing_ok=True)
    _second_name(index, draft)
    draft.replace(there)


def _second_name(file: Path, name: Path) -> None:
    """Where the system has no hard links, a copy; as old as the file, by which git knows what it has to look at."""
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)
