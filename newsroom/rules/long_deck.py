"""The rule `long-deck`."""

from typing import ClassVar

from newsroom.rules._limits import Limit


class LongDeck(Limit):
    """## What it does
    Finds decks of more than 60 characters, or 40 words in an English paper. `max` sets another limit, also by kind,
    section, stage or page: `long-deck: {max: 30}`.

    ## Why is this bad?
    A deck that tells the story takes the lead's place, and its room on the page.

    ## 查什么
    副题不超过 60 字（英文报 40 词）。`max` 另定上限，也可以按体裁、版名、阶段、版次分别定：`long-deck: {max: 30}`。

    ## 为什么
    副题写成一段话，就抢了导语的位置，也占了版面。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    deck: |-
      ——全市各县区抢抓墒情适时播种，农机、农技、农资部门深入田间地头开展服务，
      截至10月12日已完成播种面积三百余万亩，进度快于去年同期
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 走进村屯 宣讲政策
    deck: |-
      宣讲人用通俗易懂、风趣幽默的语言，结合现实生活中的典型案例，
      就未成年人保护、防溺水、防欺凌等内容，给孩子们和监护人上了一堂生动形象的课
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    deck: ——全市秋种工作见闻
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 走进村屯 宣讲政策
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    looks_at = ("deck",)
    field = "deck"
    limits: ClassVar = {"zh-CN": 60, "en": 40}
