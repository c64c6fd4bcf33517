"""Leaves out what is not the paper's own prose: code, and what others said or called a thing."""

import re
from collections.abc import Iterator

from newsroom.model.piece import BLANK, Piece
from newsroom.rules.copy import Copy

# A quotation that goes on in the next paragraph is opened there again and not closed here.
_QUOTED = r'“[^“”\n]*”?|《[^《》\n]*》|「[^「」\n]*」?|"[^"\n]*"'


def unquoted(text: str) -> str:
    """`text` with quotations and titles blanked, as long as before."""
    return re.sub(_QUOTED, lambda match: BLANK * len(match[0]), text)


def uncoded(copy: Copy) -> Iterator[Piece]:
    """The pieces of an article with code between fences blanked, as long as before."""
    for piece in copy.pieces:
        if piece.field == "body" and ("```" in piece.text or "~~~" in piece.text):
            yield Piece(piece.field, _without_code(copy))
        else:
            yield piece


def _without_code(copy: Copy) -> str:
    parts, at = list[str](), 0
    for paragraph in copy.paragraphs:
        if paragraph.sort == "code":
            parts += [copy.body[at : paragraph.start], re.sub(r"[^\n]", BLANK, paragraph.text)]
            at = paragraph.start + len(paragraph.text)
    return "".join([*parts, copy.body[at:]])
