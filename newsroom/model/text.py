"""Measures of text: its length as a newspaper counts it, its width on a terminal, and what is safe to show."""

import re
import unicodedata
from bisect import bisect_right

# Patterns are kept as texts: compiling them all would be felt at every start, and `re` remembers those in use.

# Chinese characters and the marks that a Chinese line sets full-width: each counts one.
# The quotes, dash and ellipsis lie outside the CJK blocks; U+3000 is a space and counts nothing.
_CHINESE = (
    "\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\uac00-\ud7af"
    "\U00020000-\U0003ffff\u2018\u2019\u201c\u201d\u2014\u2026\u00b7"
)
_NOT_CHINESE = rf"[^{_CHINESE}]+"
_CHINESE_MARK = rf"[{_CHINESE}]"
# A Chinese character or a word, with the marks that may not be parted from it.
_UNBROKEN = rf"[（《“‘]*(?:[{_CHINESE}]|[^\s{_CHINESE}]+)[，。；：、？！）》”’…—]*\s*|\s+"
_WIDE_MARKS = frozenset("、。《》〈〉「」『』【】〔〕")
_NARROW_MARKS = frozenset("“”‘’—…·")
_MARKED = 4  # characters that take one column together, at most: more accents on a letter are a joke
_MAY_BE_MARKUP = ("**", "__", "\n#", "\n-", "\n*", "\n>", "\n ", "\n\t")
_MARKUP = r"(?m)^(?:#{1,6}[ \t]+|[ \t]*[-*>][ \t]+)|\*\*|__"

# C0 without tab and newline, DEL, C1, the marks that reorder or hide what follows on a terminal,
# and the halves of characters by which Python passes on bytes that are no text.
_UNSAFE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"


def length(text: str, language: str) -> int:
    """Words of an English text; 字数 of a Chinese one, as a word processor counts it.

    A Chinese character or mark counts 1, a run of anything else (`8.76`, `26.4%`, `Linden`) counts 1. Markdown's
    own marks count nothing.
    """
    from_a_line = f"\n{text}"
    if any(sign in from_a_line for sign in _MAY_BE_MARKUP):
        text = re.sub(_MARKUP, "", text)
    if not language.startswith("zh"):
        return len(text.split())
    others = re.findall(_NOT_CHINESE, text)  # few: to find each character would take five times as long
    return len(text) - sum(map(len, others)) + sum(len(other.split()) for other in others)


def display_width(text: str) -> int:
    """Columns that `text` takes on a terminal; a Chinese character takes two."""
    columns = 0
    for letter in text:
        if "\u4e00" <= letter <= "\u9fff" or "\uff01" <= letter <= "\uff60" or letter in _WIDE_MARKS:
            columns += 2
        elif " " <= letter <= "~" or letter in _NARROW_MARKS:
            columns += 1
        else:
            break
    else:
        return columns
    from wcwidth import wcswidth  # to import it is felt, and most copy is done with before

    width: int = wcswidth(text)
    return width if width >= 0 else len(text)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` columns, with an ellipsis where it was cut."""
    head = text[: _MARKED * width]
    if head == text and display_width(text) <= width:
        return text
    fits = bisect_right(range(len(head) + 1), width - 1, key=lambda end: display_width(head[:end])) - 1
    return head[: max(fits, 0)].rstrip() + "…"


def printable(text: str) -> str:
    """`text` with every character that could steer a terminal written out (`\\x1b`)."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, lambda match: ascii(match[0])[1:-1], text)


def wrap(text: str, width: int) -> list[str]:
    """The lines of a paragraph in `width` columns: broken between words, and between Chinese characters.

    No line begins with a closing mark or ends with an opening one.
    """
    lines, line = [], ""
    for piece in re.findall(_UNBROKEN, text):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def reflow(text: str) -> str:
    """A paragraph of several lines as one: a space joins words, nothing joins Chinese."""
    joined = ""
    for line in text.split("\n"):
        chinese = re.match(_CHINESE_MARK, joined[-1:]) or re.match(_CHINESE_MARK, line)
        joined += ("" if chinese or not joined else " ") + line.strip()
    return joined


def one_line(text: str) -> str:
    """`text` as one line, for a subject or a title."""
    return " ".join(printable(text.replace("\n", " ")).split())


def normal(text: str) -> str:
    """`text` in NFC, with LF line ends: the form in which newsroom writes."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
