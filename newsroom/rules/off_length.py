"""The rule `off-length`."""

import re
from collections.abc import Iterator
from typing import ClassVar

from newsroom.model.text import length
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OVER = Wording(
    en=("the copy has {length}, planned are {planned}", "cut {off}, or change length"),
    zh=("正文 {length} 字，计划 {planned} 字", "删 {off} 字，或者改计划字数"),
)
_UNDER = Wording(
    en=("the copy has only {length}, planned are {planned}", "{off} are missing; write on, or change length"),
    zh=("正文只有 {length} 字，计划 {planned} 字", "还差 {off} 字：补写，或者改计划字数"),
)


class OffLength(Rule):
    """## What it does
    Compares an article's planned length (`length: 800`, in characters of a Chinese paper, else in words) with what it
    has, and finds those that are off by more than 20 percent. `tolerance` sets other percents: `off-length:
    {tolerance: 10}`. A draft may still be too short, and a length that names two numbers (`800-1000`) is left to
    people. Of a picture that stands alone, what is printed under it is counted.

    ## Why is this bad?
    The page was drawn for the planned length. What is over is cut in a hurry, what is under leaves a hole.

    ## 查什么
    稿件的计划字数（`length: 800`；英文报按词）和实际字数相差超过百分之二十的。`tolerance` 另定百分比：
    `off-length: {tolerance: 10}`。草稿可以还没写够；写成范围的（`800-1000`）不查。

    ## 为什么
    版面是按计划字数画的。多了临时乱删，少了开天窗。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    length: 20
    ---
    全市秋播进入尾声，冬小麦播种过九成，进度快于去年同期。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    length: 800字
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
    length: 10
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    length: 800-1000字
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"
    severity = "warning"
    looks_at = ("planned_length",)
    options: ClassVar = {"tolerance": 20}

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the article is too far from its planned length."""
        planned, text = copy.article.planned_length, copy.article.printed_text
        if not planned or not text.strip() or _is_a_range(copy):
            return
        count = length(text, copy.paper.language)
        off = abs(count - planned)
        if off * 100 > planned * self.number(copy, "tolerance") and (count > planned or copy.stage != "draft"):
            wording = _OVER if count > planned else _UNDER
            yield Fault("length", wording, {"length": count, "planned": planned, "off": off})


def _is_a_range(copy: Copy) -> bool:
    place = copy.article.place("length")
    line = copy.article.text.split("\n", place.line)[place.line - 1]
    said = line[place.column - 1 : place.column - 1 + min(place.length, 100)]
    return len(re.findall(r"[0-9][0-9,]*", said)) > 1
