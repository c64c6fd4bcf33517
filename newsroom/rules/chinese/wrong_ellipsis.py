"""The rule `wrong-ellipsis`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WRONG = Wording(
    en=("“{found}” is no Chinese ellipsis", "type ……"),
    zh=("省略号写成了“{found}”", "改成……"),
)
_TWICE = Wording(
    en=("“{found}” says “and so on” twice", "keep either the ellipsis or the word"),
    zh=("“{found}”：省略号与“等”重复", "只留一个"),
)
_ELLIPSIS = "……"
_HAN = "\u3400-\u9fff\u3007"
_SIDE = rf"[{_HAN}“”‘’《》（），。；：？！、]"
_PATTERN = r"\.{3,}|。{3,}|[·・•⋯]{2,}|…+"
_RIGHT = (_ELLIPSIS, "…………")  # the second for whole lines left out
_LONGEST = 12  # points; longer ones lead the eye to a number or are to be filled in
_SIGNS = ("...", "。。。", *"·・•⋯…")
_DOUBLED = r"……等等?(?=[。；）])"


class WrongEllipsis(Rule):
    """## What it does
    Finds what is typed for an ellipsis and is none: `...`, `。。。`, `…` alone, `······`; and 等 behind an ellipsis.
    Latin text is let be, and so are ………… for whole lines left out.

    ## Why is this bad?
    GB/T 15834-2011 4.11 and 5.1.5: the ellipsis is ……, six points in the place of two characters. It says “and so
    on”, as 等 does: one of them is enough.

    ## 查什么
    省略号有没有写成 `...`、`。。。`、一个 `…`、`······`；省略号后有没有又写“等”。
    外文不管，表示整行、整段省略的十二个点（…………）也不管。

    ## 为什么
    GB/T 15834-2011 4.11、5.1.5：省略号的形式是“……”，六个点，占两个字的位置。省略号就是“等”的意思，两个只留一个。

    ## Fails
    ```
    ---
    headline: 集市热闹
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    卖藕的、修伞的、打铁的...摊位一个挨一个。
    ```
    ```
    ---
    headline: 集市热闹
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    集上有卖藕的、修伞的、打铁的……等。
    ```

    ## Passes
    ```
    ---
    headline: 集市热闹
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    卖藕的、修伞的、打铁的……摊位一个挨一个。
    ```
    ```
    ---
    headline: 集市热闹
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    摊主学着说：“Wait...please.”他喊：“哎……等一下！”
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each ellipsis that is none, and for each with 等; the same several times is one finding."""
        if not any(sign in copy.printed for sign in _SIGNS):
            return
        for piece in uncoded(copy):
            text = piece.text
            for match in re.finditer(_PATTERN, text):
                if len(match[0]) <= _LONGEST and match[0] not in _RIGHT and _is_chinese(text, *match.span()):
                    yield Fault(piece.field, _WRONG, {"found": match[0]}, *match.span(), fix=_ELLIPSIS)
            for match in re.finditer(_DOUBLED, text):
                yield Fault(piece.field, _TWICE, {"found": match[0]}, *match.span())


def _is_chinese(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if re.match(_SIDE, before):
        return text[start] != "." or not re.match(r"[A-Za-z0-9/\\]", after)
    return re.match(_SIDE, after) is not None and not re.match(r"[A-Za-z0-9/\\]", before)
