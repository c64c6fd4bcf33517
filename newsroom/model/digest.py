"""What rules about a whole issue need of an article: little enough to be kept for every article of an archive."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from newsroom.model.article import Article, Waiver
from newsroom.model.issue import Issue
from newsroom.model.pattern import pattern
from newsroom.model.text import length, normal

# In front one of all the marks: a search for one of some characters is fast.
_SENTENCE_END = pattern(r"[。！？!?\n.](?:(?<=\.)\s|(?<!\.)[。！？!?\n]*)")
_SHORTEST = 8  # letters; shorter sentences stand in many stories


@dataclass(frozen=True, slots=True)
class Digest:
    """An article in short. `sentences` are hashes of pairs of sentences that follow each other in the body.

    `people` are those credited, each with the field that credits them: ("byline[0].name", "姓名").
    """

    id: str
    issue: str
    path: str
    kind: str
    status: str
    title: str
    section: str
    page: str
    length: int  # in 字 or words
    source: str
    photos: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    sentences: tuple[int, ...]
    waivers: tuple[Waiver, ...]


def digest_of(article: Article, issue: Issue, language: str) -> Digest:
    """The digest of an article, counted as a paper of that language counts."""
    return Digest(
        id=article.id,
        issue=article.issue,
        path=article.path,
        kind=article.kind,
        status=article.status,
        title=article.title,
        section=article.section_in(issue),
        page=article.page,
        length=length(article.printed_text, language),
        source=article.source,
        photos=tuple(normal(photo.file) for photo in article.photos),
        people=tuple(_people(article)),
        sentences=tuple(_pairs(article.body)),
        waivers=article.waivers,
    )


def to_row(digest: Digest) -> list[Any]:
    """A digest as it is kept between two runs."""
    values = [getattr(digest, each.name) for each in fields(Digest)[:-1]]
    return [*values, [[waiver.rule, waiver.reason, waiver.by] for waiver in digest.waivers]]


def from_row(row: list[Any]) -> Digest:
    """The digest that was kept."""
    *values, photos, people, sentences, waivers = row
    pairs = tuple((field, name) for field, name in people)
    rest = (tuple(photos), pairs, tuple(sentences), tuple(Waiver(*waiver) for waiver in waivers))
    return Digest(*(*values, *rest))


def _people(article: Article) -> Iterator[tuple[str, str]]:
    for at, credit in enumerate(article.byline):
        if credit.name:
            yield f"byline[{at}].name", credit.name
    for number, photo in enumerate(article.photos):
        for at, credit in enumerate(photo.credit):
            if credit.name:
                yield f"photos[{number}].credit[{at}].name", credit.name


def _pairs(body: str) -> Iterator[int]:
    """Pairs, since two stories share a sentence more easily (`据了解……`) than two in a row."""
    before = ""
    for sentence in _SENTENCE_END.split(body):
        letters = "".join(sentence.split())
        if len(letters) >= _SHORTEST:
            yield zlib.crc32((before + letters).encode())
            before = letters
