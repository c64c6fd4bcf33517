"""An article set for reading on a terminal, much as it will stand in the paper."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from newsroom.cli.article_rows import STATUS_WORDS
from newsroom.cli.screen import paint, width
from newsroom.locale import _, listed, plural
from newsroom.model.article import OWN_SOURCE, Article, Photo
from newsroom.model.issue import Issue
from newsroom.model.text import display_width, length, one_line, printable, reflow, wrap

_WIDEST = 80  # columns; longer lines tire the eye
_SUBHEAD = r"#{1,6}\s+"
_ITEM = r"(?:[-*>]|\d+\.)\s"


def reading_lines(article: Article, issue: Issue, folder: Path, language: str) -> Iterator[str]:
    """The lines of an article: what stands above it, its text, its photos, which lie in `folder`."""
    yield from _head(article)
    yield from _centred(_about(article, issue, language), fg="cyan")
    body = printable(article.body)
    if article.credit_line and not body.startswith(article.credit_line):
        body = f"{one_line(article.credit_line)} {body}"
    for paragraph in filter(None, re.split(r"\n[ \t]*\n", body.strip())):
        yield ""
        yield from _paragraph(paragraph)
    for number, photo in enumerate(article.photos, 1):
        yield ""
        yield from _photo(number, photo, folder)


def _head(article: Article) -> Iterator[str]:
    yield from _centred(one_line(article.kicker))
    yield from _centred(one_line(article.headline), bold=True)
    yield from _centred(one_line(article.deck))
    yield from _centred(one_line(listed(str(credit) for credit in article.byline)))


def _about(article: Article, issue: Issue, language: str) -> str:
    """Where it stands, what it is, how far it is, how long it is against its plan."""
    words = length(article.printed_text, language)
    planned = article.planned_length
    counted = plural(words, "{count} word", "{count} words")
    parts = [
        article.section_in(issue),
        article.column,
        article.page and _("page {code}", code=article.page),
        _(article.kind),
        _(STATUS_WORDS.get(article.status, article.status)),
        _("{words} of {planned} planned", words=words, planned=planned) if planned is not None else words and counted,
        article.source != OWN_SOURCE and _("from {source}", source=article.source),
        article.embargo and _("embargo: {until}", until=article.embargo),
    ]
    return "  ".join(one_line(str(part)) for part in parts if part)


def _paragraph(text: str) -> Iterator[str]:
    """A paragraph in the width; of a list or verse each line stays one."""
    lines = text.split("\n")
    while lines and (found := re.match(_SUBHEAD, lines[0])):
        yield from _centred(lines.pop(0)[found.end() :], bold=True)
    kept = lines if any(re.match(_ITEM, line.lstrip()) for line in lines) else filter(None, [reflow("\n".join(lines))])
    for line in kept:
        yield from wrap(line, _columns())


def _photo(number: int, photo: Photo, folder: Path) -> Iterator[str]:
    file = one_line(photo.file)
    yield (
        paint(f"[{_('photo {number}', number=number)}]", sys.stdout, fg="cyan")
        + f" {file}  {_size(folder, photo.file)}"
    )
    credit = listed(str(part) for part in photo.credit)
    caption = f"{one_line(photo.caption)}  {one_line(credit)}".strip()
    yield from wrap(caption, _columns()) if caption else ()


def _size(folder: Path, name: str) -> str:
    path = folder / name
    if not name or "/" in name or not path.is_file():
        return _("(not there)")
    size = path.stat().st_size
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(size // 2**10, 1)} KB"


def _centred(text: str, **style: object) -> Iterator[str]:
    for line in wrap(text, _columns()) if text else ():
        yield " " * ((_columns() - display_width(line)) // 2) + paint(line, sys.stdout, **style)


def _columns() -> int:
    return min(width(), _WIDEST)
