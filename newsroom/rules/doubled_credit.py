"""The rule `doubled-credit`."""

from collections.abc import Iterator, Sequence

from newsroom.model.credit import Credit
from newsroom.rules._credits import person, roles_differ
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_TWICE = Wording(
    en=("{name} is named twice in the {field}", "leave one out"),
    zh=("{field}里“{name}”署了两次", "删去一处"),
)
_IN_TWO_ROLES = Wording(
    en=("{name} is named twice in the {field}, as {first} and as {second}", "name each person once"),
    zh=("{field}里“{name}”署了两次，一处是{first}，一处是{second}", "一人只署一次，留下对的身份"),
)


class DoubledCredit(Rule):
    """## What it does
    Finds people who are named twice in a byline or in the credit of one photo, also in two roles, also where the
    name is spaced otherwise (`张 三` and `张三`).

    ## Why is this bad?
    The name is printed twice, and the second one was meant to be somebody else's as often as not.

    ## 查什么
    同一个人在署名里、在一张图片的署名里是不是出现两次；身份不同、姓名中间空格不同（`张 三`、`张三`）也算。

    ## 为什么
    同一个名字会印两遍；第二处往往本来是另一个人。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
      - {role: 通讯员, name: 张 三}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline: 记者 张三、李四、张三
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 王嘉琦 王嘉琦 摄
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
      - {role: 通讯员, name: 张三丰}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 记者 张三
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline: 记者 张三 通讯员 李四
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("byline", "photos")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each credit of somebody who is named before it."""
        yield from _doubled("byline", copy.article.byline)
        for at, photo in enumerate(copy.article.photos):
            yield from _doubled(f"photos[{at}].credit", photo.credit)


def _doubled(field: str, credits: Sequence[Credit]) -> Iterator[Fault]:
    if len(credits) < 2:
        return
    seen: dict[str, Credit] = {}
    for at, credit in enumerate(credits):
        before = seen.setdefault(person(credit.name), credit) if credit.name else credit
        if before is credit:
            continue
        in_two = roles_differ(before, credit)
        roles = {"first": before.role, "second": credit.role} if in_two else {}
        yield Fault(f"{field}[{at}].name", _IN_TWO_ROLES if in_two else _TWICE, {"name": credit.name, **roles})
