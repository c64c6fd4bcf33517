"""The rule `repeated-photo`."""

from collections.abc import Iterator

from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_AGAIN = Wording(
    en=("the photo {file} stands in {other}, too", "take another one for one of the two"),
    zh=("图片 {file} 在 {other} 里也用了", "两处换掉一张"),
)
_SAME_PICTURE = Wording(
    en=("the photo {file} is the same picture as {twin} in {other}", "take another one for one of the two"),
    zh=("图片 {file} 和 {other} 里的 {twin} 是同一张", "两处换掉一张"),
)


class RepeatedPhoto(Rule):
    """## What it does
    Finds a picture that stands twice in an issue: the same file in two articles or twice in one, or two files that are
    the same to the byte. In the pool, from which stories go to different issues, it is not looked for.

    ## Why is this bad?
    Two pages show the same picture, as a rule with different captions; no reader overlooks it.

    ## 查什么
    同一期里用了两次的图片：同一个文件用在两处，或者两个文件名不同、内容完全一样。稿库里的不查，稿库的稿件不一定发在同一期。

    ## 为什么
    两个版印了同一张照片，图片说明往往还不一样，读者一眼就看出来。

    ## Fails
    ```
    ==> articles/fair.md <==
    ---
    kind: photo
    section: 社会
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 播种机开进地头。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> photos/IMG_0001.jpg <==
    same_as: sowing.jpg
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 播种机开进地头。
        credit: 通讯员 姓名 摄
      - file: IMG_0001.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> photos/fair.jpg <==
    width: 2400
    ==> articles/fair.md <==
    ---
    kind: photo
    section: 社会
    photos:
      - file: fair.jpg
        caption: 村民在集市上选购农具。
        credit: 通讯员 姓名 摄
    ---
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 播种机开进地头。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> articles/fair.md <==
    ---
    kind: photo
    section: 社会
    status: killed
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。
        credit: 通讯员 姓名 摄
    ---
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 播种机开进地头。
        credit: 通讯员 姓名 摄
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "photos"

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each time that a picture stands in the issue again."""
        first: dict[str, tuple[str, str]] = {}
        for article in copy.articles if not copy.issue.is_pool else ():
            for at, file in enumerate(article.photos):
                if file not in copy.issue.photo_names:
                    continue
                picture = copy.issue.twins().get(file, file)
                if picture not in first:
                    first[picture] = article.path, file
                    continue
                facts = copy.issue.facts(file)
                if facts is None or not facts.is_photo:
                    continue
                other, twin = first[picture]
                wording = _AGAIN if twin == file else _SAME_PICTURE
                values = {"file": file, "twin": twin, "other": other}
                yield Fault(f"photos[{at}].file", wording, values, path=article.path)
