"""Going on with a story that was left unfinished: offered, asked for, or thrown away."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from newsroom.cli.filing.answer_log import AnswerLog, new_log, unfinished
from newsroom.cli.kept_words import kept_is_said, since
from newsroom.cli.screen import is_interactive, say
from newsroom.errors import Refused, UsageError
from newsroom.locale import _, plural
from newsroom.storage.kept import Kept
from newsroom.storage.newsroom import Newsroom


@contextmanager
def opened_log(newsroom: Newsroom, flags: Mapping[str, Any], *, resume: bool, discard: bool) -> Iterator[AnswerLog]:
    """The log of the story in hand: an unfinished one where the reporter goes on with it, else a new one.

    Whatever ends the story too early says that it is kept.

    Raises:
        UsageError: both `resume` and `discard`. Refused: there is nothing to resume.
    """
    log = _chosen(newsroom, flags, resume=resume, discard=discard)
    try:
        with kept_is_said(lambda: log.is_kept, way_on()):
            yield log
    finally:
        log.release()


def way_on() -> str:
    """How to go on with a story that was left."""
    return _("What you typed is kept. To go on: newsroom article add --resume")


def _chosen(newsroom: Newsroom, flags: Mapping[str, Any], *, resume: bool, discard: bool) -> AnswerLog:
    if resume and discard:
        raise UsageError("usage", _("--resume and --discard exclude each other."), _("Give one of them."))
    stories = unfinished(newsroom.root) if resume or discard or is_interactive() else []
    chosen: AnswerLog | None = None
    try:
        chosen = _one_of(stories, resume=resume, discard=discard)
    finally:
        for _kept, log in stories:
            if log is not chosen:
                log.release()
    if chosen is None:
        return new_log(newsroom.root, flags)
    chosen.flags |= flags
    return chosen


def _one_of(stories: list[tuple[Kept, AnswerLog]], *, resume: bool, discard: bool) -> AnswerLog | None:
    if discard:
        for _kept, log in stories:
            log.drop()
        say(plural(len(stories), "{count} unfinished story thrown away.", "{count} unfinished stories thrown away."))
    elif resume and not stories:
        raise Refused("nothing-kept", _("There is no unfinished story here."), _("Begin one: newsroom article add"))
    elif resume:
        return stories[0][1]
    elif stories:
        return _offered(stories)
    return None


def _offered(stories: list[tuple[Kept, AnswerLog]]) -> AnswerLog | None:
    """The story that the reporter goes on with; None for a new one."""
    from newsroom.cli import prompts

    if len(stories) == 1:
        [(kept, log)] = stories
        say(_("A story was not finished: {story}.", story=_in_short(kept, log)))
        choices: list[tuple[str, object]] = [(_("go on"), log), (_("write a new one"), None)]
        choices.append((_("throw it away"), ...))
    else:
        say(_("{count} stories were not finished.", count=len(stories)))
        choices = [(_in_short(kept, log), log) for kept, log in stories]
        choices += [(_("write a new one"), None), (_("throw them away"), ...)]
    with prompts.on_terminal():
        chosen = prompts.choice(_("Go on?"), choices)
    if chosen is ...:
        for _kept, log in stories:
            log.drop()
    return chosen if isinstance(chosen, AnswerLog) else None


def _in_short(kept: Kept, log: AnswerLog) -> str:
    when = since(kept.when)
    done = plural(len(log.fields), "{count} answer", "{count} answers")
    if log.title:
        return _("“{title}” ({when}, {done})", title=log.title, when=when, done=done)
    return _("one from {when} ({done})", when=when, done=done)
