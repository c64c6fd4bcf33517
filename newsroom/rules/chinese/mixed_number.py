"""The rule `mixed-number`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MIXED = Wording(
    en=("“{found}” mixes figures with a Chinese numeral", "write {number}"),
    zh=("“{found}”把阿拉伯数字和汉字数字混着用", "改成 {number}"),
)
_MAYBE = r"[1-9](?:\.[0-9])?[百千]"
_PARTS = r"(\d+(?:\.\d+)?)([百千万亿]+)"
_VALUES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
# A thousand of these is no unit of its own, as 千克 and 千字 are.
_THINGS = "人名户个元块斤亩件台辆头只棵株所座条次场位册本份套项篇里年天"
_ALONE = (
    rf"[1-9]千(?:[万亿]|(?=[多余]?[{_THINGS}]|[多余]人|公里|公斤|公顷|平方|立方|[，。；、）]))"
    rf"|[1-9]百(?:[万亿]|(?=[多余]?[人名户个元块斤亩件台辆头只棵株所座条次场位册本份套项篇里天吨]|公|平方|立方|家企业|[，。；、）]))"
    r"|[1-9]\.\d[百千][万亿]"
)
_PATTERN = (
    rf"(?<![\dA-Za-z.·第])(?<!\d,)(?:\d{{1,4}}[万亿][1-9]千(?:[1-9]百)?[万亿]?|[1-9]千[1-9]百|{_ALONE})(?![\d百千亿])"
)


class MixedNumber(Rule):
    """## What it does
    Finds numbers that are half figures and half Chinese: 3千万, 5百人, 1万5千. 万 and 亿 may stand behind figures;
    units such as 千克 and 千瓦 and words such as 百分点 and 百货 are let be.

    ## Why is this bad?
    GB/T 15835-2011 5.3: only 万 and 亿 go together with figures; 4000 is 4000 or 四千, not 4千.

    ## 查什么
    数字有没有一半用阿拉伯数字、一半用汉字：`3千万`、`5百人`、`1万5千`。“万”“亿”可以跟在数字后面；千克、千瓦这样的单位和百
    分点、百货这样的词不管。

    ## 为什么
    GB/T 15835-2011 5.3：除“万”“亿”外，一个数值不能同时用阿拉伯数字和汉字数字。“4000”可以写“四千”，不应写`4千`。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全县投入3千万元，修通了村道。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    广场上来了5百人，小区里还有1万5千人。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全县投入3000万元，修通了村道，占总数的3.5%，比上年提高5个百分点。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    机组功率为5千瓦，每袋重3千克，距县城8千米。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他在第3百货商店门前站了1万秒，人口有1.4亿。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("千百")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each number that is written both ways; 千克, 百分点 and 百货 are none."""
        for piece in uncoded(copy):
            text = piece.text
            for match in re.finditer(_PATTERN, text) if re.search(_MAYBE, text) else ():
                number = _in_figures(match[0])
                yield Fault(
                    piece.field, _MIXED, {"found": match[0], "number": number}, match.start(), match.end(), number
                )


def _in_figures(found: str) -> str:
    """The same number with 万 and 亿 at most: 1.5万 for 1万5千, 3000万 for 3千万."""
    if len(re.findall(_PARTS, found)) == 1:
        figures, units = found.rstrip("百千万亿"), found.lstrip("0123456789.")
        return f"{_plain(round(float(figures) * _VALUES[units[0]], 2))}{units[1:]}"
    value, unit = 0, "亿" if "亿" in found else "万" if "万" in found else ""
    for figures, units in re.findall(_PARTS, found):
        part = int(figures)
        for one in units:
            part *= _VALUES[one]
        value += part
    return f"{_plain(value / _VALUES[unit])}{unit}" if unit else str(value)


def _plain(number: float) -> str:
    return f"{number:.8f}".rstrip("0").rstrip(".")
