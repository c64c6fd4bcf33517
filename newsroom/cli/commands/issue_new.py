"""`newsroom issue new`."""

from typing import Annotated

import typer

from newsroom.cli.options import DryRun, Json, here_to_write
from newsroom.cli.screen import say, show, show_json
from newsroom.desk.new_issue import make_issue, plan_issue
from newsroom.locale import _


def issue_new(
    date: Annotated[str, typer.Argument(metavar="DATE", help="Its date, 2022-10-12; 2022-10-12-evening for a second.")],
    number: Annotated[int | None, typer.Option(metavar="N", help="Its running number.")] = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Make an issue: its folder and the plan of its pages, from the paper's template.

    Without a number it gets the one after the last issue's.

    Examples:
      newsroom issue new 2022-10-12
      newsroom issue new 2022-10-12-evening --number 10235
    """
    newsroom = here_to_write(dry_run=dry_run)
    planned = plan_issue(newsroom, date, number)
    commit = None if dry_run else make_issue(newsroom, planned)
    if json:
        show_json(planned.issue.as_json() | {"commit": commit})
        return
    show(planned.path)
    if dry_run:
        say(_("This is what would be written."))
        return
    say(
        _("Issue {issue} is ready, number {number}.", issue=date, number=planned.issue.number)
        if planned.issue.number is not None
        else _("Issue {issue} is ready.", issue=date)
    )
    say(_("Next: {command}", command=f"newsroom article add --issue {date}"))
