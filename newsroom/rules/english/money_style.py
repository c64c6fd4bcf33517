"""The rule `money-style`."""

import re
from collections.abc import Callable, Iterator, Sequence

from newsroom.model.piece import Piece
from newsroom.rules.english._numbers import NUMBER_WORD, VALUES
from newsroom.rules.english._prose import TEXTS, before, is_quoted, is_running
from newsroom.rules.english._style import EDITION_OPTION, US, Edition, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the amount “{found}” is not in its form", "{wanted}"),
    zh=("金额“{found}”写法不对", "写成 {wanted}"),
)
_TWICE = Wording(
    en=("“{found}” says the currency twice", "{wanted}"),
    zh=("“{found}”里货币写了两遍", "写成 {wanted}"),
)

_SIGNS = ("$", "£", "€", "¢", "dollars", "cents")
_CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro"}
_AMOUNT = (
    r"(?P<figure>\d[\d,]{0,20}(?:\.\d{1,4})?)"
    r"(?P<scale>(?: ?(?:million|billion|trillion|mil|mn|bn)|[MmBb])\b)?(?P<word> (?:dollars?|pounds?|euros?)\b)?"
)
_AMOUNTS = {sign: rf"\{sign}{_AMOUNT}" for sign in _CURRENCIES}
_IN_WORDS = rf"(?<![\w$£€.,-])(?P<figure>\d[\d,.]{{0,20}}|{NUMBER_WORD})(?P<scale>(?: million| billion| trillion)?) ?$"
_IDIOMS = ("one", "two", "fifty")  # my two cents


class MoneyStyle(Rule):
    """## What it does
    Finds amounts of money that are not in their form: `$5,000,000` or `five million dollars` for `$5 million`, `$5
    dollars`, `$5M`, `5¢`.

    With `edition: uk` millions are written £5m, billions £5bn.

    The edition is `us` or `uk`: `rules: {money-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    A reader should see the sum at a glance and everywhere in the same way: sign, figure, million (AP Stylebook,
    entries `dollars`, `cents`, `millions, billions`; Guardian style guide, entry `money`).

    ## 查什么
    金额的写法：`$5,000,000`、`five million dollars` 应为 `$5 million`；`$5 dollars`、`$5M`、`5¢`。`edition: uk` 时
    写 `£5m`、`£5bn`。

    版本是 `us` 或 `uk`：`rules: {money-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition: uk}}`。

    ## 为什么
    金额要一眼看清，全报一个写法：货币符号、数字、`million`（美联社《写作手册》`dollars`、`cents` 条，《卫报》写作规范
    `money` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The repair cost $5,000,000, and the county paid two million dollars of it.
    ```
    ```
    ---
    kind: notice
    ---
    Admission is $5 dollars. A cookie costs five cents more.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {money-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge cost £5 million and the road £1,200,000,000.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The repair cost $1.86 million, the exact bill was $4,351,242, and a peg costs 5 cents. It felt like a million
    dollars.
    ```
    ```
    ---
    kind: notice
    ---
    “I had two million dollars,” he said. He put in his two cents, a few hundred dollars and 500 Canadian dollars.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {money-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge cost £5m, the road £1.2bn and the sign £412,000.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each amount that is not in its form."""
        signs = [sign for sign in _SIGNS if sign in copy.printed]
        for piece in copy.pieces_of(*TEXTS) if signs else ():
            for fault in _faults(piece, signs, lambda: edition_of(self, copy)):
                if is_running(copy, piece, fault.start or 0):
                    yield fault


def _faults(piece: Piece, signs: Sequence[str], edition: Callable[[], Edition]) -> Iterator[Fault]:
    for sign in signs:
        if sign in _CURRENCIES:
            for match in re.finditer(_AMOUNTS[sign], piece.text):
                if match["scale"] or match["word"] or match["figure"].count(",") > 1:
                    yield from _with_sign(piece, match, edition())
        elif edition() is US:
            for match in re.finditer(rf"{sign}(?!\w)", piece.text):
                yield from _in_words(piece, match)


def _with_sign(piece: Piece, match: re.Match[str], edition: Edition) -> Iterator[Fault]:
    sign, scale = match[0][0], (match["scale"] or "").strip()
    if scale == "trillion":
        return
    figure, unit = match["figure"].rstrip(","), {"m": "million", "b": "billion"}.get(scale[:1].lower(), "")
    if not scale:
        figure, unit = _rounded(figure)
    wanted = f"{sign}{figure}" + {"million": edition.million, "billion": edition.billion}.get(unit, "")
    word = (match["word"] or "").strip()
    if word and word.startswith(_CURRENCIES[sign]):
        yield Fault(piece.field, _TWICE, {"found": match[0], "wanted": wanted}, *match.span(), wanted)
        return
    found = piece.text[match.start() : match.end("scale" if scale else "figure")].rstrip(",")
    if found != wanted:
        end = match.start() + len(found)
        yield Fault(piece.field, _WANTED, {"found": found, "wanted": wanted}, match.start(), end, wanted)


def _rounded(figure: str) -> tuple[str, str]:
    """A round sum from a million on as its figure and its unit; any other as it is."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,3}", figure):
        amount = int(figure.replace(",", ""))
        for unit, size in (("billion", 1_000_000_000), ("million", 1_000_000)):
            if amount >= size and amount % (size // 100) == 0:
                return f"{amount / size:.2f}".rstrip("0").rstrip("."), unit
    return figure, ""


def _in_words(piece: Piece, match: re.Match[str]) -> Iterator[Fault]:
    lead = before(piece.text, match.start())
    number = re.search(_IN_WORDS, lead)
    is_dollars = match[0] == "dollars"
    if number is None or (number["scale"] and not is_dollars):
        return
    figure, scale, start = number["figure"], number["scale"], match.start() - len(lead) + number.start()
    if figure in VALUES:
        if (figure in _IDIOMS and not scale) or is_quoted(piece.text, start):
            return
        figure = str(VALUES[figure])
    found, wanted = piece.text[start : match.end()], f"${figure}{scale}" if is_dollars else f"{figure} cents"
    if found != wanted:
        yield Fault(piece.field, _WANTED, {"found": found, "wanted": wanted}, start, match.end(), wanted)
