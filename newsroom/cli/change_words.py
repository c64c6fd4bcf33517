"""What happened to a story, in a newsroom's own words."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from newsroom.desk.article_log import Change, Entry, FieldChange
from newsroom.locale import _, plural
from newsroom.model.article import STATUSES, Article
from newsroom.model.issue import POOL
from newsroom.model.text import length, one_line, shorten

_LONG = 40  # columns of a value that is named; more says nothing to who runs over the list

FIELD_WORDS = {
    "kicker": "kicker",
    "headline": "headline",
    "deck": "deck",
    "section": "section",
    "column": "column",
    "page": "page",
    "kind": "kind",
    "byline": "byline",
    "credit_line": "credit line",
    "source": "source",
    "dateline": "dateline",
    "embargo": "embargo",
    "length": "planned length",
    "photo.caption": "caption",
    "photo.credit": "photo credit",
}
# What it is called to bring an article to a status.
_DONE_WORDS = {
    "draft": "begun",
    "submitted": "filed",
    "approved": "signed off",
    "published": "published",
    "killed": "killed",
}
_OTHER_WORDS = {
    "issue added": "the issue made",
    "issue edited": "the plan of the issue changed",
    "issue moved": "the plan of the issue moved",
    "issue removed": "the plan of the issue deleted",
    "photo added": "a photo added",
    "photo edited": "a photo replaced",
    "photo moved": "a photo moved",
    "photo removed": "a photo deleted",
    "paper added": "made",
    "paper edited": "changed",
    "paper moved": "moved",
    "paper removed": "deleted",
}


def change_words(entry: Entry, change: Change, language: str) -> str:
    """What one commit did to one article, plan or photo: `headline is now …; body +120`; `language` is the paper's."""
    if change.sort != "article":
        said = _(_OTHER_WORDS[f"{change.sort} {change.what}"])
    elif change.what == "removed":
        said = _("taken away")
    elif change.what == "added":
        said = _clauses(_added(change.article, language))
    else:
        said = _clauses(_edited(change))
    return _("undo: {what}", what=said) if entry.commit.action == "undo" else said


def change_name(change: Change) -> str:
    """What a change is about, by its title: an article's, an issue's id, a file."""
    if change.sort == "article":
        return _("“{title}”", title=one_line(change.article.title if change.article else change.id))
    return change.path if change.sort == "paper" else change.id or change.issue


def article_ref(change: Change) -> str:
    """How commands name what a change is about: `2022-10-12/sowing`, an issue's id, a path."""
    if change.sort == "article":
        return f"{change.issue}/{change.id}"
    return change.issue if change.sort == "issue" else change.path


def when(entry: Entry) -> datetime:
    """When it was done, by the clock of who reads."""
    try:
        return datetime.fromtimestamp(entry.commit.when, UTC).astimezone()
    except (OverflowError, ValueError, OSError):  # a date that somebody made up
        return datetime.fromtimestamp(0, UTC)


def who(entry: Entry) -> str:
    """Who did it, and who put it into git, where that is somebody else."""
    commit = entry.commit
    author = one_line(commit.author)
    if commit.committer == commit.author:
        return author
    return _("{author} ({committer})", author=author, committer=one_line(commit.committer))


def _added(article: Article | None, language: str) -> Iterator[str]:
    if article is None:
        yield _("added, and can not be read")
        return
    yield _done(article.status)
    if article.body:
        yield plural(length(article.printed_text, language), "{count} word", "{count} words")
    if article.photos:
        yield plural(len(article.photos), "{count} photo", "{count} photos")


def _edited(change: Change) -> Iterator[str]:
    if change.was:
        old = change.was.split("/")[1]
        yield _("moved here from the pool" if old == POOL else "moved here from {issue}", issue=old)
    yield from (_field(field) for field in change.fields)
    if change.article is None:
        yield _("changed, and can not be read")
    elif not change.fields and not change.was:
        yield _("small things that are not printed")


def _field(change: FieldChange) -> str:
    before, after = change.before, change.after
    if change.field == "status":
        return _status(str(before), str(after))
    if isinstance(before, int) or isinstance(after, int):
        grown = int(after) - int(before)
        return _("body {change}", change=f"{grown:+d}") if grown else _("body reworded")
    if change.field == "photo":
        gone = _("photo {file} taken out", file=change.file)
        return _("photo {file} added", file=change.file) if after else gone
    name = _(FIELD_WORDS[change.field])
    if change.file:
        name = _("{field} of {file}", field=name, file=change.file)
    if not after:
        return _("{field} taken out", field=name)
    value = _(after) if change.field == "kind" else shorten(one_line(after), _LONG)
    return (
        _("{field} is now {value}", field=name, value=value)
        if before
        else _("{field} added: {value}", field=name, value=value)
    )


def _status(before: str, after: str) -> str:
    if before == "killed":
        return _("taken up again")
    known = {status: number for number, status in enumerate(STATUSES)}
    if known.get(after, 0) < known.get(before, 0):
        return _("sent back")
    return _done(after)


def _done(status: str) -> str:
    return _(_DONE_WORDS[status]) if status in _DONE_WORDS else status


def _clauses(parts: Iterable[str]) -> str:
    return _("; ").join(parts)
