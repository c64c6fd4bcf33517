"""The rule `time-style`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._prose import TEXTS, before, is_running
from newsroom.rules.english._style import EDITION_OPTION, UK, Edition, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the time “{found}” is not in its form", "{wanted}"),
    zh=("钟点“{found}”写法不对", "写成 {wanted}"),
)
_TWELVE = Wording(
    en=("“{found}” can be read as day or night", "noon, or midnight"),
    zh=("“{found}”分不清白天夜里", "写成 `noon` 或 `midnight`"),
)
_TWICE = Wording(
    en=("“{found}” says the time of day twice", "{wanted}"),
    zh=("“{found}”里时段说了两遍", "写成 {wanted}"),
)

_TIME = (
    r"(?<![\w$£€.:/,])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minutes>[0-5][0-9]))?[ \u00a0]?"
    r"(?:(?P<half>[ap])(?:\. ?m\b\.?|m\b)|(?P<HALF>[AP])(?:\. ?M\b\.?|M\b))(?! I\b)"
    r"(?P<again> (?:in the (?:morning|afternoon|evening)|at night)\b)?"
)
# Letters are fewer than figures: a time is looked for from its m, backwards.
_M = (
    r"m\b(?:(?<=[0-9 \u00a0][ap].)|(?<=[ap][.].)|(?<=[ap][.] .))",
    r"M\b(?:(?<=[0-9 \u00a0][AP].)|(?<=[AP][.].)|(?<=[AP][.] .))",
)
_NOT_AP = rf"{_M[0]}(?!(?<= [1-9] [ap][.]m)[.](?! in the | at night))"
_UP_TO_M = r"[0-9][0-9:.]{0,4}[ \u00a0]?[apAP][. ]{0,2}$"
_NOON = r"12(?::00)? (?P<noon>noon|midnight|midday)\b"


class TimeStyle(Rule):
    """## What it does
    Finds times of day that are not in their form: `7pm`, `7 PM`, `7:00 p.m.`, `12 noon`, `7 p.m. in the evening`.

    With `edition: uk` the form is 7pm and 7.30pm.

    The edition is `us` or `uk`: `rules: {time-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    AP Stylebook, entries `time of day`, `noon`, `midnight`: 7 p.m., 7:30 p.m., noon; no zeros, no 12 before noon,
    and p.m. has said already that it is evening. Guardian style guide, entry `times`: 7pm, 7.30pm.

    ## 查什么
    钟点的写法：`7pm`、`7 PM`、`7:00 p.m.`、`12 noon`、`7 p.m. in the evening` 应为 `7 p.m.`、`noon`。`edition: uk` 时
    写 `7pm`、`7.30pm`。

    版本是 `us` 或 `uk`：`rules: {time-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition: uk}}`。

    ## 为什么
    美联社《写作手册》`time of day`、`noon`、`midnight` 条：`7 p.m.`、`7:30 p.m.`、`noon`；不带 `:00`，`noon` 前不
    加 12，`p.m.` 已说明是晚上。《卫报》写作规范 `times` 条：`7pm`、`7.30pm`。

    ## Fails
    ```
    ---
    kind: notice
    ---
    Doors open at 7pm Friday, and the show starts at 7:30 PM.
    ```
    ```
    ---
    kind: notice
    ---
    The clinic is open from 9:00 a.m. to 12 noon.
    ```
    ```
    ---
    kind: notice
    ---
    They meet at 7 p.m. in the evening.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {time-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Doors open at 7 p.m. and the show starts at 7:30pm.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    Doors open at 7 p.m. Friday, and the show starts at 7:30 p.m. The clinic runs from 9 a.m. to noon.
    ```
    ```
    ---
    kind: notice
    ---
    “Come at 7 p.m.,” she said on AM 740. There is no 10 am I know of, and 12 amps are enough.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {time-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Doors open at 7pm and the show starts at 7.30pm. It ends at noon.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each time that is not in its form."""
        edition = edition_of(self, copy)
        for letter, gate in zip(_M, (_M[0] if edition is UK else _NOT_AP, _M[1]), strict=True):
            for piece in copy.pieces_of(*TEXTS) if re.search(gate, copy.printed) else ():
                for m in re.finditer(letter, piece.text):
                    match = _time_before(piece.text, m.start())
                    fault = _fault(piece, match, edition) if match else None
                    if fault and is_running(copy, piece, m.start()):
                        yield fault
        if re.search(_NOON, copy.printed):
            for piece in copy.pieces_of(*TEXTS):
                for match in re.finditer(_NOON, piece.text):
                    values = {"found": match[0], "wanted": match["noon"]}
                    yield Fault(piece.field, _WANTED, values, *match.span(), match["noon"])


def _time_before(text: str, m: int) -> re.Match[str] | None:
    lead = before(text, m, 11)
    figure = re.search(_UP_TO_M, lead)
    return re.compile(_TIME).match(text, m - len(lead) + figure.start()) if figure else None


def _fault(piece: Piece, match: re.Match[str], edition: Edition) -> Fault | None:
    start, end = match.span()
    text, minutes = piece.text, match["minutes"] or "00"
    half = edition.am if (match["half"] or match["HALF"]).lower() == "a" else edition.pm
    minutes = "" if minutes == "00" else edition.minutes_mark + minutes
    wanted = edition.time.format(hour=match["hour"].lstrip("0"), minutes=minutes, half=half)
    if edition is not UK and text[end : end + 1] == "." and not match[0].endswith("."):
        end += 1  # the stop of the sentence is that of p.m.
    found = text[start:end]
    if match["again"]:
        return Fault(piece.field, _TWICE, {"found": match[0], "wanted": wanted}, start, end, wanted)
    if match["hour"] == "12" and not minutes:
        return Fault(piece.field, _TWELVE, {"found": found}, start, end)
    if found == wanted:
        return None
    # In `p.m. The` the stop may be the sentence's, too: it would go with the fix.
    is_sure = not found.endswith(".") or wanted.endswith(".") or bool(re.match(r" [a-z]|,", text[end : end + 2]))
    return Fault(piece.field, _WANTED, {"found": found, "wanted": wanted}, start, end, wanted if is_sure else None)
