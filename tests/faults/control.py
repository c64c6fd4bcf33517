"""The file by which a fault is told to all processes of a run, and by which they tell what they did; see `faults.c`."""

import mmap
import os
import shutil
import struct
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

_HEAD = struct.Struct("IIIIIi4072s")  # armed, kind, point, count, fired, group, root: `struct control`
_LINES, _LINE = 8192, 512


class Kind(IntEnum):
    """What happens at a call. Once, or at this call and all that come behind it, of this command."""

    COUNT = 0
    KILL = 1  # before the call is made, all processes of the command
    TORN = 2  # half of a write is made, then the kill; any other call is made, then the kill
    EIO_ONCE = 3
    ENOSPC_ONCE = 4
    EIO_ON = 5
    ENOSPC_ON = 6

    @property
    def kills(self) -> bool:
        return self in (Kind.KILL, Kind.TORN)


FAULTS: list[Kind] = [kind for kind in Kind if kind is not Kind.COUNT]


class Control:
    """The shared file. `path` goes into FAULTS of the environment of who is to be at fault."""

    def __init__(self, path: Path) -> None:
        size = _HEAD.size + _LINES * _LINE
        with path.open("a+b") as file:
            file.truncate(size)
            self._shared = mmap.mmap(file.fileno(), size)

    def arm(self, root: Path, kind: Kind, point: int, *, group: int = 0) -> None:
        """From here on the calls below `root` count, and the fault is to come at the one with the number `point`.

        A kill is one of the process group `group`, and in any case of the group of who made the call.
        """
        _HEAD.pack_into(self._shared, 0, 1, kind, point, 0, 0, group, os.fsencode(root.resolve()))

    def disarm(self) -> None:
        """From here on no call counts."""
        struct.pack_into("I", self._shared, 0, 0)

    @property
    def has_fired(self) -> bool:
        return bool(_HEAD.unpack_from(self._shared)[4])

    def calls(self) -> list[str]:
        """A line on each call that was counted: its name, and the paths below the root."""
        count = _HEAD.unpack_from(self._shared)[3]
        assert count <= _LINES, "more calls than the file has lines for"
        starts = [_HEAD.size + number * _LINE for number in range(count)]
        return [self._shared[at : at + _LINE].partition(b"\0")[0].decode(errors="replace") for at in starts]


def why_not() -> str:
    """Why there can be no faults on this machine; empty where there can be."""
    if sys.platform != "linux":
        return "faults are put in by LD_PRELOAD, as Linux has it"
    return "" if shutil.which("cc") else "no C compiler (cc), which makes the library that puts the faults in"


def build(folder: Path) -> Path:
    """Compile the library into `folder`."""
    library = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library
