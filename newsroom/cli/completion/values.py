"""The values that options and arguments have in a newsroom, for completion.

For one more kind of value write a function here, and give it the name that stands for it on the help page in VALUES.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from newsroom.errors import NewsroomError
from newsroom.locale import _
from newsroom.storage.newsroom import Newsroom, find_root, slug_of

if TYPE_CHECKING:
    from newsroom.storage.index import Index

_DESCRIBED = 50  # files that are read to describe them; more would be felt
_MOMENT = 0.03  # seconds


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to go on with the word; `description` is for shells that show it."""

    text: str
    description: str = ""


@dataclass(frozen=True)
class Asked:
    """What is to be completed: the words before, as options and arguments, and the beginning of the value, in NFC."""

    typed: str
    describe: bool
    given: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def newsroom(self) -> Newsroom:
        """The newsroom that the current folder is in."""
        root = find_root(Path.cwd())
        if root is None:
            raise FileNotFoundError("no newsroom")
        return Newsroom(root)

    def issue_id(self) -> str:
        """The issue that the command would work on."""
        from datetime import date

        from newsroom.desk.choose import choose_issue

        named = next(iter(self.given.get("--issue", ())), None)
        return choose_issue(self.newsroom, named, here=Path.cwd(), today=date.today()).issue_id


def issues(asked: Asked) -> Iterator[Candidate]:
    """The ids of the issues, newest first, each with its number."""
    found = [issue_id for issue_id in reversed(asked.newsroom.issue_ids()) if issue_id.startswith(asked.typed)]
    for at, issue_id in enumerate(found):
        yield Candidate(issue_id, _number(asked.newsroom, issue_id) if asked.describe and at < _DESCRIBED else "")


def articles(asked: Asked) -> Iterator[Candidate]:
    """The slugs of the issue that the command would take, each with its headline; behind `ISSUE/` those of that one."""
    in_issue, slash, _slug = asked.typed.rpartition("/")
    if slash:
        yield from _slugs(asked, in_issue, f"{in_issue}/")
        return
    with suppress(NewsroomError):
        yield from _slugs(asked, asked.issue_id(), "")
    if asked.typed:
        yield from (Candidate(f"{issue.text}/", issue.description) for issue in issues(asked))


def issues_and_articles(asked: Asked) -> Iterator[Candidate]:
    """The issues, and behind `ISSUE/` the slugs."""
    return articles(asked) if "/" in asked.typed else issues(asked)


def sections(asked: Asked) -> Iterator[Candidate]:
    """The sections of the paper."""
    return map(Candidate, asked.newsroom.paper.sections)


def pages(asked: Asked) -> Iterator[Candidate]:
    """The pages in the plan of the issue, each with its section."""
    issue, _fault = asked.newsroom.issue_and_fault(asked.issue_id())
    return (Candidate(page.code, page.section) for page in issue.pages)


def kinds(asked: Asked) -> Iterator[Candidate]:
    """The kinds of article that the paper has."""
    return map(Candidate, asked.newsroom.paper.kinds)


def stages(asked: Asked) -> Iterator[Candidate]:  # noqa: ARG001
    """The stages that an article is judged at."""
    from newsroom.rules.stages import CURRENT, STAGES

    return map(Candidate, (*STAGES, CURRENT))


def rules(asked: Asked) -> Iterator[Candidate]:
    """The names of the rules, each with what it finds."""
    from newsroom.rules.engine import all_rules

    return (Candidate(name, rule.page.summary if asked.describe else "") for name, rule in all_rules().items())


def fields(asked: Asked) -> Iterator[Candidate]:  # noqa: ARG001
    """The fields of an article, to be set."""
    from newsroom.storage.article_file import FIELD_ORDER

    return (Candidate(f"{name}=") for name in FIELD_ORDER)


def credits(asked: Asked) -> Iterator[Candidate]:
    """The people credited before, most credited first: the name and the usual role, or the names behind a role."""
    with _index(asked.newsroom) as index:
        role = next((role for role in asked.newsroom.paper.roles if asked.typed.startswith(role)), "")
        comma = "" if asked.newsroom.paper.language.startswith("zh") else ","
        for person in index.people(asked.typed.removeprefix(role).lstrip(), _DESCRIBED):
            if role:
                yield Candidate(f"{role} {person.name}")
            else:
                yield Candidate(f"{person.name}{comma} {person.role}" if person.role else person.name)


def columns(asked: Asked) -> Iterator[Candidate]:
    """The columns used before, the most used first."""
    with _index(asked.newsroom) as index:
        yield from map(Candidate, index.columns(asked.typed, _DESCRIBED))


def places(asked: Asked) -> Iterator[Candidate]:
    """The datelines used before, the most used first."""
    with _index(asked.newsroom) as index:
        yield from map(Candidate, index.datelines(asked.typed, _DESCRIBED))


VALUES: Mapping[str, Callable[[Asked], Iterable[Candidate]]] = {
    "ARTICLE": articles,
    "COLUMN": columns,
    "CREDIT": credits,
    "FIELD=VALUE": fields,
    "ISSUE": issues,
    "KIND": kinds,
    "PAGE": pages,
    "PLACE": places,
    "RULE": rules,
    "SECTION": sections,
    "STAGE": stages,
    "TARGET": issues_and_articles,
}
# Where nothing of the newsroom begins so, the shell itself offers these.
FILES = {"ARTICLE": "files", "TARGET": "files", "FILE": "files", "DIR": "folders"}


def _index(newsroom: Newsroom) -> "Index":
    """The index as it is; one that knows nothing yet begins to read, as long as nobody feels it."""
    from newsroom.storage.index import open_index

    index = open_index(newsroom)
    if index is None:
        raise FileNotFoundError("no repository")
    if not index.people("", 1):
        index.update(until=monotonic() + _MOMENT)
    return index


def _slugs(asked: Asked, issue_id: str, before: str) -> Iterator[Candidate]:
    names = [
        name for name in asked.newsroom.article_names(issue_id) if (before + slug_of(name)).startswith(asked.typed)
    ]
    for at, name in enumerate(names):
        described = asked.describe and at < _DESCRIBED
        title = _title(asked.newsroom, issue_id, name) if described else ""
        yield Candidate(before + slug_of(name), title if title != slug_of(name) else "")


def _title(newsroom: Newsroom, issue_id: str, name: str) -> str:
    from newsroom.model.article import Article

    article = newsroom.article_at(issue_id, name)
    return article.title if isinstance(article, Article) else ""


def _number(newsroom: Newsroom, issue_id: str) -> str:
    issue, _fault = newsroom.issue_and_fault(issue_id)
    return _("No. {number}", number=issue.number) if issue.number is not None else ""
