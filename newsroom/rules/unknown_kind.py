"""The rule `unknown-kind`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.model.near import nearest_to
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNKNOWN = Wording(
    en=("the paper has no kind of article called {kind}", "one of: {kinds}; or add it to kinds in newsroom.yaml"),
    zh=("本报没有“{kind}”这种体裁", "可选：{kinds}；或加进 newsroom.yaml 的 `kinds`"),
)
_NEAR = Wording(
    en=("the paper has no kind of article called {kind}", "write: {near}"),
    zh=("本报没有“{kind}”这种体裁", "应写：{near}"),
)
_CALLED = {
    "消息": "story", "通讯": "story", "简讯": "brief", "图片新闻": "photo", "评论": "commentary", "公告": "notice",
}  # fmt: skip


class UnknownKind(Rule):
    """## What it does
    Finds kinds of article that neither newsroom has (story, brief, photo, commentary, notice) nor the paper, under
    `kinds` in `newsroom.yaml`.

    ## Why is this bad?
    Of a kind that nobody knows nothing is asked: the story passes without a headline and without a byline.

    ## 查什么
    体裁是不是 newsroom 有的（story 消息/通讯、brief 简讯、photo 图片新闻、commentary 评论、notice 公告），
    或者 `newsroom.yaml` 的 `kinds` 里本报自定的。

    ## 为什么
    体裁写错了，该有的字段一项也不查，没有主题和署名也能过。

    ## Fails
    ```
    ---
    kind: comentary
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    kind: 诗歌
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    kind: commentary
    headline: 冬小麦播种过九成
    section: 社会
    byline: 姓名
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {unknown-kind: error}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the kind is not known."""
        kind, kinds = copy.article.kind, copy.paper.kinds
        if kind not in kinds:
            near = _CALLED.get(kind) or nearest_to(kind, kinds)
            yield Fault("kind", _NEAR if near else _UNKNOWN, {"kind": kind, "near": near, "kinds": listed(kinds)})
