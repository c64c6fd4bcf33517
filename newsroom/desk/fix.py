"""Mending what cannot change the meaning: all that rules have a fix for, in one commit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.desk.edit_article import as_on_disk
from newsroom.model.article import Article
from newsroom.model.finding import Edit, Finding, Report
from newsroom.rules.engine import Judge
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.newsroom import Newsroom, issue_and_name

_PASSES = 3  # what is mended may bring out what it hid


@dataclass(frozen=True, slots=True)
class Fixed:
    """An article before and after mending, as bytes of its file."""

    article: Article
    before: bytes
    after: bytes


def plan_fixes(newsroom: Newsroom, report: Report, stage: str) -> list[Fixed]:
    """What mending the findings of a report makes of their articles; waived ones are let be."""
    judge = Judge(newsroom.paper, stage)
    paths = dict.fromkeys(finding.path for finding in report.findings if "/articles/" in finding.path)
    return [fixed for path in paths if (fixed := _fixed(newsroom, judge, path))]


def save_fixes(newsroom: Newsroom, fixes: Sequence[Fixed]) -> str:
    """Write what was mended, in one commit; its id.

    Raises:
        Refused: an article was changed meanwhile, or git can not commit here.
    """
    changes = [FileChange(fixed.article.path, fixed.after, fixed.before) for fixed in fixes]
    first = fixes[0].article
    trailers = {"Newsroom-Action": "fix"}
    if len({fixed.article.issue for fixed in fixes}) == 1:
        trailers["Newsroom-Issue"] = first.issue
    if len(fixes) == 1:
        return commit_files(
            newsroom.root, changes, f"Fix article: {first.title}", trailers | {"Newsroom-Article": first.id}
        )
    return commit_files(newsroom.root, changes, f"Fix {len(fixes)} articles", trailers)


def _fixed(newsroom: Newsroom, judge: Judge, path: str) -> Fixed | None:
    issue_id, name = issue_and_name(path)
    issue, _fault = newsroom.issue_and_fault(issue_id)
    article = newsroom.article_at(issue_id, name)
    if not isinstance(article, Article):
        return None
    now = article
    for _pass in range(_PASSES):
        text = mended(now.text, judge.article(now, issue))
        after = newsroom.article_of(text.encode(), issue_id, name)
        if text == now.text or not isinstance(after, Article):
            break
        now = after
    if now.text == article.text:
        return None
    return Fixed(article, as_on_disk(newsroom, path, article.text), as_on_disk(newsroom, path, now.text))


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The text of a file with what mends these findings; of two edits of the same stretch the first is taken."""
    parts, at = list[str](), 0
    for edit in _apart(sorted(_edits(findings), key=lambda edit: (edit.start, edit.end))):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _edits(findings: Iterable[Finding]) -> Iterator[Edit]:
    return (edit for finding in findings if not finding.waiver for edit in finding.edits)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end
