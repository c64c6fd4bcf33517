"""The rule `repeated-paragraph`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_REPEATED = Wording(
    en=("the same paragraph stands in the article twice: {found}", "take one of them out"),
    zh=("同一段话在稿件里出现两次：{found}", "删去一处"),
)
_SHORTEST = 20  # characters: shorter lines may be meant
_SHOWN = 12


class RepeatedParagraph(Rule):
    """## What it does
    Finds a paragraph of the body that stands in it twice, word for word. Verse, lists and paragraphs under 20
    characters may come back.

    ## Why is this bad?
    It was pasted twice. A reader who meets it again thinks that the page is broken.

    ## 查什么
    正文里一字不差出现两次的段落。诗行、列表和不到 20 字的段落不算。

    ## 为什么
    那是粘贴了两遍，读者会以为版面出了错。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种。

    石桥镇已经播完。

    全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    “今年雨水足，地也肥，心里有底。”种粮大户站在地头，一边说，一边给播种机加种。
    “今年雨水足，地也肥，心里有底。”种粮大户站在地头，一边说，一边给播种机加种。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    “播完了吗？”

    石桥镇已经播完，农技人员分片包村，指导农户抢墒播种。

    “播完了吗？”

    北山镇还剩三百亩。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    石桥镇已经播完，农技人员分片包村，指导农户抢墒播种。

    北山镇已经播完，农技人员分片包村，指导农户抢墒播种。
    ```
    """

    severity = "warning"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each paragraph that stands there again."""
        lines = list(filter(None, copy.body.split("\n")))
        if len(set(lines)) == len(lines):
            return
        seen: set[str] = set()
        for paragraph in copy.paragraphs:
            text = paragraph.text.strip()
            if paragraph.sort != "text" or len(text) < _SHORTEST:
                continue
            if text in seen:
                found = text[:_SHOWN].replace("\n", " ") + "…"
                start = paragraph.start + paragraph.text.index(text)
                yield Fault("body", _REPEATED, {"found": found}, start, start + len(text))
            seen.add(text)
