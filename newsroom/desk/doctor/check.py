"""One thing that doctor looks at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from newsroom.locale import _, listed
from newsroom.storage.newsroom import Newsroom

State = Literal["ok", "note", "problem"]
_SHOWN = 3  # names in one line


@dataclass(frozen=True, slots=True)
class Mend:
    """What is safe to do about it: said, and done."""

    says: str
    does: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Check:
    """How one thing stands, by a stable name; `help` is what to type next."""

    name: str
    state: State
    message: str
    help: str = ""
    mend: Mend | None = None
    fixed: bool = False

    @property
    def way_out(self) -> str:
        """What to type next; for what was mended, what was done."""
        if self.mend is None:
            return self.help
        return _("newsroom doctor --fix: {what}", what=self.mend.says)

    def as_json(self) -> dict[str, object]:
        """The check as `doctor --json` has it."""
        return {
            "name": self.name,
            "state": self.state,
            "message": self.message,
            "help": self.way_out,
            "fixed": self.fixed,
        }


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What only the command line knows: which newsroom this is, the user's editor and terminal."""

    version: str
    editor: str
    encoding: str
    columns: int
    is_terminal: bool
    has_color: bool


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at: a folder, the newsroom that it lies in, if any, and the user's surroundings."""

    folder: Path
    newsroom: Newsroom | None
    surroundings: Surroundings


Look = Callable[[Patient], Iterator[Check]]
LookAtNewsroom = Callable[[Newsroom], Iterator[Check]]


def some(names: Sequence[str]) -> str:
    """The first of several names, and how many more there are."""
    shown, more = listed(names[:_SHOWN]), len(names) - _SHOWN
    return _("{names} and {count} more", names=shown, count=more) if more > 0 else shown
