"""Validating: every rule on every article that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding, Report
from newsroom.rules.engine import all_rules, judge
from newsroom.storage.newsroom import ISSUES, PLAN, Newsroom


@dataclass(frozen=True, slots=True)
class Target:
    """An issue to validate: all of it, or the articles in the files of those names."""

    issue_id: str
    names: tuple[str, ...] | None = None


def validate(newsroom: Newsroom, targets: Sequence[Target], stage: str) -> Report:
    """Judge what `targets` name as if it were handed in at `stage`, or each article at its own (`current`).

    Raises:
        Refused: `newsroom.yaml` can not be read, or an issue is not there.
    """
    articles, findings = 0, list[Finding]()
    for target in targets:
        issue, fault = newsroom.issue_and_fault(target.issue_id)
        names = newsroom.article_names(target.issue_id) if target.names is None else target.names
        files: list[Article | Unreadable] = [newsroom.article_at(target.issue_id, name) for name in names]
        articles += len(files)
        findings += judge(([fault] if fault else []) + files, issue, newsroom.paper, stage)
    return Report(articles, findings)


def resolve_targets(newsroom: Newsroom, named: Sequence[str], here: Path) -> list[Target]:
    """What the arguments of `validate` mean: issues by id, or paths to issues, to articles, to folders above them.

    Raises:
        Refused: one of them is nothing of this newsroom.
    """
    targets: dict[str, tuple[str, ...] | None] = {}
    for text in named:
        for target in _resolve(newsroom, text, here):
            known = targets.get(target.issue_id, ())
            whole = target.names is None or known is None
            targets[target.issue_id] = None if whole else tuple(dict.fromkeys((*(known or ()), *(target.names or ()))))
    return [Target(issue_id, names) for issue_id, names in targets.items()]


def all_targets(newsroom: Newsroom) -> list[Target]:
    """Every issue; links in their place, too, which are found at fault."""
    return [Target(issue_id) for issue_id in (*newsroom.issue_ids(), *newsroom.linked_ids())]


def unknown_rules(newsroom: Newsroom) -> dict[str, int]:
    """The names in `rules:` of `newsroom.yaml` that no rule has, each with its line."""
    settings = newsroom.paper.rules
    return {name: setting.line for name, setting in settings.items() if name not in all_rules()}


def _resolve(newsroom: Newsroom, text: str, here: Path) -> list[Target]:
    path = here / text
    if path.exists() or path.is_symlink():
        parts = Path(newsroom.relative(path)).parts
        if parts in ((), (ISSUES,)):
            return all_targets(newsroom)
        if len(parts) >= 2 and parts[0] == ISSUES and newsroom.has_issue(parts[1]):
            if parts[2:] in ((), ("articles",), ("photos",), (PLAN,)):
                return [Target(parts[1])]
            if len(parts) == 4 and parts[2] == "articles" and parts[3].endswith(".md"):
                return [Target(parts[1], (parts[3],))]
    elif newsroom.has_issue(text):
        return [Target(text)]
    else:
        issue_id, _slash, slug = text.partition("/")
        if slug and newsroom.has_issue(issue_id) and f"{slug}.md" in newsroom.article_names(issue_id):
            return [Target(issue_id, (f"{slug}.md",))]
    raise Refused(
        "no-such-target",
        _("{text} is no issue and no article of this newsroom.", text=text),
        _("Name an issue (2022-10-12) or a file in issues/; see newsroom issue list."),
    )
