"""The day on which a photo was taken, as far as its caption surely says it."""

import datetime
import re

_WEEKDAY = "(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
_PART_OF_DAY = "(?:凌晨|清晨|早晨|早上|拂晓|上午|中午|下午|傍晚|黄昏|晚上|夜间|夜晚|晚|夜)?"
_DAY = r"(?:(?<![0-9])([0-9]{4}) ?年 ?)?(?<![0-9])([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"
_OPENING = rf"[\s（(【▲△]{{0,4}}{_DAY}{_WEEKDAY}{_PART_OF_DAY}[，,]"
_TAKEN = rf"{_DAY}{_WEEKDAY}{_PART_OF_DAY}(?:拍摄|摄于)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = (
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:morning, |afternoon, |evening, )?"
    r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? ([0-9]{1,2})\b(?:, ([0-9]{4}))?"
)
# Words before a date that make it the day of something else: after the fire on Tuesday, Nov. 3.
_OF_ANOTHER_DAY = (
    r"(?i)\b(?:after|ahead|anniversary|before|during|for|following|scheduled|since|until|till)\b"
    r"|\b(?:by|from|through|to)\s*$"
)
_OLD = r"资料(?:图|照|片|室)|老照片|历史|(?i:file photo|archive|courtesy)"
_LONGEST = 600  # characters of a caption

_SOON = datetime.timedelta(days=60)


def date_said(caption: str, issued: datetime.date) -> datetime.date | None:
    """The day that a caption says, in an issue of that day; None where it says none, several, or one still to come."""
    if len(caption) > _LONGEST or re.search(_OLD, caption):
        return None
    found = _numbers(caption)
    if found is None:
        return None
    year, month, day = found
    if year:
        said = _date(year, month, day)
        return said if said and said <= issued else None
    said = _date(issued.year, month, day)
    if said and said <= issued:
        return said
    last = _date(issued.year - 1, month, day)
    return last if last and said and said - issued > _SOON else None


def _numbers(caption: str) -> tuple[int, int, int] | None:
    if "月" in caption and "日" in caption:
        taken = re.findall(_TAKEN, caption)
        opening = re.match(_OPENING, caption)
        days = taken or ([opening.groups()] if opening and len(re.findall(_DAY, caption)) == 1 else [])
        if len(days) != 1:
            return None
        year, month, day = (int(part or 0) for part in days[0])
        return year, month, day
    match = re.search(_ENGLISH, caption) if "day, " in caption else None
    if match is None or re.search(_OF_ANOTHER_DAY, caption[: match.start()]):
        return None
    return int(match[3] or 0), _MONTHS.index(match[1][:3].lower()) + 1, int(match[2])


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
