"""The rule `said-style`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._prose import places
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_STATED = Wording(
    en=("“{verb}” after a quotation", "said"),
    zh=("引语后用了“{verb}”", "写成 `said`"),
)

_VERBS = ("stated", "exclaimed", "opined", "remarked", "commented", "noted", "averred", "intoned")
_NAME = r"[A-Z][\w.’'-]{0,30}"
_SOMEBODY = rf"(?:he|she|they|I|[Tt]he (?:[a-z]{{1,20}} ){{0,2}}[a-z]{{1,20}}|(?:{_NAME} ){{0,3}}{_NAME})"
_VERB = rf"(?P<verb>{'|'.join(_VERBS)})\b"
_INVERTED = rf"(?P<inverted>{'|'.join(_VERBS)}) (?:he\b|she\b|they\b|the [a-z]|(?<!noted ){_NAME})"
_SAID = tuple(rf"{quote}(?<=[,!?].) (?:{_SOMEBODY} {_VERB}|{_INVERTED})" for quote in '”"')
_JUDGES = ("noted", "exclaimed")  # to say said instead says less


class SaidStyle(Rule):
    """## What it does
    Finds another word than said right behind a quotation: stated, exclaimed, opined, remarked, commented, noted,
    averred, intoned.

    ## Why is this bad?
    Said is neutral and is not seen. The others judge (noted: it is true; exclaimed: there was a tone) or are stiff
    (AP Stylebook, entry `said`; Guardian style guide, entry `say`).

    ## 查什么
    引语后面不用 `said`，用了带判断或者生硬的词：`stated`、`exclaimed`、`opined`、`remarked`、`commented`、
    `noted`、`averred`、`intoned`。

    ## 为什么
    `said` 不偏不倚，读者不会注意到它；别的词带判断（`noted` 等于说“属实”），或者生硬（美联社《写作手册》`said` 条，
    《卫报》写作规范 `say` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    “The bridge is sound,” he stated.
    ```
    ```
    ---
    kind: notice
    ---
    “At last!” exclaimed Walt Hendry. “It took three winters,” the county engineer noted.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    “The bridge is sound,” he said. As the report stated, “it is sound.” She noted the date.
    ```
    ```
    ---
    kind: notice
    ---
    “Beloved,” noted author Ruth Calloway’s favorite, was missing. The sign read “Stop!” Remarks were short.
    ```
    """

    severity = "warning"
    group = "english"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each such verb right behind a quotation."""
        for said in _SAID:
            if said[0] not in copy.printed or re.search(said, copy.printed) is None:
                continue
            for piece, match in places(copy, said):
                name = "verb" if match["verb"] else "inverted"
                verb = match[name]
                fix = None if verb in _JUDGES else "said"
                yield Fault(piece.field, _STATED, {"verb": verb}, *match.span(name), fix)
