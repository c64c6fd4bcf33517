"""Scaffolding an issue: its folder and the plan of its pages, from the paper's template."""

from dataclasses import dataclass

from newsroom.errors import Malformed, Refused, UsageError
from newsroom.locale import _
from newsroom.model.issue import Issue, issue_date
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.newsroom import ISSUES, PLAN, Newsroom
from newsroom.storage.paper_file import read_issue
from newsroom.storage.templates import bad_template, render, template_path


@dataclass(frozen=True, slots=True)
class PlannedIssue:
    """An issue as it will be, and the one file that makes it."""

    issue: Issue
    text: str

    @property
    def path(self) -> str:
        """The file, relative to the newsroom."""
        return f"{self.issue.path}/{PLAN}"


def plan_issue(newsroom: Newsroom, issue_id: str, number: int | None = None) -> PlannedIssue:
    """The issue of that id; without a number it gets the one after the last, if it is the newest.

    Raises:
        UsageError: the id is no date. Refused: the issue is there already, or the template is at fault.
    """
    day = issue_date(issue_id)
    if day is None:
        raise UsageError(
            "not-a-date",
            _("{text} is not a date.", text=issue_id),
            _("Write it as 2022-10-12, or 2022-10-12-evening for a second issue of a day."),
        )
    if number is not None and not 0 <= number < 10**9:
        raise UsageError(
            "not-a-number", _("{text} is not the number of an issue.", text=number), _("For example: --number 10234")
        )
    if newsroom.folder(issue_id).exists():
        raise Refused(
            "issue-exists",
            _("The issue {issue} is there already.", issue=issue_id),
            _("See it: newsroom issue show {issue}", issue=issue_id),
        )
    number = number if number is not None else _next_number(newsroom, issue_id)
    language = newsroom.paper.language
    text = render(newsroom.root, language, PLAN, date=day.isoformat(), number="" if number is None else number)
    try:
        issue = read_issue(text, Issue(issue_id, f"{ISSUES}/{issue_id}", day))
    except Malformed as fault:
        raise bad_template(template_path(newsroom.root, language, PLAN), fault.line, fault.message) from None
    return PlannedIssue(issue, text)


def make_issue(newsroom: Newsroom, planned: PlannedIssue) -> str:
    """Write the issue and commit it; the commit's id.

    Raises:
        Refused: git can not commit here.
    """
    return commit_files(
        newsroom.root,
        [FileChange(planned.path, planned.text.encode())],
        f"New issue: {planned.issue.id}",
        {"Newsroom-Action": "issue-new", "Newsroom-Issue": planned.issue.id},
    )


def _next_number(newsroom: Newsroom, issue_id: str) -> int | None:
    dated = [other for other in newsroom.issue_ids() if issue_date(other)]
    if not dated or dated[-1] > issue_id:
        return None
    last = newsroom.issue_and_fault(dated[-1])[0].number
    return None if last is None else last + 1
