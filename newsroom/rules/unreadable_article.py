"""The rule `unreadable-article`."""

from collections.abc import Iterator

from newsroom.model.article import Unreadable
from newsroom.rules.rule import Fault, Rule, Wording

_ARTICLE = Wording(
    en=("the article can not be read: {cause}", "{help}"),
    zh=("稿件读不出来：{cause}", "{help}"),
)


class UnreadableArticle(Rule):
    """## What it does
    Finds files that can not be read as articles: front matter that is missing, not closed or not what it should be, a
    file that is not UTF-8 text, a link or a device. Aliases, anchors, merge keys, tags and duplicate keys are refused
    too, since programs do not agree on what they mean.

    ## Why is this bad?
    Nothing else can be checked in such a file, and it would be missing from the paper without a word.

    ## 查什么
    读不出来的稿件：文件头缺失、没有结束、格式不对；不是 UTF-8 文本；是链接或设备。别名、锚点、合并键、标签
    和重复的字段也不收，因为各种程序对它们的理解不一样。

    ## 为什么
    这样的文件别的都没法查，它还会不声不响地从报纸上消失。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section:	社会
        page: 3
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: "冬小麦播种过九成
    section: 社会
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline：冬小麦播种过九成
    section: 社会
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦“播种”过九成
    section: 社会
    byline: 通讯员 姓名
    ---
    全市秋播进入尾声。
    ```
    """

    group = "files"

    def check_unreadable(self, file: Unreadable) -> Iterator[Fault]:
        """One fault, with the cause."""
        if file.kind == "article":
            yield Fault("", _ARTICLE, {"cause": file.cause, "help": file.help})
