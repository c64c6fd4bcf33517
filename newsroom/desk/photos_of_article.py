"""The photos that go where an article goes: those that lie in its issue, and which of them others use too."""

import os
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from newsroom.model.article import Article, Unreadable
from newsroom.model.text import normal
from newsroom.storage.newsroom import Newsroom


@dataclass(frozen=True, slots=True)
class PhotosOfArticle:
    """By the names that the article gives them: `paths` are where they lie, in the order of the article."""

    paths: dict[str, str]
    shared: frozenset[str]  # others of the issue use them, or may do so
    missing: tuple[str, ...]  # the article names them, and no file is there


def photos_of(newsroom: Newsroom, article: Article) -> PhotosOfArticle:
    """The photos of an article.

    What stands in another article that can not be read may be a photo's name: that photo counts as shared.
    """
    folder = f"{newsroom.issue_and_fault(article.issue)[0].path}/photos"
    named = list(dict.fromkeys(normal(photo.file) for photo in article.photos if photo.file))
    lying = {unicodedata.normalize("NFC", name): name for name in _names(newsroom, folder)}
    paths = {name: f"{folder}/{lying[name]}" for name in named if name in lying}
    shared = used_by_others(newsroom, article.issue, paths, but=[article.path])
    return PhotosOfArticle(paths, shared, tuple(name for name in named if name not in lying))


def used_by_others(newsroom: Newsroom, issue_id: str, names: Iterable[str], *, but: Collection[str]) -> frozenset[str]:
    """Which photos of an issue its articles use, or may use, those at the paths `but` left out; names are in NFC."""
    others = [other for other in newsroom.articles(issue_id) if other.path not in but]
    return frozenset(name for name in names if any(_uses(other, name) for other in others))


def _uses(article: Article | Unreadable, photo: str) -> bool:
    if isinstance(article, Unreadable):
        return not article.text or photo in normal(article.text)
    return any(normal(known.file) == photo for known in article.photos)


def _names(newsroom: Newsroom, folder: str) -> list[str]:
    path = newsroom.root / folder
    if path.is_symlink() or not path.is_dir():
        return []
    with os.scandir(path) as entries:
        return [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
