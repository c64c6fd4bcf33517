"""The rule `short-year`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_SHORT = Wording(
    en=("“{found}” is a year of two figures only", "write all four figures, as {year}"),
    zh=("年份“{found}”只写了两位", "写全四位，如 {year}"),
)
# Two figures before 年 are mostly years that something lasts: only these can be nothing but a year.
_YEAR = r"[0-9][0-9]{1,3}年"
_MAYBE = r"年(?<=[0-9]{2}.)(?<![0-9]{3}.)"
_MONTH = r"(?:1[0-2]|0?[1-9])月"
_SINCE = r"以来|开始|至今|起(?![步点])"
_ERA = r"(?:[元前]|民国|昭和|明治|大正|平成|令和|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)\Z"
_RANGE = r"(?<!\d)(?:19|20)(\d\d)(?:年?[—–～~-]{1,2}|年[至到])\Z"
_LONGER = r"[代后前间来内的多以]"
_TITLE = 40  # the longest title within 《》 that is looked back through


class ShortYear(Rule):
    """## What it does
    Finds years of two figures: 08年, 98年3月, 2008—09年度, 自98年以来. What may be a number of years (10年来,
    花了20年, 90年代) is let be, and so is the name of a book.

    ## Why is this bad?
    GB/T 15835-2011 5.1.4: a year of four figures is not cut to two. In the archive nobody knows the century.

    ## 查什么
    年份有没有只写两位：`08年`、`98年3月`、`2008—09年度`、`自98年以来`。可能是年数的（`10年来`、`花了20年`、`90年代`）
    和书名不管。

    ## 为什么
    GB/T 15835-2011 5.1.4：四位数字表示的年份不应简写为两位数字。过些年查资料，分不清是哪个世纪。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    小区08年建成，道路年久失修。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他98年3月参加工作，一直在村里教书。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    自98年以来，林场没有发生过火灾。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他花了10年，走遍全市的村子。近20年来，林场没有发生过火灾。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    上世纪90年代，这里还是一片荒滩。2008年，路修通了。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他翻开那本《98年抗洪记》，看了很久。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each year of two figures; names of books and the like are let be."""
        for piece in uncoded(copy) if re.search(_MAYBE, copy.printed) else ():
            for match in re.finditer(_YEAR, piece.text):
                figures = match[0][:2]
                if len(match[0]) == 3 and _is_year(piece.text, match.start(), figures):
                    year = f"{'20' if figures < '30' else '19'}{match[0]}"
                    yield Fault(
                        piece.field, _SHORT, {"found": match[0], "year": year}, match.start(), match.start() + 2
                    )


def _is_year(text: str, at: int, figures: str) -> bool:
    """Whether the two figures at `at`, before 年, can only be those of a year."""
    if re.match(r"[\dA-Za-z.]", text[at - 1 : at]) or re.match(r"\d[,:]", text[max(at - 2, 0) : at]):
        return False
    before, behind = text[max(at - _TITLE, 0) : at], text[at + 3 : at + 8]
    if before.rfind("《") > before.rfind("》"):
        return False
    if figures[0] == "0":
        return True
    if re.match(_MONTH, behind):
        return not re.search(_ERA, before)
    since = re.search(_RANGE, before)
    if since:
        return figures > since[1] and not re.match(_LONGER, behind)
    return figures >= "50" and before.endswith(("自", "从")) and bool(re.match(_SINCE, behind))
