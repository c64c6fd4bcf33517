"""The paper's register: `register.yaml`, and any files in the folder `register/`, read with the line of every fault."""

from collections.abc import Mapping
from datetime import date

from newsroom.errors import Malformed, Refused
from newsroom.locale import _, listed
from newsroom.model.near_form import SHORTEST
from newsroom.model.register import KINDS, Register, Term
from newsroom.model.text import normal
from newsroom.storage.files import decode_text
from newsroom.storage.yaml_reader import Fields, Items, Node, Text, read_yaml

MAX_NODES = 400_000  # of YAML in a file; a term takes some ten
MAX_TERMS = 50_000
LONGEST = 100  # characters of a form

_FIELDS = ("wrong", "right", "keep", "why", "kind", "from", "until", "fix")
_YES_NO = ("yes", "no")


def read_register(contents: Mapping[str, bytes]) -> Register:
    """The register that files of that content make together.

    Raises:
        Refused: one of them can not be read; says which, and the line.
    """
    terms: list[Term] = []
    for path, content in contents.items():
        try:
            terms += read_terms(decode_text(content), at_most=MAX_TERMS - len(terms))
        except Malformed as fault:
            cause = _("{path}, line {line}: {cause}.", path=path, line=fault.line, cause=fault.message)
            raise Refused("malformed-register", cause, fault.help) from None
    return Register(tuple(terms))


def read_terms(text: str, *, at_most: int = MAX_TERMS) -> list[Term]:
    """The entries of a file of the register.

    Raises:
        Malformed: with the line and the cause.
    """
    lines = enumerate(text.split("\n"), 1)
    number, first = next(((number, line) for number, line in lines if _says_something(line)), (1, ""))
    if first.startswith("-"):
        raise Malformed("malformed-register", _("the list has no name"), _("Write above it: terms:"), line=number)
    fields = read_yaml(text, max_nodes=MAX_NODES)
    for name, key in fields.keys.items():
        if name != "terms":
            raise _fault(key, _("a register has no {name}", name=name), _("Known are: {known}.", known="terms"))
    node = fields.values.get("terms")
    if node is None or (isinstance(node, Text) and not node.value):
        return []
    if not isinstance(node, Items):
        raise _fault(node, _("{name} should be a list", name="terms"), _hint())
    if len(node.items) > at_most:
        cause = _("there are more than {count} entries", count=MAX_TERMS)
        raise _fault(node.items[at_most], cause, _("Delete those that are no longer needed."))
    return [_term(item) for item in node.items]


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "---"))


def _term(node: Node) -> Term:
    if not isinstance(node, Fields):
        raise _fault(node, _("an entry should be {wanted}", wanted="{wrong: …, right: …}"), _hint())
    for name, key in node.keys.items():
        if name not in _FIELDS:
            cause = _("an entry has no {name}", name=name)
            raise _fault(key, cause, _("Known are: {known}.", known=listed(_FIELDS)))
    wrong = tuple(dict.fromkeys(_form(each) for each in _several(node, "wrong")))
    right, keep = (_form(node.values[name]) if _text(node, name) else "" for name in ("right", "keep"))
    term = Term(
        wrong,
        right,
        keep,
        " ".join(_text(node, "why").split()),
        _one_of(node, "kind", KINDS) or "term",
        _day(node, "from"),
        _day(node, "until"),
        _one_of(node, "fix", _YES_NO) == "yes",
    )
    _check(node, term)
    return term


def _check(node: Fields, term: Term) -> None:
    """Refuse an entry whose parts do not go together."""
    if term.keep and (term.wrong or term.right):
        at = node.values["wrong" if term.wrong else "right"]
        raise _fault(at, _("keep stands alone, without wrong and right"), _("Make two entries of it."))
    if not (term.keep or term.wrong or term.right):
        raise _fault(node, _("an entry without wrong, right or keep"), _hint())
    if term.right in term.wrong:
        raise _fault(node.values["wrong"], _("wrong and right are the same"), _("Delete one of the two."))
    if term.keep and len(term.keep) < SHORTEST:
        raise _fault(
            node.values["keep"],
            _("keep needs {count} characters or more", count=SHORTEST),
            _("List what is wrong instead: {example}", example=f"wrong: […], right: {term.keep}"),
        )
    if term.since and term.until and term.since > term.until:
        raise _fault(node.values["until"], _("until is before from"), _("Exchange the two."))
    if term.fix and not (term.wrong and term.right):
        raise _fault(node.values["fix"], _("fix needs wrong and right"), _hint())


def _form(node: Node) -> str:
    """A form as it stands in copy, on one line."""
    form = normal(node.value.strip()) if isinstance(node, Text) else ""
    if not 2 <= len(form) <= LONGEST or "\n" in form:
        cause = _("a form should be a text of 2 to {count} characters, on one line", count=LONGEST)
        raise _fault(node, cause, _hint())
    return form


def _several(fields: Fields, name: str) -> list[Node]:
    node = fields.values.get(name)
    if isinstance(node, Items):
        return node.items
    return [] if node is None or (isinstance(node, Text) and not node.value.strip()) else [node]


def _text(fields: Fields, name: str) -> str:
    node = fields.values.get(name)
    if node is not None and not isinstance(node, Text):
        raise _fault(node, _("{name} should be {wanted}", name=name, wanted=_("text")), _("Put the value in quotes."))
    return node.value.strip() if node else ""


def _one_of(fields: Fields, name: str, known: tuple[str, ...]) -> str:
    text = _text(fields, name)
    if text and text not in known:
        cause = _("{name} should be {wanted}", name=name, wanted=listed(known))
        raise _fault(fields.values[name], cause, _("Known are: {known}.", known=listed(known)))
    return text


def _day(fields: Fields, name: str) -> date | None:
    text = _text(fields, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        cause = _("the date {text} is not a date", text=text)
        raise _fault(fields.values[name], cause, _("Write it as 2022-10-12.")) from None


def _hint() -> str:
    return _("Write it as {example}.", example="- {wrong: 高研, right: 高岩, kind: name}")


def _fault(node: Node, cause: str, help: str) -> Malformed:
    return Malformed("malformed-register", cause, help, line=node.line, column=node.column)
