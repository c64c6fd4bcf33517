"""What a headline or a caption says otherwise than the body: quantities, titles of works, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from newsroom.rules._quantities import (
    Quantity,
    all_values,
    chinese_quantities,
    english_quantities,
    is_slip,
    shown,
)

_LONGEST = 400  # characters of a headline or a caption
_MOST_TEXT = 30_000  # of a body; a longer one is no article
_MOST = 10  # of a sort that are looked at in a line

_HAN = r"[\u4e00-\u9fff]"
# Words that stand beside any number.
_COMMON = frozenset({
    "have", "been", "were", "that", "with", "from", "this", "will", "would", "after", "before", "over", "under",
    "about", "more", "than", "their", "them", "they", "said", "there", "which", "while", "when", "what", "into",
    "only", "also", "some", "other", "most", "first", "last", "next", "year", "years", "total", "the", "and",
    "for", "are", "was", "has", "had", "its", "his", "her",
})  # fmt: skip
_TITLE = r"《([^《》\n]{3,40})》"
_LATIN_NAME = r"(?<![\w’'-])[A-Z][a-z]{4,20}(?![\w-])"
_CALENDAR = frozenset({
    "January", "February", "March", "April", "August", "September", "October", "November", "December", "Monday",
    "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What stands in a line, and what the body has for it."""

    start: int
    end: int
    found: str
    body: str


def contradicting_quantities(line: str, body: str) -> Iterator[Contradiction]:
    """Quantities of a line that the body does not say, although it says another one in the same words.

    Precise ones are told of also where the body has nothing like them; their `body` is empty then.
    """
    if len(line) > _LONGEST or len(body) > _MOST_TEXT:
        return
    values: frozenset[float] | None = None
    sorts = [] if line.isascii() else [chinese_quantities]
    if " " in line and re.search("[a-z]{3}", line):
        sorts.append(english_quantities)
    for quantities in sorts:
        theirs: list[Quantity] | None = None
        for quantity in islice(quantities(line), _MOST):
            if quantity.value == 1 or line[quantity.start : quantity.end] in body:
                continue
            values = all_values(body) if values is None else values
            theirs = list(quantities(body)) if theirs is None else theirs
            alike = [it for it in theirs if it.unit == quantity.unit]
            values |= {it.value for it in alike}
            if _is_said(quantity, values) or _is_worked_out(quantity, alike):
                continue
            found = line[quantity.start : quantity.end]
            other = next((it for it in alike if _are_one(quantity, line, it, body)), None)
            if other:
                yield Contradiction(quantity.start, quantity.end, found, body[other.start : other.end])
            elif _is_precise(quantity) and not _is_sum(quantity.value, values):
                yield Contradiction(quantity.start, quantity.end, found, "")


def contradicting_titles(line: str, body: str) -> Iterator[Contradiction]:
    """Titles of works 《》 that the body has with one character otherwise, and never as the line has them."""
    if "《" not in line:
        return
    for match in islice(re.finditer(_TITLE, line[:_LONGEST]), _MOST):
        if match[1] not in body and len(body) <= _MOST_TEXT:
            for title in dict.fromkeys(re.findall(_TITLE, body)):
                if differ_by_one(match[1], title):
                    yield Contradiction(*match.span(), match[0], f"《{title}》")
                    break


def contradicting_words(line: str, body: str) -> Iterator[Contradiction]:
    """Latin names that the body has with one letter otherwise, and never as the line has them."""
    if not re.search("[A-Z][a-z]{4}", line):
        return
    names = [match for match in islice(re.finditer(_LATIN_NAME, line[:_LONGEST]), _MOST) if match[0] not in body]
    if len(body) > _MOST_TEXT:
        return
    # A name to the body: within a sentence, and never in small letters.
    names = [match for match in names if match[0] not in _CALENDAR and not _has_word(match[0].lower(), body)]
    known = dict.fromkeys(re.findall(rf"(?<=[a-z,] )({_LATIN_NAME})", body)) if names else ()
    for match in names:
        name = match[0]
        for other in known:
            if _is_name_slip(name, other) and not _has_word(other.lower(), body):
                yield Contradiction(*match.span(), name, other)
                break


def _has_word(word: str, text: str) -> bool:
    """Whether a word stands there by itself. No pattern: one for each name would drive all others out of memory."""
    at = text.find(word)
    while at >= 0:
        beside = text[max(0, at - 1) : at] + text[at + len(word) : at + len(word) + 1]
        if not any(letter.isalnum() or letter == "_" for letter in beside):
            return True
        at = text.find(word, at + 1)
    return False


def differ_by_one(one: str, other: str) -> bool:
    """Whether a single character is another, lost, or too many."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        return one[at + 1 :] == other[at + 1 :]
    shorter, longer = sorted((one, other), key=len)
    return shorter[at:] == longer[at + 1 :]


def _is_name_slip(one: str, other: str) -> bool:
    """Whether a letter differs, or two are exchanged, but not at the end, where words are inflected."""
    if one[:1] != other[:1] or other in _CALENDAR:
        return False
    if len(one) == len(other) and one[-1] == other[-1]:
        places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = len(places) == 2 and places[1] == places[0] + 1 and sorted(one) == sorted(other)
        return len(places) == 1 or exchanged
    return differ_by_one(one, other) and one[-2:] == other[-2:]


def _is_said(quantity: Quantity, values: frozenset[float]) -> bool:
    """Whether the body has that number, or one that is rounded to it."""
    value, room = quantity.value, quantity.step / 2
    if value >= 100 and not room:
        digits = shown(value)
        room = 10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2
    return value in values or any(abs(other - value) < room for other in values)


def _is_precise(quantity: Quantity) -> bool:
    """Whether nobody says such a number who has not got it from somewhere: 1340 cards."""
    return quantity.value >= 100 and quantity.value % 10 != 0 and not quantity.step


def _are_one(quantity: Quantity, line: str, other: Quantity, body: str) -> bool:
    """Whether two different quantities are meant to be one: the same word stands beside both."""
    (before, after), (their_before, their_after) = _beside(line, quantity), _beside(body, other)
    if after and after == their_after:
        return True
    if before and before == their_before and not (after and their_after):
        return True
    # Of long numbers, one that is a digit otherwise is that number mistyped.
    return quantity.value >= 1000 and is_slip([quantity.value], 0, other.value)


def _beside(text: str, quantity: Quantity) -> tuple[str, str]:
    """The words right before and right behind a quantity; in Chinese, the two characters."""
    before, after = text[max(0, quantity.start - 40) : quantity.start], text[quantity.end : quantity.end + 60]
    if quantity.is_chinese:
        sides = re.findall(rf"{_HAN}{{2}}$", before), re.findall(rf"\A{_HAN}{{2}}", after)
    else:
        near = before if before.endswith(" ") else ""
        words = re.findall(r"[a-z]{3,}", near.lower())[::-1], re.findall(r"\A(?: [a-z]+)+", after)
        sides = words[0][:1], words[1][0].split() if words[1] else []
    one, other = (next((word for word in words[:2] if word not in _COMMON), "") for words in sides)
    return one.removesuffix("s"), other.removesuffix("s")


def _is_worked_out(quantity: Quantity, others: list[Quantity]) -> bool:
    """Whether it is the sum or the difference of quantities that the body names."""
    values = {other.value for other in others}
    return abs(sum(values) - quantity.value) < 1e-6 or _is_sum(quantity.value, frozenset(values))


def _is_sum(value: float, values: frozenset[float]) -> bool:
    """Whether a value is the sum, the difference or the product of two others."""
    return any(value + one in values or value - one in values or (one > 1 and value / one in values) for one in values)
