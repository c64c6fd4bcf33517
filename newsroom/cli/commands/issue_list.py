"""`newsroom issue list`."""

from newsroom.cli.options import Json, here
from newsroom.cli.screen import say, show_json, table
from newsroom.locale import _
from newsroom.reports import SCHEMA_VERSION


def issue_list(json: Json = False) -> None:
    """List the issues, oldest first.

    Examples:
      newsroom issue list
      newsroom issue list --json
    """
    newsroom = here()
    issues = [newsroom.issue_and_fault(issue_id)[0] for issue_id in newsroom.issue_ids()]
    counts = {issue.id: len(newsroom.article_names(issue.id)) for issue in issues}
    if json:
        listed = [issue.as_json() | {"articles": counts[issue.id]} for issue in issues]
        show_json({"schema_version": SCHEMA_VERSION, "issues": listed})
    elif not issues:
        say(_("No issue yet. Make one: newsroom issue new 2022-10-12"))
    else:
        table(
            [_("issue"), _("number"), _("pages"), _("articles")],
            [
                [
                    issue.id,
                    "" if issue.number is None else str(issue.number),
                    str(len(issue.pages)),
                    str(counts[issue.id]),
                ]
                for issue in issues
            ],
            flexible=(0,),
        )
