"""The rule `altered-wording`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_ALTERED = Wording(
    en=("“{found}” is nearly “{right}”, which stands word for word", "write “{right}”"),
    zh=("“{found}”与规定的提法“{right}”有出入", "一字不差地写作“{right}”"),
)
_ALTERED_SINCE = Wording(
    en=("“{found}” is nearly “{right}”, which stands word for word", "write “{right}”: {why}"),
    zh=("“{found}”与规定的提法“{right}”有出入", "一字不差地写作“{right}”：{why}"),
)


class AlteredWording(Rule):
    """## What it does
    Finds a wording that the paper's register (`register.yaml`) has to `keep` word for word, where it stands with a
    character changed, lost or added; of a wording of ten characters or more, with two. What differs in marks alone is
    let pass, and so is every form that the register itself names.

    ## Why is this bad?
    Some wordings are fixed: by law, by a resolution, by contract. One character otherwise is another statement.

    ## 查什么
    本报规范用语（`register.yaml`）里用 `keep` 规定一字不差的提法，有没有写错、写漏或写多一个字；十个字以上的，两个字。
    只是标点不同的不算，规范用语里另外列出的写法也不算。

    ## 为什么
    政治提法、法律名称、决议用语是固定的，错一个字就是另一种说法，属于严重差错。

    ## Fails
    ```
    ==> register.yaml <==
    terms:
      - {keep: 铸牢中华民族共同体意识, why: 固定提法}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    学校以筑牢中华民族共同体意识为主线开展教育。
    ```
    ```
    ==> register.yaml <==
    terms:
      - {keep: 铸牢中华民族共同体意识}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    学校以铸牢中华民族的共同体意识为主线开展教育。
    ```

    ## Passes
    ```
    ==> register.yaml <==
    terms:
      - {keep: 铸牢中华民族共同体意识}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    学校以铸牢中华民族共同体意识为主线开展教育，增强中华民族共同体意识。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "register"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each altered wording."""
        register = copy.paper.register
        day = copy.issue.date
        if not register.has_kept_wordings or not any(register.altered_in(copy.printed, copy.bigrams, day)):
            return
        for piece in copy.pieces:
            for match in register.altered_in(piece.text, copy.bigrams, day):
                term, found = match.term, piece.text[match.start : match.end]
                wording = _ALTERED_SINCE if term.why else _ALTERED
                values = {"found": found, "right": match.right, "why": term.why}
                yield Fault(piece.field, wording, values, match.start, match.end, match.right if term.fix else None)
