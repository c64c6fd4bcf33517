"""The rule `long-headline`."""

from typing import ClassVar

from newsroom.rules._limits import Limit


class LongHeadline(Limit):
    """## What it does
    Finds headlines of more than 30 characters, or 15 words in an English paper; every mark of a Chinese headline is a
    character. `max` sets another limit, also by kind, section, stage or page:
    `long-headline: {max: 24, kind: {brief: {max: 16}}, page: {"1": {max: 20}}}`.

    ## Why is this bad?
    What does not fit is cut at the page by somebody who has not read the story.

    ## 查什么
    主题不超过 30 字（英文报 15 词），标点也算一字。`max` 另定上限，也可以按体裁、版名、阶段、版次分别定：
    `long-headline: {max: 24, kind: {brief: {max: 16}}, page: {"1": {max: 20}}}`。

    ## 为什么
    排不下的标题，最后由没看过稿子的人在版上删。

    ## Fails
    ```
    ---
    headline: 加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 下活“三手棋”：抓队伍、强组织、壮经济，全市乡村振兴再上新台阶
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 加强人才培养 提高专业能力
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 全市第23届Linden半程马拉松21.0975公里赛道10月12日起开放试跑
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    looks_at = ("headline",)
    field = "headline"
    limits: ClassVar = {"zh-CN": 30, "en": 15}
