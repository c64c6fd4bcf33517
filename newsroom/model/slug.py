"""Slugs: the name by which an article is filed, made once from its headline."""

import re
import unicodedata
from collections.abc import Container

MAX_BYTES = 80


def slug_from(headline: str, size: int = MAX_BYTES) -> str:
    """The letters and digits of a headline, Chinese too, NFC, lower case, with `-` between its words; may be empty.

    It has at most `size` bytes.
    """
    words, word = [], ""
    for letter in unicodedata.normalize("NFC", headline).lower() + " ":
        if letter.isalnum() or unicodedata.combining(letter):
            word += letter
        elif word and letter not in "'’":
            words.append(word)
            word = ""
    slug = _cut("-".join(words), size)
    return f"{slug}-1" if is_reserved(slug) else slug


def is_reserved(name: str) -> bool:
    """Whether Windows keeps that name for a device, whatever its ending: no file can have it there."""
    return bool(re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", name.lower()))


def free_slug(slug: str, taken: Container[str]) -> str:
    """`slug`, or the first of `slug-2`, `slug-3`… that is not taken."""
    candidate, number = slug, 2
    while candidate in taken:
        suffix = f"-{number}"
        candidate = _cut(slug, MAX_BYTES - len(suffix)) + suffix
        number += 1
    return candidate


def is_slug(text: str) -> bool:
    """Whether `text` may name an article: what `slug_from` could have made of some headline."""
    return bool(text) and text == slug_from(text)


def _cut(slug: str, size: int) -> str:
    """`slug` in at most `size` bytes; a word of Latin letters is not cut in two."""
    cut = slug.encode()[:size].decode(errors="ignore")
    rest, dash, last = cut.rpartition("-")
    if len(cut) < len(slug) and slug[len(cut)] != "-" and dash and last.isascii():
        cut = rest
    return cut.rstrip("-")
