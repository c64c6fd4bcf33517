"""The kinds of article, and what each must have before it can be handed in: data that a paper may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# What a kind may require; for each there is a rule `missing-<field>` (`missing-photo` for photos).
REQUIRABLE = ("headline", "kicker", "deck", "section", "page", "column", "byline", "body", "photos")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of article and the fields that it needs."""

    name: str
    needs: frozenset[str]
    source_for_byline: bool = False  # an agency's copy needs no byline of ours
    name_is_enough: bool = False  # its byline needs no role

    @property
    def takes_body(self) -> bool:
        """Whether it is asked for a body: a picture that stands alone has only its caption."""
        return "body" in self.needs or "photos" not in self.needs


DEFAULT_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("story", frozenset({"headline", "section", "byline", "body"}), source_for_byline=True),
            Kind("brief", frozenset({"section", "byline", "body"}), source_for_byline=True),
            Kind("photo", frozenset({"section", "photos"})),
            Kind("commentary", frozenset({"headline", "section", "byline", "body"}), name_is_enough=True),
            Kind("notice", frozenset({"body"})),
        )
    }
)
