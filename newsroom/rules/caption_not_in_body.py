"""The rule `caption-not-in-body`."""

from collections.abc import Iterator

from newsroom.rules._contradictions import contradicting_quantities, contradicting_titles
from newsroom.rules._people import contradicting_people
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHERWISE = Wording(
    en=("the {field} says “{found}”, the body “{body}”", "find out which is right, and correct the other"),
    zh=("{field}写“{found}”，正文写“{body}”", "核对后把错的一处改过来"),
)


class CaptionNotInBody(Rule):
    """## What it does
    Finds captions that contradict the body of their article: a person, named after the same title (农机手, 村民 …) or
    by first and last name, with one letter changed; a title in 《》 with one character changed; another number of the
    same unit beside the same word. What only the caption tells is let pass.

    ## Why is this bad?
    A misspelt name under a face is what its owner keeps. Captions are often written by somebody else than the story.

    ## 查什么
    图片说明与正文是否矛盾：同一身份（农机手、村民、记者等）后面的人名差一个字，《》中的名称差一个字，同一单位、前后同一个词
    而数字不同。只有图片说明里才有的内容不算。

    ## 为什么
    图片说明往往另有人写，人名写错一个字，当事人会一直记着。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手周广由驾驶播种机。
        credit: 通讯员 姓名 摄
    ---
    农机手周广田驾驶播种机调了个头。天黑了，周广田打开车灯。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 合作社的12台播种机下地。
        credit: 通讯员 姓名 摄
    ---
    合作社有21台播种机。
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
        caption: 农机手周广田驾驶播种机，村民王强在地头。
        credit: 通讯员 姓名 摄
    ---
    农机手周广田驾驶播种机调了个头。村民王强说，天黑了，周广田打开车灯。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 合作社的3台播种机下地。
        credit: 通讯员 姓名 摄
    ---
    合作社有21台收割机和三台播种机。
    ```
    """

    severity = "warning"
    group = "copy"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each thing that a caption says otherwise than the body."""
        if not copy.body:
            return
        for piece in copy.pieces_of("caption"):
            for sort in (contradicting_quantities, contradicting_titles, contradicting_people):
                for it in sort(piece.text, copy.body):
                    if it.body:
                        yield Fault(piece.field, _OTHERWISE, {"found": it.found, "body": it.body}, it.start, it.end)
