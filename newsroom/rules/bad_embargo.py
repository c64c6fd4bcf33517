"""The rule `bad-embargo`."""

import datetime
import re
from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNREADABLE = Wording(
    en=("the embargo “{embargo}” is no day that can be read", "write: 2022-10-12, or 2022-10-12 18:00"),
    zh=("禁发时间“{embargo}”读不出是哪一天", "写成 2022-10-12 或 2022-10-12 18:00"),
)
_TOO_LATE = Wording(
    en=("the embargo ends on {until}, the paper comes out on {day}", "move it to a later issue, or change embargo"),
    zh=("禁发到 {until}，本期 {day} 见报", "移到以后的期，或者改禁发时间"),
)

_DATE = r"(?<![0-9])([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})(?![0-9])"
_NO_CLOCK = r"(?<![0-9])(?:2[5-9]|[3-9][0-9])[:：][0-9]|[0-9][:：][6-9][0-9]"
_LONGEST = 60  # characters; what is longer is a remark that people have to read


class BadEmbargo(Rule):
    """## What it does
    Finds embargoes that name no day in digits, with its year (2022-10-12, 2022-10-12 18:00, 2022年10月12日18时), and
    those that end after the day on which the issue comes out.

    ## Why is this bad?
    A broken embargo costs the paper its source. One that can not be read is kept by nobody.

    ## 查什么
    禁发时间（`embargo`）有没有写明年月日：`2022-10-12`、`2022-10-12 18:00`、`2022年10月12日18时`；
    禁发到的日子是不是晚于本期的日期。

    ## 为什么
    抢在禁发时间之前见报，就失信于供稿单位；写得看不懂的，没有人会遵守。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    embargo: 2022-10-13 06:00
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    embargo: 等通知
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    embargo: 2022-10-12 06:00
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    embargo: 2022年10月11日18时
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"
    looks_at = ("embargo",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the embargo can not be read, or ends after the issue's day."""
        embargo, day = copy.article.embargo, copy.issue.date
        until = _day_of(embargo)
        if until is None:
            yield Fault("embargo", _UNREADABLE, {"embargo": embargo})
        elif day and until > day:
            yield Fault("embargo", _TOO_LATE, {"until": until.isoformat(), "day": day.isoformat()})


def _day_of(embargo: str) -> datetime.date | None:
    """The last day that it names; None where it can not be read."""
    if len(embargo) > _LONGEST or re.search(_NO_CLOCK, embargo):
        return None
    try:
        days = [datetime.date(*map(int, day)) for day in re.findall(_DATE, embargo)]
    except ValueError:
        return None
    return max(days, default=None)
