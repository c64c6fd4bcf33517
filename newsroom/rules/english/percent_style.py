"""The rule `percent-style`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._numbers import NUMBER_WORD, VALUES
from newsroom.rules.english._prose import before, is_quoted, places
from newsroom.rules.english._style import EDITION_OPTION, UK, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the percentage “{found}” is not in its form", "{wanted}"),
    zh=("百分比“{found}”写法不对", "写成 {wanted}"),
)

_PER_CENT = r"per ?cent\b"
_PERCENT = rf"{_PER_CENT}|(?<=\d) %(?!\d)"
_NUMBER = rf"(?<![\w.,$£€-])(?P<number>\d[\d,.]{{0,20}}|{NUMBER_WORD})[ -]?$"
_NO_NUMBER = r"(?:hundred|thousand|hundred and|and a half|[Tt]he|top|bottom) $"
_RANGE = r"\d(?: (?:to|or|and) |[–-])$"


class PercentStyle(Rule):
    """## What it does
    Finds percentages that are not in their form: `5 percent`, `five percent`, `5 per cent` and `5 %` for 5%.

    With `edition: uk` both 5% and 5 per cent may stand; `percent` in one word and `5 %` may not.

    The edition is `us` or `uk`: `rules: {percent-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    The sign is short, and the figure is found at a glance (AP Stylebook since 2019, entry `percent, percentage`;
    Guardian style guide, entry `per cent`). Two ways in one paper look careless.

    ## 查什么
    百分比的写法：`5 percent`、`five percent`、`5 per cent`、`5 %` 都应为 5%。`edition: uk` 时 5% 和 `5 per cent` 都
    可以，`percent` 连写和 `5 %` 不行。

    版本是 `us` 或 `uk`：`rules: {percent-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition:
    uk}}`。

    ## 为什么
    符号短，数字一眼看得见（美联社《写作手册》2019 年起，`percent` 条；《卫报》写作规范 `per cent` 条）；一份报纸
    两种写法显得粗心。

    ## Fails
    ```
    ---
    kind: notice
    ---
    Fines fell by five percent, or less than 1 percent of the budget.
    ```
    ```
    ---
    kind: notice
    ---
    The brine is 23 per cent salt, up from 20 %.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {percent-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Fines fell by 5 percent.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    Fines fell by 5%. Sales rose two percentage points, and the top one percent paid half a percent more.
    ```
    ```
    ---
    kind: notice
    ---
    Twenty percent of voters stayed home. “It was ten percent luck,” he said.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {percent-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Fines fell by 5 per cent, and sales rose by 3%.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each percentage that is not in its form."""
        if " %" not in copy.printed and re.search(_PER_CENT, copy.printed) is None:
            return
        is_british = edition_of(self, copy) is UK
        for piece, match in places(copy, _PERCENT):
            fault = _british(piece, match) if is_british else _american(piece, match)
            if fault:
                yield fault


def _american(piece: Piece, percent: re.Match[str]) -> Fault | None:
    lead = before(piece.text, percent.start())
    match = re.search(_NUMBER, lead)
    if match is None or re.search(_NO_NUMBER, lead[: match.start()]):
        return None
    start, number = percent.start() - len(lead) + match.start(), match["number"]
    if not number[0].isdigit():
        if is_quoted(piece.text, start):
            return None
        number = str(VALUES[number])
    is_range = re.search(_RANGE, lead[: match.start()])
    values = {"found": piece.text[start : percent.end()], "wanted": f"{number}%"}
    return Fault(piece.field, _WANTED, values, start, percent.end(), None if is_range else f"{number}%")


def _british(piece: Piece, percent: re.Match[str]) -> Fault | None:
    if percent[0] == "per cent":
        return None
    wanted = "%" if "%" in percent[0] else "per cent"
    values = {"found": percent[0].strip(), "wanted": "5%" if wanted == "%" else "5 per cent, 5%"}
    return Fault(piece.field, _WANTED, values, percent.start(), percent.end(), wanted)
