"""The rule `wrong-issue-number`."""

from collections.abc import Iterator

from newsroom.model.issue import Issue, issue_date
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_WRONG = Wording(
    en=("the issue has the number {number}; {before} before it has {last}", "number: {next}"),
    zh=("本期总期号是 {number}，上一期 {before} 是 {last}", "number: {next}"),
)


class WrongIssueNumber(Rule):
    """## What it does
    Finds an issue whose number is not that of the issue before it plus one. A second edition of a day
    (`2022-10-12-evening`) is not looked at, nor is an issue where it or the one before has no number.

    ## Why is this bad?
    The number stands on the front page, and libraries bind and cite by it: one that is left out or given twice can not
    be mended once it is printed.

    ## 查什么
    本期的总期号是不是上一期加一。同一天的另一版（`2022-10-12-evening`）不查；本期或上一期没写总期号的不查。

    ## 为什么
    总期号印在报头上，图书馆按它装订、别人按它引用，跳号、重号印出去就改不了了。

    ## Fails
    ```
    ==> ../2022-10-11/issue.yaml <==
    date: 2022-10-11
    number: 10233
    ==> issue.yaml <==
    date: 2022-10-12
    number: 10243
    ```
    ```
    ==> ../2022-10-11/issue.yaml <==
    date: 2022-10-11
    number: 10233
    ==> issue.yaml <==
    date: 2022-10-12
    number: 10233
    ```

    ## Passes
    ```
    ==> ../2022-10-11/issue.yaml <==
    date: 2022-10-11
    number: 10233
    ==> issue.yaml <==
    date: 2022-10-12
    number: 10234
    ```
    ```
    ==> ../2022-10-10/issue.yaml <==
    date: 2022-10-10
    number: 10230
    ==> ../2022-10-11/issue.yaml <==
    date: 2022-10-11
    ==> issue.yaml <==
    date: 2022-10-12
    number: 10234
    ```
    """

    severity = "warning"
    group = "issue"

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault, at the number in the plan."""
        number, before = copy.issue.number, next(filter(_is_first_of_its_day, copy.before), None)
        if number is None or before is None or before.number is None or not _is_first_of_its_day(copy.issue):
            return
        if number != before.number + 1:
            values = {"number": number, "before": before.id, "last": before.number, "next": before.number + 1}
            yield Fault("number", _WRONG, values)


def _is_first_of_its_day(issue: Issue) -> bool:
    day = issue_date(issue.id)
    return day is not None and issue.id == day.isoformat()
