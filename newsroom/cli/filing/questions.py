"""Questions whose answers are kept: asked once, gone on with after an interruption, cleaned of what no paper prints."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsroom.cli import prompts
from newsroom.cli.cleaned import cleaned
from newsroom.cli.editor import edited
from newsroom.cli.filing import offers
from newsroom.cli.filing.answer_log import AnswerLog
from newsroom.cli.prompts import Check, Complete
from newsroom.cli.screen import paint, say
from newsroom.desk.clean_text import clean_text
from newsroom.desk.field_values import credits_in_words
from newsroom.errors import NewsroomError
from newsroom.locale import _, listed
from newsroom.model.credit import Credit, is_known_role, parse_credits
from newsroom.model.issue import Issue
from newsroom.storage.index import Index
from newsroom.storage.newsroom import Newsroom


class Questions:
    """Asks by key (`photos[0].caption`); what `log` has an answer to is not asked."""

    def __init__(self, log: AnswerLog, roles: tuple[str, ...], index: Index | None) -> None:
        self.log = log
        self.roles = roles
        self.index = index

    def has_used(self, name: str) -> bool:
        """Whether the paper has ever filled in `column` or `dateline`."""
        known = self._known(name)
        return known is not None and bool(known("", 1))

    def text(
        self,
        key: str,
        message: str,
        *,
        default: str = "",
        hint: str = "",
        check: Check | None = None,
        complete: Complete | None = None,
        absent: str | None = None,
    ) -> str:
        """A line of text; `absent` where nobody is there to answer."""

        def question(half: str) -> str:
            said = prompts.text(
                message,
                default=half or self.log.before(key) or default,
                hint=hint,
                check=lambda said: refusal(lambda: clean_text(said)) or (check(said) if check else ""),
                complete=complete,
                keep=lambda typed: self.log.typed(key, typed),
            )
            return cleaned(said)

        return self.log.ask(key, question, holds=lambda said: not check or not check(said), absent=absent)

    def optional(self, key: str, message: str, default: str | None) -> str:
        """A line of text that may be left out; completed from what stood there before."""
        complete = offers.texts(self._known(key))
        return self.text(key, message, default=default or "", hint=_("Enter to skip"), complete=complete)

    def lines(self, key: str, message: str) -> str:
        """Lines of text."""

        def question(half: str) -> str:
            said = prompts.lines(
                message,
                default=half,
                check=lambda said: refusal(lambda: clean_text(said)),
                keep=lambda typed: self.log.typed(key, typed),
            )
            return cleaned(said)

        return self.log.ask(key, question)

    def edited(self, key: str, initial: str) -> str:
        """Text as the user leaves it in the editor.

        Raises:
            NewsroomError: there is no editor, it failed, or what it left can not be printed.
        """
        return self.log.ask(
            key,
            lambda half: cleaned(edited(self.log.root, half or initial, keep=lambda left: self.log.typed(key, left))),
        )

    def choice(self, key: str, message: str, choices: Sequence[tuple[str, str]], *, default: str | None = None) -> str:
        """One of `choices`, each with its title."""
        known = [value for _title, value in choices]
        return self.log.ask(
            key,
            lambda _half: prompts.choice(message, choices, default=default),
            holds=lambda value: value in known,
        )

    def path(
        self,
        key: str,
        message: str,
        *,
        hint: str = "",
        check: Check,
        issue: Issue | None = None,
        newsroom: Newsroom | None = None,
        absent: str | None = None,
    ) -> str:
        """The path of a file; of a picture, those in the issue are offered, too."""
        return self.log.ask(
            key,
            lambda half: prompts.path(
                message,
                default=half or self.log.before(key),
                hint=hint,
                check=check,
                complete=offers.photos(newsroom, issue) if newsroom and issue else None,
                keep=lambda typed: self.log.typed(key, typed),
            ),
            holds=lambda said: not check(said),
            absent=absent,
        )

    def credits(
        self, key: str, message: str, *, before: Sequence[Credit], roles: Sequence[tuple[str, str]]
    ) -> tuple[Credit, ...]:
        """People, one answer after the other until there are no more; `before` is what stands there."""
        credits: tuple[Credit, ...] = ()
        for number in range(sys.maxsize):
            more = self.credit(
                f"{key}[{number}]",
                _("{what}, and who else?", what=message) if credits else message,
                before=before[number : number + 1],
                roles=roles,
                hint=_("Enter for nobody else") if credits else "",
                absent="" if credits else None,
            )
            if not more:
                break
            credits += more
        return credits

    def credit(
        self,
        key: str,
        message: str,
        *,
        before: Sequence[Credit],
        roles: Sequence[tuple[str, str]],
        hint: str = "",
        absent: str | None = None,
    ) -> tuple[Credit, ...]:
        """One or several people in one answer.

        Who comes without a role gets the usual one, else one of `roles` is asked for, if there are any.
        """
        said = self.text(
            key,
            message,
            default=credits_in_words(before),
            hint=hint or _("name; Tab completes; Enter to leave it out"),
            check=self._fault,
            complete=offers.people(self.index, self.roles),
            absent=absent,
        )
        people = parse_credits(said, self.roles)
        bare = [person.name for person in people if not person.role]
        if not bare or not roles:
            return people
        role = self._role(f"{key}.role", bare, roles)
        return tuple(person if person.role else replace(person, role=role) for person in people)

    def _role(self, key: str, names: Sequence[str], roles: Sequence[tuple[str, str]]) -> str:
        usual = {self.index.usual_role(name) if self.index else "" for name in names}
        known = next(iter(usual)) if len(usual) == 1 else ""
        if known and is_known_role(known, self.roles):
            said = _("Credited as before: {credit}.", credit=listed(f"{known} {name}" for name in names))
            return self.log.ask(key, lambda _half: _told(known, said))
        return self.choice(key, _("{names}: role", names=listed(names)), roles)

    def _fault(self, said: str) -> str:
        """What is wrong with people as they were typed."""
        for person in parse_credits(said, self.roles):
            if person.role and not is_known_role(person.role, self.roles):
                return _(
                    "“{role}” is not a role of the paper. Between names put {mark}. Roles: {known}.",
                    role=person.role,
                    known=listed(self.roles),
                    mark=_("“and”"),
                )
            if not person.name:
                return _("A name belongs to “{role}”.", role=person.role)
        return ""

    def _known(self, name: str) -> Callable[[str, int], Sequence[str]] | None:
        if self.index is None:
            return None
        return {"column": self.index.columns, "dateline": self.index.datelines}.get(name)


def in_one_line(error: NewsroomError) -> str:
    """What was refused, and the way out behind it."""
    return _("{message} {help}", message=error.message, help=error.help).strip()


def refusal(attempt: Callable[[], object]) -> str:
    """What `attempt` is refused with, as one line under a prompt; nothing where it works."""
    try:
        attempt()
    except NewsroomError as error:
        return in_one_line(error)
    return ""


def _told(answer: str, said: str) -> str:
    say(paint(said, sys.stderr, dim=True))
    return answer
