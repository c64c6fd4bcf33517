"""The rule `full-width-digit`."""

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_FULL = Wording(
    en=("full-width digits or letters", "type half-width ones: 123, ABC"),
    zh=("用了全角的数字或字母", "改成半角：`123`、`ABC`"),
)
_RUN = r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?％?"
_HALF = {chr(0xFEE0 + ord(half)): half for half in ascii_letters + digits}
_MENDED = str.maketrans({**_HALF, "．": ".", "％": "%"})


class FullWidthDigit(Rule):
    """## What it does
    Finds full-width digits and letters: １２３, ＡＢＣ, with the point and the percent sign of a number (５０．５％).
    One finding for an article. ％ behind half-width digits is let be.

    ## Why is this bad?
    GB/T 15835-2011 5.1.7: Arabic digits take half the width of a character. Full-width ones are not found when one
    searches for the number, and a line may break within it.

    ## 查什么
    有没有全角的数字和字母（１２３、ＡＢＣ），连同数里的小数点、百分号（５０．５％）。一篇稿件报一处。半角数字后的“％”不管。

    ## 为什么
    GB/T 15835-2011 5.1.7：阿拉伯数字一般使用正体二分字身，占半个汉字位置。全角数字用半角查不到，还会在数的中间断行。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    截至１０月１１日，全市已播４６．３万亩，占９２．６％。
    ```
    ```
    ---
    headline: 村村通上５Ｇ
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    截至10月11日，全市已播46.3万亩，占92.6%。
    ```
    ```
    ---
    headline: 村村通上5G
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，5G基站建成92％。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset(_HALF)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each run of them; they all say the same, and so become one finding."""
        for piece in copy.pieces:
            for run in re.finditer(_RUN, piece.text):
                yield Fault(piece.field, _FULL, {}, *run.span(), fix=run[0].translate(_MENDED))
