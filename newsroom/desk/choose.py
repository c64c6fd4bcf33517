"""Which issue and which article a command means, when it is not told or told in short."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.issue import POOL, issue_date
from newsroom.storage.newsroom import ISSUES, Newsroom, slug_of

if TYPE_CHECKING:
    from newsroom.model.article import Article, Unreadable


@dataclass(frozen=True, slots=True)
class Chosen:
    """An issue's id, and why it was taken, to be said; empty where the user named it."""

    issue_id: str
    why: str = ""


def choose_issue(newsroom: Newsroom, named: str | None, *, here: Path, today: date) -> Chosen:
    """The issue that is named, else that of the folder `here`, else `$NEWSROOM_ISSUE`, else the next from today on.

    Raises:
        Refused: there is no such issue, or none at all.
    """
    if named:
        newsroom.issue(named)
        return Chosen(named)
    current = issue_of(newsroom, here)
    if current:
        return Chosen(current, where_you_are(current))
    set_by_user = os.environ.get("NEWSROOM_ISSUE")
    if set_by_user:
        newsroom.issue(set_by_user)
        pool = set_by_user == POOL
        why = _("The pool, from NEWSROOM_ISSUE." if pool else "Issue {issue}, from NEWSROOM_ISSUE.", issue=set_by_user)
        return Chosen(set_by_user, why)
    dated = [issue_id for issue_id in newsroom.issue_ids() if issue_date(issue_id)]
    if not dated:
        raise Refused(
            "no-issue-yet",
            _("This newsroom has no issue yet."),
            _("Make one: newsroom issue new {day}", day=today.isoformat()),
        )
    for issue_id in dated:
        if issue_id >= today.isoformat() and not newsroom.issue_and_fault(issue_id)[0].published:
            return Chosen(issue_id, _("Issue {issue}, the next one.", issue=issue_id))
    return Chosen(dated[-1], _("Issue {issue}, the newest.", issue=dated[-1]))


def where_you_are(issue_id: str) -> str:
    """Says that an issue was taken since the user stands in its folder."""
    return _("The pool, where you are." if issue_id == POOL else "Issue {issue}, where you are.", issue=issue_id)


def issue_of(newsroom: Newsroom, path: Path) -> str | None:
    """The issue in whose folder `path` lies."""
    parts = Path(newsroom.relative(path.absolute())).parts
    issue_id = parts[1] if len(parts) > 1 and parts[0] == ISSUES else ""
    return issue_id if issue_id and newsroom.has_issue(issue_id) else None


def choose_article(newsroom: Newsroom, named: str, issue: str | None, *, here: Path, today: date) -> "Article":
    """The article that is named by a slug in that issue, as `ISSUE/SLUG`, or by a path.

    Raises:
        Refused: there is none, or it can not be read.
    """
    return readable(choose_file(newsroom, named, issue, here=here, today=today))


def choose_file(
    newsroom: Newsroom, named: str, issue: str | None, *, here: Path, today: date
) -> "Article | Unreadable":
    """As `choose_article`, also where the file can not be read: for who mends it, or takes it away.

    Raises:
        Refused: there is none.
    """
    found = _by_path(newsroom, named, here)
    if found is None:
        in_issue, _slash, slug = named.rpartition("/")
        issue_id = choose_issue(newsroom, in_issue or issue, here=here, today=today).issue_id
        found = _by_slug(newsroom, issue_id, slug)
        if found is None:
            raise Refused(
                "no-article",
                _(
                    "There is no article {slug} in the pool."
                    if issue_id == POOL
                    else "There is no article {slug} in issue {issue}.",
                    slug=slug,
                    issue=issue_id,
                ),
                _("See what there is: newsroom article list --issue {issue}", issue=issue_id),
            )
    return found


def readable(found: "Article | Unreadable") -> "Article":
    """The article that was found.

    Raises:
        Refused: it can not be read; says where and why.
    """
    from newsroom.model.article import Unreadable

    if isinstance(found, Unreadable):
        raise Refused(
            "unreadable-article",
            _("{path}, line {line}: {cause}.", path=found.path, line=found.line, cause=found.cause),
            found.help,
        )
    return found


def _by_path(newsroom: Newsroom, named: str, here: Path) -> "Article | Unreadable | None":
    path = here / named
    if not named.endswith(".md") or not os.path.lexists(path):
        return None
    parts = Path(newsroom.relative(path)).parts
    if len(parts) != 4 or parts[0] != ISSUES or parts[2] != "articles" or not newsroom.has_issue(parts[1]):
        raise Refused(
            "not-an-article",
            _("{path} is not an article of this newsroom.", path=named),
            _("Articles lie in issues/ISSUE/articles/."),
        )
    return newsroom.article_at(parts[1], parts[3])


def _by_slug(newsroom: Newsroom, issue_id: str, slug: str) -> "Article | Unreadable | None":
    for name in newsroom.article_names(issue_id):
        if slug_of(name) == slug_of(slug):
            return newsroom.article_at(issue_id, name)
    return None
