"""Changing fields of an article: only the lines of what changes, in one commit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.desk.field_values import credits_value, page_value
from newsroom.errors import UsageError
from newsroom.locale import _, listed
from newsroom.model.article import STATUSES, Article
from newsroom.model.credit import parse_credits
from newsroom.model.finding import Finding
from newsroom.rules.engine import judge
from newsroom.storage.article_file import FIELD_ORDER, read_article, set_field, split
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import BOM
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.yaml_text import Value

_CREDITS = re.compile(r"byline|photos\[\d+\]\.credit")
_PART_OF_CREDITS = re.compile(r"(byline|photos\[(\d+)\]\.credit)\[\d+\]\.(?:role|name)")


@dataclass(frozen=True, slots=True)
class Edit:
    """An article before and after a change, and what the rules find in it then."""

    before: Article
    after: Article
    findings: tuple[Finding, ...]

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.after.text != self.before.text


def plan_edit(newsroom: Newsroom, article: Article, settings: Mapping[str, str]) -> Edit:
    """The article with fields set, each by the name that findings give it (`deck`, `photos[0].caption`).

    Raises:
        UsageError: an article has no such field, or the value is not of its kind.
    """
    text = article.text
    for name, value in settings.items():
        text = _set(text, name, _value(newsroom, article, name, value), article, newsroom.paper.roles)
    after = read_article(text, id=article.id, issue=article.issue, path=article.path, roles=newsroom.paper.roles)
    issue, _fault = newsroom.issue_and_fault(article.issue)
    return Edit(article, after, tuple(judge([after], issue, newsroom.paper)))


def save_edit(newsroom: Newsroom, edit: Edit) -> str:
    """Write the change and commit it; the commit's id.

    Raises:
        Refused: somebody changed the article meanwhile, or git can not commit here.
    """
    before, after = (as_on_disk(newsroom, edit.after.path, text) for text in (edit.before.text, edit.after.text))
    return commit_edit(newsroom, edit.after, before=before, after=after)


def commit_edit(newsroom: Newsroom, article: Article, *, before: bytes, after: bytes) -> str:
    """Put `after`, which holds `article`, in the place of `before`, in one commit; the commit's id.

    Raises:
        Refused: somebody changed the article meanwhile, or git can not commit here.
    """
    return commit_files(
        newsroom.root,
        [FileChange(article.path, after, before)],
        f"Edit article: {article.title}",
        {"Newsroom-Action": "article-edit", "Newsroom-Issue": article.issue, "Newsroom-Article": article.id},
    )


def as_on_disk(newsroom: Newsroom, path: str, text: str) -> bytes:
    """The text of the article at `path` as bytes, with the byte order mark that it has there and that reading drops."""
    try:
        mark = BOM if (newsroom.root / path).read_bytes().startswith(BOM) else b""
    except OSError:  # gone meanwhile, which committing says
        mark = b""
    return mark + text.encode()


def _set(text: str, name: str, value: Value, article: Article, roles: Sequence[str]) -> str:
    """The text with a field set; credits that were written as one string are written as items, to set one of them."""
    try:
        return set_field(text, name, value)
    except UsageError:
        credits = _PART_OF_CREDITS.fullmatch(name)
        if not credits:
            raise
    now = read_article(text, id=article.id, issue=article.issue, path=article.path, roles=roles)
    photo = int(credits[2] or 0)
    found = now.byline if credits[2] is None else now.photos[photo].credit if photo < len(now.photos) else ()
    return set_field(set_field(text, credits[1], credits_value(found)), name, value)


def _value(newsroom: Newsroom, article: Article, name: str, value: str) -> Value:
    top = re.split(r"[.\[]", name)[0]
    own_key = re.search(rf"^{re.escape(top)}[ ]*:", split(article.text).front, re.MULTILINE)  # the paper's own
    if top not in FIELD_ORDER and not own_key:
        raise UsageError(
            "no-such-field",
            _("An article has no field {name}.", name=name),
            _("Known are: {known}.", known=listed(FIELD_ORDER)),
        )
    known = {"status": STATUSES, "kind": tuple(newsroom.paper.kinds)}.get(name)
    if known and value not in known:
        raise UsageError(
            "bad-value",
            _("{name} can not be {value}.", name=name, value=value),
            _("Known are: {known}.", known=listed(known)),
        )
    if name == "page":
        return page_value(value)
    if _CREDITS.fullmatch(name):
        return credits_value(parse_credits(value, newsroom.paper.roles))
    return value
