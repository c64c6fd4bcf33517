"""What the rules about length have in common: a limit, by the paper's language or as the paper sets it."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from newsroom.model.text import length
from newsroom.rules.rule import Copy, Fault, Rule, Wording


class Limit(Rule):
    """A rule that says by how much a text of the article is over its limit, in 字 of a Chinese paper, else in words.

    `limits` are by the paper's language; they hold where the paper sets no `max`, or 0.
    """

    group = "form"
    severity = "warning"
    options: ClassVar = {"max": 0}
    field: ClassVar[str]  # one of PRINTED
    limits: ClassVar[Mapping[str, int]]
    in_characters = Wording(
        en=("the {field} has {length} characters, the limit is {max}", "shorten it by {over}"),
        zh=("{field} {length} 字，上限 {max} 字", "删 {over} 字"),
    )
    in_words = Wording(
        en=("the {field} has {length} words, the limit is {max}", "shorten it by {over}"),
        zh=("{field} {length} 词，上限 {max} 词", "删 {over} 词"),
    )

    def usual(self, copy: Copy) -> int:
        """The limit where the paper sets none; 0 is no limit."""
        return self.limits[copy.paper.language]

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each such text that is over the limit."""
        most = self.number(copy, "max") or self.usual(copy)
        language = copy.paper.language
        for piece in copy.pieces_of(self.field) if most else ():
            # No text has more words than it has characters, and those are counted in no time.
            if len(piece.text) > most and (count := length(piece.text, language)) > most:
                wording = self.in_characters if language.startswith("zh") else self.in_words
                values = {"length": count, "max": most, "over": count - most}
                span = (0, len(piece.text)) if piece.field == "body" else (None, None)  # no place of its own
                yield Fault(piece.field, wording, values, *span)
