"""YAML read to a tree of texts with their places, by libyaml's events: nothing is constructed, so nothing can run.

Only what front matter needs is read: mappings, sequences and texts. Aliases, anchors, merge keys, tags and duplicate
keys, which libyaml composes in silence, are refused, and so is nesting beyond a sane depth.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from newsroom.errors import Malformed
from newsroom.locale import _
from newsroom.model.pattern import pattern
from newsroom.model.text import shorten

MAX_DEPTH = 8
MAX_NODES = 10_000

_NextEvent = Callable[[], Any]
_MERGE_KEY = r"(?m)^[ \t-]*<<[ \t]*:"
# Line ends to libyaml, but to nobody who counts lines; and a mark at the start, which it skips without counting it.
_STRAY = pattern(r"[\x85\u2028\u2029]|\r(?!\n)|\A\ufeff")


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """A part of the tree: line and column count from 1; `start` and `end` are offsets into the text read."""

    line: int
    column: int
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Text(Node):
    """A scalar, always as text. `quote` is the mark it is quoted with, `|` or `>` for a block, or empty."""

    value: str = ""
    quote: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Items(Node):
    """A sequence; `flow` where it is written in brackets."""

    items: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Fields(Node):
    """A mapping: each key with its value; `keys` says where the keys stand."""

    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Text] = field(default_factory=dict)
    flow: bool = False


def read_yaml(text: str, *, first_line: int = 1, max_nodes: int = MAX_NODES) -> Fields:
    """The tree of a YAML mapping that begins at `first_line` of its file; an empty one where the text is empty.

    Raises:
        Malformed: with the line and the cause, in the user's language.
    """
    return _Reader(text, first_line, max_nodes).read()


class _Reader:
    def __init__(self, text: str, first_line: int, max_nodes: int) -> None:
        self.text = text
        self.first_line = first_line
        self.max_nodes = max_nodes
        self.nodes = 0

    def read(self) -> Fields:
        from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # it does not list what it exports
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        stray = _STRAY.search(self.text)
        if stray:
            code = f"{ord(stray[0]):04X}"
            self._refuse_at(stray.start(), _("an invisible character (U+{code})", code=code), _("Delete it."))
        try:
            parser = CParser(self.text)
            try:
                return self._document(parser.get_event)
            finally:
                parser.dispose()
        except MarkedYAMLError as error:
            from newsroom.storage.yaml_faults import explain

            self._refuse_at(*explain(self.text, error))
        except YAMLError as error:  # libyaml's reader: a character that YAML does not allow
            self._refuse_at(getattr(error, "position", 0), _("a control character"), _("Delete it."))

    def _document(self, next_event: _NextEvent) -> Fields:
        root: Fields | None = None
        while (event := next_event()) is not None:
            kind = type(event).__name__
            if kind == "MappingStartEvent" and root is None:
                self._check(event, 1)
                root = self._fields(event, next_event, 1)
            elif kind not in ("StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent"):
                if kind == "ScalarEvent" and not event.value and root is None:
                    continue
                self._check_colon(event.start_mark.index)
                self._refuse_at(
                    event.start_mark.index,
                    _("this is not a list of fields"),
                    _("Write each field as `name: value`, on a line of its own."),
                )
        return root or Fields(self.first_line, 1, 0, 0)

    def _node(self, event: Any, next_event: _NextEvent, depth: int) -> Node:
        kind = type(event).__name__
        is_sane = depth <= MAX_DEPTH and self.nodes < self.max_nodes
        if kind == "ScalarEvent" and is_sane and not (event.anchor or event.tag):
            self.nodes += 1  # the usual case, without a further call: front matter is read thousands at a time
            start = event.start_mark
            at = self.first_line + start.line, start.column + 1, start.index, event.end_mark.index
            return Text(*at, event.value, event.style or "")
        self._check(event, depth)
        return (self._items if kind == "SequenceStartEvent" else self._fields)(event, next_event, depth)

    def _items(self, event: Any, next_event: _NextEvent, depth: int) -> Items:
        items = Items(*self._span(event), flow=bool(event.flow_style))
        while type(inner := next_event()).__name__ != "SequenceEndEvent":
            items.items.append(self._node(inner, next_event, depth + 1))
        items.end = inner.end_mark.index
        return items

    def _fields(self, event: Any, next_event: _NextEvent, depth: int) -> Fields:
        fields = Fields(*self._span(event), flow=bool(event.flow_style))
        keys, values = fields.keys, fields.values
        while type(key_event := next_event()).__name__ != "MappingEndEvent":
            key = self._node(key_event, next_event, depth + 1)
            if not isinstance(key, Text):
                self._refuse_at(key.start, _("a field name that is not text"), _("Put the value in quotes."))
            name = key.value
            if name == "<<" and not key.quote:
                self._refuse_at(key.start, _("a merge key (<<)"), _("Write the fields out."))
            if name in values:
                cause = _("the field {name} stands here twice", name=name)
                self._refuse_at(key.start, cause, _("Delete one of the two."))
            if "：" in name:
                self._check_colon(key.start)
            keys[name] = key
            values[name] = self._node(next_event(), next_event, depth + 1)
        fields.end = key_event.end_mark.index
        return fields

    def _check(self, event: Any, depth: int) -> None:
        self.nodes += 1
        at = event.start_mark.index
        alias = type(event).__name__ == "AliasEvent"
        if alias or event.anchor:
            merge = re.search(_MERGE_KEY, self.text)
            if merge:
                self._refuse_at(merge.start(), _("a merge key (<<)"), _("Write the fields out."))
            self._refuse_at(
                at,
                _("an alias or an anchor ({sign})", sign=self.text[at : at + 1]),
                _("Put the value in quotes."),
            )
        if event.tag:
            tag = self.text[at:].split(None, 1)[0]
            self._refuse_at(at, _("a YAML tag ({tag})", tag=shorten(tag, 40)), _("Put the value in quotes."))
        if depth > MAX_DEPTH:
            self._refuse_at(at, _("brackets nested too deeply"), _("Put the value in quotes."))
        if self.nodes > self.max_nodes:
            self._refuse_at(at, _("too many values"), _("Is this the right file?"))

    def _span(self, event: Any) -> tuple[int, int, int, int]:
        start = event.start_mark
        return self.first_line + start.line, start.column + 1, start.index, event.end_mark.index

    def _check_colon(self, at: int) -> None:
        """Refuse `标题：……`, which is a field to the eye and one long word to YAML."""
        from newsroom.storage.yaml_faults import FULL_WIDTH_COLON, full_width_colon

        match = FULL_WIDTH_COLON.match(self.text, self.text.rfind("\n", 0, at) + 1)
        if match:
            self._refuse_at(*full_width_colon(match))

    def _refuse_at(self, at: int, cause: str, help: str) -> NoReturn:
        at = min(at, len(self.text))
        line_start = self.text.rfind("\n", 0, at) + 1
        line = self.first_line + self.text.count("\n", 0, at)
        raise Malformed("malformed-yaml", cause, help, line=line, column=at - line_start + 1)
