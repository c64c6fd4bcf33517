"""Quantities in copy: a number and what it counts, `1200棵`, `1.2万棵`, `三条`, `1,340 cards`, `three people`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNITS = (
    "平方公里|平方米|立方米|万元|亿元|公里|公斤|千克|公顷|分钟|小时|人次|厘米|毫米|"
    "[家户人名个棵株台辆件份所座条处间套栋幢亩头只张册本场次项吨克米元起例篇部支箱袋盏枚位天岁成%％]"
)
_HANZI = "零一二三四五六七八九"
_CHINESE_NUMBER = r"[一二两三四五六七八九十百千〇零]{1,9}"
_SCALES = {"": 1, "万": 1e4, "亿": 1e8, " thousand": 1e3, " million": 1e6, " billion": 1e9}
_CHINESE = (
    r"(?P<number>[\d一二两三四五六七八九十百千〇零][\d,.一二两三四五六七八九十百千〇零]{0,14})"
    rf"(?P<scale>[万亿]?)(?P<unit>{_UNITS})"
)
# What makes a number less than exact, a part of another, or another thing: 第3条, 每亩12.5公斤, 二十几条.
_INEXACT_BEFORE = (
    r"(?:约|近|逾|超|过|达|破|上|至少|最多|不足|不到|大约|多于|少于|高于|低于|平均|每|第|突破|[A-Za-z.,万亿几数-])$"
)
_INEXACT_AFTER = ("余", "多", "左右", "以上", "以下", "以内", "上下")

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORD_VALUES = {word: value for value, word in enumerate(_WORDS)} | {w: 20 + 10 * at for at, w in enumerate(_TENS)}
_ENGLISH = (
    r"(?<![\w$£€.,/:-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12}|(?i:" + "|".join((*_WORDS[2:], *_TENS)) + r"))"
    r"(?P<scale>(?: (?:thousand|million|billion))?) "
    r"(?P<unit>(?:[a-z]{2,15} ){0,2}?(?:[a-z]{2,15}s|people|children|men|women))\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, exactly said, and its unit, with where it stands in the text. `step` is how exact it is."""

    value: float
    step: float
    unit: str
    start: int
    end: int
    is_chinese: bool = False


def chinese_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a Chinese text that are said exactly."""
    for match in re.finditer(_CHINESE, text):
        before = text[max(0, match.start() - 2) : match.start()]
        if re.search(_INEXACT_BEFORE, before) or text.startswith(_INEXACT_AFTER, match.end()):
            continue
        value = value_of(match["number"])
        unit, scale = match["unit"], _SCALES[match["scale"]]
        if len(unit) == 2 and unit[0] in _SCALES:  # 万元
            unit, scale = unit[1], _SCALES[unit[0]]
        if unit in "成％":
            unit, scale = "%", 10 if unit == "成" else 1
        if value is not None:
            yield Quantity(round(value * scale, 6), _step(match["number"], scale), unit, *match.span(), is_chinese=True)


def english_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of an English text; the unit is the noun that is counted."""
    for match in re.finditer(_ENGLISH, text):
        value = value_of(match["number"])
        if value is not None:
            scale = _SCALES[match["scale"]]
            unit = match["unit"].rpartition(" ")[2]
            yield Quantity(round(value * scale, 6), _step(match["number"], scale), unit, *match.span())


def value_of(number: str) -> float | None:
    """The value of a number in digits or in words; None where it is none."""
    if number[0].isdigit():
        is_number = re.fullmatch(r"\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?", number)
        return float(number.replace(",", "")) if is_number else None
    if number.lower() in _WORD_VALUES:
        return float(_WORD_VALUES[number.lower()])
    return _chinese_value(number) if re.fullmatch(_CHINESE_NUMBER, number) else None


def all_values(text: str) -> frozenset[float]:
    """The value of every number in a text, however it is written and whatever it counts."""
    found: set[float] = set()
    for number, scale in re.findall(
        rf"(\d{{1,12}}(?:,\d{{3}})*(?:\.\d{{1,6}})?|{_CHINESE_NUMBER})([万亿]| (?:thousand|million|billion))?", text
    ):
        value = value_of(number)
        if value is not None:
            found |= {value, round(value * _SCALES[scale], 6)}
    found |= {float(_WORD_VALUES[word]) for word in re.findall(r"[a-z]{3,9}", text.lower()) if word in _WORD_VALUES}
    return frozenset(found)


def is_slip(numbers: Sequence[float], at: int, wanted: float) -> bool:
    """Whether number `at` may be `wanted` with one digit mistyped, or two of them exchanged."""
    is_, should = (f"{value:.6f}".rstrip("0").rstrip(".") for value in (numbers[at], wanted))
    if wanted < 0 or is_ == should or len(is_) != len(should):
        return False
    wrong = [place for place, (one, other) in enumerate(zip(is_, should, strict=True)) if one != other]
    return len(wrong) == 1 or (len(wrong) == 2 and [is_[p] for p in wrong] == [should[p] for p in reversed(wrong)])


def shown(value: float) -> str:
    """A value as it is said in a message."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _step(number: str, scale: float) -> float:
    """What the last digit that is written stands for; 0 where the number is whole and exact."""
    decimals = len(number.partition(".")[2])
    return scale / 10**decimals if decimals or scale > 1 else 0


def _chinese_value(number: str) -> float | None:
    """三 is 3, 十二 12, 一千二百 1200, 二〇二六 2026; None where it is nothing that can be counted."""
    number = number.replace("两", "二").replace("〇", "零")
    if not re.search("[十百千]", number):
        return float("".join(str(_HANZI.index(digit)) for digit in number))
    total, digit, last = 0, 0, 10_000
    for letter in number:
        if letter in _HANZI:
            digit = _HANZI.index(letter)
            continue
        scale = {"十": 10, "百": 100, "千": 1000}[letter]
        if scale >= last:
            return None
        total, digit, last = total + (digit or 1) * scale, 0, scale
    return float(total + digit)
