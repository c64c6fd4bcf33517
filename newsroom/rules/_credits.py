"""Whom a text credits, and how two spellings of a person compare: what the rules about credits share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsroom.model.credit import FAMILY_NAMES, Credit, is_han, is_known_role, own_role, parse_credits

PHOTO_ROLES = ("摄", "图", "hoto")  # a role with one of these in it is of pictures

_DOTS = str.maketrans("•・‧∙・", "·····")
_HOUSES = "社报网台局区队院校馆部委办会站所厅处团司"  # how bodies end that are no person
_LATIN = r"[^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){1,5}"
_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von", "y"))
_OF_BODIES = frozenset(("The", "Press", "News", "Staff", "Service", "Bureau", "Department", "Agency", "Library"))
_LONGEST = 40  # characters of a name
_LONGEST_CREDITS = 300
_HEAD = 400  # so far in the body, in characters, a byline may stand
_HEAD_LINES = 3
_TAIL = 120
_LONGEST_LINE = 60
_ORNAMENTS = "□■●○◎◇◆▲△★☆*_ \t\u3000"
_REPORTING = r"本报讯\s{1,3}([^，。；：！？（(]{2,40}?)报道"
_OPENING = r"(?:本报|[^\s，。（(]{2,6}社)(?:[^（(，。]{0,24}[讯电])?\s*([（(][^（）()]{2,60}[）)])"
_CLOSING = r"[（(][^（）()\n]{2,40}[）)]\Z"
_SENTENCE = "。，！？；“”：.!?;"
_BY_LINE = r"(?i:by) [A-Z].{2,100}(?<![.!?:;])"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text, from the offset `start` on."""

    start: int
    text: str

    def of(self, name: str) -> tuple[int, int]:
        """From where to where a name stands in it, however it is spaced; all of it where it does not."""
        letters = [re.escape(letter) for letter in name if not letter.isspace()]
        found = re.search(r"\s*".join(letters), self.text)
        start, end = found.span() if found else (0, len(self.text))
        return self.start + start, self.start + end


def person(name: str) -> str:
    """The person of a name, however it is spelt: 张三 for 张 三, jane doe for JANE  DOE."""
    if name.isalpha() and not name.isascii():
        return name
    words = name.translate(_DOTS).split()
    return "".join(words) if any(map(is_han, name)) else " ".join(words).casefold().rstrip(".")


def people(credits: Iterable[Credit]) -> dict[str, Credit]:
    """Credits by the person, those without a name left out."""
    return {person(credit.name): credit for credit in credits if credit.name}


def surely_credits(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    """The credits that a text says, or none where part of it may be something else than a person in a role."""
    credits = parse_credits(text, roles) if len(text) <= _LONGEST_CREDITS else ()
    return credits if all(_is_person(credit, text) for credit in credits) else ()


def roles_differ(one: Credit, other: Credit) -> bool:
    """Whether two credits of a person say another role, whoever lends the person."""
    return bool(one.role and other.role) and own_role(one.role) != own_role(other.role)


def contradicts(printed: Credit, ours: Credit, roles: Sequence[str]) -> bool:
    """Whether a printed credit gives a person another role than the byline: not just a longer one, nor a place."""
    if not roles_differ(printed, ours) or is_known_role(printed.role, roles):
        return roles_differ(printed, ours)
    return not printed.role.endswith(ours.role) and not printed.role.isascii()


def is_body(name: str) -> bool:
    """Whether a Chinese name is that of an office, a paper, a school rather than a person's."""
    return name[-1:] in _HOUSES


def says_just(text: str, byline: Sequence[Credit]) -> bool:
    """Whether a text is that byline and nothing else, written as nearly all are: it need not be read."""
    rest, role = text, ""
    for credit in byline:
        said = credit.name if credit.role == role else f"{credit.role} {credit.name}"
        if said not in rest and len(byline) == 1 and credit.role in rest:  # Jane Doe, Staff Writer
            rest, said = rest.replace(credit.role, "", 1), credit.name
        if not credit.name or said not in rest:
            return False
        rest, role = rest.replace(said, "", 1), credit.role
    return not rest.strip("本报讯（）() 、By,")


def bylines_in(body: str, roles: Sequence[str]) -> Iterator[tuple[Stretch, str]]:
    """Where a body seems to print a byline, and its text: in its first lines, in its last, in brackets at its end."""
    tail = body[-_TAIL:]
    last = tail.rstrip("。 \u3000\t\n")
    both_ends = f"{body[:_HEAD]}\n{tail}"
    may_be_english = " " in both_ends and "by " in both_ends.lower()
    if last[-1:] not in ("）", ")") and not may_be_english and not _any_role(both_ends, tuple(roles)):
        return
    lines = list(_first_lines(body, roles))
    at = last.rfind("\n") + 1
    tail_start = len(body) - len(tail)
    if at and not (lines and tail_start + at <= lines[-1].start):
        lines.append(Stretch(tail_start + at, last[at:]))
    for line in lines:
        said = _byline_of(line.text, roles)
        if said:
            yield line, said
    if last[-1:] in ("）", ")") and last[-2] not in "摄图":
        found = re.search(_CLOSING, last)
        if found:
            yield Stretch(tail_start + found.start(), found[0]), found[0]


def _first_lines(body: str, roles: Sequence[str]) -> Iterator[Stretch]:
    head = body[:_HEAD]
    if not _any_role(head, tuple(roles)) and "by " not in head[:_TAIL].lower():
        return
    start = number = 0
    for line in head.split("\n"):
        if line and not line.isspace():
            yield Stretch(start, line)
            number += 1
            if number == _HEAD_LINES:
                return
        start += len(line) + 1


def _any_role(text: str, roles: tuple[str, ...]) -> bool:
    return re.search(_one_of(roles), text) is not None


@cache
def _one_of(roles: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, roles)) or r"(?!)"


def _byline_of(line: str, roles: Sequence[str]) -> str:
    """The part of a line that may be a byline; empty where none is."""
    text = line.strip(_ORNAMENTS)
    if text[:3].lower() == "by ":
        return text if re.fullmatch(_BY_LINE, text) else ""
    if not _any_role(text[:48], tuple(roles)):
        return ""
    opening = re.match(_OPENING, text) or re.match(_REPORTING, text)
    if opening:
        return opening[1]
    is_line = len(text) <= _LONGEST_LINE and not any(mark in text for mark in _SENTENCE) and text[-1] not in "摄图"
    return text if is_line else ""


def credited_in(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    """The credits of such a byline; none where somebody in it has no role, in Chinese, or may be no person."""
    credits = surely_credits(text, roles)
    is_english = text[:3].lower() == "by "
    return credits if is_english or all(it.name and _is_role(it.role, roles) for it in credits) else ()


def _is_role(role: str, roles: Sequence[str]) -> bool:
    return is_known_role(role, roles) or role.endswith(("记者", "通讯员", "实习生"))


def _is_person(credit: Credit, text: str) -> bool:
    name = credit.name
    if not name or len(name) > _LONGEST:
        return not name
    if not any(map(is_han, name)):
        words = name.split()
        is_body_of_people = any(word.title() in _OF_BODIES for word in words)
        are_names = all(word[0].isupper() or word in _PARTICLES for word in words)
        return bool(re.fullmatch(_LATIN, name)) and are_names and not is_body_of_people
    if "·" in name.translate(_DOTS):
        return True
    if not 2 <= len(person(name)) <= 4 or is_body(name):
        return False
    # A name that is written to a role without a gap may be another word: 记者手记.
    return name[0] in FAMILY_NAMES or bool(credit.role and re.search(rf"[\s、，]{re.escape(name)}", text))
