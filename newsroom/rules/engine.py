"""Runs the rules over articles. It knows no rule by name: the files in this folder are the list."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import newsroom.rules
from newsroom.model.article import Article, Place, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.paper import Paper, RuleSetting, Severity
from newsroom.rules.rule import Copy, Fault, Rule

STAGES = ("draft", "submitted", "approved", "published")
CURRENT = "current"  # each article at the stage that its own status says

_NOT_RULES = ("engine", "required", "rule")
_AS_IT_IS = RuleSetting()


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its name, in the order of the names."""
    rules: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(newsroom.rules.__path__):
        if module.name in _NOT_RULES:
            continue
        found = importlib.import_module(f"newsroom.rules.{module.name}")
        for value in vars(found).values():
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == found.__name__:
                rule = value()
                rules[rule.name] = rule
    return dict(sorted(rules.items()))


def judge(
    articles: Iterable[Article | Unreadable], issue: Issue, paper: Paper, stage: str = "submitted"
) -> Iterator[Finding]:
    """What the rules find in the articles of one issue, by line. Killed copy goes into no paper and is not judged."""
    for article in articles:
        if isinstance(article, Unreadable):
            yield from _unreadable(article, paper)
        elif article.status != "killed":
            at = article.status if stage == CURRENT else stage
            yield from sorted(_findings(Copy(article, issue, paper), at), key=lambda found: (found.line, found.column))


def _findings(copy: Copy, stage: str) -> Iterator[Finding]:
    article = copy.article
    for rule in all_rules().values():
        severity = _severity(rule, copy.paper, stage)
        if severity:
            for fault in rule.check(copy):
                yield _finding(rule, severity, fault, article.path, article.place(fault.field), article.text)


def _unreadable(file: Unreadable, paper: Paper) -> Iterator[Finding]:
    for rule in all_rules().values():
        severity = _severity(rule, paper, "submitted")
        if severity:
            for fault in rule.check_unreadable(file):
                yield _finding(rule, severity, fault, file.path, Place(file.line, file.column), file.text)


def _severity(rule: Rule, paper: Paper, stage: str) -> Severity | None:
    setting = paper.rules.get(rule.name, _AS_IT_IS)
    if setting.severity == "off":
        return None
    if stage == "draft" and rule.warns_in_draft:
        return "warning"
    return setting.severity or rule.severity


def _finding(rule: Rule, severity: Severity, fault: Fault, path: str, place: Place, text: str) -> Finding:
    message, help = fault.wording.filled(fault.values)
    lines = text.split("\n", place.line)
    return Finding(
        rule=rule.name,
        severity=severity,
        path=path,
        line=place.line,
        column=place.column,
        field=fault.field,
        message=message,
        help=help,
        length=place.length,
        excerpt=lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else "",
    )
