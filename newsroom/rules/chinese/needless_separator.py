"""The rule `needless-separator`."""

import re
from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_NEEDLESS = Wording(
    en=("a needless 、 between “{found}”", "leave it out; it is needed only where something else stands between"),
    zh=("“{found}”之间不用顿号", "删去顿号；中间插有别的成分时才用"),
)
_BETWEEN = r"》、(?=《)|”、(?=“)"
_SENTENCE = r"[^。！？；\n]+"
_INSERTED = r"[》”][（(]|[）)]、[《“]"


class NeedlessSeparator(Rule):
    """## What it does
    Finds a 、 between two titles or two quotations that follow each other: 》、《 and ”、“. Where one of them in the
    same sentence is followed by something in brackets, the 、 is needed and nothing is said.

    ## Why is this bad?
    GB/T 15834-2011 4.5.3.5: between adjacent quotation marks, and between adjacent title marks, 、 is usually not
    used. The marks part them already.

    ## 查什么
    相邻的书名号之间、相邻的引号之间有没有多用顿号。同一句里书名号或引号后插有括注的，应当用顿号，不报。

    ## 为什么
    GB/T 15834-2011 4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。

    ## Fails
    ```
    ---
    headline: 村里办起读书会
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    书架上摆着《红楼梦》、《三国演义》、《水浒传》。
    ```
    ```
    ---
    headline: 社区评出先进
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    社区评出了“好邻居”、“好儿媳”。
    ```

    ## Passes
    ```
    ---
    headline: 村里办起读书会
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    书架上摆着《红楼梦》《三国演义》《水浒传》。
    ```
    ```
    ---
    headline: 村里办起读书会
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    书架上摆着《红楼梦》（曹雪芹）、《三国演义》（罗贯中）、《水浒传》（施耐庵）。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("》”")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """A fault for each 、 between two titles or two quotations."""
        for piece in copy.pieces:
            text = piece.text
            if "》、《" not in text and "”、“" not in text:
                continue
            for sentence in re.finditer(_SENTENCE, text):
                if re.search(_INSERTED, sentence[0]):
                    continue
                for match in re.finditer(_BETWEEN, sentence[0]):
                    at = sentence.start() + match.start() + 1
                    yield Fault(piece.field, _NEEDLESS, {"found": f"{match[0]}{text[at + 1]}"}, at, at + 1, "")
