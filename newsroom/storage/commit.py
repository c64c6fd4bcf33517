"""A commit made of an index of one's own, as `git commit` makes it: hooks, signing, and the branch only at last.

`git commit` itself takes whatever the branch is at as the parent of what it was given, also when somebody moved it a
moment ago, and so would take back what they did. Here the branch moves from what was looked at, or not at all.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.storage.journal import FileChange, Plan
from newsroom.storage.private import work_tree
from newsroom.storage.repository import git_words, head, require_git, run_git, run_hook


@dataclass(frozen=True, slots=True)
class Place:
    """Where commits are made: the newsroom, git's folder, and that of the hooks."""

    root: Path
    git: Path
    hooks: Path


class BranchMoved(Refused):
    """Somebody else has committed since the branch was looked at."""


def write_blobs(root: Path, files: Sequence[FileChange], index: Path) -> None:
    """Bring these files into `index` as they lie in the work tree, those that are gone out of it.

    Raises:
        Refused: git did not do it, since a filter failed, say.
    """
    # What git was told not to look at it would take out, whatever lies there.
    if known := [file.path for file in files if file.before is not None]:
        entries = require_git(root, "ls-files", "-v", "-z", "--", *known, index=index).split("\0")
        passed_over = [entry[2:] for entry in entries if entry[:1].islower() or entry[:1] == "S"]
        for flag in ("--no-assume-unchanged", "--no-skip-worktree") if passed_over else ():
            require_git(root, "update-index", flag, "--", *passed_over, index=index)
    paths = [file.path for file in files]
    require_git(root, "update-index", "--add", "--remove", "--", *paths, index=index)


def hooks_folder(root: Path) -> Path:
    """Where the hooks lie. Where the settings name a folder, it counts from the top of the work tree."""
    top = work_tree(root) or root
    return top / require_git(top, "rev-parse", "--git-path", "hooks").strip("\n")


def make_commit(place: Place, plan: Plan, index: Path) -> str:
    """Make the commit of a change of what `index` holds, on no branch yet; its id.

    Raises:
        Refused: a hook or signing failed, or it would change nothing.
    """
    root, parent = place.root, plan.head
    _run(place, "pre-commit", index=index)
    tree = require_git(root, "write-tree", index=index).strip()
    if parent and tree == require_git(root, "rev-parse", f"{parent}^{{tree}}").strip():
        raise Refused(
            "nothing-to-commit",
            _("For git this changes nothing: the last commit has all of it."),
            _("Look at it: git status"),
        )
    options = ["-p", parent] if parent else []
    if run_git(root, "config", "--type=bool", "commit.gpgSign")[1].strip() == "true":
        options.append("-S")
    message = _message(place, plan, index)
    return require_git(root, "commit-tree", *options, "-F", str(message), tree).strip()


def move_branch(root: Path, commit: str, parent: str, subject: str) -> None:
    """Have the branch at `commit`, if it still is at `parent`.

    Raises:
        BranchMoved: it is not. Refused: git can not move it.
    """
    zero = "0" * len(commit)
    note = f"commit: {subject}" if parent else f"commit (initial): {subject}"
    try:
        require_git(root, "update-ref", "-m", note, "HEAD", commit, parent or zero)
    except Refused:
        if head(root) == parent:
            raise
        raise BranchMoved(
            "busy",
            _("Somebody else commits in this repository without a pause."),
            _("Nothing was changed. Try again in a while."),
        ) from None


def after_commit(place: Place) -> None:
    """What `git commit` does at last: the user's hook, which can not refuse any more."""
    _hook(place, "post-commit")


def tidy(root: Path) -> None:
    """Let git tidy its repository up, where that is due, behind us."""
    run_git(root, "maintenance", "run", "--auto", "--quiet")


def _is_there(hooks: Path, name: str) -> bool:
    return os.access(hooks / name, os.X_OK) and not (hooks / name).is_dir()


def _message(place: Place, plan: Plan, index: Path) -> Path:
    """The file with the message, after the hooks that may change it, where these look for it."""
    names = ("prepare-commit-msg", "commit-msg")
    has_hooks = any(_is_there(place.hooks, name) for name in names)
    message = place.git / "COMMIT_EDITMSG" if has_hooks else index.with_name("message")
    lines = "\n".join(f"{key}: {value}" for key, value in plan.trailers.items())
    message.write_text(f"{plan.subject}\n\n{lines}\n", "utf-8")
    if has_hooks:
        for name, more in zip(names, (["message"], []), strict=True):
            _run(place, name, str(message), *more, index=index)
        said = [line.rstrip() for line in message.read_text("utf-8", "surrogateescape").splitlines()]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(said)).strip("\n")
        if not text:
            raise Refused(
                "hook-failed",
                _("A git hook has left nothing of the message for the commit."),
                _("Nothing was changed. Mend what it names, then run this again."),
            )
        message.write_text(f"{text}\n", "utf-8", "surrogateescape")
    return message


def _run(place: Place, name: str, *arguments: str, index: Path) -> None:
    """Run a hook, if there is one.

    Raises:
        Refused: it said no; with its own words.
    """
    status, said = _hook(place, name, *arguments, index=index)
    if status:
        raise Refused(
            "hook-failed",
            "\n".join([_("A git hook refused the commit:"), *git_words(said)]),
            _("Nothing was changed. Mend what it names, then run this again."),
        )


def _hook(place: Place, name: str, *arguments: str, index: Path | None = None) -> tuple[int, str]:
    """Run a hook, if there is one, as `git commit` does: it says who the author is, and git's own parts are at hand."""
    if not _is_there(place.hooks, name):
        return 0, ""
    name_and_address, _sign, date = run_git(place.root, "var", "GIT_AUTHOR_IDENT")[1].strip().rpartition("> ")
    author, _sign, address = name_and_address.rpartition(" <")
    parts = run_git(place.root, "--exec-path")[1].strip()
    more = {
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": address,
        "GIT_AUTHOR_DATE": f"@{date}",
        "PATH": os.pathsep.join([parts, os.environ.get("PATH", os.defpath)]),
    }
    return run_hook(work_tree(place.root) or place.root, place.hooks / name, *arguments, index=index, more=more)
