"""What the rules for a missing field have in common: a kind needs it, and the article has none."""

from collections.abc import Iterator
from typing import ClassVar

from newsroom.rules.rule import Copy, Fault, Rule, Wording


class RequiredField(Rule):
    """A rule that says `wording` where the article needs `field` and has nothing in it."""

    warns_in_draft = True
    field: ClassVar[str]
    wording: ClassVar[Wording]

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the field is needed and empty."""
        if copy.needs(self.field) and not getattr(copy.article, self.field):
            yield Fault(self.field, self.wording)
