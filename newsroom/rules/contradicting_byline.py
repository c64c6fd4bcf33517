"""The rule `contradicting-byline`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.rules._credits import bylines_in, contradicts, credited_in, people, says_just
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHER = Wording(
    en=("the copy credits {name}, the byline {credited}", "name the same people in both"),
    zh=("稿内署的是“{name}”，署名里是“{credited}”", "核对是谁写的，两处改成一致"),
)
_ROLE = Wording(
    en=("{name} is {printed} in the copy, {role} in the byline", "give the same role in both"),
    zh=("“{name}”在稿内是{printed}，在署名里是{role}", "核对身份，两处改成一致"),
)


class ContradictingByline(Rule):
    """## What it does
    Finds copy that names its author in its own text, in the first lines (`本报讯（通讯员 刘帅）`, `By Jane Doe`) or
    at its end (`（通讯员 刘帅）`), where the byline names somebody else, or the same person in another role.

    ## Why is this bad?
    One of the two is wrong, most often the byline, which was copied from the story before: the wrong person is
    credited and paid.

    ## 查什么
    稿件正文自己写着作者的，开头如 `本报讯（通讯员 刘帅）`、`本报通讯员 高岩`，末尾如 `（通讯员 刘帅）`，与署名是不是
    同一人、同一身份。

    ## 为什么
    两处总有一处错，多半是署名沿用了上一篇的：名字印错，稿费也发错。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 高岩}
    ---
    本报讯（通讯员 刘帅）全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 高岩}
    ---
    本报通讯员 高岩

    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 高岩}
    ---
    全市秋播进入尾声。（通讯员 刘帅）
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 高岩}
      - {role: 通讯员, name: 刘帅}
    ---
    本报讯（通讯员 刘帅）全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 高岩}
    ---
    记者刘帅多年前报道过的沙湾村，今年秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("byline",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each person that the copy credits and the byline does not, or in another role."""
        roles = copy.paper.roles
        for stretch, said in bylines_in(copy.article.body, roles):
            if says_just(said, copy.article.byline):
                continue
            credited = people(copy.article.byline)
            if not credited:
                return
            for name, credit in people(credited_in(said, roles)).items():
                ours = credited.get(name)
                if ours is None:
                    names = listed([other.name for other in credited.values()])
                    yield Fault("body", _OTHER, {"name": credit.name, "credited": names}, *stretch.of(credit.name))
                elif contradicts(credit, ours, roles):
                    values = {"name": credit.name, "printed": credit.role, "role": ours.role}
                    yield Fault("body", _ROLE, values, *stretch.of(credit.name))
