"""The rule `placeholder`."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from newsroom.model.piece import BLANK
from newsroom.rules.rule import Copy, Fault, OptionValue, Rule, Wording

_LEFT = Wording(
    en=("a placeholder was left in the {field}: {found}", "type what belongs there"),
    zh=("{field}里留着占位的字：{found}", "换成该写的内容"),
)
_HAN = r"\u4e00-\u9fff"
_SHOWN = 20
_IN_BRACKETS = "待补充?|待补齐|待填写?|待核实?|待确认|待查|占位"
_ENGLISH_WORDS = (
    r"names?|first name|last name|full name|your name|date|time|place|town|city|title|headline|age|number|quote|phone"
    r"|insert[^\]\n]{0,30}|tk|tbd|xx+"
)
_BRACKETED = rf"[（(【\[〔](?:{_IN_BRACKETS})[）)】\]〕]"
_DAY = r"(?<![A-Za-z0-9×])[xX×]{1,4}月[xX×]{1,2}日"
# Roman numbers have a name before them (Super Bowl XXX, the XXX Olympiad).
_AFTER_A_NAME = r"(?P<name>(?<![A-Za-z])(?:[A-Z][a-z]{1,20}|the) )?"
# What a placeholder looks like, by characters without which it can not stand there. Numbers, plates and names of which
# a part is masked have a figure or a letter beside the mask.
_PATTERNS = {
    "TK": rf"(?<![A-Za-z0-9\-.@/{_HAN}])TK(?:TK)*(?![A-Za-z0-9\-{_HAN}]| [A-Z][a-z])",
    "XX": rf"{_AFTER_A_NAME}(?<![A-Za-z0-9.\-])XXX+(?![A-Za-z0-9\-])|(?<=\$)XX+(?![A-Za-z0-9])"
    rf"|(?:(?m:^)|(?<=[{_HAN}（“，、]))(?<!第)XX+(?=[{_HAN}）”，。])(?!X*(?:染色体|世纪))",
    "xx": rf"(?<![A-Za-z0-9.\-/_])xxx+(?![A-Za-z0-9\-])|(?<=[{_HAN}])(?<!第)xx(?![月日])(?=[{_HAN}])",
    "××": r"(?<![A-Za-z0-9 ×])××+(?![A-Za-z0-9 ×])",
    "月X": _DAY,
    "月x": _DAY,
    "月×": _DAY,
    "某某": rf"(?<![{_HAN}])某某某(?![{_HAN}])|(?:记者|通讯员|摄影)[ \u3000]{{0,2}}某某某?(?![{_HAN}])|\A某某某?\Z",
    "待补": _BRACKETED,
    "待填": _BRACKETED,
    "待核": _BRACKETED,
    "待确认": _BRACKETED,
    "待查": _BRACKETED,
    "占位": _BRACKETED,
    "【待定】": r"【待定】",
    "[待定]": r"\[待定\]",
    "orem ipsu": r"(?i:\blorem ipsum\b)",
    "TBD": r"(?<![A-Za-z0-9\-])TBD(?![A-Za-z0-9\-])",
    "???": r"(?<![^\s(\[（【$“])\?{3,}(?![^\s)\]）】%，。,.])",
    "？？？": r"(?<=[（【(\[])？{3,}(?=[）】)\]])",
    "【】": r"【[ \u3000]?】",
    "《》": r"《》",
    "（）": r"（）",
    "[": rf"(?i:\[(?:{_ENGLISH_WORDS})\](?![(:{BLANK}]))|\[(?:姓名|地点|时间|单位)\]",
}
_ANY_SIGN = "|".join(map(re.escape, _PATTERNS))
_MARKS = frozenset("TXx×某待[【")


class Placeholder(Rule):
    """## What it does
    Finds what stands for something that was to be filled in: TK, XXX, ×××, TBD, ???, [name], 某某 for a reporter,
    （待补）, an empty 【】 or 《》, lorem ipsum. Roman numbers, masked telephone numbers and 张某
    of the courts are none.

    `words`: further ones that this paper uses, each as it stands in the copy.

    ## Why is this bad?
    It gets printed.

    ## 查什么
    留着等人填的字：`TK`、`XXX`、`×××`、`TBD`、`???`、`[name]`、`记者 某某`、（待补）、空的【】和《》、`lorem ipsum`。
    罗马数字、遮掉几位的号码、法治报道里的张某、李某某不算。

    `words`：本报自己惯用的占位字，照稿件里的写法列出。

    ## 为什么
    没人填，就会照样印出来。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市已播XX万亩，比去年多XXX万亩。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技站站长（待补）说，今年雨水足。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    ×××镇已经播完。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    张某和李某某在网上叫卖假种子，留的电话是138××××1234，已被警方拘留。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    下一场开播时间待定，农技站另行通知。
    ```
    """

    severity = "warning"
    group = "copy"
    warns_in_draft = True
    options: ClassVar[Mapping[str, OptionValue]] = {"words": ()}

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each placeholder."""
        article, printed = copy.article, copy.printed
        own = {word: re.escape(word) for word in self.words(copy, "words") if word}
        some = _PATTERNS if re.search(_ANY_SIGN, printed) else {}
        said = {sign: pattern for sign, pattern in some.items() if sign in printed} | own
        for piece in copy.pieces if said else ():
            yield from _faults(piece.field, piece.text, said)
        around = "".join([article.credit_line, article.dateline, *(credit.name for credit in article.byline)])
        if not own and _MARKS.isdisjoint(around):
            return
        names = {f"byline[{at}].name": credit.name for at, credit in enumerate(article.byline)}
        for field, text in {"credit_line": article.credit_line, "dateline": article.dateline, **names}.items():
            if own or not _MARKS.isdisjoint(text):
                yield from _faults(field, text, _PATTERNS | own)


def _faults(field: str, text: str, patterns: Mapping[str, str]) -> Iterator[Fault]:
    for pattern in dict.fromkeys(pattern for sign, pattern in patterns.items() if sign in text):
        for match in re.finditer(pattern, text):
            if not match.groupdict().get("name"):
                yield Fault(field, _LEFT, {"found": match[0][:_SHOWN]}, match.start(), match.end())
