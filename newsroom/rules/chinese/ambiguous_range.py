"""The rule `ambiguous-range`."""

import re
from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_PERCENT = Wording(
    en=("in “{found}” the first number has no {sign}", "write {range}"),
    zh=("“{found}”前一个数没有带“{sign}”", "改成 {range}"),
)
_UNIT = Wording(
    en=("“{found}” may begin at {first}: the first number has no {sign}", "write {range}"),
    zh=("“{found}”前一个数没有带“{sign}”，可能读成从 {first} 起", "改成 {range}"),
)
_MAYBE = r"[~～—–－至到-](?<=[0-9].)[~～—–－-]?[0-9.]{1,9}[%％‰万亿]"
_PATTERN = (
    r"(?<![\dA-Za-z.\-—–～~·:：/第])(?<!\d,)(\d{1,5}(?:\.\d{1,3})?)([~～—–－-]{1,2}|[至到])(\d{1,5}(?:\.\d{1,3})?)"
    r"([%％‰]|[万亿](?![众分一物千能事幸象里达科宝盛州年向名代]))"
)


class AmbiguousRange(Rule):
    """## What it does
    Finds ranges whose first number lacks the %, 万 or 亿 of the second: 5～10%, 3至5万元. Units that both numbers
    share without doubt (20～30岁, 100～150千克) are let be, and so is 500～1万元.

    ## Why is this bad?
    GB/T 15835-2011 5.1.3: a unit is left out only where that is not ambiguous; 15%~30%, not 15~30%; 13万元~17万元,
    not 13~17万元.

    ## 查什么
    数值范围前一个数有没有漏掉“%”“万”“亿”：`5～10%`、`3至5万元`。两个数显然共用的单位（`20～30岁`、
    `100～150千克`）不管，`500～1万元` 也不管。

    ## 为什么
    GB/T 15835-2011 5.1.3：省略前一个数值的单位会造成歧义的，不应省略。写 `15%～30%`，不写 `15～30%`；写
    `13万元～17万元`，不写 `13～17万元`。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    今年亩产提高5～10%，农户很满意。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    每亩投入3至5万元，三年收回。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    今年亩产提高5%～10%，每亩投入3万元至5万元。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    报名者年龄在20～30岁，奖金500～1万元，每袋重100～150千克。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他在2020—2021年种了5万棵树，成活率98%。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each range that goes up and whose first number lacks the sign of the second."""
        for piece in uncoded(copy) if re.search(_MAYBE, copy.printed) else ():
            for match in re.finditer(_PATTERN, piece.text):
                first, joint, last, sign = match.groups()
                if float(first) >= float(last):
                    continue
                is_percent = sign not in "万亿"
                joint = "～" if joint in ("-", "－") else joint
                said = {"found": match[0], "sign": sign, "range": f"{first}{sign}{joint}{last}{sign}"}
                if is_percent:
                    yield Fault(piece.field, _PERCENT, said, match.start(), match.end(), said["range"])
                else:
                    yield Fault(piece.field, _UNIT, {**said, "first": first}, match.start(), match.end())
