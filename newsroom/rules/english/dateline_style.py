"""The rule `dateline-style`."""

from collections.abc import Iterator

from newsroom.rules.english._dateline import dateline_of
from newsroom.rules.english._style import EDITION_OPTION, UK, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the dateline “{found}” is not in its form", "{wanted}"),
    zh=("电头“{found}”写法不对", "写成 {wanted}"),
)


class DatelineStyle(Rule):
    """## What it does
    Finds a dateline that is not in its form: `Springfield, IL - `, `Springfield (AP) -- `. It is one where it names
    a state or an agency, or the place that the article has as its `dateline`.

    With `edition: uk` it finds nothing.

    The edition is `us` or `uk`: `rules: {dateline-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    The city stands in capitals, the state in its abbreviation, the agency in parentheses, then a dash with blanks:
    SPRINGFIELD, Ill. (AP) — (AP Stylebook, entry `datelines`). A reader knows at once where the story is from.

    ## 查什么
    电头的写法：`Springfield, IL - `、`Springfield (AP) -- `。带州名、通讯社，或者与稿件的 `dateline` 相同的，才当
    电头。`edition: uk` 时不查。

    版本是 `us` 或 `uk`：`rules: {dateline-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition:
    uk}}`。

    ## 为什么
    城市用大写，州名用缩写，通讯社放括号里，后面是两边空格的破折号：`SPRINGFIELD, Ill. (AP) —`（美联社《写作手册》
    `datelines` 条），读者一眼知道稿件从哪里来。

    ## Fails
    ```
    ---
    kind: notice
    ---
    Springfield, IL - The bridge reopened Monday.
    ```
    ```
    ---
    kind: notice
    ---
    CHICAGO (AP) -- The bridge reopened Monday.
    ```
    ```
    ---
    kind: notice
    dateline: Linden
    ---
    Linden — The bridge reopened Monday.
    ```

    ## Passes
    ```
    ---
    kind: notice
    source: AP
    ---
    SPRINGFIELD, Ill. (AP) — The bridge reopened Monday.
    ```
    ```
    ---
    kind: notice
    ---
    McALLEN, Texas — The bridge reopened Monday.
    ```
    ```
    ---
    kind: notice
    ---
    Peace — That was all they wanted.
    ```
    ```
    ---
    kind: notice
    ---
    LINDEN — The bridge reopened Monday.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the body begins with a dateline in another form."""
        line = dateline_of(copy)
        if line and line.found != line.wanted and edition_of(self, copy) is not UK:
            values = {"found": line.found.strip(), "wanted": line.wanted.strip()}
            yield Fault("body", _WANTED, values, line.start, line.end, line.wanted)
