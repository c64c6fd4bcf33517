"""Answers as front matter has them, and as people read them."""

from collections.abc import Sequence

from newsroom.errors import UsageError
from newsroom.locale import _, listed
from newsroom.model.credit import Credit
from newsroom.model.issue import is_page_code
from newsroom.storage.yaml_text import Value


def page_value(code: str) -> Value:
    """A page as front matter has it: digits stand without quotes.

    Raises:
        UsageError: it is no page code.
    """
    if code and not is_page_code(code):
        raise UsageError(
            "not-a-page",
            _("{text} is not a page.", text=code),
            _("Pages are written 3, A01, or 4-5 for a spread."),
        )
    return int(code) if code.isdigit() and not code.startswith("0") else code


def credits_value(credits: Sequence[Credit]) -> Value:
    """Credits, each with the parts that it has."""
    return [{part: text for part, text in credit.as_json().items() if text} for credit in credits]


def credits_in_words(credits: Sequence[Credit]) -> str:
    """Credits on one line, each role once: `通讯员 姓名、姓名`."""
    people: dict[str, list[str]] = {}
    for credit in credits:
        people.setdefault(credit.role, []).append(credit.name)
    return " ".join(f"{role} {listed(names)}".strip() for role, names in people.items())
