"""The rule `unknown-role`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.model.credit import is_known_role, own_role
from newsroom.model.near import nearest_to
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSPELT = Wording(
    en=("the paper does not know the role {role} in the {field}", "you may mean {near}"),
    zh=("{field}：本报没有“{role}”这种身份", "是不是“{near}”？"),
)
_UNKNOWN = Wording(
    en=("the paper does not know the role {role} in the {field}", "one of: {roles}"),
    zh=("{field}：本报没有“{role}”这种身份", "可选：{roles}"),
)


class UnknownRole(Rule):
    """## What it does
    Finds roles in photo credits that the paper does not have: those in `newsroom.yaml` are all there are. In a credit
    that is written as one text (`新华社 张三 摄`) the first word may be the house that sends the photo, so only what is
    nearly a role is found. Roles in bylines are the matter of `missing-byline`.

    ## Why is this bad?
    A misspelt role is printed as it stands, and the photo is missing where pay is worked out by role.

    ## 查什么
    图片署名里的身份是不是 `newsroom.yaml` 里列出的。整条写成一句的署名（`新华社 张三 摄`）里，头一个词可能是供稿单位，
    只查像是写错了的身份。稿件署名的身份由 `missing-byline` 查。

    ## 为什么
    身份写错会照样印出来，按身份算稿费时也会漏掉。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通迅员 王嘉琦 摄
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
        credit:
          - {role: 志愿者, name: 王嘉琦}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 新华社 王嘉琦 摄
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
        credit:
          - {role: 新华社记者, name: 王嘉琦}
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo credit in a role that the paper does not have."""
        article, roles = copy.article, copy.paper.roles
        for number, photo in enumerate(article.photos):
            for at, credit in enumerate(photo.credit):
                role = credit.role
                if not role or role in roles or is_known_role(role, roles):
                    continue
                field = f"photos[{number}].credit[{at}].role"
                near = nearest_to(own_role(role), roles)
                if near:
                    yield Fault(field, _MISSPELT, {"role": role, "near": near})
                elif field in article.places:  # it was written as a role
                    yield Fault(field, _UNKNOWN, {"role": role, "roles": listed(roles)})
