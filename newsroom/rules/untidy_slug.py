"""The rule `untidy-slug`."""

from collections.abc import Iterator

from newsroom.model.slug import is_slug, slug_from
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNTIDY = Wording(
    en=("the file name “{file}” does not travel well", "rename it: {better}.md"),
    zh=("文件名“{file}”换个系统会出问题", "改名为 {better}.md"),
)


class UntidySlug(Rule):
    """## What it does
    Finds articles whose file has another name than newsroom would give it: letters and digits, Chinese too, in lower
    case, `-` between words, 80 bytes at most.

    ## Why is this bad?
    The name is the article's id, and one day its address. On another system `Sowing.md` and `sowing.md` are one file,
    `con.md` and `what?.md` can be none, and a blank breaks a link.

    ## 查什么
    稿件的文件名是不是 newsroom 会起的：文字（包括汉字）和数字，小写，词间用 `-`，最长 80 字节。

    ## 为什么
    文件名是稿件的编号，将来也是网址。换个系统，`Sowing.md` 和 `sowing.md` 是同一个文件，
    `con.md`、`what?.md` 存不下，空格会断开链接。

    ## Fails
    ```
    ==> articles/Autumn Sowing.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> articles/“三手棋”：壮经济.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ==> articles/冬小麦播种过九成.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    ```
    ==> articles/autumn-sowing-2.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声。
    ```
    """

    group = "form"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault where newsroom would not have made such a name."""
        slug = copy.article.id
        if not is_slug(slug):
            yield Fault("", _UNTIDY, {"file": f"{slug}.md", "better": slug_from(slug) or copy.article.kind})
