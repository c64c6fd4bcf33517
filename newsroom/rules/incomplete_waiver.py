"""The rule `incomplete-waiver`."""

from collections.abc import Collection, Iterator, Sequence

from newsroom.locale import listed
from newsroom.model.article import Waiver
from newsroom.rules.rule import Fault, Rule, Wording

_INCOMPLETE = Wording(
    en=("the waiver waives nothing: it has no {missing}", "write: {missing}: …"),
    zh=("豁免不起作用：没有写 {missing}", "补上 {missing}"),
)


class IncompleteWaiver(Rule):
    """## What it does
    Finds waivers that lack the rule, the reason or the person (`by`). They waive nothing.

    ## Why is this bad?
    A waiver says that somebody looked and answers for it. Without a name and a reason nobody does.

    ## 查什么
    豁免（`waive`）有没有写全：校对规则 `rule`、理由 `reason`、由谁负责 `by`。缺一项就不起作用。

    ## 为什么
    豁免的意思是有人看过，并且负责。没有理由、没有名字，就没人负责。

    ## Fails
    ```
    ---
    headline: 加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    waive:
      - {rule: long-headline, reason: 整句引语}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    waive: long-headline
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
    waive:
    ---
    全市秋播进入尾声。
    ```
    """

    group = "waivers"
    severity = "warning"

    def check_waivers(self, waivers: Sequence[Waiver], found: Collection[str]) -> Iterator[Fault]:  # noqa: ARG002
        """One fault for each waiver that lacks something; one with nothing in it is not to be judged here."""
        for at, waiver in enumerate(waivers):
            if waiver != Waiver() and not waiver.is_complete:
                missing = [name for name in ("rule", "reason", "by") if not getattr(waiver, name)]
                yield Fault(f"waive[{at}]", _INCOMPLETE, {"missing": listed(missing)})
