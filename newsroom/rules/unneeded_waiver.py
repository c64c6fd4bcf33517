"""The rule `unneeded-waiver`."""

from collections.abc import Collection, Iterator, Sequence

from newsroom.model.article import Waiver
from newsroom.model.near import nearest_to
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Fault, Rule, Wording

_UNNEEDED = Wording(
    en=("the waiver of {rule} is not needed: it finds nothing here", "take it out"),
    zh=("不必豁免 {rule}：它在这篇稿件里没有问题", "删掉这条豁免"),
)
_UNKNOWN = Wording(
    en=("the waiver of {rule} waives nothing: there is no such rule", "see what there is: newsroom rules"),
    zh=("豁免不起作用：没有 {rule} 这条校对规则", "查看全部规则：newsroom rules"),
)
_NEAR = Wording(
    en=("the waiver of {rule} waives nothing: there is no such rule", "write: {near}"),
    zh=("豁免不起作用：没有 {rule} 这条校对规则", "应写：{near}"),
)


class UnneededWaiver(Rule):
    """## What it does
    Finds waivers of a rule that finds nothing in the article, and of rules that there are not. A rule that is off here
    has not been asked, and its waiver is left alone.

    ## Why is this bad?
    A waiver that outlives its fault hides the next one.

    ## 查什么
    豁免的规则在稿件里有没有问题；有没有这条规则。规则在这里关着的，不算。

    ## 为什么
    问题改好了，豁免还留着，下一个问题就被它遮住。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    waive:
      - {rule: long-headline, reason: 整句引语, by: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    waive:
      - {rule: long-headlines, reason: 整句引语, by: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    waive:
      - {rule: long-headline, reason: 整句引语, by: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    group = "waivers"
    severity = "warning"

    def check_waivers(self, waivers: Sequence[Waiver], found: Collection[str]) -> Iterator[Fault]:
        """One fault for each complete waiver that answers for nothing."""
        for at, waiver in enumerate(waivers):
            if not waiver.is_complete or waiver.rule in found:
                continue
            near = None if waiver.rule in all_rules() else nearest_to(waiver.rule, all_rules())
            wording = _UNNEEDED if waiver.rule in all_rules() else _NEAR if near else _UNKNOWN
            yield Fault(f"waive[{at}]", wording, {"rule": waiver.rule, "near": near})
