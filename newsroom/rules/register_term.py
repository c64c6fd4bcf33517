"""The rule `register-term`."""

from collections.abc import Iterator

from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WRONG = Wording(
    en=("“{found}” is wrong by the paper's register", "write “{right}”"),
    zh=("“{found}”与本报规范用语不符", "应写作“{right}”"),
)
_WRONG_SINCE = Wording(
    en=("“{found}” is wrong by the paper's register", "write “{right}”: {why}"),
    zh=("“{found}”与本报规范用语不符", "应写作“{right}”：{why}"),
)
_UNWANTED = Wording(
    en=("“{found}” is not used, by the paper's register", "say it otherwise"),
    zh=("本报不用“{found}”", "换一种说法"),
)
_UNWANTED_SINCE = Wording(
    en=("“{found}” is not used, by the paper's register", "say it otherwise: {why}"),
    zh=("本报不用“{found}”", "换一种说法：{why}"),
)


class RegisterTerm(Rule):
    """## What it does
    Finds names, titles, offices, places and terms that the paper's own register (`register.yaml`) says are wrong. An
    entry names one or several wrong forms, the right one, why, and if need be the days `from` and `until` which it
    holds, by the date of the issue. A form of Latin letters counts as a whole word. Within a right form nothing is
    wrong.

    ## Why is this bad?
    A wrong title of an official, a misspelt name, an office that has been renamed: the paper has agreed on how these
    are written, and its readers notice first where it forgets.

    ## 查什么
    本报规范用语（`register.yaml`）里列为错误的人名、职务、机构、地名和提法。每条写明错误写法（可以有几种）、正确写法和
    理由，需要时写明起止日期 `from`、`until`，按这一期的日期判断。写在正确写法之中的不算错。

    ## 为什么
    领导职务写错、人名写错、机构改名后仍用旧称，都是不该发生的差错。写法本报已有统一规定，不靠记性。

    ## Fails
    ```
    ==> register.yaml <==
    terms:
      - {wrong: 常委副区长, right: 区委常委、副区长, kind: title, from: 2022-01-01, why: 职务全称}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    常委副区长到田头查看播种进度。
    ```
    ```
    ==> register.yaml <==
    terms:
      - {wrong: [高研, 高妍], right: 高岩, kind: name}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 高岩}
    credit_line: 本报讯（通讯员 高研）
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> register.yaml <==
    terms:
      - {wrong: 副区长, right: 区委常委、副区长, kind: title}
      - {wrong: 农业局, right: 农业农村局, kind: office, until: 2021-12-31}
    ==> articles/sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    区委常委、副区长到田头查看播种进度，农业局派员随行。
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

    group = "register"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each wrong form in a text that is printed, or in the credit line."""
        register = copy.paper.register
        day = copy.issue.date
        if not register.has_wrong_forms or not register.wrong_in(copy.printed, copy.bigrams, day):
            return
        texts = [(piece.field, piece.text) for piece in copy.pieces] + [("credit_line", copy.article.credit_line)]
        for field, text in texts:
            for match in register.wrong_in(text, copy.bigrams, day):
                term, found = match.term, text[match.start : match.end]
                if match.right:
                    wording, values = _WRONG_SINCE if term.why else _WRONG, {"right": match.right}
                else:
                    wording, values = _UNWANTED_SINCE if term.why else _UNWANTED, {}
                values |= {"found": found, "why": term.why}
                yield Fault(field, wording, values, match.start, match.end, match.right if term.fix else None)
