"""Which change an undo takes back: one that is named, else the newest of this person that still stands.

What was taken back already is known by its content, which a rebase leaves as it is, and not by ids.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsroom.desk.article_log import UNDO
from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.text import one_line
from newsroom.storage.git_state import author_address
from newsroom.storage.history import (
    Commit,
    FileRecord,
    commit_that_begins,
    is_cut_off,
    is_in_history,
    later_commits,
    own_changes,
    whole,
)
from newsroom.storage.readiness import check_identity

START = "init"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A change, its files, and the commits after it that changed the same files, newest first."""

    commit: Commit
    files: Sequence[FileRecord]
    later: Sequence[Commit]


def choose_change(root: Path, named: str | None) -> Chosen:
    """The change of that commit, else the newest of this person's that was not taken back.

    Raises:
        Refused: there is none, or it is none that can be taken back.
    """
    return _newest(root) if named is None else _named(root, named)


def undo_subject(commit: Commit) -> str:
    """The subject of the commit that takes this one back."""
    return one_line(f"Undo: {commit.subject}")


def plain_files(commit: Commit) -> list[FileRecord]:
    """The files of a commit, each by itself: what moved went in one place and came in another."""
    files = list[FileRecord]()
    for file in commit.files:
        if file.was:
            files += [FileRecord("D", file.was, "", file.before), FileRecord("A", file.path, "", "", file.after)]
        else:
            files.append(file)
    return files


def _newest(root: Path) -> Chosen:
    address = author_address(root)
    if not address:
        check_identity(root)
    with closing(own_changes(root, address)) as commits:
        for commit in commits:
            if commit.action in (UNDO, START):
                continue
            chosen = _with_later(root, commit)
            if _taken_back_by(chosen) is None:
                return chosen
    raise Refused(
        "nothing-to-undo",
        _("There is no change of yours ({address}) to take back.", address=address),
        _("Others' are named by their commits: newsroom log --json has them; then newsroom undo COMMIT"),
    )


def _named(root: Path, named: str) -> Chosen:
    beginning = named.lower()
    commit_id = commit_that_begins(root, beginning) if re.fullmatch("[0-9a-f]{4,64}", beginning) else ""
    if not commit_id or not is_in_history(root, commit_id):
        raise _refused("no-such-change", _("There is no commit {name} on this branch, or more than one.", name=named))
    commit = whole(root, commit_id, ".")
    if commit and commit.parents > 1:
        raise _refused("merge", _("{commit} is a merge: what it brought is taken back one by one.", commit=named))
    if commit is None or not commit.action:
        raise _refused("not-a-change", _("{commit} is not a change that newsroom made.", commit=named))
    if commit.action == START:
        raise _refused("start-of-newsroom", _("{commit} started the newsroom: it can not be taken back.", commit=named))
    chosen = _with_later(root, commit)
    by = _taken_back_by(chosen)
    if by is not None:
        raise Refused(
            "already-undone",
            _("{commit} was taken back already: “{subject}”.", commit=named, subject=by.subject),
            _("To bring it back: newsroom undo {commit}", commit=by.id[:10]),
        )
    return chosen


def _refused(code: str, message: str) -> Refused:
    return Refused(code, message, _("See which there are: newsroom log --json"))


def _with_later(root: Path, commit: Commit) -> Chosen:
    if is_cut_off(root, commit):
        raise Refused(
            "shallow",
            _("What was there before {commit} is not in this clone: it is a shallow one.", commit=commit.id[:10]),
            _("Fetch it: git fetch --unshallow"),
        )
    files = plain_files(commit)
    return Chosen(commit, files, _standing(later_commits(root, commit.id, [file.path for file in files])))


def _standing(commits: Iterable[Commit]) -> list[Commit]:
    """Those commits, newest first, but for pairs of one and the other that took it back."""
    standing = list[Commit]()
    for commit in commits:
        by = next((other for other in standing if _takes_back(other, commit)), None)
        if by is None:
            standing.append(commit)
        else:
            standing.remove(by)
    return standing


def _taken_back_by(chosen: Chosen) -> Commit | None:
    return next((other for other in chosen.later if _takes_back(other, chosen.commit)), None)


def _takes_back(later: Commit, commit: Commit) -> bool:
    """Whether `later` undoes `commit`, all of it or all but some photos; `git revert` counts, too."""
    if later.subject not in (undo_subject(commit), f'Revert "{commit.subject}"'):
        return False
    turned_round = {(file.path, file.after, file.before) for file in plain_files(commit)}
    return {(file.path, file.before, file.after) for file in plain_files(later)} <= turned_round
