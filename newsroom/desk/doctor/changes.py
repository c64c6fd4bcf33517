"""Who writes in the newsroom just now, and the change that was broken off."""

import os
import shlex
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from newsroom.desk.doctor.check import Check, Mend, some
from newsroom.locale import _
from newsroom.storage.journal import Journal, broken_off, has_any, never_begun, read
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.private import private_folder
from newsroom.storage.readiness import check_repository
from newsroom.storage.recovery import is_broken_off, newsroom_of, recover
from newsroom.storage.turn import git_lock, holder, is_free, turn


def change(newsroom: Newsroom) -> Iterator[Check]:
    """A change that is under way, or that was and will not end by itself."""
    private = private_folder(newsroom.root)
    if private is None:
        return
    closed = [path for path in (private, *private.glob("*")) if path.exists() and not os.access(path, os.W_OK)]
    if closed:  # as when somebody ran newsroom as root
        message = _("{path} is not yours to write in, so you can not file here.", path=newsroom.relative(closed[0]))
        help = _(
            "See whose it is; its owner can give it to you: {command}",
            command=shlex.join(["ls", "-ld", str(closed[0])]),
        )
        yield Check("change", "problem", message, help)
    elif not is_free(private):
        yield Check("change", "note", _at_work(private), _("Wait until it is done, then run this again."))
    elif is_broken_off(private):
        says = _("end it: finish it where it is committed, else take it back and put its text aside")
        yield Check(
            "change", "problem", _left(newsroom, private), mend=Mend(says, lambda: _end(newsroom.root, private))
        )


def _at_work(private: Path) -> str:
    now = holder(private)
    if now is None:
        return _("Somebody is writing in this newsroom just now.")
    return _(
        "{person} is writing in this newsroom just now: process {process}, since {when}.",
        person=now.person or _("Somebody"),
        process=now.process,
        when=clock(now.since),
    )


def _left(newsroom: Newsroom, private: Path) -> str:
    """What a change has left that was broken off."""
    folder = broken_off(private) or never_begun(private)
    if folder:
        journal = read(folder)
        if journal is None:
            path = newsroom.relative(folder)
            return _("A change was broken off; what it was can not be read: {path}", path=path)
        return _(
            "A change was broken off, “{subject}” of {when}: {paths}.",
            subject=journal.plan.subject,
            when=clock(journal.plan.made),
            paths=some(paths_of(newsroom, journal)),
        )
    if has_any(private):
        return _("A change is done, but was broken off when it cleared away.")
    now, path = holder(private), newsroom.relative(git_lock(private))
    if now is None:
        return _("newsroom was broken off and has left git's lock, with which nobody can commit: {path}", path=path)
    return _(
        "newsroom was broken off (process {process} of {person}, {when}) and has left git's lock, "
        "with which nobody can commit: {path}",
        process=now.process,
        person=now.person or "?",
        when=clock(now.since),
        path=path,
    )


def _end(root: Path, private: Path) -> None:
    check_repository(root)  # where git can say nothing, nobody knows whether it is committed
    with turn(private):
        recover(root, private)


def paths_of(newsroom: Newsroom, journal: Journal) -> list[str]:
    """The files of a change, as they are printed in `newsroom`."""
    root = newsroom_of(newsroom.root, journal)
    return [newsroom.relative(root / path) for path in journal.plan.paths]


def clock(seconds: float) -> str:
    """A time as it is shown; of today, only the hour."""
    when = datetime.fromtimestamp(seconds)
    is_today = when.date() == datetime.fromtimestamp(time.time()).date()
    return f"{when:%H:%M:%S}" if is_today else f"{when:%Y-%m-%d %H:%M}"
