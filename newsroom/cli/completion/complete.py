"""What may follow on a command line: commands, options, and their values out of the newsroom.

A shell waits for it at every press of the key, so typer is not imported: the commands' files say what they take. Which
values an option has is known by the name that stands for them on the help page, its metavar.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from newsroom.cli.completion.outline import (
    Parameter,
    bare,
    command_names,
    global_parameters,
    group_summaries,
    parameters,
    summary,
)
from newsroom.cli.completion.values import FILES, VALUES, Asked, Candidate
from newsroom.locale import _


def candidates(words: Sequence[str], typed: str, *, describe: bool) -> tuple[list[Candidate], str]:
    """How the word that begins with `typed` may go on after `words`; and what the shell may offer where none does:
    `files`, `folders` or nothing.

    Each candidate begins exactly as it was typed, however the letters were put together.
    """
    line = _Line()
    for word in words:
        line.take(word)
    normal = unicodedata.normalize("NFC", typed)
    found, metavar = line.go_on(normal, describe=describe)
    matching = [
        Candidate(typed + candidate.text[len(normal) :], candidate.description)
        for candidate in found
        if candidate.text.startswith(normal) and candidate.text.isprintable()
    ]
    return matching, FILES.get(metavar, "")


class _Line:
    """The words of a command line, as far as they are whole."""

    def __init__(self) -> None:
        self.command = ""
        self.known = global_parameters()
        self.given = dict[str, list[str]]()  # by the first name of the option
        self.arguments = 0
        self.waiting: Parameter | None = None  # an option whose value comes next
        self.takes_options = True

    def take(self, word: str) -> None:
        """Go on behind that word."""
        if self.waiting:
            self._give(self.waiting, word)
            self.waiting = None
        elif word == "--" and self.takes_options:
            self.takes_options = False
        elif word.startswith("-") and word != "-" and self.takes_options:
            name, equals, value = word.partition("=")
            option = _named(name, self.known)
            if option and option.metavar and not equals:
                self.waiting = option
            elif option:
                self._give(option, value)
        elif self.is_complete:
            self.arguments += 1
        else:
            self.command = f"{self.command}_{word}".lstrip("_")
            if self.is_complete:
                self.known = (*parameters(self.command), *self.known)

    @property
    def is_complete(self) -> bool:
        """Whether it names a command, and not only the first word of several."""
        return self.command in command_names()

    def go_on(self, typed: str, *, describe: bool) -> tuple[Iterable[Candidate], str]:
        """What may come next, some of it beginning otherwise, and the metavar of the value that is wanted."""
        if self.waiting:
            return _values(self.waiting, Asked(typed, describe, self.given))
        if typed.startswith("-") and self.takes_options:
            name, equals, value = typed.partition("=")
            option = _named(name, self.known) if equals else None
            if option is None:
                return _options(self.known, self.given), ""
            found, metavar = _values(option, Asked(value, describe, self.given))
            return (Candidate(f"{name}={each.text}", each.description) for each in found), metavar
        if not self.is_complete:
            return _commands(self.command, describe=describe), ""
        arguments = [parameter for parameter in self.known if not parameter.names]
        for at, argument in enumerate(arguments):
            if at == self.arguments or argument.is_many:
                return _values(argument, Asked(typed, describe, self.given))
        return (), ""

    def _give(self, option: Parameter, value: str) -> None:
        self.given.setdefault(option.names[0], []).append(value)
        if option.names[0] == "-C":
            os.chdir(Path(value).expanduser())


def _named(name: str, known: Iterable[Parameter]) -> Parameter | None:
    return next((parameter for parameter in known if name in parameter.names), None)


def _commands(path: str, *, describe: bool) -> Iterator[Candidate]:
    """The words that can stand behind those of `path`."""
    start = f"{path}_" if path else ""
    words = dict.fromkeys(name.removeprefix(start).split("_")[0] for name in command_names() if name.startswith(start))
    for word in sorted(words):
        is_command = start + word in command_names()
        yield Candidate(word, _(summary(start + word) if is_command else group_summaries()[word]) if describe else "")


def _options(known: Iterable[Parameter], given: Mapping[str, Sequence[str]]) -> Iterator[Candidate]:
    for parameter in known:
        if parameter.names and (parameter.is_many or parameter.names[0] not in given):
            yield from (Candidate(name, _(parameter.help)) for name in parameter.names)


def _values(parameter: Parameter, asked: Asked) -> tuple[Iterable[Candidate], str]:
    """The values that it may have, and its metavar."""
    metavar = bare(parameter.metavar)
    if metavar in VALUES:
        return VALUES[metavar](asked), metavar
    return map(Candidate, metavar.split("|") if "|" in metavar else ()), metavar
