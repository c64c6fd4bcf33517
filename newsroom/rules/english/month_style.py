"""The rule `month-style`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._prose import TEXTS, before, is_running
from newsroom.rules.english._style import EDITION_OPTION, UK, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the date “{found}” is not in its form", "{wanted}"),
    zh=("日期“{found}”写法不对", "写成 {wanted}"),
)

# With a day, as the AP has them; by the first three letters.
_MONTHS = {
    "Jan": ("January", "Jan."), "Feb": ("February", "Feb."), "Mar": ("March", "March"), "Apr": ("April", "April"),
    "May": ("May", "May"), "Jun": ("June", "June"), "Jul": ("July", "July"), "Aug": ("August", "Aug."),
    "Sep": ("September", "Sept."), "Oct": ("October", "Oct."), "Nov": ("November", "Nov."), "Dec": ("December", "Dec."),
}  # fmt: skip
_OTHER_NAMES = ("Sep.", "Mar.", "Apr.", "Jun.", "Jul.", "Jan", "Feb", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_NAMES = (*_OTHER_NAMES, *(name for names in _MONTHS.values() for name in names))
_OPENING = ("", " ", "\n", "\u00a0", "(", "“")
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?P<th>st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_BEHIND = rf" (?:(?P<only_year>{_YEAR})|{_DAY})(?![\w:/-]|[,.]\d|%| ?[ap]\.?m\b)(?P<year>, {_YEAR}\b)?"
_NAME = rf"(?P<name>{'|'.join(sorted({name.replace('.', '[.]') for name in _NAMES}, key=len, reverse=True))})"
_AMERICAN = _NAME + _BEHIND
_BRITISH = rf"{_NAME}(?!\w)(?:{_BEHIND})?"
# The blank between the last letters of a month and a figure, where the two are not as the AP has them.
_A_DAY = r"[1-9][0-9]?(?![0-9]|st|nd|rd|th)"
_NOT_AP = (
    r" (?=[0-9])(?<=[.ybceghlnprtv] )(?:"
    rf"(?<=(?:an|eb|ug|pt|ct|ov|ec)[.] )(?!{_A_DAY})|(?<=(?:rch|ril|May|une|uly) )(?!{_A_DAY}|{_YEAR}\b)"
    rf"|(?<=(?:ary|ust|ber) )(?!{_YEAR}\b)|(?<=(?:Jan|Feb|Aug|Sep|ept|Oct|Nov|Dec|(?:ep|ar|pr|un|ul)[.]) ))"
)
_BEFORE = rf"(?<![\w$£€.,:/-]){_DAY} $"
_NAMES_OF_DAYS = {("Sep", "11"), ("Jan", "6"), ("Jul", "4"), ("Jul", "7")}  # of events, in the uk too


class MonthStyle(Rule):
    """## What it does
    Finds dates that are not in their form: `November 18` for `Nov. 18`, `Nov. 18th`, `Apr. 3`, `Nov. 2026`.

    A month with a day is Jan., Feb., Aug., Sept., Oct., Nov. or Dec.; March, April, May, June and July are never
    abbreviated; a month alone or with a year is written out. With `edition: uk` a date is 18 November 2026.

    The edition is `us` or `uk`: `rules: {month-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    One form for every date lets a reader compare them (AP Stylebook, entry `months`; Guardian style guide, entry
    `dates`).

    ## 查什么
    日期的写法：`November 18` 应为 `Nov. 18`；`Nov. 18th`、`Apr. 3`、`Nov. 2026` 也不对。月份带日时缩写，`March` 到
    `July` 从不缩写；单独的月份或带年份时写全。`edition: uk` 时写 `18 November 2026`。

    版本是 `us` 或 `uk`：`rules: {month-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition: uk}}`。

    ## 为什么
    日期一个写法，读者才好对照（美联社《写作手册》`months` 条，《卫报》写作规范 `dates` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The bridge reopens November 18 and closes Apr. 3.
    ```
    ```
    ---
    kind: notice
    ---
    The fair is Nov. 18th, the first since Dec. 2023.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {month-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge reopens on November 18, 2026, and closes on 3rd April.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The bridge reopens Nov. 18, 2026, and closes April 3. Work began in November 2025 and ends in May.
    ```
    ```
    ---
    kind: notice
    ---
    The parade is on July 4th. In November 20 people came, and August Wilson wrote “January 18” then.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {month-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge reopens on 18 November 2026, 25 years after the September 11 attacks.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each date that is not in its form."""
        is_british = edition_of(self, copy) is UK
        if not is_british and re.search(_NOT_AP, copy.printed) is None:
            return
        for piece in copy.pieces_of(*TEXTS):
            for match in re.finditer(_BRITISH if is_british else _AMERICAN, piece.text):
                if before(piece.text, match.start(), 1) not in _OPENING:
                    continue
                name = match["name"]
                fault = _british(piece, name, match) if is_british else _american(piece, name, match)
                if fault and is_running(copy, piece, match.start()):
                    yield fault


def _american(piece: Piece, name: str, match: re.Match[str]) -> Fault | None:
    day, year = match["day"], match["only_year"]
    full, short = _MONTHS[name[:3]]
    if (name == short and day and day[0] != "0" and not match["th"]) or (name, match["th"]) == ("July", "th"):
        return None
    if _is_no_date(piece.text, match):
        return None
    end = match.start("year") if match["year"] else match.end()
    return _fault(piece, match.start(), end, f"{full} {year}" if year else f"{short} {day.lstrip('0')}")


def _british(piece: Piece, name: str, match: re.Match[str]) -> Fault | None:
    text, full = piece.text, _MONTHS[name[:3]][0]
    lead = before(text, match.start(), 6)
    first = re.search(_BEFORE, lead)
    if first:
        start = match.start() - len(lead) + first.start()
        return _fault(piece, start, match.start() + len(name), f"{first['day'].lstrip('0')} {full}")
    day = match["day"]
    if not day or (name[:3], day) in _NAMES_OF_DAYS or _is_no_date(text, match):
        return None
    year = (match["year"] or "").replace(",", "")
    return _fault(piece, match.start(), match.end(), f"{day.lstrip('0')} {full}{year}")


def _fault(piece: Piece, start: int, end: int, wanted: str) -> Fault | None:
    found = piece.text[start:end]
    if found == wanted:
        return None
    # In `5 Sept.` the stop may be the sentence's, too: it would go with the fix.
    is_sure = not found.endswith(".") or bool(re.match(r" [a-z0-9]|,", piece.text[end : end + 2]))
    return Fault(piece.field, _WANTED, {"found": found, "wanted": wanted}, start, end, wanted if is_sure else None)


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Whether it is a title in quotation marks, a part of a word, or `In November 20 people came`."""
    lead = before(text, match.start(), 4)
    follows = text[match.end() : match.end() + 1]
    if lead[-1:].isalnum() or (lead[-1:] in ("“", '"', "‘") and follows in ("”", '"', "’")):
        return True
    return match["day"] is not None and lead.lower().endswith("in ")
