"""Texts that were rescued from changes that came to nothing; put in again where nothing stands in their way."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from newsroom.desk.doctor.check import Check, Mend, some
from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.storage.change import commit_files
from newsroom.storage.journal import FileChange, Journal, content_file, drop
from newsroom.storage.newsroom import ISSUES, SETTINGS, Newsroom
from newsroom.storage.placing import check_unchanged
from newsroom.storage.recovery import newsroom_of
from newsroom.storage.rescued import Rescued, all_rescued, is_in_place, is_whole

_IN_THE_WAY = ("exists", "changed-meanwhile")
_ARTICLE = re.compile(rf"{ISSUES}/([^/]+)/articles/([^/]+)\.md")


def rescued(newsroom: Newsroom) -> Iterator[Check]:
    """Each text that was put aside, and whether it can be put in again."""
    for found in all_rescued(newsroom.root):
        path = newsroom.relative(found.folder)
        if found.journal is None:  # nobody can tell where it belongs: it is a hook's, or what says so is broken
            names = some(sorted(file.name for file in found.folder.iterdir()))
            message = _("Texts of a change that was taken back lie in {path}: {names}.", path=path, names=names)
            help = _("Look at them, and take out what you need. Then: {command}", command=_remove(path))
            yield Check("rescued", "note", message, help)
        else:
            yield _check(newsroom, found, found.journal)


def _check(newsroom: Newsroom, found: Rescued, journal: Journal) -> Check:
    root, path = newsroom_of(newsroom.root, journal), newsroom.relative(found.folder)
    message = _(
        "“{subject}” of {when} was broken off and taken back; its text is in {path}.",
        subject=journal.plan.subject,
        when=f"{found.when:%Y-%m-%d %H:%M}",
        path=path,
    )
    if why := _why_not(newsroom, root, journal):
        return Check("rescued", "note", message, "\n".join([why, *_by_hand(newsroom, root, journal)]))
    if all(is_in_place(root, file) for file in journal.files):
        says = _("delete {path}: all of it is in its place already", path=path)
    else:
        says = _("put it in again and commit it")
    return Check("rescued", "note", message, mend=Mend(says, lambda: _put_in(newsroom, root, journal)))


def _why_not(newsroom: Newsroom, root: Path, journal: Journal) -> str:
    """Why the change can not be done again by itself; empty where it can."""
    if not is_whole(journal):
        return _("Not all of it is there, so it can not be put in again by itself.")
    if not (root / SETTINGS).is_file():
        return _("There is no newsroom any more in {path}.", path=newsroom.relative(root))
    for file in journal.files:
        try:
            if not is_in_place(root, file):
                check_unchanged(root, file)
        except Refused as refusal:
            return refusal.message
    return ""


def _put_in(newsroom: Newsroom, root: Path, journal: Journal) -> None:
    """Do what is missing of the change by now; then what was rescued of it is of no use any more."""
    missing = [file for file in journal.files if not is_in_place(root, file)]
    if missing:
        try:
            commit_files(root, missing, journal.plan.subject, journal.plan.trailers)
        except Refused as refusal:
            if refusal.code not in _IN_THE_WAY:
                raise
            help = "\n".join(_by_hand(newsroom, root, journal))
            raise Refused(refusal.code, refusal.message, help) from None
    drop(journal.folder)


def _by_hand(newsroom: Newsroom, root: Path, journal: Journal) -> Iterator[str]:
    """What to type where a person has to look, and to decide."""
    for number, path in enumerate(journal.plan.paths):
        text, place = content_file(journal.folder, number, "after", path), root / path
        if not text.exists() or (place.exists() and is_in_place(root, FileChange(path, text.read_bytes()))):
            continue
        shown = newsroom.relative(text)
        article = _ARTICLE.fullmatch(path) if root == newsroom.root else None
        if not place.exists():
            copy = shlex.join(["cp", shown, newsroom.relative(place)])
            if not place.parent.exists():
                copy = f"{shlex.join(['mkdir', '-p', newsroom.relative(place.parent)])} && {copy}"
            yield _("Put it there by hand: {command}", command=copy)
        elif article:
            command = shlex.join(["newsroom", "article", "edit", f"{article[1]}/{article[2]}"])
            yield _("Take over from {path} what is missing: {command}", path=shown, command=command)
        else:
            command = shlex.join(["diff", newsroom.relative(place), shown])
            yield _("Look at the difference: {command}", command=command)
    yield _("Once you have all of it: {command}", command=_remove(newsroom.relative(journal.folder)))


def _remove(path: str) -> str:
    return shlex.join(["rm", "-r", path])
