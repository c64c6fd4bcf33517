"""The rule `misspelt-field`."""

from collections.abc import Iterator
from functools import lru_cache

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSPELT = Wording(
    en=("the field {key} means nothing to newsroom", "write: {near}"),
    zh=("字段“{key}”newsroom 不认识", "应写：{near}"),
)

_FIELDS = (
    "kicker", "headline", "deck", "section", "column", "page", "kind", "byline", "credit_line", "source", "dateline",
    "embargo", "length", "photos", "waive", "status", "title", "subtitle", "author", "authors", "correspondents",
)  # fmt: skip
_NO_SIGNS = {ord(sign): None for sign in "_- ：:"}
# What newsrooms call the fields. They may be a paper's own where the field itself has something in it.
_CALLED = {
    "标题": "headline", "主题": "headline", "主标题": "headline", "大标题": "headline", "题目": "headline",
    "引题": "kicker", "肩题": "kicker", "眉题": "kicker", "副题": "deck", "副标题": "deck",
    "版名": "section", "版次": "page", "版号": "page", "栏目": "column", "体裁": "kind",
    "署名": "byline", "作者": "byline", "电头": "credit_line", "来源": "source", "稿源": "source",
    "图片": "photos", "照片": "photos", "状态": "status", "字数": "length", "计划字数": "length",
    "hed": "headline", "head": "headline", "heading": "headline", "dek": "deck", "standfirst": "deck",
    "subhead": "deck", "subheadline": "deck", "subheading": "deck", "eyebrow": "kicker", "overline": "kicker",
    "by": "byline", "writer": "byline", "reporter": "byline", "reporters": "byline", "photo": "photos",
    "image": "photos", "images": "photos", "picture": "photos", "pictures": "photos",
    "embargoed": "embargo", "waiver": "waive", "waivers": "waive",
}  # fmt: skip
_ATTRIBUTES = {"length": "planned_length", "waive": "waivers"}
_LONGEST = 24  # characters of a key that is looked at
_SHORT = 5  # letters of a word that is soon another word: `page` is no misspelt `pace`


class MisspeltField(Rule):
    """## What it does
    Finds fields that mean nothing to newsroom and look like one that does: `headlin`, `ByLine`, `标题`. A paper's own
    fields (`note`, `editor`, `自己的`) are its own.

    ## Why is this bad?
    What stands in a misspelt field is in no paper. The headline is missed, although somebody wrote it.

    ## 查什么
    newsroom 不认识、却很像某个字段的名字：`headlin`、`ByLine`、`标题`。本报自己加的字段（`note`、`责编`）不管。

    ## 为什么
    字段名写错了，里面的内容就不见报：标题明明写了，却说没有标题。

    ## Fails
    ```
    ---
    headlin: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    标题: 冬小麦播种过九成
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
    ByLine: 通讯员 姓名
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
    note: 周五前不排
    责编: 姓名
    desk: city
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    title: 冬小麦播种过九成
    section: 社会
    通讯员: 姓名
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"
    severity = "warning"
    looks_at = ("unknown",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each such field."""
        for key in copy.article.unknown:
            near = _near(key, copy) if len(key) <= _LONGEST else None
            if near:
                yield Fault(key, _MISSPELT, {"key": key, "near": near})


def _near(key: str, copy: Copy) -> str | None:
    article, called = copy.article, _CALLED.get(_plain(key))
    if called:
        is_there = called in article.places and getattr(article, _ATTRIBUTES.get(called, called))
        return None if is_there else called
    return _meant(key, copy.paper.roles)


@lru_cache(maxsize=1000)  # a paper's own fields stand in all its articles
def _meant(key: str, roles: tuple[str, ...]) -> str | None:
    known = {**{_plain(field): field for field in _FIELDS}, **{_plain(role): role for role in roles}}
    word = _plain(key).replace("通迅员", "通讯员")
    return known.get(word) or next((field for plain, field in known.items() if _is_slip(word, plain)), None)


def _plain(key: str) -> str:
    return key.casefold().translate(_NO_SIGNS)


def _is_slip(word: str, meant: str) -> bool:
    """Whether one slip makes `word` of `meant`: two letters changed about, or one too many, too few or wrong."""
    more = len(word) - len(meant)
    if abs(more) > 1 or (more < 0 and len(meant) <= _SHORT) or not word.isalpha():
        return False
    same = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), len(meant))
    if more > 0:
        return same > 0 and word[same + 1 :] == meant[same:]
    if more < 0:
        return word[same:] == meant[same + 1 :]
    if word[same : same + 2] == meant[same : same + 2][::-1] and word[same + 2 :] == meant[same + 2 :]:
        return True
    # Another first letter makes another word (`ticker`).
    return len(meant) > _SHORT and same > 0 and word[same + 1 :] == meant[same + 1 :]
