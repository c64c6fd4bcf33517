"""The rule `hyphen-for-dash`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._dateline import dateline_of
from newsroom.rules.english._prose import is_running
from newsroom.rules.english._style import EDITION_OPTION, US, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_HYPHEN = Wording(
    en=("“{found}” for a dash", "“{dash}”"),
    zh=("用“{found}”代替破折号", "写成“{dash}”"),
)

_SIGNS = (" - ", "--")
_DASH = r"(?<=[A-Za-z”’\",)])(?P<hyphen> --? |--)(?=[A-Za-z“‘\"])"


class HyphenForDash(Rule):
    """## What it does
    Finds a hyphen with blanks, or two hyphens, for a dash: `the bridge - red and old - reopened`, `red--and old`.

    The dash is — with blanks; with `edition: uk` it is –.

    The edition is `us` or `uk`: `rules: {hyphen-for-dash: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    A hyphen joins, a dash parts (AP Stylebook, punctuation, entry `dash`; Guardian style guide, entry `dashes`).
    Typewriters had no dash.

    ## 查什么
    用带空格的连字符或两个连字符代替破折号：`the bridge - red and old - reopened`、`red--and old`。破折号是两边空
    格的 —；`edition: uk` 时是 –。

    版本是 `us` 或 `uk`：`rules: {hyphen-for-dash: {edition: uk}}`，全组一起定就写 `rules: {english: {edition:
    uk}}`。

    ## 为什么
    连字符是连，破折号是断（美联社《写作手册》标点部分 `dash` 条，《卫报》写作规范 `dashes` 条）；只有打字机
    才没有破折号。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The bridge - red and old - reopened Monday.
    ```
    ```
    ---
    kind: notice
    ---
    The bridge--red and old--reopened Monday.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {hyphen-for-dash: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge - red and old - reopened on Monday.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The bridge — red and old — reopened Monday in mid- and late afternoon. Linden won 3 - 2.
    ```
    ```
    ---
    kind: notice
    ---
    - A list - with a hyphen
    - of its own

    The option --fix is read.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {hyphen-for-dash: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    The bridge – red and old – reopened on Monday.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each hyphen that stands for a dash."""
        if not any(sign in copy.printed for sign in _SIGNS):
            return
        for piece in copy.pieces:
            if not any(sign in piece.text for sign in _SIGNS):
                continue
            edition = edition_of(self, copy)
            line = dateline_of(copy) if piece.field == "body" and edition is US else None
            for match in re.finditer(_DASH, piece.text):
                if (line and match.start() < line.end) or not is_running(copy, piece, match.start()):
                    continue
                values = {"found": match[0], "dash": edition.dash}
                yield Fault(piece.field, _HYPHEN, values, *match.span(), edition.dash)
