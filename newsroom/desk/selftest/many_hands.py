"""Several people who file at the same time."""

from collections.abc import Iterator

from newsroom.desk.doctor.check import Check
from newsroom.desk.selftest.file_system import broken
from newsroom.desk.selftest.scratch import Scratch
from newsroom.desk.selftest.stories import filing, is_filed, not_in_order, not_staged, story
from newsroom.locale import _, plural

_HANDS, _EACH = 4, 3


def many_hands(scratch: Scratch) -> Iterator[Check]:
    """Whether each story is there that a command said it has filed, in a commit of its own."""
    faults = list(_faults(scratch))
    if faults:
        yield broken("selftest-hands", _("When {count} people file at once: {why}.", count=_HANDS, why=faults[0]))
    else:
        yield Check(
            "selftest-hands",
            "ok",
            _(
                "{count} people filed {stories} stories at once: each is there, in a commit of its own.",
                count=_HANDS,
                stories=_HANDS * _EACH,
            ),
        )


def _faults(scratch: Scratch) -> Iterator[str]:
    start = scratch.git("rev-parse", "HEAD").said.strip()
    filed = []
    for number in range(_EACH):
        stories = [story(f"同时-{number}-{hand}") for hand in range(_HANDS)]
        running = [scratch.start(*filing(scratch, one)) for one in stories]
        for one, process in zip(stories, running, strict=True):
            ended = scratch.end(process)
            if ended.code:
                yield _("A command failed, {what}", what=ended)
            else:
                filed.append(one)
    lost = [one for one in filed if not is_filed(scratch, one.path, one.text)]
    if lost:
        yield plural(
            len(lost),
            "{count} story is lost that was said to be filed: {path}",
            "{count} stories are lost that were said to be filed: {path} …",
            path=lost[0].path,
        )
    commits = scratch.git("log", "--format=%x00", "--name-only", f"{start}..HEAD").said.split("\0")[1:]
    if sorted(commit.split() for commit in commits) != sorted([one.path] for one in filed):
        yield _("there are {count} commits for {stories} stories", count=len(commits), stories=len(filed))
    yield from not_in_order(scratch)
    yield from not_staged(scratch)
