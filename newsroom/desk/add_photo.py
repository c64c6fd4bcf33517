"""Adding a photo to an article: what its metadata suggests, one more item in the article's file, one commit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.desk.add_article import PhotoAnswer
from newsroom.desk.edit_article import as_on_disk
from newsroom.desk.field_values import credits_value
from newsroom.desk.place_photos import name_in_issue, place_photos
from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.article import Article
from newsroom.model.credit import Credit, parse_credits
from newsroom.model.finding import Finding
from newsroom.model.paper import Paper
from newsroom.model.text import normal
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article, set_field
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.paths import check_new_path
from newsroom.storage.photo_file import PhotoFile
from newsroom.storage.photo_metadata import read_metadata

_PHOTOGRAPHER = ("摄影", "Photographer")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a photo's metadata suggests; `supplier` is the credit line that it asks for, where `credit` is not that."""

    caption: str = ""
    credit: tuple[Credit, ...] = ()
    supplier: str = ""
    copyright: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """An article before and after a photo is added, what the rules find in it then, and the photo where it is new."""

    before: Article
    after: Article
    findings: tuple[Finding, ...]
    photos: Sequence[FileChange]


def photographer(paper: Paper) -> str:
    """The role that a name without one has under a photo; empty where the paper has none."""
    return next((role for role in paper.roles if role in _PHOTOGRAPHER), "")


def suggested(photo: PhotoFile, paper: Paper) -> Suggestion:
    """What the photo's own metadata says, as an article of the paper would have it.

    The person is credited who took it, or the line that the supplier asks for, where that names the person too or
    nobody else is named. A name alone is that of the photographer.
    """
    found = read_metadata(photo.content, paper.language)
    line = found.credit if found.creator in found.credit else found.creator
    credit = parse_credits(line, paper.roles)
    if line == found.creator:
        role = photographer(paper)
        credit = tuple(Credit(one.role or role, one.name) for one in credit)
    supplier = found.credit if found.credit not in (line, paper.name) else ""
    return Suggestion(found.caption, credit, supplier, found.copyright, found.taken)


def check_addition(newsroom: Newsroom, article: Article, photo: PhotoFile) -> None:
    """See that the photo can be added, before more is asked.

    Raises:
        Refused: the article is killed, or has that very picture already, or its name; or no file can have the name.
    """
    if article.status == "killed":
        raise Refused(
            "killed-article",
            _("The article {slug} is killed: it takes no more photos.", slug=article.id),
            _("If it runs after all: newsroom article edit {slug} --set status=draft", slug=_named(article)),
        )
    issue, _fault = newsroom.issue_and_fault(article.issue)
    check_new_path(newsroom.root, f"{issue.path}/photos/{photo.name}")
    listed = [normal(known.file) for known in article.photos]
    there = name_in_issue(newsroom, issue, photo)
    if there in listed:
        field = f"photos[{listed.index(there)}].caption"
        raise Refused(
            "photo-exists",
            _("The article {slug} has this picture already.", slug=article.id),
            _(
                'To change what is said of it: newsroom article edit {slug} --set "{field}=…"',
                slug=_named(article),
                field=field,
            ),
        )
    if normal(photo.name) in set(listed) - issue.photo_names:
        raise Refused(
            "photo-not-there",
            _("The article {slug} names {file} already; only the file is not there.", slug=article.id, file=photo.name),
            _("Copy the picture to {folder}", folder=f"{issue.path}/photos/"),
        )


def plan_photo(newsroom: Newsroom, article: Article, answer: PhotoAnswer) -> PlannedPhoto:
    """The article with the photo behind those that it has.

    Raises:
        Refused: as `check_addition`.
    """
    check_addition(newsroom, article, answer.photo)
    issue, _fault = newsroom.issue_and_fault(article.issue)
    (name,), photos = place_photos(newsroom, issue, [answer.photo])
    value = {"file": name, "caption": answer.caption, "credit": credits_value(answer.credit)}
    text = set_field(article.text, f"photos[{len(article.photos)}]", value)
    after = read_article(text, id=article.id, issue=article.issue, path=article.path, roles=newsroom.paper.roles)
    with_photo = replace(issue, photo_names=issue.photo_names | {name})
    return PlannedPhoto(article, after, tuple(judge([after], with_photo, newsroom.paper)), photos)


def save_photo(newsroom: Newsroom, planned: PlannedPhoto) -> str:
    """Write the article and the photo in one commit; the commit's id.

    Raises:
        Refused: somebody changed the article meanwhile, or git can not commit here. Nothing is written then.
    """
    article = planned.after
    before, after = (as_on_disk(newsroom, article.path, text) for text in (planned.before.text, article.text))
    return commit_files(
        newsroom.root,
        [FileChange(article.path, after, before), *planned.photos],
        f"Add photo: {article.title}",
        {"Newsroom-Action": "photo-add", "Newsroom-Issue": article.issue, "Newsroom-Article": article.id},
    )


def _named(article: Article) -> str:
    return f"{article.issue}/{article.id}"
