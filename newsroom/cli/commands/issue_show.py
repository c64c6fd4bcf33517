"""`newsroom issue show`."""

from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json, article_table, say_unreadable, split_readable
from newsroom.cli.options import Json, chosen_issue, here
from newsroom.cli.screen import show, show_json
from newsroom.locale import _, plural
from newsroom.model.issue import Issue
from newsroom.reports import SCHEMA_VERSION


def issue_show(
    issue: Annotated[
        str | None, typer.Argument(metavar="[ISSUE]", help="The issue; the next one where left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Show an issue: its date, its pages, and its articles in the order of the paper.

    Examples:
      newsroom issue show
      newsroom issue show 2022-10-12
    """
    newsroom = here()
    shown = newsroom.issue(chosen_issue(newsroom, issue).issue_id)
    articles, unreadable = split_readable(newsroom, shown)
    if json:
        say_unreadable(unreadable)
        listed = [article_json(newsroom, shown, article) for article in articles]
        show_json({"schema_version": SCHEMA_VERSION, **shown.as_json(), "articles": listed})
        return
    show(_headline(shown, len(articles) + len(unreadable)))
    for page in shown.pages:
        details = [part for part in (page.section, page.editor and _("editor {name}", name=page.editor)) if part]
        show("  " + _("page {code}", code=page.code) + ("  " + "  ".join(details) if details else ""))
    if articles or unreadable:
        show("")
        article_table(newsroom, shown, articles, unreadable)


def _headline(issue: Issue, count: int) -> str:
    days = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]
    parts = [issue.id]
    if issue.date:
        parts.append(days[issue.date.weekday()])
    if issue.number is not None:
        parts.append(_("No. {number}", number=issue.number))
    parts.append(plural(len(issue.pages), "{count} page", "{count} pages"))
    parts.append(plural(count, "{count} article", "{count} articles"))
    return "  ".join(parts)
