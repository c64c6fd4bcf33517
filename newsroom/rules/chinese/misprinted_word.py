"""The rule `misprinted-word`."""

import re
from collections.abc import Iterator
from functools import cache

from newsroom.rules.chinese._misprints import MISPRINTS
from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISPRINT = Wording(
    en=("“{found}” is a misprint", "write “{word}”"),
    zh=("“{found}”写错了", "改成“{word}”"),
)
_Misprint = tuple[str, str, tuple[str, ...]]  # as it stands, the word, and sound copy that only looks like it


class MisprintedWord(Rule):
    """## What it does
    Finds words that are misprints wherever they stand: 松驰 for 松弛, 渡假 for 度假, 一愁莫展 for 一筹莫展, some 370
    of them. Where the characters belong to two other words (过渡假期) they are let be.

    ## Why is this bad?
    The reader sees it at once. After 现代汉语词典 and 第一批异形词整理表 (GF 1001-2001).

    ## 查什么
    在哪里都算错的词：松驰（松弛）、渡假（度假）、一愁莫展（一筹莫展）等约 370 个。字面相同、其实是两个词的（过渡假期）
    不管。

    ## 为什么
    《现代汉语词典》、《第一批异形词整理表》（GF 1001-2001）。错别字读者一眼就看见。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    村民不再松驰，干劲再接再励。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他对着帐单一愁莫展，部份村民去渡假了。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    村民不再松弛，干劲再接再厉，过渡假期也不歇。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他对着账单一筹莫展，未必竟能成。良好象征着希望，他自己经常这样说。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One finding for each misprint."""
        possible = [
            misprint
            for letter in frozenset(re.findall(_any_letter(), copy.printed))
            for misprint in _misprints()[letter]
            if misprint[0] in copy.printed
        ]
        for piece in uncoded(copy) if possible else ():
            text = piece.text
            for found, word, sound in possible:
                at = text.find(found)
                while at >= 0:
                    if not _is_sound(text, at, found, sound):
                        yield Fault(piece.field, _MISPRINT, {"found": found, "word": word}, at, at + len(found), word)
                    at = text.find(found, at + len(found))


@cache
def _misprints() -> dict[str, list[_Misprint]]:
    """The misprints by the character of each that is seen least in copy."""
    by_letter: dict[str, list[_Misprint]] = {}
    for line in MISPRINTS.split():
        letter, found, word, *sound = line.split("|")
        by_letter.setdefault(letter, []).append((found, word, tuple(sound)))
    return by_letter


@cache
def _any_letter() -> str:
    return f"[{''.join(_misprints())}]"


def _is_sound(text: str, at: int, found: str, sound: tuple[str, ...]) -> bool:
    return any(text.startswith(longer, at - longer.index(found)) for longer in sound)
