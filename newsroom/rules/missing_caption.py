"""The rule `missing-caption`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=("the photo {file} has no caption", "add a line to this photo, caption: who, where, doing what"),
    zh=("图片 {file} 没有图片说明", "在这张图片下补一行 caption: 谁、在哪里、在做什么"),
)


class MissingCaption(Rule):
    """## What it does
    Finds photos without a caption.

    ## Why is this bad?
    A reader does not know who is seen, where and doing what, and neither does the archive next year.

    ## 查什么
    每张图片有没有图片说明。

    ## 为什么
    读者不知道照片上是谁、在哪里、在做什么，明年查资料也查不到。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption:
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
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    group = "photos"
    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each photo without a caption."""
        for at, photo in enumerate(copy.article.photos):
            if not photo.caption:
                yield Fault(f"photos[{at}].caption", _MISSING, {"file": photo.file or at + 1})
