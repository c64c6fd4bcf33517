"""The rule `half-width-punctuation`."""

import re
from collections.abc import Iterator
from itertools import islice

from newsroom.rules.chinese._marks import MAY_BE_CHINESE, half_width_marks
from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_HALF = Wording(
    en=("half-width marks in Chinese copy", "type the full-width ones: ，。；：？！（）“”"),
    zh=("中文里用了半角标点", "改成全角：，。；：？！（）“”"),
)
_MOST = 5000  # more of them in one text are no copy


class HalfWidthPunctuation(Rule):
    """## What it does
    Finds the half-width marks `, . ; : ? ! ( )` and straight quotes `"` in Chinese text. One finding for an article,
    with the number of marks.

    Numbers (`8.76万`, `1,200`), times (`10:30`), scores (`3:2`), Latin text and what stands in brackets without
    Chinese (`(COVID-19)`) are let be. Where quotes do not pair, or a point need not be a full stop, it is said but
    not mended.

    ## Why is this bad?
    GB/T 15834-2011 4.1 to 4.9 and 5.1: in Chinese, these marks take a character's place each. Half-width ones come
    from copy that was typed with the wrong keyboard or pasted from elsewhere, and stand too close in print.

    ## 查什么
    中文里有没有半角的 `, . ; : ? ! ( )` 和直引号 `"`。一篇稿件只报一处，并写明共几处。

    数字（`8.76万`、`1,200`）、时刻（`10:30`）、比分（`3:2`）、外文，以及括号里没有中文的（`(COVID-19)`）不管。
    引号配不成对、句点不一定是句号的，只报不改。

    ## 为什么
    GB/T 15834-2011 4.1 至 4.9、5.1：中文里这些标点各占一个字的位置。半角标点多半是输入法没切换，
    或从别处粘贴来的，排出来挤在一起。

    ## Fails
    ```
    ---
    headline: 养老院添了电梯
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全县60岁以上老年人约为8.76万人,约占总人口的26.4%,养老服务工作进入新的阶段。
    ```
    ```
    ---
    headline: 政策宣讲进村(居)
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他说:"这样的宣讲听得懂."
    ```

    ## Passes
    ```
    ---
    headline: 养老院添了电梯
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全县60岁以上老年人约为8.76万人，床位1,200张，每天10:30开饭。
    ```
    ```
    ---
    headline: 客队3:2逆转
    section: 文体
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    赛后教练用英语说了一句：“Well done, boys.”全场鼓掌。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset(',.;:?!()"')

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each mark; they all say the same, and so become one finding."""
        for piece in uncoded(copy):
            if re.search(MAY_BE_CHINESE, piece.text):
                for mark in islice(half_width_marks(piece.text), _MOST):
                    yield Fault(piece.field, _HALF, {}, mark.start, mark.end, mark.full)
