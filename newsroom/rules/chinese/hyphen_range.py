"""The rule `hyphen-range`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_HYPHEN = Wording(
    en=("a hyphen in “{found}”: a range takes ～ or —", "write {range}"),
    zh=("“{found}”表示范围用了短横线", "改成 {range}"),
)
_TIMES = "年月日时"  # from one point of time to another goes —, from one quantity to another ～
_UNITS = (
    r"(?:个|天|岁|小时|分钟|倍|元|米|厘米|毫米|公里|千米|斤|公斤|千克|吨|亩|公顷"
    r"|平方米|立方米|摄氏度|℃|人|名|户|年(?!级)|月|日|时)"
)
_MAYBE = r"-(?<=[0-9].)[1-9]"
_PATTERN = (
    r"(?<![\dA-Za-z.\-—～~·:：/（(第])(?<![A-Za-z] )(?<!\d,)"
    rf"((?!0)\d{{1,4}}(?:\.\d)?)-((?!0)\d{{1,4}}(?:\.\d)?)({_UNITS})"
)
_ENDS = r"[胜负战领]"  # a score has a hyphen


class HyphenRange(Rule):
    """## What it does
    Finds a hyphen between two numbers with a Chinese unit: 1-3天, 8-10月. Telephone numbers, dates such as
    2022-10-12, scores, models and numbers of houses are let be.

    ## Why is this bad?
    GB/T 15834-2011 4.13: a range of numbers takes ～ or —, a span of time —; the hyphen is for compounds, telephone
    numbers and the like.

    ## 查什么
    两个数之间表示范围有没有用短横线：`1-3天`、`8-10月`。电话号码、2022-10-12 这样的日期、比分、型号、门牌号不管。

    ## 为什么
    GB/T 15834-2011 4.13：数值范围的起止用“～”或“—”，时间的起止用“—”；短横线用于复合词、电话号码等。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    雨还要下2-3天，农户抢收玉米。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    公园8-10月免费开放，欢迎市民游园。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    雨还要下2～3天，公园8月至10月免费开放。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    咨询电话：0431-6218345。《铁东区2021—2023年村级集体经济发展规划》印发。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    主队以1-3负于客队，他住在3-5号楼。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("-")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each range of numbers with a Chinese unit that goes up and is joined by a hyphen."""
        for piece in uncoded(copy) if re.search(_MAYBE, copy.printed) else ():
            text = piece.text
            for match in re.finditer(_PATTERN, text):
                first, last, unit = match.groups()
                beside = text[max(match.start() - 4, 0) : match.start()] + text[match.end() : match.end() + 2]
                if float(first) < float(last) and not re.search(_ENDS, beside):
                    written = f"{first}{'—' if unit in _TIMES else '～'}{last}{unit}"
                    said = {"found": match[0], "range": written}
                    yield Fault(piece.field, _HYPHEN, said, match.start(), match.end(), written)
