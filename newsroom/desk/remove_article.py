"""Removing an article and the photos that only it uses, in one commit."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.desk.edit_text import new_draft
from newsroom.desk.photos_of_article import PhotosOfArticle, photos_of
from newsroom.desk.published import check_not_published
from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.rules.engine import judge
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import MAX_PHOTO, read_bytes
from newsroom.storage.newsroom import Newsroom, slug_of
from newsroom.storage.versions import committed


@dataclass(frozen=True, slots=True)
class Removal:
    """An article that goes, as it is, and the paths of its photos that go with it; `staying` do not."""

    article: Article
    is_readable: bool
    findings: tuple[Finding, ...]
    going: Sequence[str]
    staying: Sequence[str]
    changes: Sequence[FileChange]


def plan_removal(newsroom: Newsroom, found: Article | Unreadable) -> Removal:
    """What goes with an article: the photos that no other uses, and that a commit holds to bring them back from.

    Raises:
        Refused: it is published, or it is not as the last commit has it, so that it could not be brought back.
    """
    path, issue_id = found.path, found.path.split("/")[1]
    photos = PhotosOfArticle({}, frozenset(), ())
    if isinstance(found, Unreadable):
        article = Article(id=slug_of(path.rpartition("/")[2]), issue=issue_id, path=path, text=found.text)
    else:
        article = found
        check_not_published(article)
        photos = photos_of(newsroom, article)
    safe = committed(newsroom.root, [path, *photos.paths.values()])
    if path not in safe:
        raise Refused(
            "not-committed",
            _("No commit holds {path} as it lies there: removed, it would be lost.", path=path),
            _("Commit it first (git add, git commit), or delete the file yourself."),
        )
    going = [path for name, path in photos.paths.items() if path in safe and name not in photos.shared]
    staying = [path for path in photos.paths.values() if path not in going]
    issue, _fault = newsroom.issue_and_fault(issue_id)
    findings = tuple(judge([found], issue, newsroom.paper))
    changes = [FileChange(one, None, read_bytes(newsroom.root / one, MAX_PHOTO)) for one in (path, *going)]
    return Removal(article, article is found, findings, going, staying, changes)


def save_removal(newsroom: Newsroom, removal: Removal) -> str:
    """Remove and commit; the commit's id, from which all of it can be brought back.

    Raises:
        Refused: it is being edited in another window, somebody changed one of the files meanwhile, or git can not
            commit here. Nothing is changed then.
    """
    article = removal.article
    trailers = {"Newsroom-Action": "article-remove", "Newsroom-Issue": article.issue, "Newsroom-Article": article.id}
    with new_draft(newsroom, article.path).held():
        return commit_files(newsroom.root, removal.changes, f"Remove article: {article.title}", trailers)
