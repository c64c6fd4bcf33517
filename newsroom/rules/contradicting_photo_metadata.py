"""The rule `contradicting-photo-metadata`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.rules._photographers import are_others, photographers
from newsroom.rules._photos import pictures
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHER = Wording(
    en=("{file} itself names {named} as its photographer, the credit says {credited}", "ask who took it"),
    zh=("{file} 自带的信息写的是{named}摄，图片署名写的是{credited}", "问清是谁拍的"),
)


class ContradictingPhotoMetadata(Rule):
    """## What it does
    Finds photos that name another photographer than their credit does: in the creator of their metadata, or in the line
    with which an agency ends its caption. Only where both surely name people, in the same letters; an agency, an
    office, a camera or a name in pinyin says nothing.

    ## Why is this bad?
    One of the two is wrong: the photographer loses name and fee, and the paper has to print a correction.

    ## 查什么
    图片自带的信息（作者，或通讯社说明末尾的“……摄”）写的拍摄者，和图片署名是不是同一个人。两边都明确是人名才比；单位、
    通讯社、相机型号、拼音都不算。

    ## 为什么
    两个名字必有一个是错的：署错名，作者丢了署名和稿酬，报纸要更正。

    ## Fails
    ```
    ==> photos/harvest.jpg <==
    creator: 郑秋禾
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 袁子衿 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    caption: 农机手在地头调试播种机。新华社记者 郑秋禾 摄
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 记者 袁子衿 摄
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> photos/harvest.jpg <==
    creator: 郑秋禾
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 袁子衿、郑秋禾 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    creator: Zheng Qiuhe
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 郑秋禾 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/harvest.jpg <==
    creator: 望江区融媒体中心
    ==> articles/harvest.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: harvest.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 郑秋禾 摄
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "photos"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo that names somebody else."""
        for field, photo, facts in pictures(copy):
            credited = [credit.name for credit in photo.credit if credit.name]
            if not credited or facts.metadata.creator in credited:
                continue
            named = photographers(facts.metadata, copy.paper.roles)
            if are_others(named, credited):
                values = {"file": photo.file, "named": listed(named), "credited": listed(credited)}
                yield Fault(f"{field}.credit", _OTHER, values)
