"""Commands that are killed while they write, each followed by one that has to put things in order."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.desk.doctor.check import Check
from newsroom.desk.selftest.file_system import broken
from newsroom.desk.selftest.scratch import Ended, Scratch
from newsroom.desk.selftest.stories import (
    changing,
    filing,
    half_written,
    is_filed,
    is_rescued,
    not_in_order,
    not_staged,
    story,
)
from newsroom.locale import _
from newsroom.storage.journal import broken_off, has_any

if TYPE_CHECKING:
    from subprocess import Popen

_SECONDS, _LEAST, _MOST = 7, 6, 40  # how long it goes on, and how many kills
_PAUSE = 0.0005
_LONGER = 1.2  # than writing takes, so that some kills come too late


@dataclass(slots=True)
class _Found:
    """What became of the texts, and what was wrong, by the guarantee that does not hold then."""

    texts: Counter[str] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, faults: Iterable[str]) -> None:
        for fault in faults:
            self.faults.setdefault(name, fault)


def kills(scratch: Scratch) -> Iterator[Check]:
    """Whether nothing is half done, and nothing is lost."""
    if not hasattr(os, "killpg"):
        yield Check(
            "selftest-kills",
            "note",
            _("On this system it can not be tried what becomes of a change that is killed."),
            _("The other guarantees were tried."),
        )
        return
    found, number = _Found(), 0
    seconds, usual = _usual(scratch)
    if usual.code:
        yield broken("selftest-kills", _("A command failed, {what}", what=usual))
        return
    end = time.monotonic() + _SECONDS
    while number < _MOST and (number < _LEAST or time.monotonic() < end) and not found.faults:
        number += 1
        _kill_one(scratch, number, seconds, found)
    for name, holds in (
        ("selftest-whole", _("Killed {count} times while it wrote: no file is half written.", count=number)),
        (
            "selftest-texts",
            _(
                "Every text is there: {filed} filed, {rescued} rescued, {unbegun} not begun yet.",
                filed=found.texts["filed"],
                rescued=found.texts["rescued"],
                unbegun=found.texts["unbegun"],
            ),
        ),
        ("selftest-order", _("The next command put all in order: no lock is left, git finds nothing wrong.")),
        ("selftest-staged", _("What somebody else had staged is staged still.")),
    ):
        if fault := found.faults.get(name):
            yield broken(name, _("After a kill while it wrote: {why}.", why=fault))
        elif not found.faults:
            yield Check(name, "ok", holds)


def _usual(scratch: Scratch) -> tuple[float, Ended]:
    """How long a command writes, and some more; and how it ended."""
    process = scratch.start(*filing(scratch, story("常例")))
    _wait_until_it_writes(scratch, process)
    start = time.monotonic()
    ended = scratch.end(process)
    return _LONGER * (time.monotonic() - start), ended


def _kill_one(scratch: Scratch, number: int, seconds: float, found: _Found) -> None:
    one = story(f"中断-{number}")
    path, text, command = one.path, one.text, filing(scratch, one)
    if number % 3 == 0:  # an edit
        before = story("常例")
        path, text = before.path, f"headline: 改过-{number}\n"
        command = changing(before, f"改过-{number}")
    process = scratch.start(*command)
    _wait_until_it_writes(scratch, process)
    time.sleep(random.uniform(0, seconds))  # noqa: S311
    was_done = scratch.kill(process).code == 0
    was_begun = broken_off(scratch.private) is not None
    following = scratch.run(*filing(scratch, story(f"其后-{number}")))
    if following.code:
        found.note("selftest-order", [_("the next command failed, {what}", what=following)])
    found.note("selftest-whole", half_written(scratch))
    found.note("selftest-order", not_in_order(scratch))
    found.note("selftest-staged", not_staged(scratch))
    if is_filed(scratch, path, text):
        found.texts["filed"] += 1
    elif is_rescued(scratch, text):
        found.texts["rescued"] += 1
    elif was_done or was_begun:
        found.note("selftest-texts", [_("the text of {path} is neither filed nor rescued", path=path)])
    else:  # the text is with its author: nothing of it was taken over
        found.texts["unbegun"] += 1


def _wait_until_it_writes(scratch: Scratch, process: "Popen[str]") -> None:
    while process.poll() is None and not has_any(scratch.private):
        time.sleep(_PAUSE)
