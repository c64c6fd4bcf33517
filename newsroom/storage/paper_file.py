"""`newsroom.yaml` and `issue.yaml`: the paper and the plan of an issue, read with the line of every fault."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from newsroom.errors import Malformed
from newsroom.locale import LANGUAGES, SOURCE, _, listed, nearest
from newsroom.model.issue import Issue, Page, is_page_code
from newsroom.model.kind import DEFAULT_KINDS, REQUIRABLE, Kind
from newsroom.model.paper import DEFAULT_ROLES, Option, Paper, RuleSetting
from newsroom.model.place import Place
from newsroom.storage.yaml_reader import Fields, Items, Node, Text, read_yaml

_SEVERITIES = ("error", "warning", "off")
_WITHIN = ("kind", "section", "page", "stage")  # for which a rule may be set otherwise


def read_paper(text: str) -> Paper:
    """The paper that the text of a `newsroom.yaml` describes.

    Raises:
        Malformed: with the line and the cause.
    """
    fields = read_yaml(text)
    said = _text(fields, "language")
    language = nearest(said) if said else SOURCE
    if language is None:
        raise _fault(
            fields.values["language"],
            _("the language {language} is not known", language=said),
            _("Known are: {known}.", known=listed(LANGUAGES)),
        )
    return Paper(
        name=_text(fields, "name"),
        language=language,
        sections=tuple(_texts(fields, "sections")),
        roles=tuple(_texts(fields, "roles")) or tuple(DEFAULT_ROLES[language]),
        kinds={**DEFAULT_KINDS, **{name: _kind(name, node) for name, node in _mapping(fields, "kinds").items()}},
        rules={name: _rule(node) for name, node in _mapping(fields, "rules").items()},
    )


def read_issue(text: str, bare: Issue) -> Issue:
    """The issue that the text of an `issue.yaml` plans; `bare` is what its folder tells of it.

    Raises:
        Malformed: with the line and the cause.
    """
    fields = read_yaml(text)
    number, day = _number(fields, "number"), _text(fields, "date")
    try:
        issued = date.fromisoformat(day) if day else None
    except ValueError:
        raise _fault(
            fields.values["date"], _("the date {text} is not a date", text=day), _("Write it as 2022-10-12.")
        ) from None
    return replace(
        bare,
        date=issued or bare.date,
        number=number,
        pages=tuple(_pages(fields)),
        published=_text(fields, "status") == "published",
        places=dict(_places(fields)),
        text=text,
    )


def _kind(name: str, node: Node) -> Kind:
    known = DEFAULT_KINDS.get(name, Kind(name, frozenset()))
    if isinstance(node, Text) and not node.value:
        return known
    if not isinstance(node, Fields):
        raise _fault(
            node, _("a kind should be {wanted}", wanted="{require: [deck]}"), _("See newsroom.yaml of a new newsroom.")
        )
    required = _texts(node, "require")
    for field in required:
        if field not in REQUIRABLE:
            raise _fault(
                node.values["require"],
                _("a kind can not require {field}", field=field),
                _("Known are: {known}.", known=listed(REQUIRABLE)),
            )
    return Kind(name, known.needs | set(required), known.source_for_byline, known.name_is_enough)


def _rule(node: Node) -> RuleSetting:
    if isinstance(node, Text):
        fields, severity = Fields(node.line, node.column, node.start, node.end), node.value
    elif isinstance(node, Fields):
        fields, severity = node, _text(node, "severity")
    else:
        raise _fault(
            node,
            _("a rule should be {wanted}", wanted="off, warning, error, {severity: warning}"),
            _("See newsroom rules."),
        )
    if severity and severity not in _SEVERITIES:
        raise _fault(
            fields.values.get("severity", node),
            _("the severity {text} is not known", text=severity),
            _("Known are: {known}.", known=listed(_SEVERITIES)),
        )
    options = {name: _option(fields, name) for name in fields.values if name not in ("severity", *_WITHIN)}
    within = {(by, name): _rule(inner) for by in _WITHIN for name, inner in _mapping(fields, by).items()}
    return RuleSetting(severity or None, options, node.line, within)  # type: ignore[arg-type]  # checked just above


def _option(fields: Fields, name: str) -> Option:
    return tuple(_texts(fields, name)) if isinstance(fields.values[name], Items) else _text(fields, name)


def _pages(fields: Fields) -> Iterator[Page]:
    for node in _list(fields, "pages"):
        page = Page(node.value) if isinstance(node, Text) else None
        if isinstance(node, Fields):
            length = _number(node, "length")
            page = Page(_text(node, "page"), _text(node, "section"), _text(node, "editor"), length)
        if page is None or not is_page_code(page.code):
            raise _fault(
                node, _("a page should be {wanted}", wanted='{page: "3", section: …}'), _("Codes are: 3, A01, 4-5.")
            )
        yield page


def _places(fields: Fields) -> Iterator[tuple[str, Place]]:
    """Where the fields of a plan stand, and each page in it."""
    nodes = {name: node for name, node in fields.values.items() if name != "pages"}
    nodes |= {f"pages[{at}]": node for at, node in enumerate(_list(fields, "pages"))}
    for name, node in nodes.items():
        yield name, Place(node.line, node.column, node.end - node.start)


def _number(fields: Fields, name: str) -> int | None:
    text = _text(fields, name)
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise _fault(fields.values[name], _("{name} {text} is not a number", name=name, text=text), _("Write digits."))
    return int(text) if text else None


def _text(fields: Fields, name: str) -> str:
    node = fields.values.get(name)
    if node is None:
        return ""
    if not isinstance(node, Text):
        raise _fault(node, _("{name} should be {wanted}", name=name, wanted=_("text")), _("Put the value in quotes."))
    return node.value.strip()


def _texts(fields: Fields, name: str) -> list[str]:
    texts = []
    for node in _list(fields, name):
        if not isinstance(node, Text) or not node.value.strip():
            raise _fault(
                node, _("{name} should be a list of texts", name=name), _("Write {name}: [one, two].", name=name)
            )
        texts.append(node.value.strip())
    return texts


def _list(fields: Fields, name: str) -> list[Node]:
    node = fields.values.get(name)
    if node is None or (isinstance(node, Text) and not node.value):
        return []
    if not isinstance(node, Items):
        raise _fault(node, _("{name} should be a list", name=name), _("Write {name}: [one, two].", name=name))
    return node.items


def _mapping(fields: Fields, name: str) -> dict[str, Node]:
    node = fields.values.get(name)
    if node is None or (isinstance(node, Text) and not node.value):
        return {}
    if not isinstance(node, Fields):
        raise _fault(
            node,
            _("{name} should be a list of fields", name=name),
            _("Write each field as `name: value`, on a line of its own."),
        )
    return node.values


def _fault(node: Node, cause: str, help: str) -> Malformed:
    return Malformed("malformed-setting", cause, help, line=node.line, column=node.column)
