"""What happened to a story, in a newsroom's own words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Literal

from newsroom.desk.article_log import UNDO, Change, Entry, FieldChange
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
    """What one commit did to one article, plan or photo: `headline is now …; body +120`; `language` is the paper's.

    Of an undo it is what was taken back.
    """
    if entry.commit.action == UNDO:
        return _("took back: {what}", what=_words(_turned_round(change), language, is_undone=True))
    return _words(change, language)


def _words(change: Change, language: str, *, is_undone: bool = False) -> str:
    if change.sort != "article":
        return _(_OTHER_WORDS[f"{change.sort} {change.what}"])
    if change.what == "removed":
        return _("taken away")
    parts = _added(change.article, language) if change.what == "added" else _edited(change, is_undone=is_undone)
    return _("; ").join(parts)


def _turned_round(change: Change) -> Change:
    """What an undo took back, by what it did; where something moved from stays as it is."""
    opposite: dict[str, Literal["added", "removed"]] = {"added": "removed", "removed": "added"}
    fields = tuple(replace(field, before=field.after, after=field.before) for field in change.fields)
    return replace(change, what=opposite.get(change.what, change.what), fields=fields)


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
    return entry.commit.time


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


def _edited(change: Change, *, is_undone: bool) -> Iterator[str]:
    if change.was:
        other = change.was.split("/")[1]
        if is_undone:
            yield _("moved to the pool" if other == POOL else "moved to {issue}", issue=other)
        else:
            yield _("moved here from the pool" if other == POOL else "moved here from {issue}", issue=other)
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
