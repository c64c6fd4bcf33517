"""An article about whose credits rules are asked."""

from newsroom.model.article import Article
from newsroom.model.issue import Issue
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Copy, Fault
from newsroom.storage.article_file import read_article
from tests.rules.harness import paper

ISSUE = Issue("2022-10-12", "issues/2022-10-12")


def story(
    byline: str = "通讯员 高岩",
    body: str = "全市秋播进入尾声。",
    *,
    line: str = "",
    source: str = "",
    photos: str = "",
) -> str:
    return f"""\
---
headline: 冬小麦播种过九成
section: 社会
byline: {byline}
credit_line: {line}
source: {source}
{photos}---
{body}
"""


def with_photo(caption: str, credit: str = "通讯员 王嘉琦 摄") -> str:
    return story(photos=f'photos:\n  - file: sowing.jpg\n    caption: "{caption}"\n    credit: {credit}\n')


def article(text: str, slug: str = "sowing") -> Article:
    path = f"{ISSUE.path}/articles/{slug}.md"
    return read_article(text, id=slug, issue=ISSUE.id, path=path, roles=paper().roles)


def faults(text: str, rule: str) -> list[Fault]:
    """What one rule alone says of an article, without what all others take for it."""
    return list(all_rules()[rule].check(Copy(article(text), ISSUE, paper())))
