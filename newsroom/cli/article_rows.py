"""Articles in tables and in JSON."""

from collections.abc import Sequence
from typing import Any

from newsroom.cli.screen import say, table
from newsroom.locale import _, listed
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.model.text import length, one_line
from newsroom.storage.newsroom import Newsroom

STATUS_WORDS = {
    "draft": "draft",
    "submitted": "submitted",
    "approved": "approved",
    "published": "published",
    "killed": "killed",
}


def split_readable(newsroom: Newsroom, issue: Issue) -> tuple[list[Article], list[Unreadable]]:
    """The articles of an issue in the order of the paper, and the files that can not be read."""
    articles, unreadable = list[Article](), list[Unreadable]()
    for article in newsroom.articles(issue.id):
        if isinstance(article, Unreadable):
            unreadable.append(article)
        else:
            articles.append(article)
    order = {page.code: number for number, page in enumerate(issue.pages)}
    articles.sort(key=lambda article: (order.get(article.page, len(order)), article.page, article.id))
    return articles, unreadable


def article_table(
    newsroom: Newsroom, issue: Issue, articles: Sequence[Article], unreadable: Sequence[Unreadable]
) -> None:
    """One line an article: page, section, headline, byline, length, photos, status."""
    language = newsroom.paper.language
    rows = [
        [
            article.page,
            article.section_in(issue),
            one_line(article.title),
            listed(str(credit) for credit in article.byline),
            str(length(article.body, language)),
            str(len(article.photos)),
            _(STATUS_WORDS.get(article.status, article.status)),
        ]
        for article in articles
    ]
    rows += [["", "", file.path.rpartition("/")[2], "", "", "", _("unreadable")] for file in unreadable]
    head = [_("page"), _("section"), _("headline"), _("byline"), _("length"), _("photos"), _("status")]
    table(head, rows, flexible=(2, 3))


def say_unreadable(unreadable: Sequence[Unreadable]) -> None:
    """Name the files that a JSON list has to leave out."""
    for file in unreadable:
        say(_("{path}, line {line}: {cause}.", path=file.path, line=file.line, cause=file.cause))


def article_json(
    newsroom: Newsroom,
    issue: Issue,
    article: Article,
    commit: str | None = None,
    findings: Sequence[Finding] | None = None,
) -> dict[str, Any]:
    """An article as the contract's JSON has it; `findings` are left out of lists."""
    return {
        "id": article.id,
        "issue": article.issue,
        "path": article.path,
        "kind": article.kind,
        "headline": article.headline,
        "deck": article.deck,
        "kicker": article.kicker,
        "section": article.section_in(issue),
        "page": article.page,
        "status": article.status,
        "byline": [credit.as_json() for credit in article.byline],
        "credit_line": article.credit_line,
        "source": article.source,
        "photos": [photo.as_json() for photo in article.photos],
        "length": length(article.body, newsroom.paper.language),
        "commit": commit,
        "findings": [finding.as_json() for finding in findings or ()],
    }
