"""The rule `unbalanced-brackets`."""

from collections.abc import Iterator

from newsroom.model.pattern import pattern
from newsroom.rules._pairs import lone, texts_of, words_from, words_to
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNCLOSED = Wording(
    en=("a bracket is opened and not closed: {found}", "type {mark} where it ends"),
    zh=("括号没有收尾：{found}", "在该收的地方补上 {mark}"),
)
_UNOPENED = Wording(
    en=("a bracket is closed that was not opened: {found}", "type {mark} where it begins, or take this one out"),
    zh=("括号有后无前：{found}", "在开头补上 {mark}，或删去这个"),
)
_PAIRS = (("（(", "）)"), ("《", "》"), ("〈", "〉"), ("【", "】"), ("〔", "〕"), ("[", "]"))
_ANY = pattern(r"[（(）)《》〈〉【】〔〕\[\]]")
# A number of a list and a smiley close nothing that was not opened.
_ROUND = (
    r"(?P<open>(?<![:;])(?<![:;]-)[（(]|[（(](?!\s|$))"
    r"|(?P<maybe>(?:(?<![^\s;；,，、。：:])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})|[:;=]-?)[）)])"
    r"|(?<![:;])[）)]|(?<=[:;])[）](?!\s|$)"
)


class UnbalancedBrackets(Rule):
    """## What it does
    Finds a bracket without its fellow in the same paragraph: （ ( 《 〈 【 〔 [ and what closes them. A full-width one
    may close a half-width one. Numbers of a list, `1)` or `a)`, need no fellow.

    ## Why is this bad?
    A reader does not know where the aside ends, or the title of the book. GB/T 15834-2011 4.9 and 4.15 have these marks
    in pairs.

    ## 查什么
    同一段里有前无后、有后无前的括号和书名号。全角配半角不算，`1)`、`a)` 这样的序号不算。

    ## 为什么
    读者看不出括注、书名到哪里为止。GB/T 15834-2011 4.9、4.15：括号、书名号成对使用。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    市里印发《秋播工作方案，要求抢墒下种。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技站（设在镇政府院内，全天开门。收种的在东门），早来早办。

    东门）排队，西门取种。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    市里印发《秋播工作方案（试行）》，要求抢墒下种（低洼地除外）。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农户要做三件事：一）清沟；二）翻地；三）下种。
    ```
    """

    severity = "warning"
    group = "copy"
    marks = frozenset("（(）)《》〈〉【】〔〕[]")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each paragraph and sort of bracket."""
        there = frozenset(_ANY.findall(copy.joined))
        for opening, closing in _PAIRS:
            if there.isdisjoint(opening + closing):
                continue
            tokens = _ROUND if "(" in opening else rf"(?P<open>\{opening})|\{closing}"
            for field, paragraphs in texts_of(copy, opening, closing):
                unclosed: Fault | None = None  # opened where its paragraph begins: it may close where a later one ends
                for paragraph in paragraphs:
                    text, start = paragraph.text, paragraph.start
                    found = lone(text, tokens)
                    if found.closing is not None:
                        if unclosed and not text[found.closing + 1 :].strip():
                            unclosed = None
                            continue
                        values = {"found": words_to(text, found.closing), "mark": opening[0]}
                        at = start + found.closing
                        yield Fault(field, _UNOPENED, values, at, at + 1)
                    if found.opening is not None:
                        values = {"found": words_from(text, found.opening), "mark": closing[0]}
                        at = start + found.opening
                        fault = Fault(field, _UNCLOSED, values, at, at + 1)
                        if text[: found.opening].strip():
                            yield fault
                        elif unclosed:
                            yield unclosed
                            unclosed = fault
                        else:
                            unclosed = fault
                if unclosed:
                    yield unclosed
