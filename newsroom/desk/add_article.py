"""Filing an article: from the answers that a reporter gave to files and a commit."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsroom.desk.article_start import article_start
from newsroom.desk.field_values import credits_value, page_value
from newsroom.desk.place_photos import place_photos
from newsroom.errors import Malformed, Refused, UsageError
from newsroom.locale import _, listed
from newsroom.model.article import OWN_SOURCE, Article
from newsroom.model.credit import Credit
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.kind import Kind
from newsroom.model.slug import free_slug, is_slug, slug_from
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article, set_body, set_field
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import MAX_ARTICLE, MAX_TEXT, decode_text, read_bytes, size_words
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile, read_photo
from newsroom.storage.yaml_text import Value

_SHORT = 48  # bytes of a slug that is made from a caption: 16 Chinese characters

# The flag that answers for each field that a kind may need.
FLAGS = {
    "headline": "--headline", "kicker": "--kicker", "deck": "--deck", "section": "--section", "page": "--page",
    "column": "--column", "byline": "--byline", "body": "--body", "photos": "--photo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PhotoAnswer:
    """A photo that goes with the article: read, checked, with what was said of it."""

    photo: PhotoFile
    caption: str = ""
    credit: tuple[Credit, ...] = ()


@dataclass(slots=True)
class Answers:
    """What a reporter has answered so far; None is not answered, an empty text is an answer."""

    issue: str | None = None
    kind: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    section: str | None = None
    column: str | None = None
    page: str | None = None
    byline: tuple[Credit, ...] | None = None
    source: str | None = None
    dateline: str | None = None
    body: str | None = None
    photos: list[PhotoAnswer] | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """An article as it will stand, what the rules find in it, and the files that make it."""

    article: Article
    findings: Sequence[Finding]
    answers: Answers
    photos: Sequence[FileChange] = field(default_factory=tuple)

    @property
    def changes(self) -> list[FileChange]:
        """The article's file and the photos that are new with it."""
        return [FileChange(self.article.path, self.article.text.encode()), *self.photos]


def missing_flags(answers: Answers, issue: Issue, kind: Kind) -> list[str]:
    """The flags that an article of that kind lacks, in the order in which they are asked for."""
    excused = set()
    page = issue.page(answers.page or "")
    if page and page.section:
        excused.add("section")
    if kind.source_for_byline and answers.source and answers.source != OWN_SOURCE:
        excused.add("byline")
    return [
        flag
        for name, flag in FLAGS.items()
        if name in kind.needs and name not in excused and getattr(answers, name) is None
    ]


def check_answers(newsroom: Newsroom, answers: Answers) -> None:
    """See that each value is of its kind, before more is asked or written.

    Raises:
        UsageError: an unknown kind, a page that is no code. Refused: a slug that can not name a file.
    """
    kinds = newsroom.paper.kinds
    if answers.kind is not None and answers.kind not in kinds:
        raise UsageError(
            "unknown-kind",
            _("The paper has no kind {kind}.", kind=answers.kind),
            _("Known are: {known}.", known=listed(kinds)),
        )
    page_value(answers.page or "")
    if answers.slug is not None and not is_slug(answers.slug):
        better = slug_from(answers.slug)
        raise Refused(
            "bad-slug",
            _("{slug} can not name an article.", slug=answers.slug or '""'),
            _("A slug is letters and digits with - between words, at most 80 bytes: {better}", better=better)
            if better
            else _("A slug is letters and digits with - between words, at most 80 bytes."),
        )


def already_there(slug: str, issue: Issue) -> str:
    """Says that an issue has an article of that slug."""
    return _(
        "The article {slug} is in the pool already."
        if issue.is_pool
        else "The article {slug} is in issue {issue} already.",
        slug=slug,
        issue=issue.id,
    )


def check_slug(newsroom: Newsroom, issue: Issue, slug: str | None) -> None:
    """See that a slug is free.

    Raises:
        Refused: an article of the issue has it.
    """
    if slug is not None and slug in newsroom.slugs(issue.id):
        raise Refused(
            "article-exists",
            already_there(slug, issue),
            _("Choose another --slug, or look at it: newsroom article show {slug}", slug=f"{issue.id}/{slug}"),
        )


def read_body(path: Path) -> str:
    """The text of a body's file.

    Raises:
        Refused: no such file, or it is not UTF-8 text; says how to convert it.
    """
    return body_text(read_bytes(path, MAX_TEXT, follow=True), str(path))


def body_text(content: bytes, name: str) -> str:
    """The text of a body that came as bytes from `name`.

    Raises:
        Refused: it is not UTF-8 text; says how to convert it.
    """
    try:
        return decode_text(content)
    except Malformed as fault:
        raise Refused(
            fault.code,
            _("{path}, line {line}: {cause}.", path=name, line=fault.line, cause=fault.message),
            fault.help.replace("OLD", name),
        ) from None


def read_photo_answer(path: Path, caption: str, credit: tuple[Credit, ...]) -> PhotoAnswer:
    """A photo with what was said of it.

    Raises:
        Refused: it is no photo.
    """
    return PhotoAnswer(read_photo(path), caption, credit)


def plan_article(newsroom: Newsroom, issue: Issue, answers: Answers) -> PlannedArticle:
    """The article that these answers make, and what the rules find in it.

    Raises:
        UsageError, Refused: a value is not of its kind, or the slug is taken.
    """
    check_answers(newsroom, answers)
    check_slug(newsroom, issue, answers.slug)
    slug = answers.slug or free_slug(_slug_of(answers), newsroom.slugs(issue.id))
    path = f"{issue.path}/articles/{slug}.md"
    names, photos = place_photos(newsroom, issue, [answer.photo for answer in answers.photos or []])
    text = article_start(
        newsroom,
        issue,
        answers.kind or "story",
        headline=answers.headline or "",
        section=answers.section or "",
        page=answers.page or "",
    )
    for name, value in _fields(answers, names).items():
        if value:
            text = set_field(text, name, value)
    text = unicodedata.normalize("NFC", set_body(text, answers.body) if answers.body else text)
    if len(text.encode()) > MAX_ARTICLE:
        raise Refused(
            "too-large",
            _("{path} would be larger than {size}.", path=path, size=size_words(MAX_ARTICLE)),
            _("Shorten the text, or part it into several articles."),
        )
    article = read_article(text, id=slug, issue=issue.id, path=path, roles=newsroom.paper.roles)
    with_photos = replace(issue, photo_names=issue.photo_names | set(names))
    findings = tuple(judge([article], with_photos, newsroom.paper, "submitted"))
    return PlannedArticle(article, findings, answers, photos)


def plan_again(newsroom: Newsroom, planned: PlannedArticle) -> PlannedArticle:
    """The same article where somebody has taken the name meanwhile that it, or a photo of it, was to have.

    Raises:
        UsageError, Refused: a value is not of its kind any more, or the slug was chosen and is taken.
    """
    return plan_article(newsroom, newsroom.issue(planned.article.issue), planned.answers)


def file_article(newsroom: Newsroom, planned: PlannedArticle) -> str:
    """Write the article with its photos, in one commit; the commit's id.

    Raises:
        Refused: git can not commit here. Nothing is written then.
    """
    article = planned.article
    return commit_files(
        newsroom.root,
        planned.changes,
        f"Add article: {article.title}",
        {"Newsroom-Action": "article-add", "Newsroom-Issue": article.issue, "Newsroom-Article": article.id},
    )


def _slug_of(answers: Answers) -> str:
    """From the headline; a picture that has none goes by how its caption begins, or by its file."""
    photo = answers.photos[0] if answers.photos else None
    candidates = (
        slug_from(answers.headline or ""),
        slug_from(photo.caption if photo else "", _SHORT),
        slug_from(Path(photo.photo.name).stem if photo else ""),
    )
    return next((slug for slug in candidates if slug), answers.kind or "story")


def _fields(answers: Answers, photo_names: Sequence[str]) -> dict[str, Value]:
    photos = [
        {"file": name, "caption": answer.caption, "credit": credits_value(answer.credit)}
        for name, answer in zip(photo_names, answers.photos or [], strict=True)
    ]
    return {
        "kicker": answers.kicker,
        "headline": answers.headline,
        "deck": answers.deck,
        "section": answers.section,
        "column": answers.column,
        "page": page_value(answers.page or ""),
        "kind": answers.kind or "story",
        "byline": credits_value(answers.byline or ()),
        "source": answers.source,
        "dateline": answers.dateline,
        "photos": photos,
    }
