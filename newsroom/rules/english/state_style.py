"""The rule `state-style`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._dateline import dateline_of
from newsroom.rules.english._prose import TEXTS, before, is_quoted, is_running
from newsroom.rules.english._states import BY_ABBREVIATION, BY_CODE
from newsroom.rules.english._style import EDITION_OPTION, UK, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_SHORT = Wording(
    en=("“{found}”: copy spells out a state", "{wanted}"),
    zh=("“{found}”：正文里州名要写全", "写成 {wanted}"),
)

_STATE = r", (?P<state>(?P<code>[A-Z]{2})(?![\w.'’-]|,? \d{5})|(?P<short>[A-Z][A-Za-z.]{1,5}\.)(?= [a-z]|,|[ \n]|$))"
_CITY = r"[A-Z][a-z’]+$"
_PLACED = r"\b(?:in|near|outside|from|to|of|at) (?:[A-Z][a-z’.]+ ){0,2}[A-Z][a-z’]+$"
_DEGREES = ("MD", "MA", "PA", "MS", "OK", "DC", "DE", "CO", "ME")  # are something else as well


class StateStyle(Rule):
    """## What it does
    Finds names of states that are not written out in copy: `Springfield, IL` and, in the body, `Springfield, Ill.`

    Addresses with a ZIP code, datelines, parties (`D-Ill.`) and the abbreviations in captions are left alone. With
    `edition: uk` it finds nothing.

    The edition is `us` or `uk`: `rules: {state-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    Postal codes are for addresses. Since 2014 the AP spells out states in the body of a story; only datelines,
    captions and lists have Ill. (AP Stylebook, entry `state names`).

    ## 查什么
    正文里没有写全的州名：`Springfield, IL`、`Springfield, Ill.`。带邮编的地址、电头、党派（`D-Ill.`）和图片说明里
    的缩写不管。`edition: uk` 时不查。

    版本是 `us` 或 `uk`：`rules: {state-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition: uk}}`。

    ## 为什么
    邮政代码只用在地址里；美联社 2014 年起正文里州名一律写全，电头、图片说明和列表才用 `Ill.`（《写作手册》
    `state names` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The company moved to Springfield, IL, in May.
    ```
    ```
    ---
    kind: notice
    ---
    He was born in Springfield, Ill., and lives in Tulsa, Okla., now.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    She moved to Springfield, Illinois, in May. Write to 12 Depot St., Springfield, IL 62701, for forms.
    ```
    ```
    ---
    kind: notice
    ---
    Rep. Ann Hale, D-Ill., met Jane Murphy, MD, and Paul Dunn, PA, who said no. The choir sang the Sunday, Mass and
    all.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each state that is not written out."""
        if re.search(_STATE, copy.printed) is None:
            return
        for piece in copy.pieces_of(*TEXTS):
            text = piece.text
            for match in re.finditer(_STATE, text):
                name = BY_CODE.get(match["code"] or "") or BY_ABBREVIATION.get(match["short"] or "")
                if name is None or (match["short"] and piece.field != "body"):
                    continue
                if edition_of(self, copy) is UK:
                    return
                lead, is_sure = before(text, match.start()), text[match.end() : match.end() + 1] == ","
                needed = _CITY if match["code"] and match["code"] not in _DEGREES else _PLACED
                if match["short"] and is_sure:
                    needed = _CITY
                if (
                    not re.search(needed, lead)
                    or is_quoted(text, match.start())
                    or not is_running(copy, piece, match.start())
                ):
                    continue
                line = dateline_of(copy) if piece.field == "body" else None
                if line and match.start() < line.end:
                    continue
                values = {"found": match["state"], "wanted": name}
                fix = name if is_sure or match["code"] else None
                yield Fault(piece.field, _SHORT, values, *match.span("state"), fix)
