"""The rule `contradicting-credit-line`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.model.credit import Credit
from newsroom.rules._credits import PHOTO_ROLES, Stretch, contradicts, people, says_just, surely_credits
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHERS = Wording(
    en=("the credit line names {printed}, the byline {credited}", "name the same people in both"),
    zh=("电头署的是“{printed}”，署名里是“{credited}”", "核对是谁写的，两处改成一致"),
)
_ONLY_IN_LINE = Wording(
    en=("the credit line names {printed}, whom the byline does not name", "add the name to the byline"),
    zh=("电头里有“{printed}”，署名里没有", "在 `byline` 里补上，或从电头里去掉"),
)
_ONLY_IN_BYLINE = Wording(
    en=("the byline names {credited}, whom the credit line does not name", "add the name to the credit line"),
    zh=("署名里有“{credited}”，电头里没有", "在 `credit_line` 里补上，或从署名里去掉"),
)
_ROLE = Wording(
    en=("{name} is {printed} in the credit line, {credited} in the byline", "give the same role in both"),
    zh=("“{name}”在电头里是{printed}，在署名里是{credited}", "核对身份，两处改成一致"),
)


class ContradictingCreditLine(Rule):
    """## What it does
    Finds credit lines that do not name the people of the byline, or name them in another role. Who is credited for
    pictures need not stand in the credit line; the order is free; a credit line that names nobody is let be.

    ## Why is this bad?
    The credit line is printed, the byline is paid by and searched by. Where they differ, somebody is credited for
    what another person wrote.

    ## 查什么
    电头里的人和署名里的人是不是一致，身份是不是一样。摄影、供图的人可以不写进电头；先后次序不论；电头里没有人名的不查。

    ## 为什么
    见报的是电头，发稿费、查资料用的是署名。两处不一样，就有人替别人署了名。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 刘帅}
    credit_line: 本报讯（通讯员 刘师）
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
      - {role: 通讯员, name: 李四}
    credit_line: 本报讯（记者 张三）
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 高岩}
    credit_line: 本报记者 高岩
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
      - {role: 通讯员, name: 李四光}
    credit_line: 本报讯（通讯员 李四光 记者 张 三）
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
      - {role: 摄影, name: 李四光}
    credit_line: 本报讯（记者 张三）
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
    credit_line: 本报综合消息
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("credit_line",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for the names that differ, and one for each role that does."""
        line, byline = copy.article.credit_line, copy.article.byline
        if not byline or says_just(line, byline):
            return
        credited, printed = people(byline), people(surely_credits(line, copy.paper.roles))
        if not credited or not printed:
            return
        for name in printed:
            if name in credited and contradicts(printed[name], credited[name], copy.paper.roles):
                yield _fault(line, printed[name].name, _ROLE, name=printed[name].name, printed=printed[name].role,
                             credited=credited[name].role)  # fmt: skip
        only_printed = [credit.name for name, credit in printed.items() if name not in credited]
        writers = {name: credit for name, credit in credited.items() if not _of_photos(credit)}
        only_credited = [credit.name for name, credit in writers.items() if name not in printed]
        if only_printed and only_credited:
            yield _fault(line, only_printed[0], _OTHERS, printed=listed(only_printed), credited=listed(only_credited))
        elif only_printed:
            yield _fault(line, only_printed[0], _ONLY_IN_LINE, printed=listed(only_printed))
        elif only_credited:
            yield _fault(line, "", _ONLY_IN_BYLINE, credited=listed(only_credited))


def _of_photos(credit: Credit) -> bool:
    return any(part in credit.role for part in PHOTO_ROLES)


def _fault(line: str, who: str, wording: Wording, **values: str) -> Fault:
    start, end = Stretch(0, line).of(who) if who else (0, len(line))
    return Fault("credit_line", wording, values, start, end)
