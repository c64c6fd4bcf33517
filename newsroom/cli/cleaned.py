"""Text as it was typed or pasted, cleaned, and the user told what was taken out."""

from newsroom.cli.screen import say
from newsroom.desk.clean_text import clean_text


def cleaned(text: str, *, of: str = "") -> str:
    """`text` without what no paper prints; `of` is the option that it came by.

    Raises:
        UsageError: it holds what can not be taken out safely.
    """
    clean, note = clean_text(text, of=of)
    if note:
        say(note)
    return clean
