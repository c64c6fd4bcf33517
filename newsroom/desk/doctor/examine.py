"""Looking at everything, the most important first; and mending what is safe to mend."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from newsroom.desk.doctor import changes, files, machine, repository, rescued, unfinished
from newsroom.desk.doctor.check import Check, Look, LookAtNewsroom, Patient, Surroundings
from newsroom.errors import NewsroomError
from newsroom.locale import _
from newsroom.storage.files import reason
from newsroom.storage.newsroom import Newsroom, find_root

_T = TypeVar("_T")

_FIRST: tuple[Look, ...] = (machine.git, machine.identity)
_IN_NEWSROOM: tuple[LookAtNewsroom, ...] = (
    repository.repository,
    changes.change,
    rescued.rescued,
    repository.lock,
    files.settings,
    files.templates,
    files.issues,
    files.articles,
    unfinished.stories,
    unfinished.edits,
    unfinished.leftovers,
    repository.not_committed,
    repository.remote,
    repository.file_names,
    repository.history,
)
_LAST: tuple[Look, ...] = (machine.programs, machine.editor, machine.terminal, machine.fonts, machine.versions)


def examine(folder: Path, surroundings: Surroundings) -> Generator[Check, None, None]:
    """How everything stands that newsroom needs in `folder`; works where next to nothing does."""
    root = find_root(folder)
    newsroom = Newsroom(root) if root else None
    patient = Patient(root or folder, newsroom, surroundings)
    said = set[str]()
    for look in _FIRST:
        yield from _seen(look, patient, said)
    if newsroom:
        for look_in in _IN_NEWSROOM:
            yield from _seen(look_in, newsroom, said)
    else:
        message = _("{path} is not in a newsroom: no folder upward has a newsroom.yaml.", path=folder)
        yield Check("newsroom", "note", message, _("Go to the newsroom's folder, or make one: newsroom init"))
    for look in _LAST:
        yield from _seen(look, patient, said)


def mended(check: Check) -> Check:
    """The check after what is safe was done about it."""
    if check.mend is None:
        return check
    try:
        check.mend.does()
    except NewsroomError as error:
        return replace(check, help="\n".join(filter(None, (error.message, error.help))), mend=None)
    except OSError as error:
        return replace(check, help=_why(error), mend=None)
    return replace(check, state="ok", help=_("Done: {what}", what=check.mend.says), mend=None, fixed=True)


def _seen(look: Callable[[_T], Iterator[Check]], at: _T, said: set[str]) -> Iterator[Check]:
    """What a look finds. One that can not look says why, once: without git, most can not."""
    try:
        yield from look(at)
    except NewsroomError as error:
        if error.message not in said:
            said.add(error.message)
            yield Check(look.__name__.replace("_", "-"), "problem", error.message, error.help)
    except Exception as error:  # what one look stumbles over must not end the others: they are wanted where all is odd
        yield Check(look.__name__.replace("_", "-"), "problem", _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, NewsroomError):
        return error.message
    if isinstance(error, OSError) and error.filename:
        return _("{path} can not be used: {why}.", path=error.filename, why=reason(error))
    return _("This could not be looked at: {why}.", why=f"{type(error).__name__}: {error}")
