"""The rule `leading-figure`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._prose import TEXTS, before, is_quoted, is_running, paragraph_at
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_LEADING = Wording(
    en=("the sentence begins with a figure, “{found}”", "spell it out, or begin with another word"),
    zh=("句子以数字“{found}”开头", "写成单词，或者换一个词开头"),
)

_MARKS = (".", "!", "?", "”", '"', "’", ")")
# Behind what ends a sentence, or at the start of a line.
_MAY_LEAD = r" [0-9](?<=[.!?”\"’)] .)(?:(?<=[a-z]{4}[.] .)|(?<=[!?] .)|(?<=[.!?][”\"’)] .))"
_STARTS_LINE = r"\n[0-9]"
_FIGURE = r"(?P<found>[0-9](?<![^ \n].)[0-9,.]{0,20}%?(?:-[a-z]{1,20}){0,3} [a-z][a-z’]{0,29})\b"
_NO_COUNT = r"(?:1[5-9]|20)[0-9]{2}\b(?![,.][0-9])|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\b"
_ENDS_A_SENTENCE = r"(?:[a-z]{4}\.|[!?]|[.!?][”\"’)]) $"
_ABBREVIATION = (
    r"\b(?:approx|dept|secs|mins|vols|nos|apts|figs|chap|Sept|Prof|Assn|"
    r"Calif|Colo|Conn|Mass|Mich|Minn|Miss|Mont|Okla|Tenn|Wash)\. $"
)


class LeadingFigure(Rule):
    """## What it does
    Finds sentences that begin with a figure: `14 volunteers came.`

    Years, times, addresses, names (`7-Eleven`), lists, recipes, headlines and quotations are left alone.

    ## Why is this bad?
    A figure has no capital, so the sentence seems to go on. Spell it out or turn the sentence round; only a year
    may stand there (AP Stylebook, entry `numerals`; Guardian style guide, entry `numbers`).

    ## 查什么
    以数字开头的句子：`14 volunteers came.`。年份、钟点、地址、名称（`7-Eleven`）、列表、菜谱、标题和引语不管。

    ## 为什么
    数字没有大写，读起来像上一句没完。写成单词，或者把句子倒过来；只有年份可以放在句首（美联社《写作手册》`numerals`
    条，《卫报》写作规范 `numbers` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    14 volunteers came to the Grange Hall on Saturday.
    ```
    ```
    ---
    kind: notice
    ---
    The repairs were free. 57 things went home working.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    Fourteen volunteers came. 2026 was a good year for pie. The hall holds No. 4 of 5.
    ```
    ```
    ---
    kind: notice
    ---
    12 Depot St. is the place to be. 7-Eleven gave coffee, and approx. 30 people drank it.

    10 a.m. is when the doors open.
    ```
    """

    severity = "warning"
    group = "english"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each sentence that begins with a figure."""
        for piece in copy.pieces_of(*TEXTS):
            text = piece.text
            if not (text[0].isdigit() or re.search(_MAY_LEAD, text) or re.search(_STARTS_LINE, text)):
                continue
            for match in re.finditer(_FIGURE, text):
                at = match.start()
                if not _begins(copy, piece, at) or re.match(_NO_COUNT, text[at : at + 12]):
                    continue
                if is_running(copy, piece, at) and not is_quoted(text, at):
                    yield Fault(piece.field, _LEADING, {"found": match["found"]}, *match.span())


def _begins(copy: Copy, piece: Piece, at: int) -> bool:
    """Whether a sentence begins there: behind the end of another, or in a paragraph of whole sentences."""
    if at and piece.text[at - 1] == " ":
        lead = before(piece.text, at, 12)
        return bool(re.search(_ENDS_A_SENTENCE, lead)) and not re.search(_ABBREVIATION, lead)
    if piece.field != "body":
        return at == 0
    if at and piece.text[at - 2 : at - 1] not in ("\n", *_MARKS):
        return False  # a line that was wrapped by hand
    paragraph = paragraph_at(copy, at)
    return paragraph is not None and paragraph.start == at and paragraph.text.rstrip()[-1:] in _MARKS
