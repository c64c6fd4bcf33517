"""Trying the guarantees, one after the other."""

from collections.abc import Generator
from pathlib import Path

from newsroom.desk.doctor.check import Check
from newsroom.desk.selftest.file_system import broken, file_system
from newsroom.desk.selftest.kills import kills
from newsroom.desk.selftest.many_hands import many_hands
from newsroom.desk.selftest.scratch import scratch
from newsroom.desk.selftest.stories import open_newsroom
from newsroom.errors import NewsroomError
from newsroom.locale import _
from newsroom.locale.notices import tell
from newsroom.storage.files import reason
from newsroom.storage.git_state import git_version
from newsroom.storage.newsroom import find_root


def selftest(folder: Path) -> Generator[Check, None, None]:
    """How each guarantee does on the file system of `folder`; close it, and what it has made is gone.

    It takes 10 to 20 seconds.
    """
    try:
        git_version(folder)
        with scratch(find_root(folder), folder) as place:
            tell(_("This takes 10 to 20 seconds. It is tried in {path}", path=place.folder))
            yield from file_system(place)
            failed = open_newsroom(place)
            if failed:
                message = _("No newsroom could be made for trying, {what}", what=failed)
                yield Check("selftest-newsroom", "problem", message, _("Run: newsroom doctor"))
                return
            tell(_("Several people file at once …"))
            yield from many_hands(place)
            tell(_("Commands are killed while they write …"))
            yield from kills(place)
    except NewsroomError as error:
        yield Check("selftest", "problem", error.message, error.help)
    except OSError as error:
        yield broken("selftest", _("This could not be done here: {why}.", why=reason(error)))
