"""Runs the rules over articles and issues. It knows no rule by name: the files in this folder are the list."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice

import newsroom.rules
from newsroom.locale import plural
from newsroom.model.article import Article, Unreadable, Waiver
from newsroom.model.finding import Edit, Finding
from newsroom.model.issue import Issue
from newsroom.model.locate import Locator
from newsroom.model.paper import Paper, Severity
from newsroom.model.place import Place
from newsroom.rules.field_words import field_words
from newsroom.rules.rule import PACKS, Copy, Fault, IssueCopy, Rule
from newsroom.rules.stages import CURRENT

# The most that is said of one article by one rule: who sends more has sent no article.
_FAULTS, _FINDINGS = 10_000, 100
_PLANS = 1_000  # kinds, sections and pages that are remembered
_EXCERPT = 4_000  # characters of the line at fault

_NOT_RULES = ("copy", "engine", "field_words", "required", "rule", "stages")


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its name, in the order of the names."""
    rules = {rule.name: rule for package in ("", *PACKS) for rule in _rules_in(package)}
    return dict(sorted(rules.items()))


@cache
def rules_for(language: str) -> tuple[Rule, ...]:
    """The rules for papers of a language, in the order of their names; those of others are not even imported."""
    packages = ("", *(package for package, its_language in PACKS.items() if its_language == language))
    return tuple(sorted((rule for package in packages for rule in _rules_in(package)), key=lambda rule: rule.name))


def _rules_in(package: str) -> Iterator[Rule]:
    home = f"newsroom.rules.{package}".rstrip(".")
    for module in pkgutil.iter_modules([f"{path}/{package}" for path in newsroom.rules.__path__]):
        if module.ispkg or module.name in _NOT_RULES or module.name.startswith("_"):
            continue
        found = importlib.import_module(f"{home}.{module.name}")
        for value in vars(found).values():
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == found.__name__:
                yield value()


def judge(
    articles: Iterable[Article | Unreadable], issue: Issue, paper: Paper, stage: str = "submitted"
) -> Iterator[Finding]:
    """What the rules find in the articles of one issue, by line, without what is waived.

    Killed copy goes into no paper and is not judged. Rules about the whole issue are not asked.
    """
    judging = Judge(paper, stage)
    for article in articles:
        yield from (finding for finding in judging.article(article, issue) if not finding.waiver)


@dataclass(frozen=True, slots=True)
class _Asked:
    """An article of which the rules are asked: the marks that it has, the fields with something in them, its plan."""

    article: Article
    copy: Copy
    marks: frozenset[str]
    filled: frozenset[str]
    plan: list[tuple[Rule, Severity]]
    found: list[Finding]


class Judge:
    """The rules of a paper at a stage. What applies to a kind, a section and a page is worked out once."""

    def __init__(self, paper: Paper, stage: str) -> None:
        self._paper = paper
        self._stage = stage
        self._rules = rules_for(paper.language)
        self._is_even = not any(setting.within for setting in paper.rules.values())  # the same for every kind and page
        self._about_issues = frozenset(rule.name for rule in self._rules if rule.is_about_issues)
        self._fields = frozenset(name for rule in self._rules for name in rule.looks_at)
        self._marks = re.compile(_any_of(frozenset().union(*(rule.marks for rule in self._rules))))
        self._plans: dict[tuple[str, str, str, str], list[tuple[Rule, Severity]]] = {}

    def articles(self, files: Sequence[Article | Unreadable], issue: Issue) -> list[list[Finding]]:
        """What the rules find in each of these articles, by line; what is waived carries its waiver.

        A rule is asked of all of them before the next one is: what it needs is still at hand then, which makes a good
        third of what it costs.
        """
        found = [list(self._unreadable(file)) if isinstance(file, Unreadable) else [] for file in files]
        asked = [
            self._asked(file, issue, its)
            for file, its in zip(files, found, strict=True)
            if isinstance(file, Article) and file.status != "killed"
        ]
        alike: dict[int, list[_Asked]] = {}
        for one in asked:
            alike.setdefault(id(one.plan), []).append(one)
        for these in alike.values():
            self._ask(these)
        for one in asked:
            if one.article.waivers:
                one.found[:] = self._waived(one.found, one.article, one.plan, about_issues=False)
            one.found.sort(key=lambda it: (it.line, it.column))
        return found

    def article(self, article: Article | Unreadable, issue: Issue) -> list[Finding]:
        """What the rules find in one article, as in `articles`."""
        return self.articles([article], issue)[0]

    def issue(self, copy: IssueCopy, find: Callable[[str], Article | None]) -> list[Finding]:
        """What the rules about whole issues find; `find` gives the article at a path, to say where the fault stands."""
        copy = replace(copy, stage="submitted" if self._stage == CURRENT else self._stage)
        plan = Article(id="", issue=copy.issue.id, path=f"{copy.issue.path}/issue.yaml", text=copy.issue.text,
                       places=copy.issue.places)  # fmt: skip
        by_path: dict[str, list[Finding]] = {}
        for rule, severity in self._active("", "", "", copy.stage):
            for fault in rule.check_issue(copy) if rule.is_about_issues else ():
                article = (find(fault.path) if fault.path else None) or plan
                at = (
                    self._severity(rule, "", "", "", article.status)
                    if self._stage == CURRENT and fault.path
                    else severity
                )
                if at:
                    by_path.setdefault(article.path, []).append(_finding(rule, at, [fault], article))
        for digest in copy.articles:
            waiving = find(digest.path) if digest.waivers else None
            if waiving:
                active = self._active(waiving.kind, waiving.section_in(copy.issue), waiving.page, copy.stage)
                found = by_path.get(digest.path, [])
                by_path[digest.path] = self._waived(found, waiving, active, about_issues=True)
        return [finding for path in sorted(by_path) for finding in by_path[path]]

    def _plan(self, copy: Copy) -> list[tuple[Rule, Severity]]:
        article = copy.article
        return self._active(article.kind, article.section_in(copy.issue), article.page, copy.stage)

    def _active(self, kind: str, section: str, page: str, stage: str) -> list[tuple[Rule, Severity]]:
        if self._is_even:
            kind = section = page = ""
        plan = self._plans.get((kind, section, page, stage))
        if plan is None:
            if len(self._plans) > _PLANS:
                self._plans.clear()
            judged = ((rule, self._severity(rule, kind, section, page, stage)) for rule in self._rules)
            plan = self._plans[kind, section, page, stage] = [(rule, severity) for rule, severity in judged if severity]
        return plan

    def _severity(self, rule: Rule, kind: str, section: str, page: str, stage: str) -> Severity | None:
        setting = self._paper.rules.get(rule.name)
        said = setting.at(kind=kind, section=section, page=page, stage=stage).severity if setting else None
        if said == "off":
            return None
        if stage == "draft" and rule.warns_in_draft:
            return "warning"
        return said or rule.severity

    def _asked(self, article: Article, issue: Issue, found: list[Finding]) -> "_Asked":
        copy = Copy(article, issue, self._paper, article.status if self._stage == CURRENT else self._stage)
        marks = frozenset(self._marks.findall(copy.joined))
        filled = frozenset([name for name in self._fields if getattr(article, name)])
        return _Asked(article, copy, marks, filled, self._plan(copy), found)

    @staticmethod
    def _ask(these: Sequence["_Asked"]) -> None:
        """Ask the rules of articles that have the same plan."""
        for rule, severity in these[0].plan:
            if not rule.is_about_articles:
                continue
            marks, looks_at, check = rule.marks, rule.looks_at, rule.check
            for one in these:
                if (marks and marks.isdisjoint(one.marks)) or (looks_at and one.filled.isdisjoint(looks_at)):
                    continue
                faults = check(one.copy)
                first = next(faults, None)  # nearly always there is none
                if first is not None:
                    said = _by_what_they_say(chain([first], islice(faults, _FAULTS - 1)))
                    locator = Locator(one.article)
                    one.found.extend(
                        _finding(rule, severity, same, one.article, locator) for same in islice(said, _FINDINGS)
                    )

    def _unreadable(self, file: Unreadable) -> Iterator[Finding]:
        bare = Article(id="", issue="", path=file.path, text=file.text)
        at = replace(bare, places={"": Place(file.line, file.column)})
        for rule, severity in self._active("", "", "", "submitted"):
            for fault in rule.check_unreadable(file):
                yield _finding(rule, severity, [fault], at)

    def _waived(
        self, findings: list[Finding], article: Article, plan: list[tuple[Rule, Severity]], *, about_issues: bool
    ) -> list[Finding]:
        """The findings with the waivers that answer for them, and those about the waivers.

        A waiver of a rule about issues can only be judged together with the whole issue.
        """
        waivers = {waiver.rule: waiver for waiver in article.waivers if waiver.is_complete}
        # What a rule that is off here would find nobody knows.
        idle = {rule.name for rule in self._rules}.difference(rule.name for rule, _severity in plan)
        found = idle.union(finding.rule for finding in findings)
        ours = [w if (w.rule in self._about_issues) == about_issues else Waiver() for w in article.waivers]
        waived = [replace(finding, waiver=waivers.get(finding.rule)) for finding in findings]
        for rule, severity in plan:
            waived += (_finding(rule, severity, [fault], article) for fault in rule.check_waivers(ours, found))
        return waived


def _any_of(marks: frozenset[str]) -> str:
    """A pattern that finds each of these characters: one search tells which of all rules' marks an article has."""
    return f"[{''.join(map(re.escape, sorted(marks)))}]"


def _by_what_they_say(faults: Iterable[Fault]) -> Iterator[list[Fault]]:
    """The faults of a rule; those that say the same thing of several stretches together: one finding with a count."""
    said: dict[object, list[Fault]] = {}
    for number, fault in enumerate(faults):
        key = number if fault.start is None else (id(fault.wording), str(sorted(fault.values.items())))
        said.setdefault(key, []).append(fault)
    yield from said.values()


def _finding(
    rule: Rule, severity: Severity, faults: list[Fault], article: Article, locator: Locator | None = None
) -> Finding:
    """The finding for faults that say the same of one article; it stands where the first of them does."""
    fault, text, locator = faults[0], article.text, locator or Locator(article)
    message, help = fault.wording.filled({"field": field_words(fault.field), **fault.values})
    if len(faults) > 1:
        message += plural(len(faults), " ({count} time)", " ({count} times)")
    place, edits = article.place(fault.field), list[Edit]()
    for number, one in enumerate(faults):
        if one.start is None or one.end is None or (number and one.fix is None):
            continue
        span = locator.span(one.field, one.start, one.end)
        if span and number == 0:
            place = locator.place(*span)
        if span and one.fix is not None:
            edits.append(Edit(*span, one.fix))
    line_start = locator.offset(Place(place.line))
    return Finding(
        rule=rule.name,
        severity=severity,
        path=article.path,
        line=place.line,
        column=place.column,
        field=fault.field,
        message=message,
        help=help,
        length=place.length,
        excerpt=text[line_start : line_start + _EXCERPT].partition("\n")[0].rstrip("\r"),
        count=len(faults),
        edits=tuple(edits),
    )
