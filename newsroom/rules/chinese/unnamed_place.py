"""The rule `unnamed-place`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from newsroom.rules.chinese._prose import unquoted
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNNAMED = Wording(
    en=("“{found}” without its name", "write the name; in a quotation it may stay"),
    zh=("“{found}”没有写明名称", "写出名称；引语里可以保留"),
)
_PLACES = ("我市", "我县", "我区", "我省", "我镇", "我校")
# The second character may begin a word of its own: 我区分, 我省下, 我镇静, 我校对.
_OURS = (
    r"我(?<![自忘敌]我)(?:市(?![场井侩])|县|区(?![分别间隔])|省(?![下吃钱去心得略力事了着却悟])"
    r"|镇(?![定静压守住])|校(?![对正验准订]))"
)
# Somebody who writes as “I” may speak of the own school.
_FIRST_PERSON = r"我(?<![自忘敌]我)(?![国党军省市县区镇乡村校院们州旗])"


class UnnamedPlace(Rule):
    """## What it does
    Finds places that are named by who speaks: 我市, 我县, 我区, 我省, 我镇, 我校. Quotations and titles are let be, and
    so is what somebody writes as “I”.

    A paper that writes one of them sets `unnamed-place: {allow: [我市]}`.

    ## Why is this bad?
    House practice: copy is read online and elsewhere, and by the archive; there “our city” is nowhere. A
    correspondent's 我县 in a city's paper is even wrong.

    ## 查什么
    稿件里有没有“我市”“我县”“我区”“我省”“我镇”“我校”。引语、书名号里的不管，以“我”自述的文章不管。

    本报允许的写法可以放行：`unnamed-place: {allow: [我市]}`。

    ## 为什么
    办报惯例：稿件会在网上、在外地被读到，也要存档，到那时谁也不知道“我市”是哪个市。通讯员来稿里的“我县”，登在市报上更是错的。

    ## Fails
    ```
    ---
    headline: 我市秋播过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 秋播过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    截至10月11日，我县冬小麦播种面积已过九成。
    ```

    ## Passes
    ```
    ---
    headline: 临江市秋播过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    临江市农技员说：“我市今年雨水足，秋播比往年快。”
    ```
    ```
    ---
    headline: 校门口的灯
    section: 副刊
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    我记得，我校门口的灯总是亮着，照着我区分不清的两条小路。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("我")
    options: ClassVar = {"allow": ()}

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each 我市; the same several times is one finding."""
        pieces = [piece for piece in copy.pieces if any(place in piece.text for place in _PLACES)]
        if not pieces or re.search(_FIRST_PERSON, unquoted(copy.body)):
            return
        allowed = self.words(copy, "allow")
        for piece in pieces:
            for match in re.finditer(_OURS, unquoted(piece.text)):
                if match[0] not in allowed:
                    yield Fault(piece.field, _UNNAMED, {"found": match[0]}, *match.span())
