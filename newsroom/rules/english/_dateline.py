"""The dateline that a body may begin with: `SPRINGFIELD, Ill. (AP) — `."""

import re
from dataclasses import dataclass

from newsroom.rules.copy import Copy
from newsroom.rules.english._states import BY_ABBREVIATION, BY_CODE, IN_DATELINE

_LONGEST = 120
_DATELINE = (
    r"\s*(?P<line>(?P<city>[A-Z][A-Za-z.’' -]{1,30}?)(?:, (?P<state>[A-Z][A-Za-z.]{1,14}(?: [A-Z][a-z]{2,9})?))?"
    r"(?: ?\((?P<agency>[A-Z][A-Za-z ]{1,20})\))?(?: ?(?:—|–|--) ?| - ))(?=[A-Z“\"‘])"
)
_IN_CAPITALS = r"(?:M(?:a?c|C))?[A-Z.’' -]+"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: how it stands in the body, from `start` to `end`, and how the AP writes it."""

    found: str
    wanted: str
    start: int
    end: int


def dateline_of(copy: Copy) -> Dateline | None:
    """The dateline, where it is surely one: with a state, with an agency, or the place that the article names."""
    head = copy.body[:_LONGEST]
    match = re.match(_DATELINE, head) if any(dash in head for dash in "-–—") else None
    if match is None:
        return None
    city, state, agency = match["city"], match["state"] or "", match["agency"] or ""
    named = BY_CODE.get(state) or BY_ABBREVIATION.get(state.title()) or state
    known = named in IN_DATELINE
    if not known and not agency and city.casefold() != copy.article.dateline.casefold():
        return None
    wanted = city if re.fullmatch(_IN_CAPITALS, city) else city.upper()
    wanted += f", {IN_DATELINE.get(named, state)}" if state else ""
    wanted += f" ({agency})" if agency else ""
    return Dateline(match["line"], f"{wanted} — ", match.start("line"), match.end("line"))
