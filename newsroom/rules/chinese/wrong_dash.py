"""The rule `wrong-dash`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WRONG = Wording(
    en=("“{found}” is no Chinese dash", "type ——"),
    zh=("破折号写成了“{found}”", "改成——"),
)
_DASH = "——"
_HAN = "\u3400-\u9fff\u3007"
_SIDE = rf"[{_HAN}“”‘’《》〈〉（），。；：？！、…]"
_LINES = "-—－―–─"  # what is typed for a dash
_RUN = rf"[{_LINES}]+(?: —(?!—))?"
_LONGEST = 4  # longer ones are rules, or blanks to be filled in
_BEFORE_TEXT = " \t#>*"  # what of Markdown may stand before a line's text


class WrongDash(Rule):
    """## What it does
    Finds what is typed for a dash and is none: `--`, `－－`, `――`, `———`, and a single `—` at the beginning of a line
    or behind a mark. A single one between two places, days or numbers (2021—2023年, 北京—上海) is right, and hyphens
    and what stands between Latin words are let be.

    ## Why is this bad?
    GB/T 15834-2011 4.10 and 5.1.4: the dash is —— and takes the place of two characters. A single — joins
    (4.13), it means “to”.

    ## 查什么
    破折号有没有写成 `--`、`－－`、`――`、`———`，行首或标点之后有没有只打了一个 `—`。起止的一字线
    （`2021—2023年`、`北京—上海`）、连字符、外文里的横线不管。

    ## 为什么
    GB/T 15834-2011 4.10、5.1.4：破折号的形式是“——”，占两个字的位置。一个“—”是连接号（4.13），意思是“至”。

    ## Fails
    ```
    ---
    headline: 下好三手棋
    deck: --临江市乡村振兴见闻
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 桥通了
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他等了三年———今天，桥通了。
    ```

    ## Passes
    ```
    ---
    headline: 下好三手棋
    deck: ——临江市乡村振兴见闻
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    规划期为2021—2023年，线路为临江—石桥，车型为G-3。
    ```
    ```
    ---
    headline: 桥通了
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    10月11日，他等了三年的桥——临江大桥，通车了。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset(_LINES)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each dash that is none; the same one several times is one finding."""
        for piece in uncoded(copy):
            text = piece.text
            if _has_only_dashes(text):
                continue
            for match in re.finditer(_RUN, text):
                if match[0] != _DASH and _is_dash(text, *match.span()):
                    yield Fault(piece.field, _WRONG, {"found": match[0]}, *match.span(), fix=_DASH)


def _has_only_dashes(text: str) -> bool:
    """Whether no line but the dash stands there, and single hyphens; most copy is done with after this."""
    is_even = "———" not in text and text.count("—") == 2 * text.count(_DASH)
    return is_even and not any(line in text for line in ("--", *"－―–─"))


def _is_dash(text: str, start: int, end: int) -> bool:
    """Whether what stands there parts Chinese from Chinese, or begins a line of it; a single — is a dash only there."""
    run, before, after = text[start:end], text[max(start - 1, 0) : start], text[end : end + 1]
    begins_line = text[max(start - 9, 0) : start].rpartition("\n")[2].strip(_BEFORE_TEXT) == ""
    if len(run) == 1:
        is_dash = run == "—" and (begins_line or before in "，。；：？！") and re.match(_SIDE, after)
    elif re.match(_SIDE, before):
        is_dash = re.match(rf"{_SIDE}|[A-Za-z0-9\n]|\Z", after)
    else:
        is_dash = (begins_line or before.isalnum()) and re.match(_SIDE, after)
    return len(run) <= _LONGEST and bool(is_dash)
