"""The rule `straight-quote`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._prose import is_running
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_STRAIGHT = Wording(
    en=("straight quotation marks or apostrophes among curly ones", "the curly ones: {curly}"),
    zh=("弯引号、弯撇号里夹着直的", "一律用弯的：{curly}"),
)

_CURLY = frozenset("“”‘’")
_MARKS = (
    ("“", r"(?<![^\s(—–])\"(?=\w)"),
    ("”", r"(?<=[A-Za-z.,!?…])\"(?![\w\"])"),
    ("’", r"(?<=[A-Za-z])'(?=[A-Za-z])"),
)


class StraightQuote(Rule):
    """## What it does
    Finds straight quotation marks and apostrophes in an article that has curly ones, too.

    The fix curls those of which the side is plain; `'90s` and `6'2"` are left alone.

    ## Why is this bad?
    Copy that was pasted from two places has both. In print the straight ones look like feet and inches (AP
    Stylebook and Guardian style guide, punctuation).

    ## 查什么
    一篇稿件里既有弯引号、弯撇号，又有直的。改法只改看得出左右的；`'90s`、`6'2"` 不管。

    ## 为什么
    从两处粘贴来的稿件常常两样都有；印出来直引号像英尺、英寸的符号。

    ## Fails
    ```
    ---
    kind: notice
    ---
    “That’s it,” he said. "It's done."
    ```
    ```
    ---
    kind: notice
    ---
    The county’s plan didn't pass.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    “That’s it,” he said. “It’s done.” It was the ’90s, and he is 6'2" tall.
    ```
    ```
    ---
    kind: notice
    ---
    "That's it," he said. "It's done."
    ```
    """

    severity = "warning"
    group = "english"
    marks = frozenset("\"'")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each straight mark of which the side is plain."""
        if not any(mark in copy.printed for mark in _CURLY):
            return
        for piece in copy.pieces:
            for curly, pattern in _MARKS:
                for match in re.finditer(pattern, piece.text):
                    if is_running(copy, piece, match.start()):
                        yield Fault(piece.field, _STRAIGHT, {"curly": "“ ” ’"}, *match.span(), curly)
