"""The rule `spelled-number`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._numbers import FROM_TEN, FROM_TEN_WORD
from newsroom.rules.english._prose import before, is_quoted, places
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_SPELLED = Wording(
    en=("“{found}”: from 10 on, a number is a figure", "{figure}"),
    zh=("“{found}”：10 以上的数用数字", "写成 {figure}"),
)

_PEOPLE = "people|men|women|children"
_COUNTED = (
    rf" (?=t(?:en|we|hi)|e[li]|f[io]|s[ei]|ni)(?<=[a-z,] )(?P<word>{FROM_TEN_WORD}) "
    rf"(?:(?:new|more|other|young|old|local|small|large|different|additional) )?"
    rf"(?P<noun>{_PEOPLE}|[a-z]{{2,20}}(?<![sui])s)\b(?!-)"
)
# Sayings, names, and what is no count.
_IDIOMS = ("times", "apostles", "disciples", "tribes", "commandments", "plagues", "questions", "is", "was", "has")
_PARTS_OF_A_NUMBER = ("hundred", "thousand", "million", "or", "to", "nor", "dozen")


class SpelledNumber(Rule):
    """## What it does
    Finds numbers from 10 to 99 in words, in front of what they count: `twelve dogs`.

    It is quiet at the start of a sentence, in quotations, headlines, lists and verse, and about what has a name of
    its own.

    ## Why is this bad?
    Newspapers use figures from 10 on: they are read at a glance and found again (AP Stylebook, entry `numerals`;
    Guardian style guide, entry `numbers`). Only a sentence does not begin with one.

    ## 查什么
    正文和图片说明里，10 到 99 的数写成了单词，例如 `twelve dogs`。句首、引语、标题、列表和诗歌不管。

    ## 为什么
    英文报纸 10 以上用数字，一眼看得见，回头查得到（美联社《写作手册》`numerals` 条）；只有句首用单词。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The shelter found homes for twelve dogs.
    ```
    ```
    ---
    kind: notice
    ---
    Crews replaced forty-seven timbers over the summer.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    Twelve dogs found homes, and 14 cats did, too. The Big Ten schools sent no one.
    ```
    ```
    ---
    kind: notice
    ---
    “I counted twelve dogs,” she said. It took ten or so of us, and we tried fifty times.
    ```
    """

    severity = "warning"
    group = "english"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each number in words that counts something."""
        if re.search(_COUNTED, copy.printed) is None:
            return
        for piece, match in places(copy, _COUNTED):
            at = match.start("word")
            lead = before(piece.text, at, 30).split()
            if match["noun"] in _IDIOMS or lead[-1] in _PARTS_OF_A_NUMBER or lead[-2:] == ["hundred", "and"]:
                continue
            if is_quoted(piece.text, at):
                continue
            figure = str(FROM_TEN[match["word"]])
            values = {"found": match[0].strip(), "figure": figure}
            yield Fault(piece.field, _SPELLED, values, at, match.end("word"), figure)
