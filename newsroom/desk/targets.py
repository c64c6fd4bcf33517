"""What `validate` is to look at: issues, or single articles of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.storage.newsroom import ISSUES, PLAN, Newsroom


@dataclass(frozen=True, slots=True)
class Target:
    """An issue to validate: all of it, or the articles in the files of those names."""

    issue_id: str
    names: tuple[str, ...] | None = None


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
