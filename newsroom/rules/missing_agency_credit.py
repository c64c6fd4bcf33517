"""The rule `missing-agency-credit`."""

from collections.abc import Iterator

from newsroom.model.article import OWN_SOURCE
from newsroom.rules._agencies import agencies_in, are_the_same, is_agency
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OURS = Wording(
    en=("the copy is from {agency}, its source says that it is our own", "add a line: source: {agency}"),
    zh=("稿件来自{agency}，来源却是本报", "补一行 source: {agency}"),
)
_OTHERS = Wording(
    en=("the copy is from {agency}, its source says {source}", "find out whose it is, and correct the other"),
    zh=("稿件里写的是{agency}，来源却是{source}", "核对出处，改正错的一处"),
)


class MissingAgencyCredit(Rule):
    """## What it does
    Finds copy that shows by its dateline (`新华社北京11月16日电`, `LONDON (AP) —`), by its author (`新华社记者 姓名`)
    or at its end (`（据新华社）`, `(Reuters)`) that an agency or another paper wrote it, where the article's `source`
    does not say so. An agency that is only mentioned in a sentence does not count, nor does a reporter of one whom the
    byline names in that role.

    ## Why is this bad?
    Agency copy that runs as our own is a breach of its licence, and counts as a story of the paper's.

    ## 查什么
    正文开头的电头（`新华社北京11月16日电`）、作者（`新华社记者 姓名`）或末尾（`（据新华社）`）表明是通讯社或别家报纸的
    稿件，`source` 有没有写明。句子里提到新华社的不算，署名里已写明是新华社记者的也不算。

    ## 为什么
    用了通讯社的稿件不标来源，当成了本报自采，是侵权，稿件统计也会算错。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
    ---
    新华社北京11月16日电（记者 张三）全国秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
    ---
    全国秋播进入尾声。（据新华社）
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    source: 中新社
    ---
    新华社北京11月16日电 全国秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    source: 新华社
    ---
    新华社北京11月16日电 全国秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 记者, name: 张三}
    ---
    新华社当天的报道也提到了沙湾村。全市秋播进入尾声。（据统计）
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 新华社记者, name: 张三}
    ---
    新华社记者 张三

    全国秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("body", "credit_line")

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for the first agency that the copy is from."""
        article, source = copy.article, copy.article.source
        line = "" if article.credit_line.startswith("本报") else article.credit_line
        for field, text in (("body", article.body), ("credit_line", line)):
            for agency, stretch in agencies_in(text) if text else ():
                is_said = agency == copy.paper.name or are_the_same(agency, source)
                if is_said or any(credit.role.startswith(agency) for credit in article.byline):
                    continue
                span = stretch.start, stretch.start + len(stretch.text)
                if source == OWN_SOURCE:
                    yield Fault(field, _OURS, {"agency": agency}, *span)
                    return
                if is_agency(source) and is_agency(agency):
                    yield Fault(field, _OTHERS, {"agency": agency, "source": source}, *span)
                    return
