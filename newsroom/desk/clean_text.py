"""What people type and paste, as a paper can print it; what was taken out is said, what can not be is refused."""

from collections.abc import Sequence

from newsroom.errors import UsageError
from newsroom.locale import _, listed
from newsroom.model.pasted import Removed, clean

SORT_WORDS = {
    "control": "control character",
    "direction": "direction mark",
    "invisible": "zero-width character",
}
_NAMED = 4  # so many are named; of more, the count


def clean_text(text: str, *, of: str = "") -> tuple[str, str]:
    """`text` without what no paper prints, and what is to be said of that; empty where nothing was taken out.

    `of` is what it is the text of, where that does not go without saying: `--headline`, `deck`.

    Raises:
        UsageError: it holds what can not be taken out safely; says what and where.
    """
    cleaned = clean(text)
    of = f"{of}: " if of else ""
    if cleaned.unsafe:
        raise UsageError(
            "unsafe-text",
            of + _("The text holds what can not be printed: {what}.", what=listed_places(cleaned.unsafe)),
            _("Type that place anew; if the text came from a file, save the file as UTF-8."),
        )
    if not cleaned.removed:
        return cleaned.text, ""
    return cleaned.text, of + _("Taken out, since no paper prints it: {what}.", what=listed_places(cleaned.removed))


def listed_places(found: Sequence[Removed]) -> str:
    """Characters with their places, the first of them by name."""
    named = [
        _(
            "{sort} {code} (line {line}, column {column})",
            sort=_(SORT_WORDS[one.sort]),
            code=one.code,
            line=one.line,
            column=one.column,
        )
        for one in found[:_NAMED]
    ]
    more = len(found) - _NAMED
    return listed(named) + (_(" and {count} more", count=more) if more > 0 else "")
