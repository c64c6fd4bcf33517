"""The rule `undated-day`."""

import re
from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNDATED = Wording(
    en=("“{found}”, and nowhere a date", "say the day, in figures"),
    zh=("只写“{found}”，没有日期", "写明哪一天，例如 `10月11日`"),
)
# At the beginning, behind a mark or behind who did it: 3日前, 节日前, 附近日均 have other letters before them.
_WORD = (
    r"(?<![^\s，。；：、！？（）“”》,;:()者市县区镇乡村局委会院部厅校司联府团])"
    r"(?:日前(?![后往来去夕])|近日(?![本均点常益渐]))"
)
_NUMBER = "0-9０-９〇一二三四五六七八九十"
_DATE = rf"[{_NUMBER}][月日]|[昨今前当次翌][天日]|[昨今]晚|星期|周[一二三四五六日末]"


class UndatedDay(Rule):
    """## What it does
    Finds “the other day” (日前, 近日) where no date is given: none in the article, or none in the caption. One finding
    for an article and one for a caption, at the first such word.

    ## Why is this bad?
    House practice: “when” is the first of a report's five W's. 日前 and 近日 hide that the news is old, and a year
    later nobody can tell when it happened. The photo is looked up by its caption alone, so that needs its own day.

    ## 查什么
    写了“日前”“近日”，却全文没有一个日期；图片说明单独看。一篇稿件、一条图片说明各报一处。

    ## 为什么
    办报惯例：时间是新闻五要素之一。“日前”“近日”掩盖了新闻的早晚，过一年就没人说得清是哪天的事。图片是凭图片说明查找的，
    所以图片说明要有自己的日期。

    ## Fails
    ```
    ---
    headline: 社区清扫楼道
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    近日，铁西区仁兴街道电业社区清扫楼道。
    ```
    ```
    ---
    headline: 社区清扫楼道
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 日前，志愿者在铁西区电业社区清扫楼道。
        credit: 通讯员 姓名 摄
    ---
    10月11日，铁西区仁兴街道电业社区清扫楼道。
    ```

    ## Passes
    ```
    ---
    headline: 社区清扫楼道
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    近日，铁西区仁兴街道电业社区清扫楼道，到10月11日已扫完四栋。
    ```
    ```
    ---
    headline: 节日前清扫楼道
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    国庆节日前，铁西区仁兴街道电业社区清扫楼道，附近日均车流上千辆。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("近前")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for the body and one for each caption that says 日前 or 近日 and no date."""
        article = copy.article
        for piece in copy.pieces_of("body", "caption"):
            if "日前" not in piece.text and "近日" not in piece.text:
                continue
            word = re.search(_WORD, piece.text)
            lines = (article.kicker, article.headline, article.deck, article.dateline, article.credit_line)
            dated = (piece.text, *(lines if piece.field == "body" else ()))
            if word and not any(re.search(_DATE, text) for text in dated):
                # The field is among the values so that each is a finding of its own.
                yield Fault(piece.field, _UNDATED, {"found": word[0], "at": piece.field}, *word.span())
