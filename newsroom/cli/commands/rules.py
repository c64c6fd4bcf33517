"""`newsroom rules`."""

import re
import sys
from difflib import get_close_matches
from typing import Annotated

import typer

from newsroom.cli.options import Json
from newsroom.cli.screen import paint, paragraph, show, show_json, table
from newsroom.errors import UsageError
from newsroom.locale import _, spoken
from newsroom.model.text import reflow
from newsroom.reports import SCHEMA_VERSION
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Rule

SEVERITY_WORDS = {"error": "error", "warning": "warning"}


def rules(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The rule to explain.")] = None,
    json: Json = False,
) -> None:
    """List the rules, or explain one of them, with examples.

    Examples:
      newsroom rules
      newsroom rules missing-caption
    """
    known = all_rules()
    if name is None:
        if json:
            show_json({"schema_version": SCHEMA_VERSION, "rules": [_json(rule) for rule in known.values()]})
        else:
            rows = [[rule.name, _(SEVERITY_WORDS[rule.severity]), _summary(rule)] for rule in known.values()]
            table([_("rule"), _("severity"), _("what it finds")], rows, flexible=(2,))
        return
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise UsageError(
            "no-such-rule",
            _("There is no rule {name}.", name=name),
            _("Did you mean {command}?", command=f"newsroom rules {near[0]}") if near else _("See newsroom rules."),
        )
    if json:
        show_json({"schema_version": SCHEMA_VERSION, **_json(known[name])})
    else:
        _page(known[name])


def _page(rule: Rule) -> None:
    page = rule.page
    show(paint(rule.name, sys.stdout, bold=True) + f"  {_(SEVERITY_WORDS[rule.severity])}")
    show("")
    paragraph(reflow(page.what[spoken()]))
    show("\n" + paint(_("Why is this bad?"), sys.stdout, bold=True))
    paragraph(reflow(page.why[spoken()]))
    for title, examples in ((_("What it finds"), page.fails), (_("What is right"), page.passes)):
        show("\n" + paint(title, sys.stdout, bold=True))
        for example in examples:
            show("\n" + "\n".join(f"    {line}" for line in example.rstrip("\n").split("\n")))
    setting = f"rules: {{{rule.name}: off}}"
    show("\n" + _("To change it, in newsroom.yaml: {setting} (or warning, error)", setting=setting))


def _summary(rule: Rule) -> str:
    """The first sentence of its page."""
    return re.split(r"(?<=\.) |(?<=。)", reflow(rule.page.what[spoken()]))[0]


def _json(rule: Rule) -> dict[str, object]:
    page = rule.page
    return {
        "name": rule.name,
        "severity": rule.severity,
        "what": page.what[spoken()],
        "why": page.why[spoken()],
        "fails": list(page.fails),
        "passes": list(page.passes),
    }
