"""The rule `not-a-photo`."""

from collections.abc import Iterator

from newsroom.rules._photos import looked_at
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_NO_PICTURE = Wording(
    en=("{file} is not a picture that newsroom knows", "put a JPEG, PNG, TIFF or WebP there"),
    zh=("{file} 不是认得的图片", "换成 JPEG、PNG、TIFF 或 WebP"),
)
_TOO_LARGE = Wording(
    en=("{file} is too large to be a photo", "export it again with at most 120 million pixels and 256 MB"),
    zh=("{file} 太大，不像是照片", "重新导出，不超过 1.2 亿像素、256 MB"),
)


class NotAPhoto(Rule):
    """## What it does
    Finds photos whose file is no picture, whatever its name says: it is judged by what it holds. JPEG, PNG, TIFF and
    WebP are known. A picture of more than 120 million pixels, or a file over 256 MB, is none either.

    ## Why is this bad?
    It can not be placed: the upload broke off, it is a document with the ending `.jpg`, or a trap that takes up all
    the memory of whatever opens it.

    ## 查什么
    图片文件是不是真的图片：看内容，不看后缀。认得 JPEG、PNG、TIFF、WebP。超过 1.2 亿像素或 256 MB 的也不算。

    ## 为什么
    这样的文件排不了版：可能没传完，可能是改了后缀的文档，也可能一打开就占满内存。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    is_photo: no
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
    ==> photos/集市.png <==
    is_photo: no
    ==> articles/fair.md <==
    ---
    kind: photo
    section: 社会
    photos:
      - file: 集市.png
        caption: 村民在集市上选购农具。
        credit: 通讯员 姓名 摄
    ---
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    is_photo: yes
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
    ==> photos/notes.jpg <==
    is_photo: no
    ==> articles/harvest.md <==
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
    """

    group = "photos"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each file that is no picture."""
        for field, photo, facts in looked_at(copy):
            if not facts.is_photo:
                yield Fault(f"{field}.file", _TOO_LARGE if facts.is_too_large else _NO_PICTURE, {"file": photo.file})
