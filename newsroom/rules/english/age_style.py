"""The rule `age-style`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._numbers import NUMBER_WORD, VALUES
from newsroom.rules.english._prose import before, is_quoted, places
from newsroom.rules.english._style import EDITION_OPTION, Edition, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the age “{found}” is not in its form", "{wanted}"),
    zh=("年龄“{found}”写法不对", "写成 {wanted}"),
)
_TWICE = Wording(
    en=("“{found}” says the age twice", "aged {number}, or {number} years old"),
    zh=("“{found}”重复", "写成 `aged {number}`，或 `{number} years old`"),
)

_OLD = r"year(?P<years>s?)(?P<gap>[- ])old(?P<olds>s?)\b"
_NUMBER = rf"(?<![\w,.-])(?:(?P<aged>aged?) )?(?P<number>\d{{1,3}}|{NUMBER_WORD})(?P<joint>[- ])$"
_MORE = r"(?:hundred|thousand|million)(?: and)? $"
_RANGE = r"(?:\b(?:to|and|or)|[–-]) ?$"


class AgeStyle(Rule):
    """## What it does
    Finds ages without their hyphens, with one too many, or in words: `a 6 year old girl`, `6-years-old`,
    `six-year-old`, `aged 6 years old`.

    With `edition: uk` an age below 10 may be a word.

    ## Why is this bad?
    An age is always a figure, and takes hyphens where it stands before a noun or for one: a 6-year-old girl, the
    6-year-old; the girl is 6 years old (AP Stylebook, entry `ages`; Guardian style guide, entry `ages`).

    ## 查什么
    年龄的写法：`a 6 year old girl`、`6-years-old`、`six-year-old`、`aged 6 years old`。`edition: uk` 时 10 以下可
    以用单词。

    ## 为什么
    年龄一律用数字；放在名词前或代替名词时用连字符：`a 6-year-old girl`，`the girl is 6 years old`（美联社
    《写作手册》`ages` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The 6 year old girl found the dog.
    ```
    ```
    ---
    kind: notice
    ---
    A six-year-old boy and his sister, who is 9-years-old, were first in line.
    ```
    ```
    ---
    kind: notice
    ---
    She was aged 6 years old when the bridge closed.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The 6-year-old found the dog. Her brother is 9 years old, and the 147-year-old bridge is closed. The baby is 1
    year old.
    ```
    ```
    ---
    kind: notice
    ---
    Six-year-old Mia was first. The law is 8 years old, and children 5 and older may come. It was a year old story.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {age-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The six-year-old boy is nine years old in May.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each age that is not in its form."""
        if re.search(_OLD, copy.printed) is None:
            return
        edition = edition_of(self, copy)
        for piece, match in places(copy, _OLD):
            fault = _fault(piece, match, edition)
            if fault:
                yield fault


def _fault(piece: Piece, old: re.Match[str], edition: Edition) -> Fault | None:
    lead = before(piece.text, old.start())
    match = re.search(_NUMBER, lead)
    if match is None or re.search(_MORE, lead[: match.start("number")]):
        return None
    start, number = old.start() - len(lead) + match.start(), match["number"]
    found, aged = piece.text[start : old.end()], match["aged"]
    if aged and old["years"]:
        return Fault(piece.field, _TWICE, {"found": found, "number": number}, start, old.end())
    if not number.isdigit() and edition.ages_in_figures and not is_quoted(piece.text, start):
        number = str(VALUES[number])
    is_one = VALUES.get(number, number) in (1, "1")
    if old["years"] or (is_one and not old["olds"] and "-" not in match["joint"] + old["gap"]):
        year = "years" if old["years"] else "year"
        wanted = f"{number} {year} old" if "-" not in old["gap"] else f"{number}-year-old"
        wanted = wanted if "-" not in match["joint"] + old["gap"] else f"{number} years old, {number}-year-old"
    else:
        wanted = f"{number}-year-old{old['olds']}"
    if found.removeprefix(f"{aged} ") == wanted:
        return None
    is_sure = "," not in wanted and not aged and not re.search(_RANGE, lead[: match.start("number")])
    values = {"found": found, "wanted": wanted}
    return Fault(piece.field, _WANTED, values, start, old.end(), wanted if is_sure else None)
