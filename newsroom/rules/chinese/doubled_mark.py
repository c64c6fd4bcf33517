"""The rule `doubled-mark`."""

from collections.abc import Iterator

from newsroom.model.pattern import pattern
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_DOUBLED = Wording(
    en=("“{found}” are two marks where one belongs", "keep the one that is meant"),
    zh=("“{found}”是连在一起的两个标点", "只留该用的那一个"),
)
_PATTERN = pattern(r"[，、；：。][，、；：。]+")  # a search for one of some characters is fast
_OF_POINTS = "。。。"  # meant as an ellipsis, of which another rule speaks
_NAMING = "“‘「『（(《"  # “，。”: the marks themselves are meant


class DoubledMark(Rule):
    """## What it does
    Finds two commas, full stops, colons or the like that follow each other: ，， or ，。. Three full stops are
    `wrong-ellipsis`. Marks of which the text speaks, as in “，。”, are let be.

    ## Why is this bad?
    One of the two is left over from a change, and nobody knows which one was meant. By GB/T 15834-2011 only question
    marks and exclamation marks may be set one behind the other.

    ## 查什么
    逗号、顿号、分号、冒号、句号有没有两个连在一起，如“，，”“，。”。三个句号是省略号的问题，见 `wrong-ellipsis`。
    引号里专门说到标点的不报。

    ## 为什么
    多半是改稿时剩下的，该用哪一个已经看不出来。GB/T 15834-2011 里只有问号、叹号可以叠用。

    ## Fails
    ```
    ---
    headline: 镇里举行丰收节
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    镇里举行丰收节，，四邻都来了。
    ```
    ```
    ---
    headline: 镇里举行丰收节
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    镇里举行丰收节，。四邻都来了。
    ```

    ## Passes
    ```
    ---
    headline: 镇里举行丰收节
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    镇里举行丰收节，四邻都来了！！老师讲了“，。”怎么用。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each run of marks; what stands there twice can be mended."""
        if not _PATTERN.search(copy.printed):
            return
        for piece in copy.pieces:
            for match in _PATTERN.finditer(piece.text):
                marks, before = match[0], piece.text[max(0, match.start() - 1) : match.start()]
                if _OF_POINTS in marks or (before and before in _NAMING):
                    continue
                fix = marks[0] if len(set(marks)) == 1 else None
                yield Fault(piece.field, _DOUBLED, {"found": marks}, *match.span(), fix)
