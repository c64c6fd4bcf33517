"""`newsroom article list`."""

from newsroom.cli.article_rows import article_json, article_table, say_unreadable, split_readable
from newsroom.cli.options import InIssue, Json, chosen_issue, here
from newsroom.cli.screen import say, show_json
from newsroom.locale import _
from newsroom.reports import SCHEMA_VERSION
from newsroom.storage.repository import last_commits


def article_list(issue: InIssue = None, json: Json = False) -> None:
    """List the articles of an issue, in the order of the paper.

    Examples:
      newsroom article list
      newsroom article list --issue pool --json
    """
    newsroom = here()
    listed = newsroom.issue(chosen_issue(newsroom, issue).issue_id)
    articles, unreadable = split_readable(newsroom, listed)
    if json:
        say_unreadable(unreadable)
        commits = last_commits(newsroom.root, [article.path for article in articles])
        rows = [article_json(newsroom, listed, article, commits.get(article.path)) for article in articles]
        show_json({"schema_version": SCHEMA_VERSION, "articles": rows})
    elif articles or unreadable:
        article_table(newsroom, listed, articles, unreadable)
    else:
        say(_("Issue {issue} has no article yet. File one: newsroom article add --issue {issue}", issue=listed.id))
