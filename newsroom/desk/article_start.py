"""What a new article starts from: the paper's template for its kind, filled in."""

from newsroom.errors import Malformed
from newsroom.model.issue import Issue
from newsroom.storage.article_file import read_article
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.templates import article_template, bad_template, render, template_path


def article_start(
    newsroom: Newsroom, issue: Issue, kind: str, *, headline: str = "", section: str = "", page: str = ""
) -> str:
    """The text that the template for `kind` makes, seen to be an article.

    Raises:
        Refused: the template is at fault, or what it makes can not be read; says where.
    """
    language = newsroom.paper.language
    name = article_template(newsroom.root, language, kind)
    day = issue.date.isoformat() if issue.date else ""
    text = render(
        newsroom.root, language, name,
        issue=issue.id, date=day, kind=kind, headline=headline, section=section, page=page,
    )  # fmt: skip
    try:
        read_article(text, id="", issue=issue.id, path="", roles=newsroom.paper.roles)
    except Malformed as fault:
        raise bad_template(template_path(newsroom.root, language, name), fault.line, fault.message) from None
    return text
