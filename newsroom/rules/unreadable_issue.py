"""The rule `unreadable-issue`."""

from collections.abc import Iterator

from newsroom.model.article import Unreadable
from newsroom.rules.rule import Fault, Rule, Wording

_ISSUE = Wording(
    en=("the issue's plan can not be read: {cause}", "{help}"),
    zh=("本期的版面计划读不出来：{cause}", "{help}"),
)


class UnreadableIssue(Rule):
    """## What it does
    Finds an `issue.yaml` that can not be read: YAML that is not well formed, a date or a number that is none, a page
    whose code is none.

    ## Why is this bad?
    The issue has no pages then, and articles that have their section from their page have none.

    ## 查什么
    读不出来的 `issue.yaml`：格式不对，日期不是日期，总期号不是数字，版次不合写法。

    ## 为什么
    本期就没有了版面计划，靠它定版名的稿件也没有了版名。

    ## Fails
    ```
    date: 2022-02-31
    ```
    ```
    date: 2022-10-12
    pages:
      - {page: 头版}
    ```

    ## Passes
    ```
    date: 2022-10-12
    number: 10234
    pages:
      - {page: "1", section: 要闻}
      - {page: 4-5}
    ```
    """

    group = "files"

    def check_unreadable(self, file: Unreadable) -> Iterator[Fault]:
        """One fault, with the cause."""
        if file.kind == "issue":
            yield Fault("", _ISSUE, {"cause": file.cause, "help": file.help})
