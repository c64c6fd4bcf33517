"""The rule `ai-made-photo`."""

import re
from collections.abc import Iterator

from newsroom.rules._photos import pictures
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MADE = Wording(
    en=(
        "{file} says that AI made it ({source}), and its caption and credit do not",
        "print a real photo, or say so in the caption: … (AI-generated image)",
    ),
    zh=(
        "{file} 自带的信息说它是 AI 生成的（{source}），图片说明和署名里都没有标明",
        "换成真照片，或在图片说明里标明：……（AI 生成）",
    ),
)
_PARTLY = Wording(
    en=(
        "{file} says that AI made a part of it ({source}), and its caption and credit do not",
        "print the photo as it was taken, or say so in the caption: … (image edited with AI)",
    ),
    zh=("{file} 自带的信息说它有一部分是 AI 生成的（{source}），图片说明和署名里都没有标明",
        "换成未经改动的原图，或在图片说明里标明：……（经 AI 处理）"),
)  # fmt: skip

_BY_AI = {"trainedAlgorithmicMedia": _MADE, "compositeWithTrainedAlgorithmicMedia": _PARTLY}
_SAYS_SO = (
    "人工智能", "生成", "合成", "a.i.", "artificial intelligence", "generated", "synthetic", "composite", "midjourney",
    "dall-e", "dall·e", "stable diffusion", "firefly",
)  # fmt: skip
_AI = r"(?<![A-Za-z])AI(?![A-Za-z])"


class AiMadePhoto(Rule):
    """## What it does
    Finds pictures whose own metadata says that AI made them, or a part of them, where neither caption nor credit tells
    the reader. Programs that make pictures note it as IPTC's Digital Source Type: `trainedAlgorithmicMedia`
    or `compositeWithTrainedAlgorithmicMedia`. What software draws by a formula (`algorithmicMedia`) is not meant.

    ## Why is this bad?
    A made picture in a newspaper is taken for what happened. In China it has to be marked (Measures for Labelling
    AI-Generated Synthetic Content, in force since 1 September 2025; GB 45438-2025); AP does not print one as news.

    ## 查什么
    图片自带的信息（IPTC 的 `Digital Source Type`）说它全部或部分由 AI 生成，图片说明和署名里却没有标明的。

    ## 为什么
    读者会把报上的图当成真事。《人工智能生成合成内容标识办法》（2025 年 9 月 1 日起施行）和 GB 45438-2025 要求标明；
    新闻图片本来就不该用 AI 生成的。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    digital_source: trainedAlgorithmicMedia
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    digital_source: compositeWithTrainedAlgorithmicMedia
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    digital_source: trainedAlgorithmicMedia
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 未来的无人农场（AI生成）。
        credit: 通讯员 姓名 供图
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    digital_source: digitalCapture
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    """

    group = "photos"
    looks_at = ("photos",)
    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each picture that AI made and that nothing marks as such."""
        for field, photo, facts in pictures(copy):
            wording = _BY_AI.get(facts.digital_source)
            if wording and not _is_marked(" ".join((photo.caption, *map(str, photo.credit)))):
                yield Fault(f"{field}.caption", wording, {"file": photo.file, "source": facts.digital_source})


def _is_marked(text: str) -> bool:
    lower = text.lower()
    return any(words in lower for words in _SAYS_SO) or bool(re.search(_AI, text))
