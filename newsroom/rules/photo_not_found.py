"""The rule `photo-not-found`."""

from collections.abc import Iterator

from newsroom.model.text import normal
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_MISSING = Wording(
    en=("the photo {file} is not in {folder}", "put the file there, or mend its name"),
    zh=("{folder} 里没有图片 {file}", "把文件放进去，或改正文件名"),
)
_NO_FILE = Wording(
    en=("the photo has no file", "put the file into {folder} and name it: file: …"),
    zh=("图片没有文件", "把文件放进 {folder}，再写上 file: 文件名"),
)


class PhotoNotFound(Rule):
    """## What it does
    Finds photos whose file does not lie in the issue's `photos/` folder: misspelt, forgotten, or somewhere
    else.

    ## Why is this bad?
    The page goes to print with a hole where the picture should be.

    ## 查什么
    图片文件在不在本期的 `photos/` 里：写错名、忘了发、放错地方的都算。

    ## 为什么
    付印时图片的位置是空的。

    ## Fails
    ```
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
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file:
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
      - file: ../sowing.jpg
        caption: 农机手在地头调试播种机。
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
        """One fault for each photo that is not there."""
        for at, photo in enumerate(copy.article.photos):
            if normal(photo.file) not in copy.issue.photo_names:
                values = {"file": photo.file, "folder": f"{copy.issue.path}/photos/"}
                yield Fault(f"photos[{at}].file", _MISSING if photo.file else _NO_FILE, values)
