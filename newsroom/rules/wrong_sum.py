"""The rule `wrong-sum`."""

from collections.abc import Iterator, Sequence

from newsroom.rules._quantities import shown
from newsroom.rules._sums import overfull_shares, wrong_sums
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WRONG = Wording(
    en=("the parts add up to {sum}, not {total}: {parts}", "correct the total or one of the parts"),
    zh=("分项之和是{sum}，不是{total}：{parts}", "核对后改总数或改分项"),
)

_OVER_ALL = Wording(
    en=("the shares add up to {sum}%, more than all there is: {parts}", "correct one of the shares"),
    zh=("占比之和是{sum}%，超过了 100%：{parts}", "核对后改正其中一项"),
)


class WrongSum(Rule):
    """## What it does
    Finds sentences in which parts do not add up to their total: two or more numbers of the same unit and a total that
    is called one (共, 合计, `for a total of`, `in all`), 其中 with parts that are more than the whole, an English pair
    such as `28 homes, 17 public and 11 private`, a list after a colon, shares (占) of more than 100% together. It
    speaks only where a digit seems mistyped: where one number with another digit makes the sum right.

    ## Why is this bad?
    Readers add up. A sum that is wrong puts all the numbers of a story in doubt.

    ## 查什么
    同一句里分项加起来与总数对不上的：两个以上同单位的数，并有“共”“合计”“总计”；或者“其中”列出的分项超过总数；占比之和
    超过 100%。只有改一个数字的一位就能对上时才提示，四舍五入造成的出入不算，可能重叠的分项（女性、党员、岁数等）不算。

    ## 为什么
    读者会算。一个加总错了，整篇稿件的数字都让人不放心。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全县建成各类养老机构，公办17家，民办11家，共30家。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    停水影响5230户，其中居民4980户、商户260户。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    停水影响5230户，其中居民4980户、商户250户。合作社有播种机9台，其中轮式5台。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    公办17家，民办11家，共28家。22时至次日6时，共8小时。
    ```
    """

    severity = "warning"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each total that is not the sum of its parts."""
        for piece in copy.pieces:
            for start, (total, parts) in wrong_sums(piece.text):
                numbers = [part.value for part in parts]
                values = {"sum": shown(sum(numbers)), "total": shown(total.value), "parts": _added(numbers)}
                yield Fault(piece.field, _WRONG, values, start + total.start, start + total.end)
            for start, end, shares in overfull_shares(piece.text):
                values = {"sum": shown(sum(shares)), "parts": _added(shares, "%")}
                yield Fault(piece.field, _OVER_ALL, values, start, end)


def _added(numbers: Sequence[float], unit: str = "") -> str:
    return " + ".join(f"{shown(number)}{unit}" for number in numbers)
