"""The rule `long-body`."""

from typing import ClassVar

from newsroom.rules._limits import Limit
from newsroom.rules.rule import Copy


class LongBody(Limit):
    """## What it does
    Finds briefs of more than 300 characters, or 200 words in an English paper. Other kinds have no limit unless the
    paper sets one, also by section, stage or page: `long-body: {kind: {commentary: {max: 1200}}}`.

    ## Why is this bad?
    Briefs are made up in a column, one below the other. One that has grown to a story pushes the others out.

    ## 查什么
    简讯正文不超过 300 字（英文报 200 词）。其他体裁不限，由本报自定，也可以按版名、阶段、版次分别定：
    `long-body: {kind: {commentary: {max: 1200}}}`。

    ## 为什么
    简讯一栏排几条。一条写成了消息，别的就挤下去了。

    ## Fails
    ```
    ==> newsroom.yaml <==
    rules: {long-body: {kind: {brief: {max: 20}}}}
    ==> articles/sowing.md <==
    ---
    kind: brief
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，冬小麦播种过九成，进度快于去年同期。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {long-body: {section: {副刊: {max: 20}}}}
    ==> articles/sowing.md <==
    ---
    headline: 秋到北山
    section: 副刊
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    山里的秋天来得早。一夜风过，满坡的柿子红了。

    奶奶站在树下，数着枝头的灯笼。
    ```

    ## Passes
    ```
    ---
    kind: brief
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，冬小麦播种过九成，进度快于去年同期。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {long-body: {kind: {brief: {max: 20}}}}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，冬小麦播种过九成，进度快于去年同期。
    ```
    """

    looks_at = ("body",)
    field = "body"
    limits: ClassVar = {"zh-CN": 300, "en": 200}

    def usual(self, copy: Copy) -> int:
        """Only briefs have one."""
        return super().usual(copy) if copy.article.kind == "brief" else 0
