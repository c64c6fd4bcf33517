"""What the rules find in the examples of their own pages.

An example is an article, or the plan of an issue; or several files, each below a line with its name, as `head` prints
it: `==> articles/one.md <==`, `==> issue.yaml <==`, `==> newsroom.yaml <==` (what it says beside the usual paper),
`==> register.yaml <==`, `==> photos/sowing.jpg <==` (what is to be known of the photo: width, caption, digital_source
…), and with `../2022-10-11/` before it a file of an issue before.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from newsroom.errors import Malformed
from newsroom.model.article import Article, Unreadable
from newsroom.model.digest import digest_of
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue, Page
from newsroom.model.kind import REQUIRABLE
from newsroom.model.paper import Paper
from newsroom.model.photo_facts import PhotoFacts
from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.rules.engine import Judge, all_rules
from newsroom.rules.rule import IssueCopy

# The newsrooms that the examples are written for; the kind 专访 (interview) needs all that a kind can need.
_PAPERS = {
    "zh-CN": f"""\
name: 临江日报
language: zh-CN
sections: [要闻, 时政, 经济, 社会, 乡村振兴, 文体, 副刊]
kinds: {{专访: {{require: [{", ".join(REQUIRABLE)}]}}}}
""",
    "en": f"""\
name: Linden Courier
language: en
sections: [News, Business, Sport, Opinion]
kinds: {{interview: {{require: [{", ".join(REQUIRABLE)}]}}}}
""",
}
_PAGES = {"zh-CN": (Page("1"), Page("3", "社会")), "en": (Page("1"), Page("3", "Business"))}
_DAY = "2022-10-12"
_FILE = re.compile(r"^==> (.+) <==\n", re.MULTILINE)
_PHOTO = PhotoFacts(is_photo=True, format="JPEG", width=3000, height=2000)


@dataclass
class _Issue:
    """An issue of an example, as far as it was read."""

    issue: Issue
    articles: list[Article | Unreadable] = field(default_factory=list)
    photos: dict[str, PhotoFacts] = field(default_factory=lambda: {"sowing.jpg": _PHOTO})
    twins: dict[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> Issue:
        names, twins = frozenset(self.photos), self.twins
        return replace(self.issue, photo_names=names, facts=self.photos.get, twins=lambda: twins)


def faults_in(example: str, rule: str) -> list[Finding]:
    """What the rule of that name finds in an example."""
    return [fault for fault in findings_in(example, all_rules()[rule].language) if fault.rule == rule]


def lines_with_faults(example: str, rule: str) -> Iterator[tuple[str, list[Finding]]]:
    """The lines of an example, each with what the rule finds there, in the file that it is a line of."""
    faults = faults_in(example, rule)
    path, number = _path(next(iter(_files(example)))), 0
    for line in example.rstrip("\n").split("\n"):
        name = _FILE.match(line + "\n")
        path, number = (_path(name[1]), 0) if name else (path, number + 1)
        yield line, [fault for fault in faults if (fault.path, fault.line) == (path, number)]


def findings_in(example: str, language: str = "", *, settings: str = "", stage: str = "submitted") -> list[Finding]:
    """What all rules find in an example, in a paper of that language with such further settings."""
    language = language or "zh-CN"
    files = _files(example.removeprefix("\ufeff"))
    paper = _paper(language, files, settings)
    issues = _issues(files, paper)
    today = issues.pop(_DAY)
    judging = Judge(paper, stage)
    found = [finding for article in today.articles for finding in judging.article(article, today.whole)]
    before = [issues[day] for day in sorted(issues, reverse=True)]
    articles = {article.path: article for article in today.articles if isinstance(article, Article)}
    copy = IssueCopy(
        today.whole,
        paper,
        [digest_of(article, today.issue, language) for article in articles.values() if article.status != "killed"],
        [digest_of(one, it.issue, language) for it in before for one in it.articles if isinstance(one, Article)],
        [it.whole for it in before],
    )
    if _FILE.match(example):  # a rule about issues has nothing to say of one article by itself
        found += judging.issue(copy, articles.get)
    return [finding for finding in found if not finding.waiver]


def _files(example: str) -> Mapping[str, str]:
    pieces = _FILE.split(example)
    if len(pieces) == 1:
        return {"articles/sowing.md" if example.startswith("---") else "issue.yaml": example}
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _path(name: str) -> str:
    """The path, in the newsroom, of a file of an example."""
    return f"issues/{name.removeprefix('../')}" if name.startswith("../") else f"issues/{_DAY}/{name}"


def _paper(language: str, files: Mapping[str, str], settings: str) -> Paper:
    from newsroom.storage.paper_file import read_paper
    from newsroom.storage.register_file import read_register

    paper = read_paper(_PAPERS[language] + settings + files.get("newsroom.yaml", ""))
    register = read_register({name: files[name].encode() for name in files if name == "register.yaml"})
    return replace(paper, open_register=lambda: register)


def _issues(files: Mapping[str, str], paper: Paper) -> dict[str, _Issue]:
    issues: dict[str, _Issue] = {}
    for name in ("../2022-10-12/", *files):
        day = name.split("/")[1] if name.startswith("../") else _DAY
        if day not in issues:
            number = 10234 if day == _DAY else None
            bare = Issue(day, f"issues/{day}", datetime.date.fromisoformat(day), number, _PAGES[paper.language])
            issues[day] = _Issue(bare)
    for name, text in files.items():
        day = name.split("/")[1] if name.startswith("../") else _DAY
        _read(issues[day], name.removeprefix(f"../{day}/"), text, paper)
    return issues


def _read(into: _Issue, name: str, text: str, paper: Paper) -> None:
    from newsroom.storage.article_file import read_article
    from newsroom.storage.paper_file import read_issue

    path = f"{into.issue.path}/{name}"
    kind: Literal["article", "issue"] = "article" if name.startswith("articles/") else "issue"
    try:
        if kind == "article":
            slug = name.removeprefix("articles/").removesuffix(".md")
            into.articles.append(read_article(text, id=slug, issue=into.issue.id, path=path, roles=paper.roles))
        elif name == "issue.yaml":
            into.issue = read_issue(text, replace(into.issue, pages=(), number=None))
        elif name.startswith("photos/"):
            photo = name.removeprefix("photos/")
            into.photos[photo] = _facts(text)
            if twin := re.search(r"^same_as: *(.+)$", text, re.MULTILINE):
                into.twins |= {photo: twin[1], twin[1]: twin[1]}
    except Malformed as fault:
        into.articles.append(Unreadable(path, fault.line, fault.column, fault.message, fault.help, text, kind=kind))


def _facts(text: str) -> PhotoFacts:
    """A photo that is told of in lines of `name: value`, as far as they go."""
    said = dict(re.findall(r"^(\w+): *(.+)$", text, re.MULTILINE))
    names = {each.name for each in fields(PhotoMetadata)}
    return replace(
        _PHOTO,
        is_photo=said.get("is_photo") != "no",
        width=int(said.get("width", _PHOTO.width)),
        height=int(said.get("height", _PHOTO.height)),
        metadata=PhotoMetadata(**{name: value for name, value in said.items() if name in names}),
        digital_source=said.get("digital_source", ""),
        expires=datetime.date.fromisoformat(said["expires"]) if "expires" in said else None,
    )
