"""The rule `missing-byline`."""

from collections.abc import Iterator, Sequence

from newsroom.locale import listed
from newsroom.model.article import OWN_SOURCE
from newsroom.model.credit import is_known_role
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=(
        "the article has no byline",
        "add who wrote it: byline: [{{role: {role}, name: …}}], or the source it came from",
    ),
    zh=("稿件没有署名", "补上作者：byline: [{{role: {role}, name: 姓名}}]，外来稿补 source: 来源"),
)
_NO_NAME = Wording(
    en=("the byline has the role {role} but no name", "add the name: {{role: {role}, name: …}}"),
    zh=("署名只有身份“{role}”，没有姓名", "补上姓名：{{role: {role}, name: 姓名}}"),
)
_NO_ROLE = Wording(
    en=("{name} has no role in the byline", "add it: {{role: {role}, name: {name}}} (one of: {roles})"),
    zh=("署名“{name}”没有身份", "补上身份：{{role: {role}, name: {name}}}（可选：{roles}）"),
)
_UNKNOWN_ROLE = Wording(
    en=("the paper does not know the role {role}", "one of: {roles}"),
    zh=("本报没有“{role}”这种身份", "可选：{roles}"),
)


class MissingByline(Rule):
    """## What it does
    Finds articles whose kind needs a byline and has none, a byline with a role but no name or a name but no
    role, and a role that the paper does not know. Copy from another source (`source: 新华社`) needs none; a
    commentary is signed by a name alone.

    ## Why is this bad?
    The correspondent is not credited, not paid and can not be asked; a misspelt role is printed as it stands.

    ## 查什么
    该署名的稿件有没有署名；署名是不是有身份没姓名、有姓名没身份；身份是不是本报有的。采用外来稿（
    `source: 新华社`）不要求本报署名；评论只署姓名即可。

    ## 为什么
    不署名，作者没有稿酬，出了差错也找不到人；身份写错会照样印出来。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: }
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通迅员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    kind: commentary
    source: 新华社
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
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline: 本报通讯员 姓名
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
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    source: 新华社
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline: 新华社记者 姓名
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {name: 姓名}
    kind: commentary
    ---
    全市秋播进入尾声。
    ```
    """

    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for a byline that is missing, and one for each credit in it that is not whole."""
        byline, roles = copy.article.byline, copy.paper.roles
        excused = copy.kind.source_for_byline and copy.article.source != OWN_SOURCE
        if copy.needs("byline") and not byline and not excused:
            yield Fault("byline", _MISSING, _values(roles, role=roles[0]))
        for at, credit in enumerate(byline):
            if credit.role and not is_known_role(credit.role, roles):
                yield Fault(f"byline[{at}].role", _UNKNOWN_ROLE, _values(roles, role=credit.role))
            elif not credit.name:
                yield Fault(f"byline[{at}].name", _NO_NAME, _values(roles, role=credit.role or roles[0]))
            elif not credit.role and copy.needs("byline") and not copy.kind.name_is_enough:
                yield Fault(f"byline[{at}].role", _NO_ROLE, _values(roles, role=roles[0], name=credit.name))


def _values(roles: Sequence[str], **said: str) -> dict[str, str]:
    return {"roles": listed(roles), **said}
