"""The rule `expired-photo`."""

from collections.abc import Iterator

from newsroom.rules._photos import pictures
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_EXPIRED = Wording(
    en=("{file} may be printed until {day}, the issue is of {issue}", "ask who sent it, or take another photo"),
    zh=("{file} 的使用权到 {day} 为止，本期是 {issue}", "问清供图方，或换一张"),
)


class ExpiredPhoto(Rule):
    """## What it does
    Finds photos whose own metadata says that they may be printed no more on the day of the issue: the expiration date
    of IPTC-IIM, the end of a licence in PLUS or PRISM.

    ## Why is this bad?
    Agencies and press offices lend pictures for a time. Printed after it, the picture costs a fee or a lawyer.

    ## 查什么
    图片自带的信息（IPTC 失效日期、PLUS 或 PRISM 的授权截止日期）说，到本期出版那天已经过了使用期限的。

    ## 为什么
    通讯社和供图单位的图片常有期限，过期再用就是侵权，要赔钱。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    expires: 2022-10-11
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
    expires: 2019-12-31
    ==> articles/harvest.md <==
    ---
    kind: photo
    section: 社会
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    expires: 2022-10-12
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
    expires: 1900-01-01
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

    severity = "warning"
    group = "photos"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo whose time is over; a day before digital pictures is a program's way to say none."""
        issued = copy.issue.date
        for field, photo, facts in pictures(copy):
            day = facts.expires
            if issued and day and day.year > 1990 and day < issued:
                yield Fault(f"{field}.file", _EXPIRED, {"file": photo.file, "day": day, "issue": issued})
