"""The rule `small-photo`."""

from collections.abc import Iterator
from typing import ClassVar

from newsroom.model.photo_size import CM_AN_INCH, NARROWEST_CM, PIXELS_AN_INCH
from newsroom.rules._photos import pictures
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_AT_WIDTH = Wording(
    en=(
        "{file} is {width} pixels wide and prints well up to {widest} cm, not at {wanted} cm",
        "ask for the original, or place it smaller: at {dpi} pixels an inch, {wanted} cm need {needed}",
    ),
    zh=(
        "{file} 宽 {width} 像素，最宽能印 {widest} 厘米，印不到 {wanted} 厘米",
        "要原图，或缩小版面尺寸：按每英寸 {dpi} 像素，{wanted} 厘米要 {needed} 像素",
    ),
)
_ANYWHERE = Wording(
    en=(
        "{file} has {width} × {height} pixels and prints well up to {widest} cm on its longer side",
        "ask for the original: at {dpi} pixels an inch, {wanted} cm need {needed}",
    ),
    zh=(
        "{file} 只有 {width} × {height} 像素，长边最多能印 {widest} 厘米",
        "要原图：按每英寸 {dpi} 像素，{wanted} 厘米要 {needed} 像素",
    ),
)


class SmallPhoto(Rule):
    """## What it does
    Finds photos with fewer pixels than print needs: at the width at which the photo is placed (`width: 18 cm` of the
    photo), else at 10 cm on its longer side, which is two columns. A paper may set `dpi`, the pixels an inch that its
    press needs.

    ## Why is this bad?
    What looks sharp on a telephone prints as squares. Newspapers ask for 200 pixels an inch at the size in print, twice
    the ruling of a newspaper's screen (ISO 12647-3). Chat programs shrink what is sent; the original is still there.

    ## 查什么
    图片的像素够不够印：图片写了 `width: 18 cm` 就按这个宽度算，没写就按长边 10 厘米（两栏）算。
    本报可设 `dpi`，即每英寸要多少像素。

    ## 为什么
    手机上清楚的图，印出来可能全是马赛克。报纸印刷按成品尺寸每英寸要 200 像素，是加网线数的两倍（ISO 12647-3）。
    微信会压缩图片，要原图。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    width: 640
    height: 480
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
    width: 1280
    height: 960
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        width: 18 cm
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    width: 600
    height: 800
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
    ==> photos/portrait.jpg <==
    width: 400
    height: 500
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: portrait.jpg
        width: 5 cm
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "photos"
    looks_at = ("photos",)
    options: ClassVar = {"dpi": PIXELS_AN_INCH}

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo that is too small."""
        for field, photo, facts in pictures(copy):
            wanted = photo.width_cm or NARROWEST_CM
            pixels = facts.width if photo.width_cm else max(facts.width, facts.height)
            dpi = self.number(copy, "dpi")
            needed = -int(-wanted * dpi // CM_AN_INCH)
            if pixels < needed:
                sizes = {"width": facts.width, "height": facts.height, "needed": needed, "dpi": dpi}
                widths = {"wanted": f"{wanted:g}", "widest": f"{int(pixels * CM_AN_INCH / dpi * 10) / 10:g}"}
                wording = _AT_WIDTH if photo.width_cm else _ANYWHERE
                yield Fault(f"{field}.file", wording, {"file": photo.file, **sizes, **widths})
