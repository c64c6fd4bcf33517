"""The rule `look-alike-character`."""

from collections.abc import Iterator
from unicodedata import normalize

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_RADICAL = Wording(
    en=("“{found}” is a radical that only looks like the character", "write “{character}”: U+{code}"),
    zh=("“{found}”是部首符号，只是看着像字", "改成汉字“{character}”（U+{code}）"),
)
_KANGXI = frozenset(map(chr, range(0x2F00, 0x2FD6)))
# Radicals of simplified characters, for which Unicode names no character, and the character that they look like.
_OTHERS = "⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙⻳龟⺟母⺠民"
_RADICALS = _KANGXI.union(_OTHERS[::2])


class LookAlikeCharacter(Rule):
    """## What it does
    Finds signs for radicals (U+2E80 to U+2FD5) that only look like characters: they come along when text is copied
    from a PDF.

    ## Why is this bad?
    To a machine ⼈ is not 人: a search does not find it, and
    in print it may stand as a box. Unicode, Kangxi Radicals: not for words.

    ## 查什么
    有没有看着像汉字的部首符号（`U+2E80` 至 `U+2FD5`），多是从 PDF 复制带进来的。

    ## 为什么
    “⼈”不是“人”：检索查不到，换一种字体可能印成方框。Unicode 的康熙部首区不用来写字。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，⼈人忙着收尾。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    ⻋站前面修起了大桥。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，人人忙着收尾。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    车站前面修起了大桥，大门朝南。
    ```
    """

    group = "chinese"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One finding for each such radical."""
        radicals = copy.rare & _RADICALS
        if not radicals:
            return
        others = dict(zip(_OTHERS[::2], _OTHERS[1::2], strict=True))
        for piece in copy.pieces:
            text = piece.text
            for letter in sorted(radicals.intersection(text), key=text.find):
                character = others.get(letter) or normalize("NFKC", letter)
                said = {"found": letter, "character": character, "code": f"{ord(character):04X}"}
                at = text.find(letter)
                while at >= 0:
                    yield Fault(piece.field, _RADICAL, said, at, at + 1, character)
                    at = text.find(letter, at + 1)
