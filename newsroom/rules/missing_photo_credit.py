"""The rule `missing-photo-credit`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=("the photo {file} has no credit", "add a line to this photo, credit: [{{role: {role}, name: …}}]"),
    zh=("图片 {file} 没有署名", "在这张图片下补一行 credit: [{{role: {role}, name: 姓名}}]"),
)
_NO_NAME = Wording(
    en=("the credit of the photo {file} has no name", "add the name: {{role: {role}, name: …}}"),
    zh=("图片 {file} 的署名没有姓名", "补上姓名：{{role: {role}, name: 姓名}}"),
)


class MissingPhotoCredit(Rule):
    """## What it does
    Finds photos that are credited to nobody.

    ## Why is this bad?
    The photographer is not named and not paid, and nobody knows whether the paper may print the picture.

    ## 查什么
    每张图片有没有署名。

    ## 为什么
    拍摄者没有署名和稿酬，也没人知道这张图片本报有没有权用。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
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
        caption: 农机手在地头调试播种机。
        credit:
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
        caption: 农机手在地头调试播种机。
        credit: 通讯员
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
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 姓名 供图
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
        """One fault for each photo without a credit, and for each credit without a name."""
        for at, photo in enumerate(copy.article.photos):
            values = {"file": photo.file or at + 1, "role": copy.paper.roles[-1]}
            if not photo.credit:
                yield Fault(f"photos[{at}].credit", _MISSING, values)
            for number, credit in enumerate(photo.credit):
                if not credit.name:
                    yield Fault(f"photos[{at}].credit[{number}].name", _NO_NAME, values | {"role": credit.role})
