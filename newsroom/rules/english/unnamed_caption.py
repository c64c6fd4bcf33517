"""The rule `unnamed-caption`."""

import re
from collections.abc import Iterator

from newsroom.rules.copy import CAPTION
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNNAMED = Wording(
    en=("the caption does not name “{found}”", "who is it?"),
    zh=("图片说明没有写出“{found}”是谁", "补上姓名"),
)

_OFFICES = "mayor|governor|sheriff|superintendent|principal|police chief|fire chief|town clerk|winner"
_LOCAL = "man|woman|boy|girl|teacher|student|farmer|artist|resident|business owner|shop owner"
_GATE = rf"local |(?:he|ur) (?:{_OFFICES})"
_SOMEBODY = rf"\b(?P<who>(?:[Tt]he|[Oo]ur) (?:{_OFFICES})|[Aa] local (?:{_LOCAL}))\b(?![’'-])"
_RUN = r"[A-Z][A-Za-z.’'-]{0,40} [A-Z][A-Za-z. ’'-]{1,40}"
_NAMED = rf"(?:{_OFFICES}),? [A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep)\.? [A-Z]"
_PLACES = (
    "Street", "Avenue", "Road", "Bridge", "Park", "School", "Hall", "County", "City", "Town", "River", "Lake", "Marsh",
    "Library", "Church", "Hospital", "Center", "Department", "Board", "Council", "Commission", "Day", "Fair",
    "Festival", "Station", "Square", "Building", "College", "University", "Museum", "Hill", "Island", "Market",
    "Company",
)  # fmt: skip


class UnnamedCaption(Rule):
    """## What it does
    Finds captions that speak of one person by office or as `a local man` and name nobody.

    It is quiet where the caption has any name of a person, or one before it has.

    ## Why is this bad?
    A mayor has a name, and the reporter stood beside the local man. A caption names who is seen, from left to right
    (AP Stylebook, entry `captions`).

    ## 查什么
    图片说明只写职务或 `a local man`，没有写名字的。说明里、或前面图片的说明里有人名的不管。

    ## 为什么
    市长有名字，拍照的人也问得到“当地一名男子”叫什么。图片说明要从左到右写出是谁（美联社《写作手册》`captions`
    条）。

    ## Fails
    ```
    ---
    kind: notice
    photos:
      - file: sowing.jpg
        caption: The mayor cuts the ribbon at Harlow Bridge on Monday.
        credit: June Akers
    ---
    The bridge is open.
    ```
    ```
    ---
    kind: notice
    photos:
      - file: sowing.jpg
        caption: A local man reads a book on the steps.
        credit: June Akers
    ---
    The bridge is open.
    ```

    ## Passes
    ```
    ---
    kind: notice
    photos:
      - file: sowing.jpg
        caption: The mayor, Ann Smith, cuts the ribbon.
        credit: June Akers
    ---
    The bridge is open.
    ```
    ```
    ---
    kind: notice
    photos:
      - file: sowing.jpg
        caption: Volunteers count geese as a woman walks a dog near the mayor’s office.
        credit: June Akers
    ---
    The bridge is open.
    ```
    """

    severity = "warning"
    group = "english"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each caption that names nobody."""
        captions = list(copy.pieces_of(CAPTION))
        if not any(re.search(_GATE, piece.text) for piece in captions):
            return
        for piece in captions:
            if _names_somebody(piece.text):
                return
            match = re.search(_SOMEBODY, piece.text)
            if match:
                yield Fault(piece.field, _UNNAMED, {"found": match["who"]}, *match.span("who"))


def _names_somebody(caption: str) -> bool:
    """Whether two words in capitals stand together that are no place, or a name stands behind its office."""
    if re.search(_NAMED, caption):
        return True
    runs = re.findall(_RUN, caption)
    return any(not any(place in run for place in _PLACES) for run in runs)
