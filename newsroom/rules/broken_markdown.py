"""The rule `broken-markdown`."""

import re
import unicodedata
from collections.abc import Iterator

from newsroom.model.piece import BLANK, unblanked
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_NOT_BOLD = Wording(
    en=("this will not be set bold: {found}", "put the marks outside of the {marks}, or a space before and after"),
    zh=("这里排不成粗体：{found}", "把标点挪到 {marks} 外面，或者在 {marks} 外侧空一格"),
)
_UNCLOSED = Wording(
    en=("bold type begins and does not end: {found}", "type ** where it ends, or take these out"),
    zh=("粗体有头无尾：{found}", "在结束处补上 **，或删去这两个星号"),
)
_NO_BLANK = Wording(
    en=("this will not be set as a subhead: {found}", "a space behind the {marks}"),
    zh=("这一行排不成小标题：{found}", "在 {marks} 后面空一格"),
)
_FULL_WIDTH = Wording(
    en=("Markdown does not know this full-width mark: {found}", "type it half-width: {half}"),
    zh=("Markdown 不认全角的 {found}", "改用半角：{half}"),
)
_UNDERLINED = Wording(
    en=("the line {found} makes a heading of the paragraph above", "leave a blank line before it"),
    zh=("这一行 {found} 会把上面一段变成标题", "在它前面空一行"),
)
_INDENTED = Wording(
    en=("blanks at the beginning of a line make code of it", "take the blanks out"),
    zh=("行首的空格会把这一行变成代码", "删去空格；要空两格，用两个全角空格"),
)
_HTML = Wording(
    en=("an HTML tag stands in the copy: {found}", "take it out; Markdown has its own marks"),
    zh=("正文里有 HTML 标签：{found}", "删去标签，改用 Markdown"),
)
_SHOWN = 16
_LINES = ("\n#", "\n＃", "\n-", "\n=", "\n ", "＊＊")
_SUSPECT = r"\n(?:#{2}|＃| {0,3}(?:--|==))|＊＊"
_OPENING = frozenset("“‘「『（(《〈【〔[\"'—$¥￥#@+-")
_BOLD = r"(?<![*\\])\*\*(?!\*)"
_NO_HEADING = r"\n(#{2,6})(?=[^#\s\ufffc])"
_FULL_WIDTH_HEADING = r"\n(＃{2,6}|＃(?=[ \u3000]))(?=[^＃\n]*(?:\n|\Z))"
_FULL_WIDTH_BOLD = r"(?<![^\s，。：；！？、“（])＊＊[^＊\n]{1,100}＊＊"
_UNDERLINE = r"\n {0,3}(=+|-+)[ \t]*(?=\n|\Z)"
_INDENT = r" {4,}|(?: {0,3}\t)[ \t]*"
_ITEM = r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]"
_HEADING_LENGTH = 30  # a shorter line with a line below it may be meant for a heading
_TAG = (
    r"(?<!`)</?(?:p|br|hr|div|span|b|i|u|s|em|strong|font|center|sup|sub|small|big|h[1-6]|a|img|table|tr|td|th|tbody|thead|ul|ol"
    r"|li|blockquote|section|iframe|script|style|video|audio|strike|del|ins|o:p)(?:[ \t/][^<>\n]{0,500})?>"
)


class BrokenMarkdown(Rule):
    """## What it does
    Finds Markdown that will not be set as it was meant: `**` that makes nothing bold because of the marks beside it,
    or is not closed; `##` without a space; full-width ＃ and ＊＊; a line of `---` right below a paragraph, which makes
    a heading of it; four blanks before a paragraph, which make code of it; HTML tags.

    ## Why is this bad?
    The page shows stars and tags in the middle of the story, or a paragraph in the type of a headline. CommonMark 0.31:
    6.2 emphasis, 4.2 headings, 4.3 setext headings, 4.4 indented code.

    ## 查什么
    排出来和本意不一样的 Markdown：挨着标点和汉字、变不成粗体的 `**`，有头无尾的 `**`；`##` 后面没空格；
    全角的 `＃` 和 `＊＊`；紧挨在段落下面的 `---`（会把那一段变成标题）；段首四个半角空格（会变成代码）；HTML 标签。
    两个全角空格没有关系。

    ## 为什么
    星号和标签会原样印出来，正文会排成标题。见 CommonMark 0.31 的 6.2、4.2、4.3、4.4。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技员提醒**“抢墒播种”**的农户多看天气。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。

    ##泥地里抢时间

    农技人员分片包村。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种。
    ---
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技员提醒“**抢墒播种**”的农户多看天气。

    ### 泥地里抢时间

    “**今年雨水足**，地也肥。”种粮大户说。

    ---

    **农技员提醒：** 抢墒播种，3*4米一畦。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农户要做三件事：

    1. 清沟。

        清一条，验一条。

    2. 翻地。
    3. 下种。
    ```
    """

    severity = "warning"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each place that is not set as it was meant."""
        body = copy.body
        if "**" in body:
            yield from _emphasis(copy)
        lines = "\n" + body
        if any(sign in lines for sign in _LINES) and re.search(_SUSPECT, lines):
            yield from _headings("\n" + _without_code(copy, body))
        if "\t" in body or "    " in body:
            yield from _indented(_without_code(copy, body))
        if "<" in copy.article.body:
            for tag in re.finditer(_TAG, _without_code(copy, copy.article.body), re.IGNORECASE):
                yield Fault("body", _HTML, {"found": _shown(tag[0])}, tag.start(), tag.end())


def _without_code(copy: Copy, text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    parts, at = list[str](), 0
    for paragraph in copy.paragraphs:
        if paragraph.sort == "code":
            parts += text[at : paragraph.start], BLANK * len(paragraph.text)
            at = paragraph.start + len(paragraph.text)
    return "".join((*parts, text[at:]))


def _shown(text: str) -> str:
    text = unblanked(text)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _emphasis(copy: Copy) -> Iterator[Fault]:
    """Stars in pairs, as their author sees them, against what CommonMark makes of them."""
    for paragraph in copy.paragraphs:
        text, start = paragraph.text, paragraph.start
        stars = [match.start() for match in re.finditer(_BOLD, text)] if paragraph.sort != "code" else []
        set_bold = _set_bold(text, stars)
        if len(stars) % 2:
            lone = next((at for at in stars if at not in set_bold and not text[at - 1 : at].isalnum()), None)
            if lone is not None and _opens(text, lone):
                yield Fault("body", _UNCLOSED, {"found": _shown(text[lone:])}, start + lone, start + lone + 2)
            continue
        for opening, closing in zip(stars[::2], stars[1::2], strict=True):
            inner = text[opening + 2 : closing]
            if set_bold.get(opening) != closing and _is_meant(text, opening, inner):
                found = _shown(text[opening : closing + 2].replace("\n", " "))
                yield Fault("body", _NOT_BOLD, {"found": found, "marks": "**"}, start + opening, start + closing + 2)


def _set_bold(text: str, stars: list[int]) -> dict[int, int]:
    """The stars that CommonMark pairs, both ways."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at in stars:
        if waiting and _closes(text, at):
            opening = waiting.pop()
            pairs[opening], pairs[at] = at, opening
        elif _opens(text, at):
            waiting.append(at)
    return pairs


def _opens(text: str, at: int) -> bool:
    return _flanks(text[at + 2 : at + 3], text[at - 1 : at] if at else "")


def _closes(text: str, at: int) -> bool:
    return _flanks(text[at - 1 : at] if at else "", text[at + 2 : at + 3])


def _flanks(inside: str, outside: str) -> bool:
    if not inside.strip():
        return False
    return not _is_mark(inside) or not outside.strip() or _is_mark(outside)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _is_meant(text: str, opening: int, inner: str) -> bool:
    """Whether that was to be bold, and is no sum, no note, and no two names that are masked (张**、李**)."""
    if not inner.strip() or (inner[0].isspace() and text[opening - 1 : opening].isspace()):
        return False
    return not _is_mark(inner[0]) or inner[0] in _OPENING


def _headings(text: str) -> Iterator[Fault]:
    """`text` is the body behind a line end."""
    for match in re.finditer(_NO_HEADING, text):
        marks, start = match[1], match.start()
        found = _shown(text[start + 1 : start + 2 + _SHOWN * 2].split("\n")[0])
        yield Fault("body", _NO_BLANK, {"found": found, "marks": marks}, start, start + len(marks), f"{marks} ")
    for pattern in (_FULL_WIDTH_HEADING, _FULL_WIDTH_BOLD):
        for match in re.finditer(pattern, text):
            found = match[0].strip()
            values = {"found": found[0], "half": "#" if found[0] == "＃" else "*"}
            at = match.end() - len(found) - 1
            yield Fault("body", _FULL_WIDTH, values, at, at + len(found))
    for match in re.finditer(_UNDERLINE, text):
        above = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _is_paragraph(above):
            start = match.start(1) - 1
            fix = f"\n{match[1]}" if match[1].startswith("---") else None
            yield Fault("body", _UNDERLINED, {"found": _shown(match[1])}, start, start + len(match[1]), fix)


def _is_paragraph(line: str) -> bool:
    if re.match(rf"{_INDENT}|{_ITEM}| {{0,3}}[#>|]", line):
        return False
    text = line.strip()
    return len(text) > _HEADING_LENGTH or text.endswith(("。", "！", "？", "”", ".", "!", "?"))


def _indented(text: str) -> Iterator[Fault]:
    at, is_free, is_item = 0, True, False  # free: what is indented now is code, and belongs to no paragraph
    for line in text.split("\n"):
        blanks = re.match(_INDENT, line)
        if line.isspace() or not line:
            is_free = True
        elif re.match(_ITEM, line):
            is_free, is_item = False, True
        elif not blanks:
            is_free = is_item = False
        elif is_free and not is_item:
            is_long = len(line) > _HEADING_LENGTH + len(blanks[0])
            yield Fault("body", _INDENTED, {}, at, at + len(blanks[0]), "" if is_long else None)
        at += len(line) + 1
