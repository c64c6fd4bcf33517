"""The rule `stray-space`."""

import re
from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_STRAY = Wording(
    en=("a blank beside a Chinese mark", "leave the blank out: the mark has its own room"),
    zh=("标点旁有多余的空格", "删去空格；全角标点自带间距"),
)
_HAN = "\u3400-\u9fff\u3007"
# Blanks at the beginning and the end of a line are an indent and Markdown's break.
_BLANK = (
    rf" (?:(?<=[，、；。：？！（《“] ) {{0,3}}(?=[{_HAN}0-9“《（])"
    rf"|(?<=[{_HAN}0-9A-Za-z%”》）] ) {{0,3}}(?=[，、；。：？！）》”]))"
)


class StraySpace(Rule):
    """## What it does
    Finds blanks before or behind a full-width mark in the body and in captions: `， `, ` 。`. One finding for an
    article. Headlines may part their halves with a blank; indents, and blanks between names or around Latin words, are
    let be.

    ## Why is this bad?
    GB/T 15834-2011 5.1: a mark takes the place of one character and has its own room. A blank beside it is seen as a
    hole in the line.

    ## 查什么
    正文和图片说明里，全角标点前面、后面有没有空格。一篇稿件报一处。
    标题里分隔两句的空格、段首缩进、人名之间和外文前后的空格不管。

    ## 为什么
    GB/T 15834-2011 5.1：标点占一个字的位置，自带间距。旁边再有空格，排出来就是一个窟窿。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    截至10月11日， 全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声 。
    ```

    ## Passes
    ```
    ---
    headline: 雨歇抢墒 分类下种
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    “我们用的是 GPS 导航。”农机手张 三说。
    ```
    ```
    ---
    headline: 开镰了！ 沿江稻田收割忙
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    - 一队：张 三、李小四

    全市秋播进入尾声。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset(" ")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each stretch of blanks; they all say the same, and so become one finding."""
        for piece in copy.pieces_of("body", "caption"):
            if " " in piece.text:
                for match in re.finditer(_BLANK, piece.text):
                    yield Fault(piece.field, _STRAY, {}, *match.span(), fix="")
