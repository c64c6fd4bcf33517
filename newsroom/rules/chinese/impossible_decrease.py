"""The rule `impossible-decrease`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_IMPOSSIBLE = Wording(
    en=("“{found}”: what falls by its whole is nothing", "say by what part, or to what part it fell"),
    zh=("“{found}”：减少一倍就没有了", "改成减少几成、几分之几，或降到几分之几"),
)
_NUMBER = r"(?:\d{1,6}(?:\.\d{1,4})?|[一二两三四五六七八九十百千几数]{1,5})(?:[多余]|点[一二三四五六七八九]{1,2})?"
_PATTERN = (
    r"(?:降低|减少|下降|减小|缩小|缩短|缩减|减轻|减弱|下跌|压缩|锐减|骤减|骤降)了?(?:近|约|大约|超过|将近|接近|整整|至少)?"
    rf"{_NUMBER}倍(?!镜|率|速|频)"
)
# Where what falls is itself counted in 倍, it may fall by some: 市盈率由12倍下降2倍.
_COUNTED = r"(?:倍|率|估值|放大)[^，。；！？\n]{0,12}\Z"
_BEFORE = 16


class ImpossibleDecrease(Rule):
    """## What it does
    Finds a fall by times: 降低了2倍, 减少一倍.

    ## Why is this bad?
    What falls by once itself is nothing. House practice of Chinese newsrooms after 现代汉语词典: 倍 is for what
    grows; a fall is said in parts.

    ## 查什么
    有没有降低、减少若干“倍”的：`降低了2倍`、`减少一倍`。

    ## 为什么
    减少一倍就是零，不能再减。倍数用于增加，减少用成数、分数或百分数（《现代汉语词典》“倍”，各报通例）。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    新工艺用上以后，能耗降低了2倍。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    今年的事故减少一倍，居民放心了。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    新工艺用上以后，能耗降低了一半，产量增加2倍。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    今年的事故减少三成，是去年的0.7倍，下降幅度是前年的2倍。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("倍")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each fall by times."""
        for piece in uncoded(copy):
            text = piece.text
            for match in re.finditer(_PATTERN, text):
                if not re.search(_COUNTED, text[max(match.start() - _BEFORE, 0) : match.start()]):
                    yield Fault(piece.field, _IMPOSSIBLE, {"found": match[0]}, match.start(), match.end())
