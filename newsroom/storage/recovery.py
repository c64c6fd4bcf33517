"""How a change ends: finished where its commit is there, else taken back; also one that was broken off."""

import os
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _, listed
from newsroom.locale.notices import tell
from newsroom.storage.files import reason
from newsroom.storage.journal import (
    Journal,
    broken_off,
    drop_all_but_contents,
    drop_rest,
    end,
    has_any,
    never_begun,
    noted_commit,
    read,
)
from newsroom.storage.leftovers import clear_ref_locks
from newsroom.storage.own_index import switch_back
from newsroom.storage.placing import drop_drafts, drop_empty_folders, take_back
from newsroom.storage.private import private_folder, work_tree
from newsroom.storage.readiness import check_ready
from newsroom.storage.repository import head, require_git
from newsroom.storage.rescued import put_aside, rescue_folder
from newsroom.storage.turn import is_free, is_git_held, let_git_go, turn
from newsroom.storage.versions import as_committed


def ready_to_write(root: Path) -> None:
    """See that git can commit here, before anyone types a story; first end what was broken off.

    Raises:
        Refused: it can not.
    """
    check_ready(root)
    end_broken_off(root)


def end_broken_off(root: Path) -> None:
    """End what was broken off, unless somebody is at work there now.

    Raises:
        Refused: it can not be ended, since the disk or git fails.
    """
    private = private_folder(root)
    if private and is_broken_off(private) and is_free(private):
        with turn(private):
            recover(root, private)


def is_broken_off(private: Path) -> bool:
    """Whether a change was broken off, or is under way."""
    return has_any(private) or is_git_held(private)


def recover(root: Path, private: Path) -> None:
    """In one's turn: end what was broken off, and say what became of it.

    Raises:
        Refused: it can not be ended, since the disk or git fails.
    """
    if not is_broken_off(private):
        return
    try:
        if folder := broken_off(private):
            _end_broken_off(root, private, folder)
        if (folder := never_begun(private)) and (journal := read(folder)):
            _rescue(root, private, journal)
        drop_rest(private)
        let_git_go(private)
    except OSError as error:
        raise not_ended(private, error) from None


def newsroom_of(root: Path, journal: Journal) -> Path:
    """The newsroom that a change was made in: there may be several in the repository of `root`."""
    return (work_tree(root) or root) / journal.plan.root


def not_ended(private: Path, error: OSError) -> Refused:
    """The refusal of a change that can be neither finished nor taken back now."""
    return Refused(
        "not-recovered",
        _("A change was broken off and can not be brought to an end: {why}.", why=reason(error)),
        _("Nothing is lost, it lies in {path}. See to the disk, then run: newsroom doctor --fix", path=private),
    )


def finish(root: Path, journal: Journal) -> None:
    """Forget a change that is committed. Git's index is in place already: it goes there before the branch moves.

    Raises:
        OSError: the disk fails; it can be done again.
    """
    drop_drafts(root, journal)
    drop_empty_folders(root, journal)
    end(journal)


def roll_back(root: Path, private: Path, journal: Journal, *, at_once: bool = False) -> None:
    """Bring files and index back to what they were, and tell what somebody made of the files meanwhile.

    `at_once`, that was a hook, as good as always: what it made is put aside. Later it may be anybody's work: it stays,
    and so do files that somebody has committed as they are.

    Raises:
        OSError, Refused: the disk or git fails; it can be done again.
    """
    switch_back(private.parent, journal)
    if at_once:
        folder = rescue_folder(private, journal.plan.id)
        if changed := take_back(root, journal, aside=folder):
            paths, where = listed(changed), os.path.relpath(folder, root)
            tell(_("{paths} was changed meanwhile; that text is in {folder}", paths=paths, folder=where))
        return
    settled = as_committed(root, journal.plan.paths) if head(root) != journal.plan.head else set()
    if changed := take_back(root, journal, settled=settled):
        tell(_("{paths} was changed meanwhile, and stays as it is now.", paths=listed(changed)))


def is_committed(root: Path, journal: Journal) -> bool:
    """Whether a branch has the change's commit; also one that somebody has left since.

    Raises:
        Refused: git can not say.
    """
    commit = noted_commit(journal)
    return bool(commit and require_git(root, "for-each-ref", "--count=1", "--contains", commit, "refs/heads"))


def _end_broken_off(root: Path, private: Path, folder: Path) -> None:
    journal = read(folder)
    if journal is None:
        where = put_aside(private, folder, "unknown")
        tell(_("What a broken change has left can not be read. It lies in {path}", path=os.path.relpath(where, root)))
        return
    root = newsroom_of(root, journal)
    clear_ref_locks(root, journal.plan.made)
    if not is_committed(root, journal):
        roll_back(root, private, journal)
        _rescue(root, private, journal)
        return
    finish(root, journal)
    subject = journal.plan.subject
    tell(_("A change was broken off when it was committed; it is finished now: {subject}", subject=subject))


def _rescue(root: Path, private: Path, journal: Journal) -> None:
    """Put aside what somebody wrote in a change that came to nothing."""
    where = None
    if any(file.after is not None for file in journal.files):
        drop_all_but_contents(journal.folder)
        where = put_aside(private, journal.folder, journal.plan.id)
    else:
        end(journal)
    tell(_("A change was broken off and is taken back: {subject}", subject=journal.plan.subject))
    if where:
        tell(_("Its text is in {path}. To put it in again: newsroom doctor --fix", path=os.path.relpath(where, root)))
