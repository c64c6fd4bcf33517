"""The one function that writes: files and a commit, whole or not at all, whatever breaks off on the way.

The journal says beforehand what is going to be done. Whether it was done is whether its commit is there: so a change
ends in the same way after an error, after Ctrl-C, and when the next command finds what a killed one has left.
"""

import secrets
import shlex
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.locale.notices import tell
from newsroom.model.text import one_line
from newsroom.storage import own_index
from newsroom.storage.commit import BranchMoved, Place, after_commit, hooks_folder, make_commit, move_branch, tidy
from newsroom.storage.files import reason
from newsroom.storage.journal import FileChange, Journal, Plan, begin, broken_off, drop_rest, end, note_commit
from newsroom.storage.leftovers import clear_ref_locks, git_kept_a_lock
from newsroom.storage.paths import check_new_path
from newsroom.storage.placing import check_unchanged, missing_folders, mode_of, put_in_place
from newsroom.storage.private import private_folder, work_tree
from newsroom.storage.readiness import check_not_unfinished, check_ready
from newsroom.storage.recovery import finish, is_committed, not_ended, recover, roll_back
from newsroom.storage.repository import head
from newsroom.storage.turn import hold_git, let_git_go, turn
from newsroom.storage.versions import in_commit

__all__ = ["FileChange", "commit_files"]

_ATTEMPTS = 20


def commit_files(root: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]) -> str:
    """Write `changes` and commit them, whole or not at all; the commit's id.

    Only these paths are committed: whatever else is staged or edited stays as it was. Hooks, signing, filters and
    attributes are honoured. Who else is at work is waited for.

    Raises:
        Refused: the repository is in no state for it, somebody is at work and does not end, a path is unsafe, a file
            is not what `before` says, or a hook or signing failed. Nothing is changed then.
    """
    private = private_folder(root)
    if private is None:
        check_ready(root)
        raise Refused("no-repository", _("{path} is not in a git repository.", path=root), _("Run: newsroom doctor"))
    with turn(private):
        try:
            check_ready(root)
            recover(root, private)
            hold_git(private)
            check_not_unfinished(private.parent)  # while one waited
            place = Place(root, private.parent, hooks_folder(root))
            commit = _change_at_last(place, private, changes, subject, trailers)
        except OSError as error:
            raise Refused(
                "not-written",
                _("{path} can not be written: {why}.", path=error.filename or private, why=reason(error)),
                _("Nothing was changed. See to it, then run this again."),
            ) from None
        finally:
            if not broken_off(private):  # else git is held until the next command has ended it
                with suppress(OSError):
                    drop_rest(private)
                with suppress(OSError):
                    let_git_go(private)
    with _interrupts_held():
        after_commit(place)
    return commit


def _change_at_last(
    place: Place, private: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]
) -> str:
    """Begin again where somebody else moved the branch in the meantime, as a commit may that began before."""
    for _again in range(_ATTEMPTS):
        with suppress(BranchMoved):
            return _attempt(place, private, changes, subject, trailers)
    return _attempt(place, private, changes, subject, trailers)


def _attempt(
    place: Place, private: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]
) -> str:
    for change in changes:
        check_new_path(place.root, change.path)
        check_unchanged(place.root, change)
    plan = _plan(place.root, changes, subject, trailers)
    _check_not_committed(place.root, plan.head, [change.path for change in changes if change.before is None])
    with _interrupts_held() as interrupted:
        return _change(place, private, plan, changes, interrupted)


def _check_not_committed(root: Path, commit: str, new: Sequence[str]) -> None:
    """See that no file comes up in the place of one that is not here, but in the last commit.

    Raises:
        Refused: one would.
    """
    for path in sorted(in_commit(root, commit, new)):
        raise Refused(
            "exists",
            _("{path} is not here, but in the last commit.", path=path),
            _("Nothing was overwritten. Bring it back: git restore -- {path}", path=shlex.quote(path)),
        )


def _plan(root: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]) -> Plan:
    return Plan(
        id=secrets.token_hex(4),
        root=root.relative_to(work_tree(root) or root).as_posix(),
        subject=one_line(subject),
        trailers={key: one_line(value) for key, value in trailers.items()},
        head=head(root),
        made=time.time(),
        paths=[change.path for change in changes],
        removed=[change.path for change in changes if change.after is None],
        modes=[mode_of(root, change) for change in changes],
        folders=missing_folders(root, changes),
    )


def _change(place: Place, private: Path, plan: Plan, changes: Sequence[FileChange], interrupted: Sequence[int]) -> str:
    root, git = place.root, place.git
    journal = begin(private, plan, changes)
    commit = ""
    try:
        put_in_place(root, journal)
        own_index.fill(root, git, journal)
        commit = make_commit(place, plan, journal.index)
        note_commit(journal, commit)
        # Before the branch: whoever sees the new commit has to see the new index, or he would commit the old one.
        own_index.switch(root, git, journal, commit)
        move_branch(root, commit, plan.head, plan.subject)
    except BaseException:
        if not _is_committed_after_all(root, private, journal):
            if interrupted:  # git was, too, and gave up
                raise KeyboardInterrupt from None
            raise
    tidy(root)
    with suppress(OSError):
        if git_kept_a_lock(git):  # it goes on where it can not delete its own
            clear_ref_locks(root, plan.made)
        finish(root, journal)
    if broken_off(private):
        tell(_("It is filed, but the disk fails. What is left over, the next command clears away."))
    return commit


def _is_committed_after_all(root: Path, private: Path, journal: Journal) -> bool:
    """Whether a change that failed was committed all the same; else it is taken back.

    Raises:
        Refused: it can not be taken back now; the next command does it.
    """
    try:
        clear_ref_locks(root, journal.plan.made)
        if is_committed(root, journal):
            return True
        roll_back(root, private, journal, at_once=True)
        end(journal)
    except OSError as error:
        if broken_off(private):
            raise not_ended(private, error) from None
    return False


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
