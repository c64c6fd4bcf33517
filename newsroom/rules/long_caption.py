"""The rule `long-caption`."""

from typing import ClassVar

from newsroom.rules._limits import Limit
from newsroom.rules.rule import Copy

_ALONE = {"zh-CN": 200, "en": 100}


class LongCaption(Limit):
    """## What it does
    Finds captions of more than 120 characters, or 60 words in an English paper. The caption of a picture that stands
    alone (kind `photo`) is the story, and may have 200 characters, or 100 words. `max` sets another limit, also by
    kind, section, stage or page: `long-caption: {max: 60, kind: {photo: {max: 150}}}`.

    ## Why is this bad?
    AP style wants a caption to say who is seen, where, when and doing what in one or two sentences. The rest is in the
    story beside it.

    ## 查什么
    图片说明不超过 120 字（英文报 60 词）；图片新闻靠说明讲事，不超过 200 字（英文报 100 词）。
    `max` 另定上限，也可以按体裁、版名、阶段、版次分别定：
    `long-caption: {max: 60, kind: {photo: {max: 150}}}`。

    ## 为什么
    图片说明讲清谁、何时、在哪里、做什么，一两句就够；其余的旁边稿子里有。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: |-
          10月11日，农机手在城北镇的麦田里调试播种机。
          今年秋播以来，全市抢抓墒情，组织农机具下田作业，农技人员驻村指导，
          农资部门备足种子和化肥，保证了播种的进度和质量。
          截至当天，全市冬小麦播种已经超过九成，比去年同期快了三天，
          预计本月中旬全部完成，为明年夏粮丰收打下了很好的基础。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {long-caption: {max: 20}}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 10月11日，农机手在城北镇的麦田里调试播种机。
        credit: 通讯员 姓名 摄
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
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {long-caption: {max: 12, kind: {photo: {max: 40}}}}
    ==> articles/sowing.md <==
    ---
    kind: photo
    section: 社会
    photos:
      - file: sowing.jpg
        caption: 10月11日，农机手在城北镇的麦田里调试播种机。
        credit: 通讯员 姓名 摄
    ---
    ```
    """

    looks_at = ("photos",)
    field = "caption"
    limits: ClassVar = {"zh-CN": 120, "en": 60}

    def usual(self, copy: Copy) -> int:
        """More where the caption is the story."""
        return (_ALONE if copy.article.kind == "photo" else self.limits)[copy.paper.language]
