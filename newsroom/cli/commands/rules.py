"""`newsroom rules`."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.options import Json
from newsroom.cli.rule_page import COLORS, PAPER_WORDS, SEVERITY_WORDS, page_width, prose, severity_of, show_page
from newsroom.cli.screen import paint, say, show, show_json, table
from newsroom.errors import NewsroomError, UsageError
from newsroom.locale import _, spoken
from newsroom.model.near import nearest_to
from newsroom.model.paper import Paper, RuleSetting
from newsroom.model.text import display_width, wrap
from newsroom.reports import SCHEMA_VERSION
from newsroom.rules.engine import all_rules, rules_for
from newsroom.rules.rule import Rule
from newsroom.storage.newsroom import SETTINGS, Newsroom, find_root

GROUP_WORDS = {
    "fields": "What an article needs",
    "form": "Form",
    "credits": "Credits",
    "copy": "Copy",
    "chinese": "Chinese copy",
    "english": "English copy",
    "register": "The paper's own register",
    "photos": "Photos",
    "issue": "The whole issue",
    "waivers": "Waivers",
    "files": "Files",
}


def rules(
    name: Annotated[str | None, typer.Argument(metavar="[RULE]", help="The rule to explain.")] = None,
    json: Json = False,
) -> None:
    """List the rules, or explain one of them, with examples.

    In a newsroom each rule is as its newsroom.yaml sets it.

    Examples:
      newsroom rules
      newsroom rules missing-caption
    """
    paper, known = _paper(), all_rules()
    settings = paper.rules if paper else {}
    if name is None:
        if json:
            pages = [_json(rule, settings) for rule in known.values()]
            show_json({"schema_version": SCHEMA_VERSION, "rules": pages})
            return
        rules = rules_for(paper.language) if paper else tuple(known.values())
        if sys.stdout.isatty():
            _list(rules, settings)
        else:
            rows = [[it.name, _(SEVERITY_WORDS[severity_of(it, settings)]), it.page.summary] for it in rules]
            table(["", "", ""], rows, flexible=(2,))
        return
    if name not in known:
        near = nearest_to(name, known)
        raise UsageError(
            "no-such-rule",
            _("There is no rule {name}.", name=name),
            _("Did you mean {command}?", command=f"newsroom rules {near}") if near else _("See newsroom rules."),
        )
    if json:
        show_json({"schema_version": SCHEMA_VERSION, **_json(known[name], settings)})
    else:
        show_page(known[name], settings)


def _paper() -> Paper | None:
    """The paper of this newsroom; outside of one none. Settings that can not be read stop no one."""
    root = find_root(Path.cwd())
    try:
        return Newsroom(root).paper if root else None
    except NewsroomError as error:
        say(error.message)
        return None


def _list(rules: Sequence[Rule], settings: Mapping[str, RuleSetting]) -> None:
    for group, title in GROUP_WORDS.items():
        of_group = [rule for rule in rules if rule.group == group]
        if of_group:
            language = of_group[0].language
            note = f"  {_(PAPER_WORDS[language])}" if language else ""
            show(paint(_(title), sys.stdout, bold=True) + note)
            _list_group(of_group, settings)
            show("")
    others = all_rules().keys() - {rule.name for rule in rules}
    if others:
        prose(_("Only for papers in another language: {rules}", rules=" ".join(sorted(others))))
        show("")
    changed = [rule.name for rule in rules if rule.name in settings]
    if changed:
        prose(_("Set in {path}: {rules}", path=SETTINGS, rules=" ".join(changed)))
    prose(_("To have one explained: {command}", command="newsroom rules missing-caption"))


def _list_group(rules: Sequence[Rule], settings: Mapping[str, RuleSetting]) -> None:
    names = max(len(rule.name) for rule in rules)
    severities = max(display_width(_(word)) for word in SEVERITY_WORDS.values())
    margin = " " * (2 + names + 2 + severities + 2)
    for rule in rules:
        severity = severity_of(rule, settings)
        word = _(SEVERITY_WORDS[severity])
        gap = " " * (severities - display_width(word) + 2)
        first, *more = wrap(_brief(rule.page.summary), page_width() - len(margin))
        show(f"  {rule.name:<{names}}  {paint(word, sys.stdout, fg=COLORS[severity])}{gap}{first}")
        for line in more:
            show(margin + line)


def _brief(summary: str) -> str:
    """What a rule does without the examples, which stand behind a colon or between brackets."""
    plain = re.sub(r" ?\((?:`[^`]*`|[^`()])*\)|（(?:`[^`]*`|[^`（）])*）", "", summary)
    head = re.match(r"((?:`[^`]*`|[^`])*?)(: |：)", plain)
    return head[1] + ("。" if head[2] == "：" else ".") if head else plain


def _json(rule: Rule, settings: Mapping[str, RuleSetting]) -> dict[str, object]:
    page = rule.page
    return {
        "name": rule.name,
        "severity": rule.severity,
        "what": page.what[spoken()],
        "why": page.why[spoken()],
        "fails": list(page.fails),
        "passes": list(page.passes),
        "group": rule.group,
        "set_to": severity_of(rule, settings),
        "language": rule.language or None,
        "options": dict(rule.options),
    }
