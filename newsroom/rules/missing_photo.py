"""The rule `missing-photo`."""

from newsroom.rules.required import RequiredField
from newsroom.rules.rule import Wording


class MissingPhoto(RequiredField):
    """## What it does
    Finds pictures that stand alone (`kind: photo`) without a photo, and articles of other kinds for which the
    paper requires photos.

    ## Why is this bad?
    The page keeps a place for a picture that nobody has sent.

    ## 查什么
    图片新闻（`kind: photo`）有没有图片；本报规定要配图的体裁有没有图片。

    ## 为什么
    版面给图片留了位置，图片却没有来。

    ## Fails
    ```
    ---
    kind: photo
    section: 社会
    ---
    ```

    ## Passes
    ```
    ---
    kind: photo
    section: 社会
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    ```
    """

    group = "photos"
    field = "photos"
    wording = Wording(
        en=("the article has no photo", "add it below photos: with file, caption and credit"),
        zh=("稿件没有图片", "在 photos: 下补上 file、caption 和 credit"),
    )
