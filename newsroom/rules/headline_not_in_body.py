"""The rule `headline-not-in-body`."""

import re
from collections.abc import Iterator

from newsroom.rules._contradictions import contradicting_quantities, contradicting_titles, contradicting_words
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHERWISE = Wording(
    en=("the {field} says “{found}”, the body “{body}”", "find out which is right, and correct the other"),
    zh=("{field}写“{found}”，正文写“{body}”", "核对后把错的一处改过来"),
)
_NOWHERE = Wording(
    en=("the {field} says “{found}”, the body does not", "say it in the body, or correct the {field}"),
    zh=("{field}写“{found}”，正文里没有", "在正文里交代，或改{field}"),
)
_MAY_BE_SAID_OTHERWISE = r"[\d一二两三四五六七八九十百千〇零《A-Za-z]"  # a number, a title, a Latin name


class HeadlineNotInBody(Rule):
    """## What it does
    Finds numbers, titles in 《》 and names of Latin letters in a kicker, headline or deck that the body has otherwise:
    another number of the same unit beside the same word, a title or a name with one letter changed. A number from 100
    on that is no round one has to stand in the body. There it may be written otherwise (1,200, 一千二百), be what it
    was rounded from, or add up to it.

    ## Why is this bad?
    A headline is written last, from memory, and read first.

    ## 查什么
    引题、主题、副题里的数字、《》中的名称、外文名字与正文是否一致：同一单位、前后同一个词而数字不同，名称差一个字，算不一致；
    100 以上的非整数字，正文里应当有。正文换一种写法（1,200、一千二百）、四舍五入、相加得出的，不算。

    ## 为什么
    标题最后写、凭记忆写，却最先被人看到。文题不符是常见的差错。

    ## Fails
    ```
    ---
    headline: 望江区补种行道树1200棵
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    望江区计划到年底补种行道树1300棵。
    ```
    ```
    ---
    headline: 《临江秋播图》展出
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    画作《临江秋播园》在市文化馆展出。
    ```

    ## Passes
    ```
    ---
    headline: 望江区补种行道树1200棵
    deck: 三条线路末班车延长40分钟
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    望江区计划到年底补种行道树，其中香樟700棵、栾树500棵。3条线路的末班车延长四十分钟。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    冬小麦已播46.3万亩，占计划的92.6%。
    ```
    """

    severity = "warning"
    group = "copy"
    looks_at = ("body",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each thing that the lines above the body say otherwise than it."""
        article = copy.article
        if not re.search(_MAY_BE_SAID_OTHERWISE, f"{article.kicker}{article.headline}{article.deck}"):
            return
        for piece in copy.pieces_of("kicker", "headline", "deck"):
            for sort in (contradicting_quantities, contradicting_titles, contradicting_words):
                for it in sort(piece.text, copy.body):
                    values = {"found": it.found, "body": it.body}
                    yield Fault(piece.field, _OTHERWISE if it.body else _NOWHERE, values, it.start, it.end)
