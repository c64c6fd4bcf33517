"""What the file system has to be able to do for newsroom's guarantees to hold, each tried once."""

import os
import threading
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from newsroom.desk.doctor.check import Check
from newsroom.desk.selftest.scratch import Scratch
from newsroom.locale import _, spoken
from newsroom.storage.files import reason
from newsroom.storage.turn import is_free

# Holds a lock until it is killed, or says in the language that was given why it can not.
_HOLD = """\
import sys
from pathlib import Path
from newsroom.errors import NewsroomError
from newsroom.locale import speak
from newsroom.storage.turn import turn
speak(sys.argv[2])
try:
    with turn(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
except NewsroomError as error:
    print(error.message)
"""
_SIZE, _RENAMES = 2**18, 60  # bytes of a file, times that it is put in place
_LONGEST = "走" * 26 + "ab.md"  # 83 bytes, as long as the name of an article may be


def file_system(scratch: Scratch) -> Iterator[Check]:
    """Each thing that it has to be able to do."""
    yield from _tried("selftest-lock", _lock(scratch))
    for name, attempt in _ATTEMPTS.items():
        folder = scratch.folder / name
        folder.mkdir()
        yield from _tried(name, attempt(folder))


def broken(name: str, message: str) -> Check:
    """A guarantee that does not hold here."""
    return Check(
        name,
        "problem",
        message,
        _("Keep the newsroom on another disk, best one of this machine: here work could be lost."),
    )


def _tried(name: str, attempt: Iterator[Check]) -> Iterator[Check]:
    try:
        yield from attempt
    except OSError as error:
        yield broken(name, _("This could not be done here: {why}.", why=reason(error)))


def _lock(scratch: Scratch) -> Iterator[Check]:
    folder = scratch.folder / "turn"
    holder = scratch.start_python("-c", _HOLD, str(folder), spoken())
    said = holder.stdout.readline().strip() if holder.stdout else ""
    was_free = is_free(folder)
    ended = scratch.kill(holder)
    if said != "held":
        yield broken("selftest-lock", _("Nothing can be locked here: {why}.", why=(said or ended.said).rstrip(".")))
    elif was_free:
        yield broken("selftest-lock", _("A lock does not keep a second process out: two could write at once."))
    elif not is_free(folder):
        yield broken("selftest-lock", _("A lock stays when the one who holds it is killed: nobody could write then."))
    else:
        message = _("A lock keeps a second process out, and is gone when its holder is killed.")
        yield Check("selftest-lock", "ok", message)


def _create(folder: Path) -> Iterator[Check]:
    file = folder / "new"
    file.open("xb").close()
    try:
        file.open("xb").close()
    except FileExistsError:
        yield Check("selftest-create", "ok", _("A new file never takes the place of one that is there."))
    else:
        yield broken("selftest-create", _("A new file takes the place of one that is there."))


def _rename(folder: Path) -> Iterator[Check]:
    """A text that is put in place is read whole, the old one or the new one; who has the old one open keeps it."""
    if os.name == "nt":
        message = _("On this system a file that somebody reads can not be replaced: close it before you file.")
        yield Check("selftest-rename", "note", message, _("The other guarantees were tried."))
        return
    target, draft = folder / "text", folder / "draft"
    contents = [letter * _SIZE for letter in (b"a", b"b")]
    target.write_bytes(contents[0])
    wrong, over = list[str](), threading.Event()

    def read() -> None:
        while not over.is_set():
            try:
                if target.read_bytes() not in contents:
                    wrong.append(_("half a text was read"))
            except OSError as error:
                wrong.append(reason(error))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with target.open("rb") as opened:
            start = opened.read(1)
            for number in range(1, _RENAMES):
                draft.write_bytes(contents[number % 2])
                draft.replace(target)
            if start + opened.read() != contents[0]:
                wrong.append(_("an open file changed under its reader"))
    finally:
        over.set()
        reader.join()
    if wrong:
        yield broken("selftest-rename", _("A file can not be replaced at one stroke: {why}.", why=wrong[0]))
    else:
        yield Check("selftest-rename", "ok", _("A file is replaced at one stroke: nobody ever reads half a text."))


def _sync(folder: Path) -> Iterator[Check]:
    with (folder / "text").open("wb") as file:
        file.write(b"a" * _SIZE)
        file.flush()
        os.fsync(file.fileno())
    if os.name != "nt":  # which opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    yield Check("selftest-sync", "ok", _("What is written can be brought to the disk before it counts (fsync)."))


def _links(folder: Path) -> Iterator[Check]:
    file, link = folder / "text", folder / "link"
    file.write_bytes(b"a")
    try:
        os.link(file, link)
    except OSError:
        yield Check("selftest-links", "note", _("There are no hard links here; newsroom does without them."))
        return
    try:
        os.link(file, link)
    except FileExistsError:
        yield Check("selftest-links", "ok", _("There are hard links, and none takes the place of a file."))
    else:
        yield broken("selftest-links", _("A hard link takes the place of a file that is there."))


def _names(folder: Path) -> Iterator[Check]:
    (folder / _LONGEST).touch()
    for name in (unicodedata.normalize("NFC", "é-1"), unicodedata.normalize("NFD", "é-2")):
        (folder / name).touch()
        if name not in os.listdir(folder):  # noqa: PTH208
            message = _("The file system changes the names of files: {name} has other letters there.", name=name)
            help = _("newsroom reads both. For git: git config core.precomposeUnicode true")
            yield Check("selftest-names", "note", message, help)
    (folder / "Case").touch()
    if (folder / "case").exists():
        message = _("Capital letters do not part two names here: Case and case are one file.")
        yield Check("selftest-names", "note", message, _("Do not file two articles that differ in nothing else."))
    if _LONGEST in os.listdir(folder):  # noqa: PTH208
        yield Check("selftest-names", "ok", _("Files can have Chinese names, also the longest that newsroom makes."))
    else:
        yield broken("selftest-names", _("A file with a Chinese name gets another name."))


_ATTEMPTS: Mapping[str, Callable[[Path], Iterator[Check]]] = {
    "selftest-create": _create,
    "selftest-rename": _rename,
    "selftest-sync": _sync,
    "selftest-links": _links,
    "selftest-names": _names,
}
