"""An issue: one edition of the paper, its pages, and what lies in its folder."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsroom.model.photo_facts import PhotoFacts
from newsroom.model.place import Place

POOL = "pool"

_ID = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-[a-z0-9][a-z0-9-]{0,39})?")
_PAGE_CODE = re.compile(r"[A-Z]{0,2}[0-9]{1,3}(?:-[A-Z]{0,2}[0-9]{1,3})?")


def issue_date(issue_id: str) -> datetime.date | None:
    """The date that an issue's id begins with (`2022-10-12-evening`), or None where it is no such id."""
    match = _ID.fullmatch(issue_id)
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def is_page_code(text: str) -> bool:
    """Whether `text` is a page as papers number them: `3`, `A01`, `4-5` for a spread."""
    return bool(_PAGE_CODE.fullmatch(text))


def _unseen(_name: str) -> PhotoFacts | None:
    return None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the plan; `section` gives its articles theirs, unless they say it; `length` is in 字 or words."""

    code: str
    section: str = ""
    editor: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition; `path` is its folder relative to the newsroom, `photo_names` what lies in `photos/`, in NFC.

    `facts` tells of a photo in `photos/` what it is; None where it was not looked at. `twins` are those that are the
    same picture as another one: for all of these, by name, one text. `text` is the plan's, `places` say where in it the
    fields stand (`number`, `pages[0]`).
    """

    id: str
    path: str
    date: datetime.date | None = None
    number: int | None = None
    pages: tuple[Page, ...] = ()
    published: bool = False
    photo_names: frozenset[str] = frozenset()
    facts: Callable[[str], PhotoFacts | None] = field(default=_unseen, compare=False, repr=False)
    twins: Callable[[], Mapping[str, str]] = field(default=dict, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    text: str = field(default="", compare=False, repr=False)

    @property
    def is_pool(self) -> bool:
        """Whether this is 稿库, the copy that has no date yet."""
        return self.id == POOL

    def page(self, code: str) -> Page | None:
        """The page of that code in the plan."""
        return next((page for page in self.pages if page.code == code), None)

    def as_json(self) -> dict[str, object]:
        """The issue as `issue list --json` has it."""
        return {
            "id": self.id,
            "path": self.path,
            "date": self.date.isoformat() if self.date else None,
            "number": self.number,
            "pages": [{"page": page.code, "section": page.section, "editor": page.editor} for page in self.pages],
        }
