"""Changing a YAML text field by field: only the lines of what changes are touched.

Comments, order, quotes and line ends of the rest stay, byte for byte: the text is spliced at the places that the reader
gives, never dumped as a whole.
"""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from newsroom.errors import UsageError
from newsroom.locale import _
from newsroom.storage.yaml_reader import Fields, Items, Node, Text, read_yaml

Value = Any  # a text, or lists and mappings of them

# Words that YAML 1.1, which other programs read by, takes for true, false or nothing.
_YAML_1_1_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"})
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def set_value(text: str, name: str, value: Value, *, order: Sequence[str] = ()) -> str:
    """`text` with the field `name` (`deck`, `photos[0].caption`) set to `value`.

    A field that is not there yet goes where `order` has it among the top-level fields, or behind the last one.

    Raises:
        UsageError: the field can not be in this text (`photos[3]` of one photo, `headline.x`).
    """
    parts: list[str | int] = [int(number) if number else key for key, number in _PART.findall(name)]
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if plain and not plain.endswith("\n"):
        plain += "\n"
    changed = _splice(plain, read_yaml(plain), parts, value, name, order)
    return changed.replace("\n", newline)


def dump(value: Mapping[str, Value]) -> str:
    """A new YAML text of `value`."""
    return _dumped(value)


def _splice(text: str, root: Fields, parts: Sequence[str | int], value: Value, name: str, order: Sequence[str]) -> str:
    node: Node = root
    for depth, part in enumerate(parts):
        last = depth == len(parts) - 1
        if isinstance(node, Fields) and isinstance(part, str):
            if part not in node.values:
                return _insert_field(text, node, part, _nested(parts[depth + 1 :], value), order if not depth else ())
            if last:
                return _replace(text, node, part, value)
            inner = node.values[part]
            if isinstance(inner, Text) and not inner.value:  # `photos:` with nothing after it
                return _replace(text, node, part, _nested(parts[depth + 1 :], value))
            node = inner
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            if last:
                return text[: node.start] + _in_place(value, node, flow=True) + text[_end(node) :]
        else:
            break
    raise UsageError("no-such-field", _("There is no field {name} to set.", name=name), _("Name it as findings do."))


def _nested(parts: Sequence[str | int], value: Value) -> Value:
    for part in reversed(parts):
        value = {part: value} if isinstance(part, str) else [value]
    return value


def _replace(text: str, fields: Fields, key: str, value: Value) -> str:
    key_node, node = fields.keys[key], fields.values[key]
    if isinstance(value, str) and isinstance(node, Text):
        if node.quote in ("|", ">"):
            return text[: node.start] + _in_place(value, node, flow=False) + "\n" + text[node.end :]
        gap = "" if text[node.start - 1 : node.start].isspace() or not value else " "
        return text[: node.start] + gap + _in_place(value, node, flow=fields.flow) + text[node.end :]
    if fields.flow:
        return text[: node.start] + " " + _in_place(value, node, flow=True) + text[_end(node) :]
    end = max(_end(node), key_node.end + 1)
    return text[: key_node.start] + _indented(_dumped({key: value}), key_node.column - 1).strip() + text[end:]


def _insert_field(text: str, fields: Fields, key: str, value: Value, order: Sequence[str]) -> str:
    if fields.flow:
        comma = ", " if fields.values else ""
        return text[: fields.end - 1].rstrip() + f"{comma}{_inline({key: value})[1:-1]}" + text[fields.end - 1 :]
    before = order[: order.index(key)] if key in order else tuple(fields.keys)
    neighbours = [name for name in fields.keys if name in before]
    indent = next(iter(fields.keys.values())).column - 1 if fields.keys else 0
    lines = _indented(_dumped({key: value}), indent)
    if neighbours:
        end = max(_end(fields.values[name]) for name in neighbours)
        line_end = text.find("\n", end - 1 if text[end - 1 : end] == "\n" else end) + 1
        return text[:line_end] + lines + text[line_end:]
    if fields.keys:
        start = next(iter(fields.keys.values())).start
        return text[:start] + lines.lstrip(" ") + " " * indent + text[start:]
    return text + lines


def _end(node: Node) -> int:
    """Where the node's own text ends: libyaml ends a block where the next token begins, behind all comments."""
    if isinstance(node, Items) and not node.flow and node.items:
        return _end(node.items[-1])
    if isinstance(node, Fields) and not node.flow and node.values:
        return max(_end(value) for value in node.values.values())
    return node.end


def _in_place(value: Value, node: Node, *, flow: bool) -> str:
    if not isinstance(value, str):
        return _inline(value)
    if not value and not flow:
        return ""
    quote = node.quote if isinstance(node, Text) else ""
    return _inline([_quoted(value, quote)])[1:-1] if flow else _dumped({"k": _quoted(value, quote)})[3:].rstrip("\n")


def _quoted(value: str, quote: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    if quote == '"' or "\n" in value:
        return DoubleQuotedScalarString(value)
    if quote == "'" or value.lower() in _YAML_1_1_WORDS:
        return SingleQuotedScalarString(value)
    return value


def _indented(text: str, indent: int) -> str:
    return "".join(" " * indent + line for line in text.splitlines(keepends=True))


def _dumped(value: Any) -> str:
    return _dump(_styled(value, flow=False))


def _inline(value: Any) -> str:
    return _dump(_styled(value, flow=True)).strip()


def _dump(value: Any) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 2**31
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(value, stream)
    return stream.getvalue().removesuffix("...\n")


def _styled(value: Any, *, flow: bool) -> Any:
    """`value` as ruamel.yaml's types: short mappings (a credit, a page) in braces, nothing for an empty value."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import ScalarString

    if isinstance(value, Mapping):
        fields = CommentedMap({key: _styled(inner, flow=flow) for key, inner in value.items()})
        if flow:
            fields.fa.set_flow_style()
        return fields
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not value:
            return None
        items = CommentedSeq(_styled(inner, flow=flow or _is_short(inner)) for inner in value)
        if flow:
            items.fa.set_flow_style()
        return items
    if isinstance(value, str) and not isinstance(value, ScalarString):
        return _quoted(value, "") if value else None
    return value


def _is_short(value: Any) -> bool:
    return isinstance(value, Mapping) and len(value) <= 2 and all(isinstance(inner, str) for inner in value.values())
