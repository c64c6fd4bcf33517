"""The rule `unknown-status`."""

from collections.abc import Iterator

from newsroom.locale import listed
from newsroom.model.article import STATUSES
from newsroom.model.near import nearest_to
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNKNOWN = Wording(
    en=("there is no status {status}", "one of: {statuses}"),
    zh=("没有“{status}”这种状态", "可选：{statuses}"),
)
_NEAR = Wording(
    en=("there is no status {status}", "write: {near}"),
    zh=("没有“{status}”这种状态", "应写：{near}"),
)
_CALLED = {
    "草稿": "draft", "交稿": "submitted", "已交": "submitted", "签发": "approved", "已签发": "approved",
    "付印": "published", "见报": "published", "撤稿": "killed", "已撤": "killed",
}  # fmt: skip


class UnknownStatus(Rule):
    """## What it does
    Finds articles whose status is none of draft, submitted, approved, published and killed.

    ## Why is this bad?
    Copy that somebody meant to kill (`status: kiled`) is printed, and no desk finds the story under its status.

    ## 查什么
    状态是不是 `draft` 草稿、`submitted` 已交、`approved` 已签发、`published` 已付印、`killed` 已撤之一。

    ## 为什么
    想撤的稿子状态写错（`status: kiled`），照样见报；按状态找稿也找不到它。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    status: kiled
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    status: 已交
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    status: submitted
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    status:
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where the status is not known."""
        status = copy.article.status
        if status not in STATUSES:
            near = _CALLED.get(status) or nearest_to(status, STATUSES)
            values = {"status": status, "near": near, "statuses": listed(STATUSES)}
            yield Fault("status", _NEAR if near else _UNKNOWN, values)
