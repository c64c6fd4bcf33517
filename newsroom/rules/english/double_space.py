"""The rule `double-space`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._prose import is_running
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_DOUBLE = Wording(
    en=("two blanks in a row", "one"),
    zh=("连着两个空格", "留一个"),
)

# Behind the end of a sentence; or within one, where no table has its columns.
_BLANKS = (
    r"(?<=[A-Za-z0-9)”\"’][.!?]) {2,3}(?=[A-Za-z0-9“\"‘(])|(?<=[.!?][”\"’)]) {2,3}(?=[A-Za-z0-9“\"‘(])"
    r"|(?<=[a-z,;:]) {2,3}(?=[a-z“\"‘(])"
)


class DoubleSpace(Rule):
    """## What it does
    Finds two blanks between sentences or between words.

    Line ends, indents, lists, tables, verse and code are left alone.

    ## Why is this bad?
    Two blanks behind a stop are a habit of typewriters; in type they make holes (AP Stylebook, punctuation, entry
    `spacing`; Guardian style guide, entry `spaces`).

    ## 查什么
    句子之间、单词之间的两个空格。行末、缩进、列表、表格、诗歌和代码不管。

    ## 为什么
    句号后空两格是打字机时代的习惯，排版时会留下窟窿（美联社《写作手册》标点部分）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The repairs were free.  Everybody helped.
    ```
    ```
    ---
    kind: notice
    ---
    The repairs were  free.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The repairs were free. Everybody helped.
    ```
    ```
    ---
    kind: notice
    ---
    Linden  21  14  35
    Alder   7   3  10

    -  One item  here

    A last line.
    ```
    """

    severity = "warning"
    group = "english"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each pair of blanks."""
        for piece in copy.pieces:
            if "  " not in piece.text:
                continue
            for match in re.finditer(_BLANKS, piece.text):
                if is_running(copy, piece, match.start()):
                    yield Fault(piece.field, _DOUBLE, {}, *match.span(), " ")
