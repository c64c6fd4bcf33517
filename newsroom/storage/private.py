"""newsroom's own folder in git's: what it keeps for itself, which no commit ever holds."""

import stat
from pathlib import Path

from newsroom.errors import NewsroomError
from newsroom.storage.files import read_text

_NAME = "newsroom"


def private_folder(root: Path) -> Path | None:
    """The folder `newsroom` in the git folder that `root` belongs to, there or not; None outside of a repository.

    Found without git, whose start is felt. A work tree of its own (`git worktree`) has a git folder of its own.
    """
    top = work_tree(root)
    if top is None:
        return None
    git = top / ".git"
    named = git if git.is_dir() else _pointed_at(git)
    return named / _NAME if named else None


def work_tree(root: Path) -> Path | None:
    """The top of the work tree that `root` lies in; None outside of a repository."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def shared_git_folder(git: Path) -> Path:
    """What all work trees of a repository share, by git's folder of one of them."""
    try:
        return git / read_text(git / "commondir").strip()
    except NewsroomError:  # there is only one
        return git


def give_to_group(path: Path, git: Path) -> None:
    """Let a group use a file or folder of newsroom's own, where git's folder is the group's (`core.sharedRepository`).

    Raises:
        OSError: it is not this person's to give.
    """
    if git.stat().st_mode & stat.S_IWGRP:
        mode = path.stat().st_mode
        path.chmod(stat.S_IMODE(mode) | (0o070 if stat.S_ISDIR(mode) else 0o060))


def _pointed_at(file: Path) -> Path | None:
    """The folder that a `.git` file names: `gitdir: PATH`."""
    try:
        key, _colon, path = read_text(file).partition(":")
    except NewsroomError:
        return None
    folder = file.parent / path.strip()
    return folder if key == "gitdir" and folder.is_dir() else None
