"""Sums in a sentence: the total, and the parts that should make it."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from newsroom.rules._quantities import Quantity, chinese_quantities, english_quantities, is_slip, value_of

Sum = tuple[Quantity, Sequence[Quantity]]  # the total and its parts

_MOST_PARTS = 10
_FEWEST = 3  # a total and two parts
_NUMERAL = r"[\d一二两三四五六七八九十百千〇零]+"
_LONGEST = 300  # characters of a sentence
# What a sentence with a sum in it has to say; the sentence is looked for around it. One of a few characters comes
# first, since a search for that is fast.
_SIGN = (
    r"[共计中](?:(?:(?<=共)|(?<=[合总]计))[^\d，,、；：（。\n]{0,4}[\d一二两三四五六七八九十百千]|(?<=[，,（( ]其中))"
)
_END = r"[。！？!?；;\n]"
_ENGLISH_SIGN = r" and (?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ENGLISH_END = r"[.!?;]\s|\n"

_TOTAL = r"(?<![中公])(?:共计|合计|总计|总共|一共|共(?![同享产和建青管治赢性识]))[^\d，,、；：（]{0,4}$"
_COUNTED = r"[\u4e00-\u9fff]{1,12}"  # what is counted and what it did, in the same breath
_OF_WHICH = r"[，,（(] ?其中"
# Parts that may overlap, that repeat, or that are counted one by one: they add up to nothing.
_NO_PARTS = r"每|各[有\d]|倍|×|分别|平均|[女男]|岁|党员|学历|本科|大专|以[上下]|新增|增加|减少|连续|累计|省级|国家级"
_JOINED = r"[、，,和及与][^，,、；。]{0,8}$"

_SHARE = r"占[^\d，,、；。\n]{0,6}(\d{1,3}(?:\.\d{1,2})?)%"

_IN_ALL = r"(?:,? for| -|,) a total of $"
_ALTOGETHER = r",? (?:in all|in total|altogether|all told)\b"
_PAIRS = (
    {"public", "private"}, {"men", "women"}, {"boys", "girls"}, {"adults", "children"}, {"male", "female"},
    {"urban", "rural"}, {"indoor", "outdoor"},
)  # fmt: skip
_MEASURES = {
    "seconds", "minutes", "hours", "days", "weeks", "months", "years", "miles", "feet", "inches", "yards", "acres",
    "points", "times",
}  # fmt: skip

_ENGLISH_NUMBER = (
    r"(?<![\w$£€.,/:-])(?:\d{1,3}(?:,\d{3})+|\d{1,9}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?![\w%:/-]|[.,]\d| (?:thousand|million|billion|percent|per cent|a\.m|p\.m))"
)


def wrong_sums(text: str) -> Iterator[tuple[int, Sum]]:
    """The sums in a text that are wrong, each with where its sentence begins."""
    if "共" in text or "其中" in text or "计" in text:
        for start, sentence in _sentences(text, _SIGN, _END):
            yield from ((start, it) for it in _chinese(sentence) if _is_wrong(*it))
    if " and " in text:
        for start, sentence in _sentences(text, _ENGLISH_SIGN, _ENGLISH_END):
            yield from ((start, it) for it in _english(sentence) if _is_wrong(*it) and not _measures(sentence))


def overfull_shares(text: str) -> Iterator[tuple[int, int, list[float]]]:
    """Where the shares of one whole are more than all of it: where it stands, and the shares in percent."""
    if text.count("占") < 2 or text.count("%") < 2:
        return
    for start, sentence in _sentences(text, _SHARE, _END):
        said = list(re.finditer(_SHARE, sentence))
        shares = [float(match[1]) for match in said]
        added = sum(shares)
        if len(shares) < 2 or added <= 100 + 0.5 * len(shares):
            continue
        if sentence.count("%") > len(shares) or re.search(_NO_PARTS, sentence):
            continue
        if any(is_slip(shares, at, round(100 - added + each, 2)) for at, each in enumerate(shares)):
            yield start + said[0].start(1), start + said[-1].end(), shares


def _sentences(text: str, sign: str, ends: str) -> Iterator[tuple[int, str]]:
    """The sentences with a sign in them, and where they begin; endless ones are passed over."""
    last = 0
    for match in re.finditer(sign, text):
        if match.start() < last:
            continue
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        after = text[match.start() : match.start() + _LONGEST]
        begins = max((end.end() for end in re.finditer(ends, before)), default=0)
        end = re.search(ends, after)
        last = match.start() + (end.start() if end else len(after))
        if (begins or match.start() <= _LONGEST) and (end or len(after) < _LONGEST):
            start = match.start() - len(before) + begins
            yield start, text[start:last]


def _is_wrong(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether no two or more of the parts, rounded as they are, make the total, but nearly do."""
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    for size in range(1, len(parts) + 1):
        for some in combinations(parts, size):
            room = (total.step + sum(part.step for part in some)) / 2
            if abs(sum(part.value for part in some) - total.value) <= room + 1e-6:
                return False
    added = sum(part.value for part in parts)
    numbers = [part.value for part in parts]
    return is_slip([total.value], 0, added) or any(
        is_slip(numbers, at, round(total.value - added + each, 6)) for at, each in enumerate(numbers)
    )


def _chinese(sentence: str) -> Iterator[Sum]:
    if "占" in sentence or re.search(_NO_PARTS, sentence):
        return
    if len(re.findall(_NUMERAL, sentence)) < _FEWEST:
        return
    quantities = list(chinese_quantities(sentence))
    of_which = re.search(_OF_WHICH, sentence)
    if of_which:
        before = [it for it in quantities if it.end <= of_which.start()]
        total = before[-1] if before and _is_total(before[-1], of_which.start(), sentence) else None
        after = _run([it for it in quantities if it.start > of_which.start()], sentence)
        parts = _alike(total, after) if total else []
        if total and sum(part.value for part in parts) > total.value:
            yield total, parts
        return
    for at, total in enumerate(quantities):
        if re.search(_TOTAL, sentence[: total.start]):
            before = [it for it in quantities[:at] if it.unit == total.unit]
            if _run(before, sentence) == before:
                # What is listed may begin later: 养老机构28家，公办17家，民办11家，共30家
                yield from ((total, before[since:]) for since in range(len(before) - 1))
            after = _alike(total, _run(quantities[at + 1 :], sentence))
            if not before and _are_parallel(total, after, sentence):
                yield total, after


def _is_total(quantity: Quantity, of_which: int, sentence: str) -> bool:
    """Whether it is the whole of what follows: 28家，其中; 共有28家合作社参加，其中."""
    between = sentence[quantity.end : of_which]
    is_named = re.search(_TOTAL, sentence[: quantity.start]) and re.fullmatch(_COUNTED, between)
    return len(between) <= 1 or is_named is not None


def _are_parallel(total: Quantity, parts: Sequence[Quantity], sentence: str) -> bool:
    """Whether the parts directly follow the total, under names that end alike (公办, 民办): they are all there is."""
    names = [sentence[one.end : other.start] for one, other in pairwise([total, *parts])]
    are_names = all(re.fullmatch(r"[、，,：（(]{1,2}[\u4e00-\u9fff]{1,6}", name) for name in names)
    return are_names and len({name[-1] for name in names}) == 1


def _run(parts: list[Quantity], sentence: str) -> list[Quantity]:
    """The first parts, as far as each follows the one before as in a list."""
    run = parts[:1]
    for part in parts[1:]:
        if not re.match(_JOINED, sentence[run[-1].end : part.start]):
            break
        run.append(part)
    return run


def _alike(total: Quantity, parts: Sequence[Quantity]) -> list[Quantity]:
    """The first parts, as far as they are of the total's unit."""
    return list(takewhile(lambda part: part.unit == total.unit, parts))


def _english(sentence: str) -> Iterator[Sum]:
    numbers = [*_english_numbers(sentence)]
    if len(numbers) < 3:
        return
    last = numbers[-1]
    altogether = re.match(_ALTOGETHER, sentence[last.end :])
    if altogether or re.search(_IN_ALL, sentence[: last.start]):
        yield last, numbers[:-1]
    elif (len(numbers) == 3 and _is_pair(sentence, numbers)) or _is_list(sentence, numbers):
        yield numbers[0], numbers[1:]


def _is_list(sentence: str, numbers: Sequence[Quantity]) -> bool:
    """Whether it says `80 items: 31 lamps, 26 dresses and eight clocks`."""
    if not re.match(r" (?:[a-z-]+ ){0,2}[a-z]+s: $", sentence[numbers[0].end : numbers[1].start]):
        return False
    gaps = (sentence[one.end : other.start] for one, other in pairwise(numbers[1:]))
    return all(re.fullmatch(r" [a-z ]+(?:, and |, | and )", gap) for gap in gaps)


def _measures(sentence: str) -> bool:
    """Whether it is about time or length, where parts are often of another unit than the whole."""
    return any(it.unit in _MEASURES for it in english_quantities(sentence))


def _english_numbers(sentence: str) -> Iterator[Quantity]:
    for match in re.finditer(_ENGLISH_NUMBER, sentence):
        value = value_of(match[0])
        if value is not None:
            yield Quantity(value, 0, "", *match.span())


def _is_pair(sentence: str, numbers: Sequence[Quantity]) -> bool:
    """Whether it says `28 homes, 17 public and 11 private`, or `of the 28 children, 17 were boys and 11 girls`."""
    total, one, other = numbers
    if not re.match(r" (?:[a-z-]+ ){0,3}[a-z]+[,:(] ?(?:of them |including |with )?$", sentence[total.end : one.start]):
        return False
    between = re.match(r" (?:[a-z]+ ){0,3}?([a-z]+),? and $", sentence[one.end : other.start])
    after = re.match(r" (?:[a-z]+ ){0,3}?([a-z]+)\b", sentence[other.end :])
    if not between or not after:
        return False
    words = set(re.findall(r"[a-z]+", between[0] + sentence[other.end : other.end + 30]))
    return any(pair <= words for pair in _PAIRS)
