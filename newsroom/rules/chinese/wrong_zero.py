"""The rule `wrong-zero`."""

import re
from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_YEAR = Wording(
    en=("the year “{found}” is not written with 〇", "write {right}"),
    zh=("年份“{found}”里的“〇”写错了", "改成 {right}"),
)
_NUMBER = Wording(
    en=("the number “{found}” is written with 〇", "write {right}: 〇 is for years and codes"),
    zh=("数目“{found}”里的“零”写成了“〇”", "改成 {right}：“〇”用于年份和编号"),
)
_ZEROS = "○◯零０0OＯ"
_ONES = "一二三四五六七八九"
_MAYBE = rf"[〇{_ZEROS}](?<=[{_ONES}百千万亿].)"  # the first zero of a number stands behind one of these
_YEARS = rf"(?<![{_ONES}〇○零百千万])[一二](?=[{_ONES}〇]{{0,2}}[{_ZEROS}])[〇{_ZEROS}{_ONES}]{{3}}(?=年)"
_NUMBERS = rf"[{_ONES}十][百千万亿][〇○](?=[{_ONES}])"


class WrongZero(Rule):
    """## What it does
    Finds years in Chinese numerals with another sign than 〇 (二○二二年, 二零二二年), and counts with 〇 where 零
    belongs (三千〇五十).

    ## Why is this bad?
    GB/T 15835-2011 5.2.5: 〇 in what numbers things, as years; 零 in what counts them. ○ is a circle, not a
    character: a search for 二〇二二 does not find it.

    ## 查什么
    汉字年份里的“〇”有没有写成别的（二○二二年、二零二二年）；计数的“零”有没有写成“〇”（三千〇五十）。

    ## 为什么
    GB/T 15835-2011 5.2.5：用作编号时写“〇”，用作计量时写“零”。“○”是符号不是字，检索“二〇二二”查不到。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大桥建于二○一九年，全长三里。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大桥建于二零一九年，桥下有三千〇五十户。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大桥建于二〇一九年，桥下有三千零五十户。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    零点一过，一百零八位村民又上了工，二零二工地灯火通明。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each year that has another zero than 〇, and for each count that has 〇."""
        for piece in copy.pieces if re.search(_MAYBE, copy.printed) else ():
            text = piece.text
            for match in re.finditer(_YEARS, text):
                right = re.sub(rf"[{_ZEROS}]", "〇", match[0])
                said = {"found": match[0] + "年", "right": right + "年"}
                yield Fault(piece.field, _YEAR, said, match.start(), match.end(), right)
            for match in re.finditer(_NUMBERS, text):
                right = match[0][:-1] + "零"
                yield Fault(
                    piece.field, _NUMBER, {"found": match[0], "right": right}, match.start(), match.end(), right
                )
