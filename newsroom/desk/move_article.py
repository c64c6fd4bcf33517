"""Moving an article to another issue, or to the pool, with its photos, in one commit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.desk.add_article import already_there
from newsroom.desk.edit_article import as_on_disk
from newsroom.desk.edit_text import move_kept, new_draft
from newsroom.desk.photos_of_article import PhotosOfArticle, photos_of
from newsroom.desk.place_photos import place_photos
from newsroom.desk.published import check_not_published
from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.article import Article
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.text import normal
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article, set_field
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import MAX_PHOTO, read_bytes
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile


@dataclass(frozen=True, slots=True)
class Move:
    """An article before and after it is moved, what the rules find in it there, and the files that change."""

    before: Article
    after: Article
    to: Issue
    findings: tuple[Finding, ...]
    photos: PhotosOfArticle
    renamed: dict[str, str]  # photos that have another name there, since another picture has theirs
    changes: Sequence[FileChange]


def plan_move(newsroom: Newsroom, article: Article, to: str) -> Move:
    """The article in the issue `to`. A photo that another article uses too stays where it is, and is copied.

    Raises:
        Refused: no such issue, the article is published, its slug is taken there, or a photo can not be read.
    """
    issue = newsroom.issue(to)
    check_not_published(article)
    if article.id in newsroom.slugs(issue.id):
        raise Refused(
            "article-exists",
            already_there(article.id, issue),
            _("Look at it: newsroom article show {article}", article=f"{issue.id}/{article.id}"),
        )
    photos = photos_of(newsroom, article)
    pictures = [
        PhotoFile(name, read_bytes(newsroom.root / path, MAX_PHOTO), "", 0, 0) for name, path in photos.paths.items()
    ]
    names, new_photos = place_photos(newsroom, issue, pictures)
    renamed = {old: new for old, new in zip(photos.paths, names, strict=True) if old != new}
    text = article.text
    for at, photo in enumerate(article.photos):
        if normal(photo.file) in renamed:
            text = set_field(text, f"photos[{at}].file", renamed[normal(photo.file)])
    path = f"{issue.path}/articles/{article.path.rpartition('/')[2]}"
    after = read_article(text, id=article.id, issue=issue.id, path=path, roles=newsroom.paper.roles)
    there = replace(issue, photo_names=issue.photo_names | set(names))
    gone = [
        FileChange(photos.paths[picture.name], None, picture.content)
        for picture in pictures
        if picture.name not in photos.shared
    ]
    before = as_on_disk(newsroom, article.path, article.text)
    changes = [
        FileChange(path, as_on_disk(newsroom, article.path, text)),
        FileChange(article.path, None, before),
        *new_photos,
        *gone,
    ]
    findings = tuple(judge([after], there, newsroom.paper))
    return Move(article, after, issue, findings, photos, renamed, changes)


def save_move(newsroom: Newsroom, move: Move) -> str:
    """Write and commit it; the commit's id.

    Raises:
        Refused: it is being edited in another window, somebody changed one of the files meanwhile, or git can not
            commit here. Nothing is changed then.
    """
    trailers = {
        "Newsroom-Action": "article-move",
        "Newsroom-Issue": move.after.issue,
        "Newsroom-Article": move.after.id,
        "Newsroom-From": move.before.issue,
    }
    with new_draft(newsroom, move.before.path).held():
        commit = commit_files(newsroom.root, move.changes, f"Move article: {move.after.title}", trailers)
        move_kept(newsroom, move.before.path, move.after.path)
    return commit
