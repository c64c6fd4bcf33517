"""Whether git can commit here; asked before anyone types a story, and again before anything is written."""

import os
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _, listed
from newsroom.storage.repository import run_git

# By these a shell or a hook sends git to another repository, work tree or index than that of the folder.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")

# What git leaves in its folder while it is in the middle of something.
_UNFINISHED_WORDS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
}


def check_ready(root: Path) -> None:
    """See that git can commit here, before anyone types a story.

    Raises:
        Refused: no git, no repository, another one by the environment, bare, read-only, no branch, something
            unfinished, or nobody to commit as.
    """
    elsewhere = [name for name in _ELSEWHERE if name in os.environ]
    if elsewhere:
        raise Refused(
            "foreign-repository",
            _("{names} is set: git would write to another place than this newsroom.", names=listed(elsewhere)),
            _("Take it away: unset {names}", names=" ".join(elsewhere)),
        )
    bare, inside, git_dir, branch = check_repository(root)
    if bare == "true" or inside != "true":
        raise Refused(
            "bare-repository", _("This repository has no work tree."), _("Clone it, and work in the clone: git clone")
        )
    if not os.access(git_dir, os.W_OK):
        raise Refused(
            "read-only-repository",
            _("{path} can only be read: nothing can be committed here.", path=git_dir),
            _("See that it is yours to write in: ls -ld {path}", path=git_dir),
        )
    check_not_unfinished(Path(git_dir))
    # Before the first commit only symbolic-ref knows the branch.
    if not branch.startswith("refs/") and run_git(root, "symbolic-ref", "--quiet", "HEAD")[0]:
        raise Refused(
            "detached-head",
            _("Git is not on a branch (detached HEAD), a commit would be lost."),
            _("Go to your branch: git switch main, or make one here: git switch -c NAME"),
        )
    check_identity(root)


def check_repository(root: Path) -> tuple[str, str, str, str]:
    """See that there is a repository here.

    Whether it is bare, whether `root` is in its work tree, git's folder, and the full name of the branch, or another
    text where there is none or no commit on it yet: to ask git once for all of it spares starting it again.

    Raises:
        Refused: there is none, or git does not trust it.
    """
    where = ("--is-bare-repository", "--is-inside-work-tree", "--absolute-git-dir", "--symbolic-full-name", "HEAD")
    _status, out, err = run_git(root, "rev-parse", *where)
    lines = out.splitlines()
    if len(lines) < len(where) - 1:
        if "dubious ownership" in err:
            raise Refused(
                "not-your-repository",
                _("Git does not trust {path}: somebody else owns it.", path=root),
                _("If you do: git config --global --add safe.directory '{path}'", path=root),
            )
        raise Refused(
            "no-repository",
            _("{path} is not in a git repository.", path=root),
            _("Make it one: git init, or newsroom init in a new folder."),
        )
    bare, inside, git_dir, branch = lines[:4]
    return bare, inside, git_dir, branch


def check_not_unfinished(git: Path) -> None:
    """See that git, whose folder that is, is not in the middle of something.

    Raises:
        Refused: it is.
    """
    for name, what in _UNFINISHED_WORDS.items():
        if (git / name).exists():
            verb = what.split()[1]
            raise Refused(
                f"unfinished-{verb}",
                _("Git is in the middle of {what}.", what=_(what)),
                _("Finish it (git status says how) or leave it: {command}", command=_way_out(verb)),
            )


def _way_out(verb: str) -> str:
    return "git bisect reset" if verb == "bisect" else f"git {verb} --abort"


def check_identity(root: Path) -> None:
    """See that git knows who commits.

    Raises:
        Refused: it does not.
    """
    for role in ("GIT_COMMITTER_IDENT", "GIT_AUTHOR_IDENT"):
        if run_git(root, "var", role)[0]:
            raise Refused(
                "no-identity",
                _("Git does not know who you are."),
                _('Tell it once: git config --global user.name "Name"; git config --global user.email you@example.com'),
            )
