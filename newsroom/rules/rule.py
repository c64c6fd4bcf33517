"""What a rule is, and what it is given and gives back."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from typing import ClassVar

from newsroom.locale import SOURCE, spoken
from newsroom.model.article import Article, Unreadable
from newsroom.model.issue import Issue
from newsroom.model.kind import Kind
from newsroom.model.paper import Paper, Severity
from newsroom.model.text import printable, reflow

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_EXAMPLE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says and how to mend it, as `(message, help)` in each language."""

    en: tuple[str, str]
    zh: tuple[str, str]

    def filled(self, values: Mapping[str, object]) -> tuple[str, str]:
        """The message and the help in the user's language; values can not steer the terminal."""
        safe = {name: printable(str(value)) for name, value in values.items()}
        message, help = self.en if spoken() == SOURCE else self.zh
        return message.format_map(safe), help.format_map(safe)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule gives back: the field at fault, as `photos[0].caption`, and what to say of it."""

    field: str
    wording: Wording
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """What a rule is given: an article, the issue it is filed to, and the paper."""

    article: Article
    issue: Issue
    paper: Paper

    @property
    def kind(self) -> Kind:
        """What the paper asks of this kind of article; of one that it does not know, nothing."""
        return self.paper.kinds.get(self.article.kind, Kind(self.article.kind, frozenset()))

    def needs(self, field: str) -> bool:
        """Whether an article of this kind must have that field."""
        return field in self.kind.needs


class Rule:
    """A rule. Its docstring is its page in both languages, with the examples that are also its tests."""

    severity: ClassVar[Severity] = "error"
    group: ClassVar[str] = "fields"  # under which `newsroom rules` lists it
    # In a draft a gap is no mistake yet, only something still to do.
    warns_in_draft: ClassVar[bool] = False

    def check(self, copy: Copy) -> Iterator[Fault]:
        """The faults of one article."""
        raise NotImplementedError

    def check_unreadable(self, file: Unreadable) -> Iterator[Fault]:  # noqa: ARG002
        """The faults of a file that can not be read; only one rule has something to say of it."""
        return iter(())

    @property
    def name(self) -> str:
        """The rule's name, as its file has it: `missing_caption` is `missing-caption`."""
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @property
    def page(self) -> "RulePage":
        """The rule's page."""
        return RulePage.parse(cleandoc(type(self).__doc__ or ""))


@dataclass(frozen=True, slots=True)
class RulePage:
    """The parts of a rule's page; `what` and `why` by language."""

    what: Mapping[str, str]
    why: Mapping[str, str]
    fails: tuple[str, ...]
    passes: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What the rule does in one sentence, in the user's language."""
        return re.split(r"(?<=\.) |(?<=。)", reflow(self.what[spoken()]))[0]

    @classmethod
    def parse(cls, text: str) -> "RulePage":
        """Read a page by its headings."""
        pieces = _HEADING.split(text)
        parts = {heading: body.strip() for heading, body in zip(pieces[1::2], pieces[2::2], strict=True)}
        return cls(
            what={"en": parts["What it does"], "zh-CN": parts["查什么"]},
            why={"en": parts["Why is this bad?"], "zh-CN": parts["为什么"]},
            fails=tuple(_EXAMPLE.findall(parts["Fails"] + "\n")),
            passes=tuple(_EXAMPLE.findall(parts["Passes"] + "\n")),
        )
