"""The rule `redundant-approximation`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_TWICE = Wording(
    en=("“{found}” says twice that the number is rough", "keep one of “{first}” and “{last}”"),
    zh=("“{found}”把概数说了两遍", "“{first}”“{last}”只留一个"),
)
_AGAINST = Wording(
    en=("“{found}” says both less and more than the number", "keep one of “{first}” and “{last}”"),
    zh=("“{found}”又不到又超过，自相矛盾", "“{first}”“{last}”只留一个"),
)
_NUMBER = r"(?:\d[\d.]{0,8}|[一二两三四五六七八九十百千几]{1,5})[百千]?"
_UNIT = (
    r"(?:个(?:百分点|多?小时|多?月|工作日)?|百分点|公里|公斤|公顷|平方米|平方公里|立方米|厘米|毫米|千米|千克|小时|分钟|摄氏度"
    r"|[%％‰℃度人名户元块次家天年月岁位件台辆条项种场只头亩吨米斤克升倍字页票所座处间层套册张篇棵株])?人?"
)
# 签约30多家, 附近30余户: here 约 and 近 are parts of other words.
_ABOUT = r"(?<![签预节公相契条集合制隐婚违履毁特邀订缔简失践赴续立誓守解租盟旧新纽大])约|大约|大概"
_NEARLY = r"(?<![附最靠邻就临远新亲切逼贴毗相])近|将近|接近"
_AROUND = r"(?:左右(?![两各侧手脚邻岸摇逢为转])|上下(?![班车楼游两左山学级台铺层求一]))"
_MAYBE = r"[约概近少过于低][0-9.一二两三四五六七八九十百千几万亿]{1,12}[^，。；、\s]{0,8}?(?:左右|上下|以上|[多余])"
_PATTERN = (
    rf"(?P<about>{_ABOUT}|{_NEARLY}){_NUMBER}[多余]?[万亿]?{_UNIT}(?P<around>{_AROUND})"
    rf"|(?P<rough>{_ABOUT}){_NUMBER}(?P<odd>[多余])(?=[万亿]?[个公平立厘毫千小分摄%％人名户元块次家天年位件台辆条项种场只头亩吨米斤升])"
    rf"|(?P<under>{_NEARLY}){_NUMBER}(?P<over>[多余])(?=[万亿]?(?:公里|公斤|公顷|平方|立方|[人名户元块家位件台辆条项只头亩吨米斤]))"
    rf"|(?P<least>至少|超过|不少于|不低于){_NUMBER}[万亿]?{_UNIT}(?P<more>以上)"
)


class RedundantApproximation(Rule):
    """## What it does
    Finds numbers that are called rough twice: 约30人左右, 约30多家, 至少5人以上, and those that are both under and
    over: 近30余人.

    ## Why is this bad?
    Two words for one thought take up the reader's time, and 近 (not quite) with 余 (and more) cannot both be true.
    House practice after 现代汉语词典.

    ## 查什么
    概数有没有说两遍：`约30人左右`、`约30多家`、`至少5人以上`；有没有自相矛盾：`近30余人`。

    ## 为什么
    “约”和“左右”是一个意思，用一个就够；“近”是不到，“余”是超过，不能并用（《现代汉语词典》释义，各报通例）。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    活动有约30人左右参加，现场热闹。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    近30余人参加活动，至少5人以上获奖。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    活动有约30人参加，60岁左右的老人最多。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    园区签约30多家企业，附近20余户村民进园打工。近10余年来，村里变了样。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    路宽约30米，左右两侧种着树，行人上下班方便。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each number that is called rough on both sides."""
        for piece in uncoded(copy) if re.search(_MAYBE, copy.printed) else ():
            for match in re.finditer(_PATTERN, piece.text):
                first, last = (said for said in match.groups() if said)
                if match["about"] and match["about"].endswith("近") and match[0].endswith("年左右"):
                    continue  # 近 is of late here: 近10年左右
                wording = _AGAINST if match["under"] else _TWICE
                said = {"found": match[0], "first": first, "last": last}
                # To leave out 左右 behind 约 takes nothing away.
                fix = match[0].removesuffix(last) if match["around"] and "约" in first else None
                yield Fault(piece.field, wording, said, match.start(), match.end(), fix)
