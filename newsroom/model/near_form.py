"""A wording found again where a few of its characters were changed, lost or added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SHORTEST = 6  # characters; of a shorter wording, what differs by one is mostly another word
_LONG = 10  # from so many on two characters may differ, and one of them may be the first or the last
_MOST = 500  # times that an anchor is looked at; no article has it more often

Span = tuple[int, int]


def bigrams_of(text: str) -> list[str]:
    """Each two characters of `text` that follow each other, in order."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


@dataclass(frozen=True, slots=True)
class NearForm:
    """A wording to look for. However it is altered, one of its `anchors` is left as it was."""

    wording: str
    anchors: tuple[int, ...]
    bigrams: frozenset[str]

    @classmethod
    def of(cls, wording: str, frequency: Mapping[str, int]) -> "NearForm":
        """The wording with the rarest anchors that do not touch; one change can then spoil only one of them."""
        pairs = bigrams_of(wording)
        anchors: list[int] = []
        for at in sorted(range(len(pairs)), key=lambda at: frequency[pairs[at]]):
            if len(anchors) <= _allowed(wording) and all(abs(at - other) > 1 for other in anchors):
                anchors.append(at)
        return cls(wording, tuple(anchors), frozenset(pairs))

    def is_likely_in(self, bigrams: frozenset[str]) -> bool:
        """Whether a text of those bigrams has as many of this wording as its altered form has to have."""
        return len(self.bigrams & bigrams) >= len(self.bigrams) - 2 * _allowed(self.wording)

    def altered_in(self, text: str) -> Iterator[Span]:
        """Where in `text` the wording stands altered."""
        wording, seen = self.wording, set[int]()
        for anchor in self.anchors:
            pair = wording[anchor : anchor + 2]
            at, left = text.find(pair), _MOST
            while at >= 0 and left:
                left -= 1
                if not text.startswith(wording, at - anchor) or at < anchor:
                    span = self._around(text, at, anchor)
                    if span and span[0] not in seen:
                        seen.add(span[0])
                        yield span
                at = text.find(pair, at + 1)

    def _around(self, text: str, at: int, anchor: int) -> Span | None:
        """The altered wording whose anchor stands at `at`."""
        wording, allowed = self.wording, _allowed(self.wording)
        before = _matched(wording[:anchor][::-1], text[max(0, at - anchor - allowed) : at][::-1], allowed)
        if before is None:
            return None
        end = at + len(wording) - anchor + allowed
        after = _matched(wording[anchor + 2 :], text[at + 2 : end], allowed - before[0])
        if after is None or not before[0] + after[0]:
            return None
        span = at - before[1], at + 2 + after[1]
        return span if _is_altered(wording, text[slice(*span)]) else None


def _allowed(wording: str) -> int:
    return 2 if len(wording) >= _LONG else 1


def _matched(wording: str, text: str, allowed: int) -> tuple[int, int] | None:
    """How many changes make `wording` of how many first characters of `text`; None where it takes more than allowed."""
    same = 0
    while same < len(wording) and same < len(text) and wording[same] == text[same]:
        same += 1
    if same == len(wording):
        return 0, same
    if not allowed:
        return None
    best: tuple[int, int] | None = None
    for of_wording, of_text in ((1, 1), (1, 0), (0, 1)):  # another character, one that is lost, one too many
        if same + of_text <= len(text):
            rest = _matched(wording[same + of_wording :], text[same + of_text :], allowed - 1)
            if rest and (best is None or rest[0] + 1 < best[0]):
                best = rest[0] + 1, rest[1] + same + of_text
    return best


def _is_altered(wording: str, found: str) -> bool:
    """Whether `found` is meant to be the wording: it differs in more than marks, and begins and ends like it.

    At its ends a change is most likely another phrase that the wording is a part of.
    """
    if _letters(wording) == _letters(found):
        return False
    return _ends_alike(wording, found) and _ends_alike(wording[::-1], found[::-1])


def _ends_alike(wording: str, found: str) -> bool:
    if found[:1] == wording[:1]:
        return True
    return len(wording) >= _LONG and found[1:2] == wording[1:2] and found[0].isalnum()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
