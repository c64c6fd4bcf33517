"""`newsroom rules`."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.options import Json
from newsroom.cli.screen import paint, say, show, show_json, table, width
from newsroom.errors import NewsroomError, UsageError
from newsroom.locale import _, spoken
from newsroom.model.finding import Finding
from newsroom.model.paper import RuleSetting
from newsroom.model.text import display_width, printable, reflow, wrap
from newsroom.reports import SCHEMA_VERSION
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Rule
from newsroom.storage.newsroom import SETTINGS, Newsroom, find_root

SEVERITY_WORDS = {"error": "error", "warning": "warning", "off": "off"}
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
_COLORS = {"error": "red", "warning": "yellow", "off": "bright_black"}
_WIDEST = 100
_MARGIN = "    "


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
    known, settings = all_rules(), _settings()
    if name is None:
        if json:
            pages = [_json(rule, settings) for rule in known.values()]
            show_json({"schema_version": SCHEMA_VERSION, "rules": pages})
        elif sys.stdout.isatty():
            _list(known.values(), settings)
        else:
            rows = [[rule.name, _(SEVERITY_WORDS[_set(rule, settings)]), rule.page.summary] for rule in known.values()]
            table(["", "", ""], rows, flexible=(2,))
        return
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise UsageError(
            "no-such-rule",
            _("There is no rule {name}.", name=name),
            _("Did you mean {command}?", command=f"newsroom rules {near[0]}") if near else _("See newsroom rules."),
        )
    if json:
        show_json({"schema_version": SCHEMA_VERSION, **_json(known[name], settings)})
    else:
        _page(known[name], settings)


def _settings() -> Mapping[str, RuleSetting]:
    """What the paper changes of the rules; outside of a newsroom nothing. Settings that can not be read stop no one."""
    root = find_root(Path.cwd())
    try:
        return Newsroom(root).paper.rules if root else {}
    except NewsroomError as error:
        say(error.message)
        return {}


def _set(rule: Rule, settings: Mapping[str, RuleSetting]) -> str:
    """The severity that the rule has in this paper, or `off`."""
    setting = settings.get(rule.name)
    return (setting and setting.severity) or rule.severity


def _list(rules: Iterable[Rule], settings: Mapping[str, RuleSetting]) -> None:
    rules = list(rules)
    names = max(len(rule.name) for rule in rules)
    severities = max(display_width(_(word)) for word in SEVERITY_WORDS.values())
    margin = " " * (2 + names + 2 + severities + 2)
    for group, title in GROUP_WORDS.items():
        show(paint(_(title), sys.stdout, bold=True))
        for rule in rules:
            if rule.group == group:
                severity = _set(rule, settings)
                word = _(SEVERITY_WORDS[severity])
                gap = " " * (severities - display_width(word) + 2)
                first, *more = wrap(rule.page.summary, _page_width() - len(margin))
                show(f"  {rule.name:<{names}}  {paint(word, sys.stdout, fg=_COLORS[severity])}{gap}{first}")
                for line in more:
                    show(margin + line)
        show("")
    changed = [rule.name for rule in rules if _set(rule, settings) != rule.severity]
    if changed:
        _prose(_("Set in {path}: {rules}", path=SETTINGS, rules=" ".join(changed)))
    _prose(_("To have one explained: {command}", command="newsroom rules missing-caption"))


def _page(rule: Rule, settings: Mapping[str, RuleSetting]) -> None:
    page, severity = rule.page, _set(rule, settings)
    word = paint(_(SEVERITY_WORDS[severity]), sys.stdout, fg=_COLORS[severity])
    show(paint(rule.name, sys.stdout, bold=True) + f"  {word}")
    if severity != rule.severity:
        at, usual = settings[rule.name].line, _(SEVERITY_WORDS[rule.severity])
        _prose(_("Set in {path}, line {line}; else it is: {severity}", path=SETTINGS, line=at, severity=usual))
    show("")
    _prose(reflow(page.what[spoken()]))
    show("\n" + paint(_("Why is this bad?"), sys.stdout, bold=True))
    _prose(reflow(page.why[spoken()]))
    for title, examples in ((_("What it finds"), page.fails), (_("What is right"), page.passes)):
        show("\n" + paint(title, sys.stdout, bold=True))
        for example in examples:
            show("")
            for line in _marked(rule, example):
                show(line)
    show("\n" + paint(_("To change it, in {path} (off, warning or error):", path=SETTINGS), sys.stdout, bold=True))
    show(f"{_MARGIN}rules: {{{rule.name}: off}}")


def _marked(rule: Rule, example: str) -> Iterator[str]:
    """The lines of an example, below each what is wrong there."""
    from newsroom.desk.explain import faults_in

    faults = faults_in(example, rule.name)
    for number, line in enumerate(example.rstrip("\n").split("\n"), 1):
        yield _MARGIN + printable(line.replace("\t", " "))
        for fault in faults:
            if fault.line == number:
                yield from _mark(fault, line)


def _mark(fault: Finding, line: str) -> Iterator[str]:
    """Carets under what is at fault, or under the whole line, and what is wrong with it."""
    at = fault.column - 1 if fault.length else len(line) - len(line.lstrip())
    marked = line[at : at + fault.length] if fault.length else line[at:]
    start = _MARGIN + " " * display_width(printable(line[:at].replace("\t", " ")))
    carets = "^" * max(1, display_width(printable(marked.rstrip())))
    whole = f"{start}{carets} {fault.message}"
    if display_width(whole) <= _page_width():
        yield f"{start}{paint(carets, sys.stdout, fg='red')} {fault.message}"
    else:
        yield start + paint(carets, sys.stdout, fg="red")
        yield from (_MARGIN + text for text in wrap(fault.message, _page_width() - len(_MARGIN)))


def _prose(text: str) -> None:
    for line in wrap(text, _page_width()):
        show(line)


def _page_width() -> int:
    return min(width(), _WIDEST)


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
        "set_to": _set(rule, settings),
    }
