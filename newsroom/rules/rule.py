"""What a rule is, and what it is given and gives back."""

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from inspect import cleandoc
from typing import ClassVar

from newsroom.locale import SOURCE, spoken
from newsroom.model.article import Unreadable, Waiver
from newsroom.model.paper import RuleSetting, Severity
from newsroom.model.text import printable, reflow
from newsroom.rules.copy import Copy, IssueCopy

__all__ = ("Copy", "Fault", "IssueCopy", "Rule", "RulePage", "Wording")

PACKS = {"chinese": "zh-CN", "english": "en"}  # folders of rules, each for papers of one language

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_AS_IT_IS = RuleSetting()
_LONGEST = 300  # characters of a value in a message
_SENTENCE = r"(?:`[^`]*`|[^`])*?(?:\.(?= |$)|。)"  # what is typed may have a stop
_EXAMPLE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says and how to mend it, as `(message, help)` in each language."""

    en: tuple[str, str]
    zh: tuple[str, str]

    def filled(self, values: Mapping[str, object]) -> tuple[str, str]:
        """The message and the help in the user's language; values can not steer the terminal, nor fill it."""
        safe = {name: _shown(str(value)) for name, value in values.items()}
        message, help = self.en if spoken() == SOURCE else self.zh
        return message.format_map(safe), help.format_map(safe)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule gives back: the field at fault, as `photos[0].caption`, and what to say of it.

    `start` and `end` mark a stretch of the field's text; faults with one that say the same become one finding with a
    count. `fix` is what may stand there instead without another meaning. In a rule about an issue `path` is the
    article at fault; empty, it is the plan. The wording may use `{field}`, the field as a newsroom calls it.
    """

    field: str
    wording: Wording
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    path: str = ""


OptionValue = int | str | tuple[str, ...]


class Rule:
    """A rule. Its docstring is its page in both languages, with the examples that are also its tests.

    A rule says what it looks at, and is not asked where that is not there: `looks_at`, fields of which one has to have
    something in it (`photos`), and `marks`, few and rare characters of which one has to stand in the copy. What nearly
    every article has is no mark: such a rule looks for something rarer in `copy.printed` before all else. A rule in
    `chinese/` or `english/` is for papers of that language.
    """

    severity: ClassVar[Severity] = "error"
    group: ClassVar[str] = "fields"  # under which `newsroom rules` lists it
    # In a draft a gap is no mistake yet, only something still to do.
    warns_in_draft: ClassVar[bool] = False
    looks_at: ClassVar[tuple[str, ...]] = ()
    marks: ClassVar[frozenset[str]] = frozenset()
    # What a paper may set, with what it is otherwise: a number, a text or a list of texts.
    options: ClassVar[Mapping[str, OptionValue]] = {}

    def check(self, copy: Copy) -> Iterator[Fault]:  # noqa: ARG002
        """The faults of one article."""
        return iter(())

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:  # noqa: ARG002
        """The faults of a whole issue. It is asked only where an issue or more is validated."""
        return iter(())

    def check_unreadable(self, file: Unreadable) -> Iterator[Fault]:  # noqa: ARG002
        """The faults of a file that can not be read; only one rule has something to say of it."""
        return iter(())

    def check_waivers(self, waivers: Sequence[Waiver], found: Collection[str]) -> Iterator[Fault]:  # noqa: ARG002
        """The faults of the waivers themselves, where the rules `found` have found something in the article."""
        return iter(())

    def setting(self, copy: Copy | IssueCopy) -> RuleSetting:
        """What the paper sets for this rule in such an article, or in such an issue."""
        setting = copy.paper.rules.get(self.name)
        if setting is None:
            return _AS_IT_IS
        if isinstance(copy, IssueCopy):
            return setting.at(kind="", section="", page="", stage=copy.stage)
        section = copy.article.section_in(copy.issue)
        return setting.at(kind=copy.article.kind, section=section, page=copy.article.page, stage=copy.stage)

    def number(self, copy: Copy | IssueCopy, name: str) -> int:
        """An option that is a number."""
        said = self.setting(copy).options.get(name)
        if isinstance(said, str) and is_number(said):
            return int(said)
        default = self.options[name]
        return default if isinstance(default, int) else int(str(default))

    def words(self, copy: Copy | IssueCopy, name: str) -> tuple[str, ...]:
        """An option that is a list of texts, or one of them."""
        said = self.setting(copy).options.get(name, self.options[name])
        return (said,) if isinstance(said, str) else said if isinstance(said, tuple) else ()

    def word(self, copy: Copy | IssueCopy, name: str) -> str:
        """An option that is a text."""
        return next(iter(self.words(copy, name)), "")

    @cached_property
    def name(self) -> str:
        """The rule's name, as its file has it: `missing_caption` is `missing-caption`."""
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @cached_property
    def language(self) -> str:
        """The language of the papers that it is for; empty where it is for all."""
        return PACKS.get(type(self).__module__.split(".")[-2], "")

    @cached_property
    def is_about_issues(self) -> bool:
        """Whether it looks at whole issues."""
        return type(self).check_issue is not Rule.check_issue

    @cached_property
    def is_about_articles(self) -> bool:
        """Whether it looks at single articles."""
        return type(self).check is not Rule.check

    @property
    def page(self) -> "RulePage":
        """The rule's page."""
        return RulePage.parse(cleandoc(type(self).__doc__ or ""))


def _shown(value: str) -> str:
    value = printable(value[: _LONGEST + 1].replace("\n", " ").replace("\t", " "))
    return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"


def is_number(text: str) -> bool:
    """Whether an option's text is a number that it may be."""
    return text.isascii() and text.isdigit() and len(text) < 10


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
        paragraph = reflow(self.what[spoken()].partition("\n\n")[0])
        first = re.match(_SENTENCE, paragraph)
        return first[0] if first else paragraph

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
