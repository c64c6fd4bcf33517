"""An article's file: YAML front matter between two lines of `---`, then the body in Markdown.

Front matter is read as texts and typed by the field it stands in: `headline: yes` and `name: no` are text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.errors import Malformed
from newsroom.locale import _
from newsroom.model.article import OWN_SOURCE, Article, Photo, Waiver
from newsroom.model.credit import Credit, parse_credits
from newsroom.model.place import Place
from newsroom.model.text import normal
from newsroom.storage.yaml_reader import Fields, Items, Node, Text, read_yaml
from newsroom.storage.yaml_text import Value
from newsroom.storage.yaml_writer import set_value

# The order in which newsroom writes fields that a file does not have yet.
FIELD_ORDER = (
    "kicker", "headline", "deck", "section", "column", "page", "kind", "byline", "credit_line",
    "source", "dateline", "embargo", "length", "photos", "waive", "status",
)  # fmt: skip

# What other programs call our fields; a byline may also stand under the role itself (`记者: 姓名`).
ALIASES: Mapping[str, Sequence[str]] = {
    "headline": ("title",),
    "deck": ("subtitle",),
    "byline": ("author", "authors", "correspondents"),
}
_TEXTS = (
    "kicker", "headline", "deck", "section", "page", "column", "kind", "credit_line", "source", "dateline", "embargo",
    "status",
)  # fmt: skip
_KNOWN = frozenset((*FIELD_ORDER, *(alias for aliases in ALIASES.values() for alias in aliases)))
_MARK = "---"
_LONGEST_IN_WAIVER = 500  # characters; they are repeated with every finding


@dataclass(frozen=True, slots=True)
class Parts:
    """A file cut at its marks: `front` begins on line 2."""

    front: str
    body: str
    head: int  # where the front matter begins and ends, as offsets into the file
    tail: int


def split(text: str) -> Parts:
    """Cut the text of an article.

    Raises:
        Malformed: there is no front matter, or it does not end.
    """
    lines = text.split("\n")  # not splitlines: it also cuts at form feeds and U+2028
    if lines[0].rstrip() != _MARK:
        raise Malformed(
            "no-front-matter",
            _("it has no front matter"),
            _("Begin the file with a line of ---, the fields, and a line of --- again."),
        )
    head = tail = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() == _MARK:
            return Parts(text[head:tail], text[tail + len(line) + 1 :], head, tail)
        tail += len(line) + 1
    raise Malformed(
        "open-front-matter",
        _("the front matter does not end"),
        _("Put a line of --- behind its last field."),
    )


def read_article(text: str, *, id: str, issue: str, path: str, roles: Sequence[str]) -> Article:
    """The article that a file's text holds; `roles` are those by which a credit in one string is read.

    Raises:
        Malformed: with the line and the cause.
    """
    parts = split(text)
    fields = read_yaml(parts.front, first_line=2)
    reader = _FieldReader(fields, roles)
    texts = {name: reader.text(name) for name in _TEXTS}
    texts["kind"] = texts["kind"] or "story"
    texts["source"] = texts["source"] or OWN_SOURCE
    texts["status"] = texts["status"] or "draft"
    planned = _first_number(reader.text("length"))
    byline, photos, waivers = reader.byline(), reader.photos(), reader.waivers()
    body = normal(parts.body).strip("\n")
    body_at = len(text) - len(parts.body.lstrip("\r\n"))
    return Article(
        id=id, issue=issue, path=path, byline=byline, planned_length=planned, photos=photos, waivers=waivers,
        unknown=reader.unknown(), body=body, body_at=body_at, text=text, places=reader.places, **texts,
    )  # fmt: skip


def _first_number(text: str) -> int | None:
    """A planned length is a remark between people: `800`, `800字`, `about 1,200 words`."""
    found = re.search(r"[0-9][0-9,]{0,8}", text)
    return int(found[0].replace(",", "")) if found else None


def _centimetres(text: str) -> float | None:
    """A photo's width in print: `18`, `18 cm`, `18.5厘米`, `180 mm`."""
    found = re.match(r"([0-9]{1,4}(?:\.[0-9]{1,2})?) *(mm|毫米)?", text)
    return float(found[1]) / (10 if found[2] else 1) if found else None


def set_field(text: str, name: str, value: Value) -> str:
    """The text of an article with one field changed, every other line as it was.

    Raises:
        Malformed: the article can not be read. UsageError: it can have no such field.
    """
    parts = split(text)
    top, rest = _top(name)
    fields = read_yaml(parts.front, first_line=2)
    if top not in fields.values:
        top = next((alias for alias in ALIASES.get(top, ()) if alias in fields.values), top)
    name, value = _in_its_shape(fields, top + rest, value)
    front = set_value(parts.front, name, value, order=FIELD_ORDER)
    return text[: parts.head] + front + text[parts.tail :]


def _in_its_shape(fields: Fields, name: str, value: Value) -> tuple[str, Value]:
    """The name and value to set where a photo stands in short: `photos: a.jpg`, `- a.jpg`, one without a list."""
    match = re.fullmatch(r"photos\[(\d+)\]\.(.+)", name)
    node = fields.values.get("photos")
    if not match or node is None:
        return name, value
    number, part = int(match[1]), match[2]
    if isinstance(node, Fields) and number == 0:
        return f"photos.{part}", value
    if isinstance(node, Text) and node.value and number == 0:
        return "photos", [{"file": node.value, part: value}]
    if isinstance(node, Items) and number < len(node.items):
        item = node.items[number]
        if isinstance(item, Text) and item.value:
            return f"photos[{number}]", {"file": item.value, part: value}
    return name, value


def set_body(text: str, body: str) -> str:
    """The text of an article with its body replaced."""
    parts = split(text)
    head = text[: len(text) - len(parts.body)]
    head += "" if head.endswith("\n") else "\n"
    body = normal(body).strip("\n")
    return head + body + "\n" if body else head


def _top(name: str) -> tuple[str, str]:
    for at, letter in enumerate(name):
        if letter in ".[":
            return name[:at], name[at:]
    return name, ""


class _FieldReader:
    """Takes typed fields out of the tree, and notes where each stands."""

    def __init__(self, fields: Fields, roles: Sequence[str]) -> None:
        self.fields = fields
        self.roles = roles
        self.places: dict[str, Place] = {}

    def text(self, name: str) -> str:
        key = self._key(name)
        if key is None:
            return ""
        return self._text(self.fields, key, name)

    def byline(self) -> tuple[Credit, ...]:
        key = self._key("byline")
        if key is not None:
            return self._credits(self.fields, key, "byline")
        credits: list[Credit] = []
        for role in self.roles:  # 记者: 姓名、姓名
            if role in self.fields.values:
                self.places["byline"] = self._at_key(self.fields, role)
                names = self._credits(self.fields, role, "byline", start=len(credits))
                credits += [Credit(credit.role or role, credit.name) for credit in names]
        return tuple(credits)

    def photos(self) -> tuple[Photo, ...]:
        node = self.fields.values.get("photos")
        if node is None:
            return ()
        self.places["photos"] = self._at_key(self.fields, "photos")
        if isinstance(node, Text) and not node.value:
            return ()
        items = node.items if isinstance(node, Items) else [node]
        return tuple(self._photo(item, f"photos[{at}]") for at, item in enumerate(items))

    def _photo(self, node: Node, name: str) -> Photo:
        self.places[name] = _place(node)
        if isinstance(node, Text):  # only the file's name
            self.places[f"{name}.file"] = _place(node)
            return Photo(node.value.strip())
        if not isinstance(node, Fields):
            raise _misshapen(node, name, _("a file, a caption and a credit"))
        file, caption, width = (self._text(node, key, f"{name}.{key}") for key in ("file", "caption", "width"))
        return Photo(file, caption, self._credits(node, "credit", f"{name}.credit"), _centimetres(width))

    def waivers(self) -> tuple[Waiver, ...]:
        node = self.fields.values.get("waive")
        if node is None:
            return ()
        self.places["waive"] = self._at_key(self.fields, "waive")
        if isinstance(node, Text) and not node.value:
            return ()
        items = node.items if isinstance(node, Items) else [node]
        return tuple(self._waiver(item, f"waive[{at}]") for at, item in enumerate(items))

    def _waiver(self, node: Node, name: str) -> Waiver:
        self.places[name] = _place(node)
        if isinstance(node, Text):  # only the rule
            self.places[f"{name}.rule"] = _place(node)
            return Waiver(node.value.strip())
        if not isinstance(node, Fields):
            raise _misshapen(node, name, _("a rule, a reason and a person"))
        texts = (self._text(node, key, f"{name}.{key}") for key in ("rule", "reason", "by"))
        return Waiver(*(text[:_LONGEST_IN_WAIVER] for text in texts))

    def unknown(self) -> tuple[str, ...]:
        """The keys that mean nothing here, each with its place."""
        unknown = tuple(key for key in self.fields.keys if key not in _KNOWN and key not in self.roles)
        for key in unknown:
            self.places.setdefault(key, self._at_key(self.fields, key))
        return unknown

    def _credits(self, fields: Fields, key: str, name: str, *, start: int = 0) -> tuple[Credit, ...]:
        node = fields.values.get(key)
        if node is None:
            return ()
        self.places.setdefault(name, self._at_key(fields, key))
        items = node.items if isinstance(node, Items) else [node]
        credits: list[Credit] = []
        for item in items:
            here = f"{name}[{start + len(credits)}]"
            if isinstance(item, Fields):
                self.places[here] = _place(item)
                role, person = (self._text(item, part, f"{here}.{part}") for part in ("role", "name"))
                credits.append(Credit(role, person))
            elif isinstance(item, Text):
                for credit in parse_credits(normal(item.value), self.roles):
                    self.places[f"{name}[{start + len(credits)}]"] = _place(item)
                    credits.append(credit)
            else:
                raise _misshapen(item, here, _("a role and a name"))
        return tuple(credits)

    def _key(self, name: str) -> str | None:
        if name in self.fields.values:
            return name
        if name in ALIASES:
            return next((key for key in ALIASES[name] if key in self.fields.values), None)
        return None

    def _text(self, fields: Fields, key: str, name: str) -> str:
        node = fields.values.get(key)
        if node is None:
            return ""
        if not isinstance(node, Text):
            raise _misshapen(node, name, _("text"))
        value = normal(node.value).strip()
        self.places[name] = _place(node) if value else self._at_key(fields, key)
        return value

    @staticmethod
    def _at_key(fields: Fields, key: str) -> Place:
        """An empty value, or a list, stands at its key."""
        return _place(fields.keys[key])


def _place(node: Node) -> Place:
    length = node.end - node.start
    if not isinstance(node, Text) and isinstance(node, Items | Fields) and not node.flow:
        first = node.items[0] if isinstance(node, Items) else next(iter(node.values.values()))
        length = first.end - node.start
    return Place(node.line, node.column, length)


def _misshapen(node: Node, name: str, wanted: str) -> Malformed:
    return Malformed(
        "misshapen-field",
        _("{name} should be {wanted}", name=name, wanted=wanted),
        _("newsroom article add writes one as it should be."),
        line=node.line,
        column=node.column,
    )
