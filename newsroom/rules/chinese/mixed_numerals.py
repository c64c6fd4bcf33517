"""The rule `mixed-numerals`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MIXED = Wording(
    en=("“{found}” mixes figures and Chinese numerals", "write {figures}, or all of it in Chinese"),
    zh=("“{found}”里阿拉伯数字和汉字数字混用", "改成 {figures}，或者全用汉字"),
)
_ONES = "一二三四五六七八九"
_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))
_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
_DAY = f"(?:三十一?|二?十[{_ONES}]?|[{_ONES}])"
_MAYBE = r"[年月十](?:(?<=[0-9].)[一二三四五六七八九十]|(?<=[一二三四五六七八九十〇零○].)[0-9])"
_PATTERN = (
    rf"\d{{4}}年{_MONTH}月\d{{1,2}}日"
    rf"|(?<![{_ONES}十]){_MONTH}月\d{{1,2}}日"
    rf"|(?<!\d)\d{{1,2}}月{_DAY}日(?![三千之游])"
    rf"|(?<![{_ONES}〇零○])[一二][〇零○{_ONES}]{{3}}年\d{{1,2}}月"
    rf"|(?<![月历{_ONES}])[{_ONES[1:]}]十[1-9](?=[个岁人名户周元亩项件台家年])"
    rf"|(?<![\d.第])[2-9]十[{_ONES}](?=[个岁人名户周元亩项件台家年])"
)


class MixedNumerals(Rule):
    """## What it does
    Finds dates and numbers written half in figures and half in Chinese: 3月十五日, 2022年十一月3日, 二〇二二年8月,
    二十5岁.

    ## Why is this bad?
    GB/T 15835-2011 4.3 and 5.3: what is of one kind has one form; 二〇〇八年8月8日 and 一百08 are wrong.

    ## 查什么
    日期和数字有没有一半用阿拉伯数字、一半用汉字：`3月十五日`、`2022年十一月3日`、`二〇二二年8月`、`二十5岁`。

    ## 为什么
    GB/T 15835-2011 4.3、5.3：同类别的数字用同一种形式，不写 `二〇〇八年8月8日`、`一百08`。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大桥2022年十一月3日通车，3月十五日开工。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他今年二十5岁，二〇二二年8月参军。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大桥2022年11月3日通车，二〇二一年三月开工。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农历八月十五，腊月二十8时，他都在村口。星期三8时，党的二十大代表来到村里。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each date or number that is written both ways."""
        for piece in uncoded(copy) if re.search(_MAYBE, copy.printed) else ():
            for match in re.finditer(_PATTERN, piece.text):
                figures = re.sub(r"\d?[〇零○一二三四五六七八九十]+\d?", _in_figures, match[0])
                yield Fault(
                    piece.field, _MIXED, {"found": match[0], "figures": figures}, match.start(), match.end(), figures
                )


def _in_figures(match: re.Match[str]) -> str:
    """A numeral below a hundred, or a year read out figure by figure."""
    tens, ten, ones = match[0].partition("十")
    if not ten:
        return "".join(_DIGITS.get(one, one) for one in tens)
    return f"{_DIGITS.get(tens, tens or '1')}{_DIGITS.get(ones, ones or '0')}"
