"""The rule `wrong-issue-date`."""

from collections.abc import Iterator

from newsroom.model.issue import issue_date
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_WRONG = Wording(
    en=("the issue is dated {date}, its folder {folder}", "write: {folder}"),
    zh=("本期日期是 {date}，文件夹却是 {folder}", "应写：{folder}"),
)


class WrongIssueDate(Rule):
    """## What it does
    Finds issues whose `date` in `issue.yaml` is another than the one that their folder is named by.

    ## Why is this bad?
    An issue that was begun as a copy of another one keeps that one's date, and prints it.

    ## 查什么
    `issue.yaml` 里的 `date` 和文件夹名里的日期是不是同一天。

    ## 为什么
    新一期常从旧的一期抄来，日期忘了改，报头就印错。

    ## Fails
    ```
    ==> issue.yaml <==
    date: 2022-10-11
    number: 10234
    ```

    ## Passes
    ```
    ==> issue.yaml <==
    date: 2022-10-12
    number: 10234
    ```
    ```
    ==> issue.yaml <==
    number: 10234
    ```
    """

    group = "form"

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault where the two dates are not the same."""
        date, folder = copy.issue.date, issue_date(copy.issue.id)
        if date and folder and date != folder:
            yield Fault("date", _WRONG, {"date": date.isoformat(), "folder": folder.isoformat()})
