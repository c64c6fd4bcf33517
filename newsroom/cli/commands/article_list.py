"""`newsroom article list`."""

from newsroom.cli.article_rows import article_json, article_table, say_unreadable
from newsroom.cli.issue_rows import no_article
from newsroom.cli.options import InIssue, Json, chosen_issue, here
from newsroom.cli.screen import say, show_json
from newsroom.desk.board import lay_out
from newsroom.reports import SCHEMA_VERSION
from newsroom.storage.repository import last_commits


def article_list(issue: InIssue = None, json: Json = False) -> None:
    """List the articles of an issue, in the order of the paper.

    Examples:
      newsroom article list
      newsroom article list --issue pool --json
    """
    newsroom = here()
    board = lay_out(newsroom, newsroom.issue(chosen_issue(newsroom, issue).issue_id))
    filed = [row for row in board.rows if row.article]
    if json:
        say_unreadable(board.unreadable)
        commits = last_commits(newsroom.root, [article.path for article in board.articles])
        listed = [article_json(newsroom, board.issue, article, commits.get(article.path)) for article in board.articles]
        show_json({"schema_version": SCHEMA_VERSION, "articles": listed})
    elif filed:
        article_table(newsroom, filed)
    else:
        say(no_article(board.issue))
