"""The rule `wrong-weekday`."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WRONG = Wording(
    en=("“{found}”: {date} is {right}", "correct the date or the weekday"),
    zh=("“{found}”：{date} 是{right}", "核对后改日期或改星期"),
)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = ("Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.", "Sun.")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED_YEAR = r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)"

_CHINESE_DAYS = "一二三四五六日"
_CHINESE_DAY = r"[期拜周][一二三四五六日天]"
_MAYBE_CHINESE = rf"日[ （(]{{0,2}}[星礼]?{_CHINESE_DAY}"
_CHINESE_DATE = (
    r"(?P<year>(?:[12]\d{3}|[去今明])年)?(?P<month>\d{1,2})月(?P<number>\d{1,2})日[ （(]{0,2}(?P<word>[星礼]?)$"
)
# 周一新 is a name, 星期五至星期日 belongs to two dates.
_AFTER_LONG = r"(?! ?[至到、和与及—~～/星礼-])"
_AFTER_SHORT = r"[ ，。；：！？）)\n]|[上下早晚凌清傍]|$"
_NOT_THIS_CALENDAR = ("农历", "阴历", "旧历")

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\.)"
_MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
_YEAR = r"(?:,? (?P<year>[12]\d{3})\b)?"
_AFTER_DAY = (
    rf",? {_MONTH} {_NUMBER}{_YEAR}",
    rf",? (?:the )?{_NUMBER} (?:of )?{_MONTH}(?![a-z]){_YEAR}",
)
_BEFORE_DAY = rf"\b{_MONTH} {_NUMBER}{_YEAR} \($"
# Friday and Saturday, Nov. 20 and 21
_SEVERAL_DAYS = r"(?:day|\.)s?,? ?(?:and|or|to|through|until|&|[-–—/]) ?$"


class WrongWeekday(Rule):
    """## What it does
    Finds weekdays that do not go with their date. Where no year is written, it is that of the issue: the day nearest to
    the issue's date. Another year that the article names is given the benefit of the doubt.

    ## Why is this bad?
    A reader who comes on the wrong day does not come again. AP style: check every weekday against a calendar.

    ## 查什么
    日期与星期是不是对得上。没有写年份的，取离这一期日期最近的那一天；稿件里写到别的年份、按那一年对得上的，也算对。

    ## 为什么
    停水、开会、活动的日子写错一天，读者就白跑一趟。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农机服务队10月14日（星期四）下乡。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    The market opens on Thursday, Oct. 14, 2022.
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农机服务队10月14日（星期五）下乡，10月16日周日返回。2026年11月20日（星期五）再来。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    活动安排在10月14日至10月16日（星期五至星期日）。
    ```
    """

    severity = "error"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each weekday that is not that of its date."""
        if not _may_have_dated_days(copy.printed):
            return
        named: list[int] | None = None
        for piece in copy.pieces:
            for said in _dated_days(piece.text):
                if named is None:
                    named = list(dict.fromkeys(map(int, re.findall(_NAMED_YEAR, copy.printed))))[:20]
                dates = list(_dates(said, copy.issue.date, named))
                if dates and all(date.weekday() != said.weekday for date in dates):
                    right = said.called(dates[0].weekday())
                    found = piece.text[said.start : said.end]
                    values = {"found": found, "date": dates[0].isoformat(), "right": right}
                    yield Fault(piece.field, _WRONG, values, said.start, said.end)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A weekday with its date, as they are written in a text from `start` to `end`."""

    start: int
    end: int
    year: str
    month: int
    number: int
    day: str

    @property
    def weekday(self) -> int:
        if self.day[-1] in "天日":
            return 6
        if self.day[-1] in _CHINESE_DAYS:
            return _CHINESE_DAYS.index(self.day[-1])
        return next(number for number, name in enumerate(_DAYS) if name.startswith(self.day[:3]))

    def called(self, weekday: int) -> str:
        """Another weekday, in the manner of this one."""
        return _DAYS[weekday] if self.day.isascii() else self.day[:-1] + _CHINESE_DAYS[weekday]


def _may_have_dated_days(text: str) -> bool:
    return _may_be_english(text) or re.search(_MAYBE_CHINESE, text) is not None


def _may_be_english(text: str) -> bool:
    return "day" in text or ("." in text and any(day in text for day in _SHORT_DAYS))


def _dated_days(text: str) -> Iterator[_Dated]:
    """The weekdays of a text that stand by a date."""
    if re.search(_MAYBE_CHINESE, text):
        for match in re.finditer(_CHINESE_DAY, text):
            start = max(0, match.start() - 20)
            date = re.search(_CHINESE_DATE, text[start : match.start()])
            word = date["word"] + match[0] if date else ""
            if date and _is_chinese(word, text[start : start + date.start()], text[match.end() : match.end() + 2]):
                yield _dated(
                    date, start + date.start(), match.end() + (text[match.end() : match.end() + 1] in ("）", ")")), word
                )
    if _may_be_english(text):
        for match in re.finditer(_DAY, text):
            before = text[max(0, match.start() - 30) : match.start()]
            after = text[match.end() : match.end() + 40]
            date = next(filter(None, (re.match(pattern, after) for pattern in _AFTER_DAY)), None)
            if date and not before[-1:].isalpha() and not re.search(_SEVERAL_DAYS, before):
                yield _dated(date, match.start(), match.end() + date.end(), match[0])
            date = re.search(_BEFORE_DAY, before) if before.endswith("(") and after.startswith(")") else None
            if date:
                yield _dated(date, match.start() - len(date[0]), match.end() + 1, match[0])


def _is_chinese(word: str, before: str, after: str) -> bool:
    """Whether it is a weekday indeed, and the date before it one of this calendar and of a year that is known."""
    if word[:-1] not in ("星期", "礼拜", "周") or before.endswith((*_NOT_THIS_CALENDAR, "年")):  # 当年, 二〇二五年
        return False
    return bool(re.match(_AFTER_SHORT if word[0] == "周" else _AFTER_LONG, after))


def _dated(date: re.Match[str], start: int, end: int, day: str) -> _Dated:
    month = date["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    return _Dated(start, end, date["year"] or "", number, int(date["number"]), day)


def _dates(said: _Dated, issued: datetime.date | None, named: Sequence[int]) -> Iterator[datetime.date]:
    """The days that may be meant, the likeliest first; `named` are the years that the article names."""
    year, month, number = said.year, said.month, said.number
    if year and year[0].isdigit():
        years = [int(year[:4])]
    elif issued is None:
        return
    elif year:
        years = [issued.year + "去今明".index(year[0]) - 1]
    else:
        near = [date for each in (-1, 0, 1) for date in _day(issued.year + each, month, number)]
        near.sort(key=lambda date: abs(date - issued))
        years = [*(date.year for date in near[:1]), *named]
    for each in years:
        yield from _day(each, month, number)


def _day(year: int, month: int, number: int) -> list[datetime.date]:
    try:
        return [datetime.date(year, month, number)]
    except ValueError:
        return []
