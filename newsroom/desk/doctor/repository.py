"""The repository: whether git can commit in it, what holds it up, and what lies in it without being committed."""

import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from newsroom.desk.doctor.check import Check, Mend, State, some
from newsroom.errors import Refused
from newsroom.locale import _, plural
from newsroom.storage.git_state import (
    branch,
    complaint,
    has_many_commits,
    knows_paths_of_commits,
    note_paths_of_commits,
    remotes,
    setting,
    show_names_as_they_are,
    uncommitted,
)
from newsroom.storage.leftovers import OURS, Lock, locks
from newsroom.storage.newsroom import ISSUES, SETTINGS, TEMPLATES, Newsroom
from newsroom.storage.private import private_folder
from newsroom.storage.readiness import check_ready
from newsroom.storage.repository import is_repository
from newsroom.storage.turn import is_git_held

_MANY = 1000  # commits


def repository(newsroom: Newsroom) -> Iterator[Check]:
    """Whether a story can be committed."""
    try:
        check_ready(newsroom.root)
    except Refused as refusal:
        if refusal.code == "no-repository" and private_folder(newsroom.root):
            message = _("Git can not use the repository: {why}.", why=complaint(newsroom.root))
            help = _("Mend what it names, or clone the newsroom again and bring your files over.")
            yield Check("repository", "problem", message, help)
            return
        if refusal.code != "no-identity":  # which has a check of its own
            raise
    yield Check("repository", "ok", _("Stories are filed to the branch {branch}.", branch=branch(newsroom.root)))


def lock(newsroom: Newsroom) -> Iterator[Check]:
    """Locks of git's: as long as most of them lie there, nobody can commit. Of our own, `change` tells."""
    private = private_folder(newsroom.root)
    for found in locks(newsroom.root):
        if found.path.name == "index.lock" and private and is_git_held(private):
            continue
        made, path = f"{datetime.fromtimestamp(found.made):%Y-%m-%d %H:%M}", newsroom.relative(found.path)
        if found.is_fresh:
            if not found.is_of_tidying:
                message = _("Another git command is at work: {path}, since {when}.", path=path, when=made)
                yield Check("lock", "note", message, _("Wait until it is done, then run this again."))
            continue
        state: State = "problem" if found.stops_commits else "note"
        message = _("A git command was broken off, or has not ended: {path} is from {when}.", path=path, when=made)
        if found.is_stale:
            yield Check("lock", state, message, mend=_removal(found, path))
        else:
            help = _("End other git programs, also an open commit message. Then: {command}", command=_remove(path))
            yield Check("lock", state, message, help)


def _removal(found: Lock, path: str) -> Mend:
    return Mend(_("delete {path} (no git is at work here)", path=path), lambda: found.path.unlink(missing_ok=True))


def _remove(path: str) -> str:
    return shlex.join(["rm", path])


def file_names(newsroom: Newsroom) -> Iterator[Check]:
    """Whether git shows Chinese file names as they are; unless it is told to, it shows them as numbers."""
    root = newsroom.root
    if newsroom.paper.language.startswith("zh") and is_repository(root) and setting(root, "core.quotePath") != "false":
        says = _("git config core.quotePath false, in this repository")
        mend = Mend(says, lambda: show_names_as_they_are(root))
        yield Check("file-names", "note", _("Git shows Chinese file names as numbers."), mend=mend)


def remote(newsroom: Newsroom) -> Iterator[Check]:
    """Whether the copy is anywhere else than here."""
    known = remotes(newsroom.root)
    if known:
        yield Check("remote", "ok", _("The newsroom is shared with {names}.", names=some(list(known))))
    elif is_repository(newsroom.root):
        message = _("The newsroom is on this machine alone: git knows no other place.")
        yield Check("remote", "note", message, _("Tell it one: git remote add origin ADDRESS"))


def not_committed(newsroom: Newsroom) -> Iterator[Check]:
    """Files that were put there or changed by hand; whether they are wanted only people know."""
    try:
        found = uncommitted(newsroom.root, [ISSUES, TEMPLATES, SETTINGS])
    except Refused:  # no work tree, which the look at the repository says
        return
    files = [path for path in found if not PurePosixPath(path).name.startswith(OURS)]
    if files:
        message = plural(
            len(files),
            "{count} file is not committed: {names}.",
            "{count} files are not committed: {names}.",
            names=some(files),
        )
        yield Check(
            "not-committed", "note", message, _("Look at them: git status. Keep them: git add FILE; git commit")
        )


def history(newsroom: Newsroom) -> Iterator[Check]:
    """Whether git finds what happened to one story without looking at all that ever happened."""
    root = newsroom.root
    if is_repository(root) and has_many_commits(root, _MANY) and not knows_paths_of_commits(root):
        mend = Mend(_("have git note which files each commit touched"), lambda: note_paths_of_commits(root))
        yield Check("history", "note", _("The history is long: what happened to one story is found slowly."), mend=mend)
