"""Values as YAML text: each written plain where that reads back as it is, else in quotes."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

Value = Any  # a text, a whole number, or lists and mappings of them

# What other programs, which read YAML 1.1, take for true, false, nothing, a number or a date.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_NUMBER = r"[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|0[xo][\da-fA-F_]+|\d+(?::\d+)+(?:\.\d*)?)|\d{4}-\d\d?-\d\d?\b.*"
_NOT_PLAIN = r"""^[\s\-?:,\[\]{}#&*!|>'"%@`~=<.+]|:\s|\s#|[\s:]$|[^\S ]"""
_NOT_PLAIN_IN_BRACES = r"[,\[\]{}:?]"
# Beside control characters: line ends of Unicode, marks that can not be seen, what is no character.
_ESCAPED = r"[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"


def scalar(value: str | int, *, quote: str = "", in_braces: bool = False) -> str:
    """`value` as YAML; in the quotes `quote` where it had some. Nothing for an empty text outside of braces."""
    if isinstance(value, int):
        return str(value)
    if not value:
        return "''" if in_braces else ""
    if re.search(r"[\x00-\x1f]", value) or re.search(_ESCAPED, value) or quote == '"':
        text = json.dumps(value, ensure_ascii=False)
        return re.sub(_ESCAPED, lambda match: f"\\u{ord(match[0]):04x}", text)
    if quote == "'" or not _is_plain(value, in_braces=in_braces):
        return "'" + value.replace("'", "''") + "'"
    return value


def block(key: str, value: Value, indent: int = 0) -> str:
    """The lines of a field. Lists stand in lines of their own, short mappings in them (a credit, a page) in braces."""
    pad = " " * indent
    if isinstance(value, str | int):
        return f"{pad}{key}: {scalar(value)}".rstrip(" ") + "\n"
    head = f"{pad}{key}:\n"
    if isinstance(value, Mapping):
        return head + _fields(value, indent + 2)
    return head + "".join(item_lines(item, indent + 2) for item in value)


def inline(value: Value) -> str:
    """A value on one line, lists in brackets and mappings in braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return scalar(value, in_braces=True)


def item_lines(value: Value, indent: int) -> str:
    """The lines of an item of a list, its `-` in the column `indent`."""
    pad = " " * indent
    if isinstance(value, Mapping) and not _is_short(value):
        return f"{pad}- {_fields(value, indent + 2).lstrip(' ')}"
    return f"{pad}- {inline(value)}\n"


def _fields(value: Mapping[str, Value], indent: int) -> str:
    return "".join(block(key, inner, indent) for key, inner in value.items())


def _is_short(value: Mapping[str, Value]) -> bool:
    return len(value) <= 2 and all(isinstance(inner, str | int) for inner in value.values())


def _is_plain(value: str, *, in_braces: bool) -> bool:
    if value.lower() in _WORDS or re.fullmatch(_NUMBER, value) or re.search(_NOT_PLAIN, value):
        return False
    return not (in_braces and re.search(_NOT_PLAIN_IN_BRACES, value))
