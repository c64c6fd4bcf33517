"""The rule `unbalanced-quotes`."""

import re
from collections.abc import Iterator, Sequence

from newsroom.model.piece import Paragraph
from newsroom.rules._pairs import Lone, lone, texts_of, words_from, words_to
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNCLOSED = Wording(
    en=("a quotation is opened and not closed: {found}", "type {closing} where the quotation ends"),
    zh=("引号没有收尾：{found}", "在引文结束处补上 {closing}"),
)
_UNOPENED = Wording(
    en=("a quotation is closed that was not opened: {found}", "type {opening} where it begins, or take this mark out"),
    zh=("引号有后无前：{found}", "在引文开头补上 {opening}，或删去这个"),
)
_TURNED = Wording(
    en=("the quotation marks stand the wrong way round: {found}", "{opening} before it, {closing} after it"),
    zh=("前后引号用反了：{found}", "前面用 {opening}，后面用 {closing}"),
)
_ODD = Wording(
    en=("a straight quotation mark has no fellow: {found}", "type its fellow, or take it out"),
    zh=("直引号不成对：{found}", "补上另一半，或删去这个"),
)
_PAIRS = ("“”", "「」", "『』")
_INCHES = r"(?<=[\d½¼¾])[”\"]"
_STRAIGHT = '"'
_LONGEST = 24  # words that are shown whole, in characters
# An apostrophe may stand wherever ’ does; beside Chinese it is none, and ‘ is one before these.
_SINGLE = (
    r"(?P<open>‘(?!\d\ds|(?i:em|til|tis|twas|cause|cos|bout|round|n)\b))"
    r"|(?<=[\u4e00-\u9fff\u3001-\u303f\uff01-\uff5e…])’(?![A-Za-z\d])|(?P<maybe>(?<![A-Za-z])’|’(?![A-Za-z]))"
)

_BESIDE_CHINESE = r"’(?<=[\u3001-\u9fff\uff01-\uff5e]’)"


class UnbalancedQuotes(Rule):
    """## What it does
    Finds a quotation mark without its fellow in the same paragraph, or the wrong way round: “ ” ‘ ’ 「 」 『 』 and the
    straight ". A quotation of several paragraphs opens in each of them and closes in the last one. Apostrophes, feet
    and inches are none.

    ## Why is this bad?
    A reader does not know where somebody's words end and the paper's begin. GB/T 15834-2011 4.8; AP: quotation marks.

    ## 查什么
    同一段里有前无后、有后无前、前后用反的引号：“”、‘’、「」、『』和直引号。
    一段话分几段引，每段开头用前引号，最后一段才收，是对的。

    ## 为什么
    读者分不清哪一句是人家说的，哪一句是本报写的。见 GB/T 15834-2011 4.8。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    “今年雨水足，地也肥。种粮大户站在地头说。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    各村把”抢墒“两个字写在黑板上。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    种粮大户在信里写道：

    “今年雨水足，地也肥，大家常说‘人勤地不懒’，心里有底。

    “明年还种这么多。”
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    各村把“抢墒”两个字写在黑板上。
    ```
    """

    severity = "warning"
    group = "copy"
    marks = frozenset('“”‘’「」『』"')

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each paragraph and sort of quotation mark."""
        seen: set[tuple[str, int]] = set()
        for pair in _PAIRS:
            for field, paragraphs in texts_of(copy, pair[0], pair[1]):
                for fault in _faults(field, paragraphs, pair, rf"(?P<open>{pair[0]})|{pair[1]}"):
                    seen.add((field, fault.start or 0))
                    yield fault
        if "‘" in copy.printed or ("’" in copy.printed and re.search(_BESIDE_CHINESE, copy.printed)):
            for field, paragraphs in texts_of(copy, "‘", "’"):
                yield from _faults(field, paragraphs, "‘’", _SINGLE)
        if _STRAIGHT in copy.printed:
            yield from _odd(copy, seen)


def _faults(field: str, paragraphs: Sequence[Paragraph], pair: str, tokens: str) -> Iterator[Fault]:
    faults: list[Fault] = []
    following = ""  # how the paragraph behind it begins, which may carry a quotation on
    for paragraph in reversed(paragraphs):
        text = paragraph.text
        found = lone(text, tokens)
        if found != Lone() and re.search(_INCHES, text):
            found = Lone() if lone(re.sub(_INCHES, " ", text), tokens) == Lone() else found
        if found.opening is not None and following == pair[0]:
            found = Lone(closing=found.closing)
        faults += reversed(list(_said(field, paragraph, pair, found)))
        if paragraph.sort != "subhead":
            following = text.lstrip()[:1]
    return reversed(faults)


def _said(field: str, paragraph: Paragraph, pair: str, found: Lone) -> Iterator[Fault]:
    text, start = paragraph.text, paragraph.start
    marks = {"opening": pair[0], "closing": pair[1]}
    if found.is_turned and found.closing is not None and found.opening is not None:
        words = text[found.closing : found.opening + 1]
        words = words if len(words) <= _LONGEST and "\n" not in words else words_from(text, found.closing)
        yield Fault(field, _TURNED, {"found": words, **marks}, start + found.closing, start + found.opening + 1)
        return
    if found.closing is not None:
        at = start + found.closing
        yield Fault(field, _UNOPENED, {"found": words_to(text, found.closing), **marks}, at, at + 1)
    if found.opening is not None:
        at = start + found.opening
        yield Fault(field, _UNCLOSED, {"found": words_from(text, found.opening), **marks}, at, at + 1)


def _odd(copy: Copy, seen: set[tuple[str, int]]) -> Iterator[Fault]:
    for piece in copy.pieces:
        if _STRAIGHT not in piece.text:
            continue
        paragraphs = copy.paragraphs if piece.field == "body" else [Paragraph(piece.text, 0, "text")]
        found: list[Fault] = []
        following = ""
        for paragraph in reversed(paragraphs):
            text, start = paragraph.text, paragraph.start
            is_carried_on = following == text.lstrip()[:1] == _STRAIGHT
            following = text.lstrip()[:1]
            if text.count(_STRAIGHT) % 2 == 0 or is_carried_on or paragraph.sort in ("code", "table"):
                continue
            if re.search(_INCHES, text) or any((piece.field, start + at) in seen for at in _curly(text)):
                continue
            at = text.rfind(_STRAIGHT)
            words = words_to(text, at) if text[at + 1 :].strip() == "" else words_from(text, at)
            found.append(Fault(piece.field, _ODD, {"found": words}, start + at, start + at + 1))
        yield from reversed(found)


def _curly(text: str) -> Iterator[int]:
    return (match.start() for match in re.finditer("[“”「」『』]", text))
