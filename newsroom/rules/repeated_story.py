"""The rule `repeated-story`."""

from collections.abc import Iterator
from itertools import chain, islice

from newsroom.model.digest import Digest
from newsroom.rules.rule import Fault, IssueCopy, Rule, Wording

_REPEATED = Wording(
    en=("{percent}% of the copy stands in {other}, too", "keep one: newsroom article remove {id}"),
    zh=("正文有 {percent}% 和 {other} 相同", "只留一篇：newsroom article remove {id}"),
)

_FEWEST = 3  # pairs of sentences: two stories on the same event share one quotation
_ENOUGH = 60  # percent of the shorter of the two
_COMPARED = 8  # stories with one: a thousand that share their sentences must not be compared with each other
_DAY = len("2022-10-12")
_RUNS_AGAIN = ("notice",)  # kinds that papers print for several days


class RepeatedStory(Rule):
    """## What it does
    Finds a story that stands twice in an issue, or that a recent issue has printed: three fifths of the sentences of
    the shorter one, three at least. Notices may run again on another day, and a second edition of a day may print what
    the first one did.

    ## Why is this bad?
    Two desks have taken in the same copy, often under two headlines. Readers take it for carelessness, and it takes the
    room of another story.

    ## 查什么
    同一期里登了两次，或者最近几期已经登过的稿件：较短的一篇有六成句子和另一篇相同，至少三句。公告隔天再登不算，
    同一天的另一版转登也不算。

    ## 为什么
    两个编辑收了同一篇来稿，标题还不一样，就会登重。读者看了只觉得粗心，也白占了别的稿件的版面。

    ## Fails
    ```
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。明年夏粮丰收打下基础。
    ==> articles/two.md <==
    ---
    headline: 秋播进入尾声
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。
    ```
    ```
    ==> ../2022-10-11/articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。明年夏粮丰收打下基础。
    ==> articles/two.md <==
    ---
    headline: 秋播进入尾声
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。
    ```

    ## Passes
    ```
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。明年夏粮丰收打下基础。
    ==> articles/two.md <==
    ---
    headline: 农技员住进村里
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技员住在村里指导。种粮大户随时能问。合作社买了新的播种机。全市秋播进入尾声。
    ```
    ```
    ==> ../2022-10-11/articles/one.md <==
    ---
    kind: notice
    ---
    明日零时起停水。请市民提前储水。恢复供水的时间另行通知。给您带来不便请谅解。
    ==> articles/two.md <==
    ---
    kind: notice
    ---
    明日零时起停水。请市民提前储水。恢复供水的时间另行通知。给您带来不便请谅解。
    ```
    """

    severity = "warning"
    group = "issue"

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each story that another one, before it, tells word for word."""
        told = _Told()
        asked = frozenset(chain.from_iterable(digest.sentences for digest in copy.articles))
        for digest in reversed(copy.recent):
            if asked.isdisjoint(digest.sentences):
                continue
            is_of_today = digest.issue[:_DAY] == copy.issue.id[:_DAY]
            if digest.status != "killed" and digest.kind not in _RUNS_AGAIN and not is_of_today:
                told.add(digest)
        for digest in copy.articles:
            other, percent = told.nearest(digest)
            if other is None:
                told.add(digest)
            else:
                values = {"percent": percent, "other": other.path, "id": f"{digest.issue}/{digest.id}"}
                yield Fault("body", _REPEATED, values, 0, 1, path=digest.path)


class _Told:
    """Stories by their sentences. What repeats one of them is not added, and of each sentence the last one is known."""

    def __init__(self) -> None:
        self._by_sentence: dict[int, Digest] = {}

    def add(self, story: Digest) -> None:
        self._by_sentence.update(dict.fromkeys(story.sentences, story))

    def nearest(self, story: Digest) -> tuple[Digest | None, int]:
        """The story that shares enough with this one, and how many percent of the shorter one that is."""
        shared = self._by_sentence.keys() & story.sentences
        if len(shared) < _FEWEST:
            return None, 0
        tellers = {other.path: other for other in map(self._by_sentence.__getitem__, shared)}
        sentences = set(story.sentences)
        for other in islice(tellers.values(), _COMPARED):
            others = set(other.sentences)
            count, shorter = len(sentences & others), min(len(sentences), len(others))
            if count >= _FEWEST and count * 100 >= _ENOUGH * shorter:
                return other, count * 100 // shorter
        return None, 0
