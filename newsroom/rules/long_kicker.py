"""The rule `long-kicker`."""

from typing import ClassVar

from newsroom.rules._limits import Limit


class LongKicker(Limit):
    """## What it does
    Finds kickers of more than 40 characters, or 15 words in an English paper. `max` sets another limit, also by kind,
    section, stage or page: `long-kicker: {max: 20}`.

    ## Why is this bad?
    A kicker leads to the headline. What is longer than the headline itself hides it, and runs into a second line.

    ## 查什么
    引题不超过 40 字（英文报 15 词）。`max` 另定上限，也可以按体裁、版名、阶段、版次分别定：`long-kicker: {max: 20}`。

    ## 为什么
    引题是引出主题的。太长就要折行，反而压住主题。

    ## Fails
    ```
    ---
    kicker: |-
      为进一步引导农村留守儿童和困境儿童提高自我保护意识和能力，
      加强家庭、学校、社会协同保护
    headline: 走进村屯 宣讲政策
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {long-kicker: {max: 16}}
    ==> articles/sowing.md <==
    ---
    kicker: 全市开展农村留守和困境儿童关爱保护活动
    headline: 走进村屯 宣讲政策
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    kicker: 全市开展农村留守和困境儿童关爱保护活动
    headline: 走进村屯 宣讲政策
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    kicker:
    headline: 走进村屯 宣讲政策
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    looks_at = ("kicker",)
    field = "kicker"
    limits: ClassVar = {"zh-CN": 40, "en": 15}
