"""The rule `unfinished-paragraph`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Paragraph, unblanked
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNFINISHED = Wording(
    en=("a paragraph stops in the middle of a sentence: {found}", "finish the sentence, or join what follows to it"),
    zh=("这一段话没有说完：{found}", "把这句话补全；被断成两段的，接到一起"),
)
_NOT_ENDED = Wording(
    en=("a paragraph ends without a mark: {found}", "end it with a full stop, or finish the sentence"),
    zh=("段末没有标点：{found}", "补上句号；话没说完的，补全"),
)
_GOING_ON = (
    "，,、-%％‰℃"  # what is neither this nor a letter or figure may end a paragraph; a colon leads to what follows
)
_CLOSING = "”’\"'」』）)》〉】〕]*_ \t\u3000"
_BRACKETED = r"[（(【\[〔][^（）()【】\[\]〔〕\n]{1,40}[）)】\]〕][ \t\u3000]*\Z"
_SENTENCE_END = r"[。！？]|[.!?…][”’\"')]?\s"
_ROLES = (
    r"(?:摄|供图|供稿|报道|整理|文/图|图/文|文／图|图／文|文|图|翻译|编译|执笔|撰文|制图|漫画|统筹|策划|采写|主持人?|编辑|责编)"
    r"[ \t\u3000]*\Z|(?:记者|通讯员|评论员|特约|作者|编辑|责编|校对|电话|邮箱|地址|邮编)[^。！？，,\n]{0,40}\Z"
)
_SIGNED = r"\s*(?:(?:—|-|[Bb]y\s)[—-]*[ \u3000]{0,8}\S[^。！？\n]{0,30}|[\u3000 \n]{1,8}\S[^。！？\n]{0,12})\Z"
_LABEL = r"[^\s，。、；：:]{1,12}[：:]"
_CHINESE = r"[\u4e00-\u9fff]"
_ENDED = tuple("。！？…!?.：:；;")
_TAIL = 60
_SHOWN = 12
_CHINESE_LENGTH = 40  # a shorter one without a full stop in it may be a subhead, a caption, an address
_LATIN_WORD = r"\b[a-z]{2,}"
_LATIN_WORDS = 8
_SPACES = 2  # with more of them it may be a list of names
_LATIN_LENGTH, _LATIN_LENGTH_WITH_A_STOP = 120, 60


class UnfinishedParagraph(Rule):
    """## What it does
    Finds a paragraph of the body that stops in the middle of a sentence, or has no mark at its end. Subheads, lists,
    verse, tables, quotations set off with >, signatures, dates and lines that end with a colon are not asked for one.

    ## Why is this bad?
    Most often the rest was lost where copy was pasted from a page or cut to fit; the reader loses it, too.

    ## 查什么
    正文里一句话没说完就断了、段末没有标点的段落。小标题、列表、诗行、表格、落款、署名、日期和以冒号收尾的段落不算。

    ## 为什么
    多半是从版面上拷文字、删稿时丢了后半句，或者一段话被断成了两段。读者也就读不到了。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。农技人员分片包村，指导农户抢墒播种，好于往年同

    石桥镇已经播完。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    石桥镇已经播完。镇里按田块派单，
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

    抢农时，抓队伍

    农技人员分片包村，指导农户抢墒播种。“心里有底。”（通讯员 姓名）
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    播种的先后如下：

    - 石桥镇
    - 北山镇

    市农业农村局

    2022年10月12日
    ```
    """

    severity = "error"
    group = "copy"
    warns_in_draft = True

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each paragraph that has no end."""
        lines = copy.body.split("\n")
        if not any(line and not line.endswith(_ENDED) for line in lines if line[:1] != "#"):
            return
        for paragraph in copy.paragraphs:
            if paragraph.sort == "text" and (stop := _stop(paragraph)):
                wording = _UNFINISHED if _is_cut(paragraph.text[:stop]) else _NOT_ENDED
                start = max(0, stop - _SHOWN)
                words = ("…" if start else "") + unblanked(paragraph.text[start:stop].replace("\n", " "))
                at = paragraph.start + stop
                yield Fault("body", wording, {"found": words}, at - 1, at)


def _stop(paragraph: Paragraph) -> int:
    """Where a paragraph stops that has no end; 0 where it has one, or is not asked for one."""
    text = paragraph.text.rstrip()
    bare = text.rstrip(_CLOSING)
    if not bare or not (bare[-1].isalnum() or bare[-1] in _GOING_ON):
        return 0
    tail = text[-_TAIL:]
    bracketed = re.search(_BRACKETED, tail)
    if bracketed and text[: len(text) - len(bracketed[0])].rstrip(_CLOSING).endswith(_ENDED):
        return 0  # （记者 姓名）, (More on page 3)
    ends = [match.end() for match in re.finditer(_SENTENCE_END, tail)]
    if re.search(_ROLES, tail) or (ends and re.match(_SIGNED, tail[ends[-1] :].lstrip(_CLOSING.strip()))):
        return 0
    return len(text) if _is_prose(text) else 0


def _is_prose(text: str) -> bool:
    """Whether it is sentences, and no line of another sort that needs no mark at its end."""
    has_stop = bool(re.search(_SENTENCE_END, text))
    if not re.search(_CHINESE, text):
        is_long = len(text) >= (_LATIN_LENGTH_WITH_A_STOP if has_stop else _LATIN_LENGTH)
        return is_long and len(re.findall(_LATIN_WORD, text)) >= _LATIN_WORDS
    if has_stop:
        return "。" in text or len(text) >= _CHINESE_LENGTH
    is_listed = re.match(_LABEL, text) or text.count(" ") + text.count("\u3000") > _SPACES
    return len(text) >= _CHINESE_LENGTH and ("，" in text or "," in text) and not is_listed


def _is_cut(text: str) -> bool:
    return text[-1] not in "”’\"'」』）)】〕]"
