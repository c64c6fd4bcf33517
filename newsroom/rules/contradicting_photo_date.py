"""The rule `contradicting-photo-date`."""

import datetime
from collections.abc import Iterator

from newsroom.rules._caption_dates import date_said
from newsroom.rules._photos import pictures
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHER_DAY = Wording(
    en=("{file} was taken on {taken}, its caption says {said}", "ask when it was taken; is it the right photo?"),
    zh=("{file} 是 {taken} 拍的，图片说明写的是 {said}", "问清哪天拍的，是不是发错了图"),
)

_CLOSE = datetime.timedelta(days=1)  # clocks of cameras stand in other time zones
_SCANNED = datetime.timedelta(days=60)  # then what was taken is a picture of a print


class ContradictingPhotoDate(Rule):
    """## What it does
    Finds photos that were taken on another day than their caption says, by what the camera noted, two days off or
    more. Only where the caption surely says it: it opens with the day (`11月16日傍晚，……`), says `11月16日拍摄`, or
    names weekday and day (`Monday, Nov. 16`). Archive photos, scans and cameras without a clock are passed over.

    ## Why is this bad?
    The date is mistyped, the wrong file was sent, or last year's photo is to show this year's event. Readers who were
    there see it.

    ## 查什么
    相机记下的拍摄日期，和图片说明里写的是不是同一天（差两天以上才算）。图片说明要明确写了拍摄日期：
    开头写 `11月16日傍晚，……`，或写 `11月16日拍摄`。资料图片、翻拍的老照片、没调时钟的相机不查。

    ## 为什么
    不是日期写错，就是发错了图，或拿去年的照片当今年的用。到过现场的读者一眼就看出来。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    taken: 2021-10-09 09:12
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 10月9日，农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    taken: 2022-10-06 09:12
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 10月9日，农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    taken: 2022-10-08 23:40
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 10月9日，农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    taken: 2022-10-06 09:12
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 10月9日投入使用的播种机停在地头。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "photos"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo of another day."""
        issued = copy.issue.date
        if issued is None:
            return
        for field, photo, facts in pictures(copy):
            if not facts.metadata.taken:
                continue
            taken = datetime.date.fromisoformat(facts.metadata.taken[:10])
            if _is_said(taken, photo.caption, issued):
                continue
            said = date_said(photo.caption, issued)
            if said and _is_other(taken, said, issued):
                yield Fault(f"{field}.caption", _OTHER_DAY, {"file": photo.file, "taken": taken, "said": said})


def _is_other(taken: datetime.date, said: datetime.date, issued: datetime.date) -> bool:
    if taken > issued or (taken.month, taken.day) == (1, 1):  # its clock is not set
        return False
    return abs(taken - said) > _CLOSE and taken - said < _SCANNED


def _is_said(taken: datetime.date, caption: str, issued: datetime.date) -> bool:
    """Whether the caption plainly says that day, which is quick to see; 1月 might be the end of 11月."""
    return taken.year == issued.year and taken.month > 2 and f"{taken.month}月{taken.day}日" in caption
