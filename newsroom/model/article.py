"""An article: its front matter, typed, its body, and where in the file each field stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from newsroom.model.credit import Credit
from newsroom.model.issue import Issue
from newsroom.model.place import Place
from newsroom.model.text import one_line, shorten

STATUSES = ("draft", "submitted", "approved", "published", "killed")
OWN_SOURCE = "own"

_LAST_PART = r"(\[\d+\]|\.?[^.\[\]]+)$"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of an article: its file in the issue's `photos/`, its caption, its credit; `width_cm` in print."""

    file: str = ""
    caption: str = ""
    credit: tuple[Credit, ...] = ()
    width_cm: float | None = None

    def as_json(self) -> dict[str, object]:
        """The photo as the contract's JSON has it."""
        return {"file": self.file, "caption": self.caption, "credit": [credit.as_json() for credit in self.credit]}


@dataclass(frozen=True, slots=True)
class Waiver:
    """What somebody answers for: a rule that may find what it finds in this article, why, and who says so."""

    rule: str = ""
    reason: str = ""
    by: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it says all three; else it waives nothing."""
        return bool(self.rule and self.reason and self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story as its file holds it. `text` is the whole file, `body` what follows the front matter.

    `unknown` are the fields of the file that mean nothing to newsroom; they have their places, too.
    """

    id: str
    issue: str
    path: str
    kind: str = "story"
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    section: str = ""
    page: str = ""
    column: str = ""
    byline: tuple[Credit, ...] = ()
    credit_line: str = ""
    source: str = OWN_SOURCE
    dateline: str = ""
    embargo: str = ""
    planned_length: int | None = None  # in 字 or words, as `length` in the file has it
    status: str = "draft"
    photos: tuple[Photo, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    unknown: tuple[str, ...] = ()
    body: str = ""
    body_at: int = 0  # where the body begins, as an offset into `text`
    text: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, name: str) -> Place:
        """Where `photos[0].caption` stands; where it is missing, the item that misses it, else the first line."""
        while name and name not in self.places:
            name = re.sub(_LAST_PART, "", name)
        return self.places.get(name, Place(1))

    def section_in(self, issue: Issue) -> str:
        """The section it runs in: its own, or the one that its page gives it."""
        page = issue.page(self.page) if self.page and not self.section else None
        return page.section if page else self.section

    @property
    def printed_text(self) -> str:
        """What its length is counted of: the body; of a picture that stands alone, what is printed under it."""
        return self.body or "\n".join(photo.caption for photo in self.photos)

    @property
    def title(self) -> str:
        """What people call it by: the headline, else how its first caption or its body begins, else its id."""
        caption = self.photos[0].caption if self.photos else ""
        return self.headline or shorten(one_line(caption or self.body.strip().partition("\n")[0]), 50) or self.id


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that should be an article or an issue, and can not be read: where, and why."""

    path: str
    line: int
    column: int
    cause: str
    help: str = ""
    text: str = ""
    kind: Literal["article", "issue"] = "article"
