"""Changing a YAML text field by field: only the lines of what changes are touched.

Comments, order, quotes and line ends of the rest stay, byte for byte: the text is spliced at the places that the reader
gives, never dumped as a whole.
"""

import re
from collections.abc import Sequence

from newsroom.errors import UsageError
from newsroom.locale import _
from newsroom.storage.yaml_reader import Fields, Items, Node, Text, read_yaml
from newsroom.storage.yaml_text import Value, block, inline, item_lines, scalar

Splice = tuple[int, int, str]  # the part of the text from one offset to another, and what takes its place

_PART = r"([^.\[\]]+)|\[(\d+)\]"


def set_value(text: str, name: str, value: Value, *, order: Sequence[str] = ()) -> str:
    """`text` with the field `name` (`deck`, `photos[0].caption`) set to `value`.

    A field that is not there yet goes where `order` has it among the top-level fields, or behind the last one.
    An item that is one beyond the last (`photos[1]` of one photo) is put behind it.

    Raises:
        UsageError: the field can not be in this text (`photos[3]` of one photo, `headline.x`).
        Malformed: the text can not be read.
    """
    if text and not text.endswith("\n"):
        text += _line_end(text, len(text))
    start, end, new = _splice(text, name, value, order)
    return text[:start] + new.replace("\n", _line_end(text, start)) + text[end:]


def _splice(text: str, name: str, value: Value, order: Sequence[str]) -> Splice:
    whole = re.fullmatch(rf"(?:{_PART})(?:\.?(?:{_PART}))*", name)
    found = re.findall(_PART, name) if whole else []
    parts: list[str | int] = [int(number) if number else key for key, number in found]
    node: Node = read_yaml(text)
    for depth, part in enumerate(parts):
        rest = parts[depth + 1 :]
        if isinstance(node, Fields) and isinstance(part, str):
            if part not in node.values:
                return _insert(text, node, part, _nested(rest, value), order if not depth else ())
            inner = node.values[part]
            if not rest or _is_empty(inner):  # `photos:` with nothing behind it
                return _replace_field(text, node, part, _nested(rest, value))
            if rest == [len(inner.items) if isinstance(inner, Items) else 1]:
                return _append(text, inner, value, in_braces=node.flow)
            node = inner
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            item = node.items[part]
            if not rest:
                return _replace_item(text, node, item, value)
            node = item
        else:
            break
    raise UsageError("no-such-field", _("There is no field {name} to set.", name=name), _("Name it as findings do."))


def _nested(parts: Sequence[str | int], value: Value) -> Value:
    for part in reversed(parts):
        value = {part: value} if isinstance(part, str) else [value]
    return value


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Text) and not node.value) or (isinstance(node, Items) and not node.items)


def _replace_field(text: str, fields: Fields, key: str, value: Value) -> Splice:
    name, node = fields.keys[key], fields.values[key]
    end = _end(text, node)
    if fields.flow or (isinstance(value, str | int) and isinstance(node, Text)):
        new = _in_place(value, node, in_braces=fields.flow)
        start = node.start if new else text.rfind(":", name.end, node.start) + 1 or node.start
        return start, end, _gap(text, name.end, node, new) + new
    head, _line_end, items = block(key, value, name.column - 1).strip(" \n").partition("\n")
    if isinstance(node, Items | Fields) and node.start > text.find("\n", name.end):  # on lines of its own
        start = text.rfind("\n", 0, node.start) + 1
        return (start, end, items) if items else (start, _last_line_end(text, node), "")
    end = max(end, name.end + 1)
    beside = text[end : text.find("\n", end)].rstrip()  # a comment stays beside the key
    return name.start, end + len(beside), "\n".join(filter(None, [head + beside, items]))


def _replace_item(text: str, items: Items, item: Node, value: Value) -> Splice:
    new = _in_place(value, item, in_braces=items.flow)
    gap = " " if new and text[item.start - 1 : item.start] == "-" else ""
    return item.start, _end(text, item), gap + new


def _append(text: str, node: Node, value: Value, *, in_braces: bool) -> Splice:
    """Put `value` behind the items of a list, or make a list of the one that stands there without."""
    if isinstance(node, Items) and node.flow:
        end = node.items[-1].end
        return end, end, f", {inline(value)}"
    if isinstance(node, Items):
        end = _last_line_end(text, node.items[-1])
        return end, end, item_lines(value, node.column - 1)
    if in_braces:
        return node.start, node.end, f"[{text[node.start : node.end]}, {inline(value)}]"
    line = text.rfind("\n", 0, node.start) + 1
    end = _last_line_end(text, node)
    only = text[node.start : end].rstrip().replace("\r\n", "\n").replace("\n", "\n  ")
    before = text[line : node.start]
    if not before.strip():  # on lines of its own
        return node.start, end, f"- {only}\n{item_lines(value, len(before))}"
    indent = len(before) - len(before.lstrip()) + 2
    return line + len(before.rstrip()), end, f"\n{' ' * indent}- {only}\n{item_lines(value, indent)}"


def _in_place(value: Value, node: Node, *, in_braces: bool) -> str:
    """What takes a node's place on its line, in the quotes that it had."""
    return scalar(value, quote=_quote(node), in_braces=in_braces) if isinstance(value, str | int) else inline(value)


def _insert(text: str, fields: Fields, key: str, value: Value, order: Sequence[str]) -> Splice:
    if fields.flow:
        return _insert_in_braces(text, fields, key, value)
    first = next(iter(fields.keys.values()), None)
    indent = first.column - 1 if first else 0
    before = order[: order.index(key)] if key in order else tuple(fields.keys)
    neighbours = [fields.values[name] for name in fields.keys if name in before]
    if neighbours:
        end = max(_last_line_end(text, node) for node in neighbours)
        return end, end, block(key, value, indent)
    if first:
        return first.start, first.start, block(key, value, indent).lstrip(" ") + " " * indent
    return len(text), len(text), block(key, value)


def _insert_in_braces(text: str, fields: Fields, key: str, value: Value) -> Splice:
    new = f"{key}: {inline(value)}"
    if not fields.values:
        return fields.start + 1, fields.start + 1, new
    last = max(fields.values.values(), key=lambda node: node.end)
    if text[fields.start] != "{":  # [file: a.jpg], a mapping without its braces
        return fields.start, last.end, f"{{{text[fields.start : last.end]}, {new}}}"
    return last.end, last.end, (" , " if last.start == last.end else ", ") + new


def _gap(text: str, key_end: int, node: Node, new: str) -> str:
    """What has to stand before a value that is put where none was: `caption:`, or only `caption` in braces."""
    if not new or node.start != node.end:
        return ""
    if ":" not in text[key_end : node.start + 1]:
        return ": "
    return "" if text[node.start - 1 : node.start].isspace() else " "


def _end(text: str, node: Node) -> int:
    """Where the node's own text ends: libyaml ends a block where the next token begins, behind blanks and comments."""
    if isinstance(node, Items) and not node.flow and node.items:
        return _end(text, node.items[-1])
    if isinstance(node, Fields) and not node.flow and node.values:
        return max(_end(text, value) for value in node.values.values())
    if _quote(node) in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip())
    return node.end


def _last_line_end(text: str, node: Node) -> int:
    """Behind the last line of a node, and of the blank lines that belong to a block of text."""
    if _quote(node) in ("|", ">"):
        return node.end
    return text.find("\n", _end(text, node)) + 1 or len(text)


def _quote(node: Node) -> str:
    return node.quote if isinstance(node, Text) else ""


def _line_end(text: str, at: int) -> str:
    """The line end of the line at that offset, or of the one before."""
    found = text.find("\n", at)
    found = found if found >= 0 else text.rfind("\n")
    return "\r\n" if text[found - 1 : found] == "\r" else "\n"
