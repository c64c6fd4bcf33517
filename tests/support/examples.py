"""Examples for rules, as newsroom/desk/explain.py reads them."""

ARTICLE = """\
---
headline: {headline}
section: 社会
{more}byline:
  - {{role: 通讯员, name: 姓名}}
---
{body}
"""


def with_photo(
    facts: str = "", *, caption: str = "农机手在地头调试播种机。", credit: str = "通讯员 姓名 摄", more: str = ""
) -> str:
    """A photo that stands alone: what is to be known of its file, and what the copy says of it."""
    return (
        f"==> photos/harvest.jpg <==\n{facts}\n==> articles/harvest.md <==\n---\nkind: photo\nsection: 社会\nphotos:\n"
        f"  - file: harvest.jpg\n{more}    caption: {caption}\n    credit: {credit}\n---\n"
    )


def story(
    name: str, *, body: str = "全市秋播进入尾声。", headline: str = "冬小麦播种过九成", day: str = "", more: str = ""
) -> str:
    """A story in a file of that name, of this issue or of the one of that day; `more` are lines of its front matter."""
    folder = f"../{day}/" if day else ""
    return f"==> {folder}articles/{name}.md <==\n" + ARTICLE.format(headline=headline, body=body, more=more)


def plan(*pages: str, day: str = "", number: str = "") -> str:
    """The plan of this issue, or of the one of that day: each page as the plan has it, `{page: "3", length: 900}`."""
    folder, date = (f"../{day}/", day) if day else ("", "2022-10-12")
    lines = [f"date: {date[:10]}", *([f"number: {number}"] if number else [])]
    lines += ["pages:", *(f"  - {page}" for page in pages)] if pages else []
    return f"==> {folder}issue.yaml <==\n" + "\n".join(lines) + "\n"
