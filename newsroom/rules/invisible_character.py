"""The rule `invisible-character`."""

import re
from collections.abc import Iterator

from newsroom.locale import _
from newsroom.model.pasted import LINE_ENDS, unprinted
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_SAFE = Wording(
    en=("a character that is not seen stands in the {field}: {sort} {code}", "take it out: newsroom validate --fix"),
    zh=("{field}里有看不见的字符：{sort} {code}", "删去它，newsroom validate --fix 也可以删"),
)
_UNSAFE = Wording(
    en=("a character that no paper prints stands in the {field}: {sort} {code}", "type that place anew"),
    zh=("{field}里有印不出来的字符：{sort} {code}", "把这一处重新打一遍"),
)
_SORT_WORDS = {"control": "control character", "direction": "direction mark", "invisible": "zero-width character"}
# Emoji, Arabic and Hebrew, Indian scripts are written with these.
_SHAPING = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
_MARKS = frozenset(
    char
    for first, last in (
        (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C),
        (0x115F, 0x1160), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
        (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
    )
    for char in map(chr, range(first, last + 1))
)  # fmt: skip


class InvisibleCharacter(Rule):
    """## What it does
    Finds characters that nobody sees and no paper prints: zero-width ones, marks of direction, controls. They are named
    by their codes. `newsroom validate --fix` takes out those without which the text says the same.

    ## Why is this bad?
    They come with pasted text. A name with one in it is not found by a search, a line breaks where it should not, and
    after U+202E the text is set backwards.

    ## 查什么
    看不见、印不出来的字符：零宽字符、控制方向的字符、控制字符，报出编码和位置。
    删了不改变文字的，`newsroom validate --fix` 会删。

    ## 为什么
    这些字符是粘贴时带进来的。人名里夹了一个就搜不到，行会断在不该断的地方，`U+202E` 后面的字还会倒着排。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播\u200b进入尾声。
    ```
    ```
    ---
    headline: 冬小麦\u2060播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
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
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成 👩‍🌾
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each such character; those of one code in a field are one finding."""
        printed = copy.printed.replace("\u3000", " ")  # the only blank of copy that Python calls unprintable
        if not printed.isprintable() and not _MARKS.isdisjoint(printed):
            for piece in copy.pieces:
                # Looked at is what the file says: a code in an address or in code is no better.
                text = copy.article.body if piece.field == "body" else piece.text
                yield from _faults(piece.field, text)
        for field, text in _credits(copy):
            if not text.isprintable():
                yield from _faults(field, text)


def _credits(copy: Copy) -> Iterator[tuple[str, str]]:
    article = copy.article
    yield "credit_line", article.credit_line
    yield "dateline", article.dateline
    for at, credit in enumerate(article.byline):
        yield f"byline[{at}].name", credit.name
    for number, photo in enumerate(article.photos):
        for at, credit in enumerate(photo.credit):
            yield f"photos[{number}].credit[{at}].name", credit.name


def _faults(field: str, text: str) -> Iterator[Fault]:
    start = 0
    for line in text.split("\n"):
        if not line.isprintable():
            for match in re.finditer(LINE_ENDS, line):
                yield _fault(field, match, start, "control", "\n" if field == "body" else None)
            for match, sort, is_safe in unprinted(line):
                if not is_safe and match[0] in _SHAPING:
                    continue
                yield _fault(field, match, start, sort, "" if is_safe else None)
        start += len(line) + 1


def _fault(field: str, match: re.Match[str], start: int, sort: str, fix: str | None) -> Fault:
    values = {"code": f"U+{ord(match[0][0]):04X}", "sort": _(_SORT_WORDS[sort])}
    wording = _UNSAFE if fix is None else _SAFE
    return Fault(field, wording, values, start + match.start(), start + match.end(), fix)
