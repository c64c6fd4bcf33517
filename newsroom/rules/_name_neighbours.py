"""Which of very many names another one is a slip of the pen away from, without comparing it with each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_GAP = "\0"  # stands for whatever one character is


@dataclass(slots=True)
class Credited:
    """How often somebody is credited, in how many articles, and how the name is written."""

    name: str
    count: int = 0
    last: str = ""  # the path of the article that was counted last


class Neighbours:
    """Names that can be asked which of them is one character away: replaced, left out, added, or two swapped."""

    def __init__(self, names: Iterable[str]) -> None:
        """Learn the names; of those that are equally near the last one is told."""
        self._names: dict[str, str] = {}
        self._replaced: dict[str, str] = {}
        self._shorter: dict[str, str] = {}
        self._swapped: dict[str, str] = {}
        for name in names:
            self._names[name] = name
            for at in range(len(name)):
                self._replaced[_with_gap(name, at)] = name
                self._shorter[name[:at] + name[at + 1 :]] = name
            for swapped in _swaps(name):
                self._swapped[swapped] = name

    def of(self, name: str) -> Iterator[str]:
        """The names that are one character away from `name`; some may come twice."""
        for at in range(len(name)):
            yield from _known(self._replaced, _with_gap(name, at))
            yield from _known(self._names, name[:at] + name[at + 1 :])
        yield from _known(self._shorter, name)
        yield from _known(self._swapped, name)


def _known(names: dict[str, str], key: str) -> Iterator[str]:
    if key in names:
        yield names[key]


def _with_gap(name: str, at: int) -> str:
    return f"{name[:at]}{_GAP}{name[at + 1 :]}"


def _swaps(name: str) -> Iterator[str]:
    for at in range(len(name) - 1):
        if name[at] != name[at + 1]:
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
