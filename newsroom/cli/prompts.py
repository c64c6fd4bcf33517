"""Questions at the terminal; the only place that knows questionary.

Each function asks one question and returns the answer. Ctrl-C and a closed terminal raise KeyboardInterrupt: no answer
is ever read as a yes.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter, merge_completers
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from questionary.prompts.common import InquirerControl

from newsroom.locale import _

T = TypeVar("T")
Check = Callable[[str], str]  # what is wrong with an answer, or nothing
Keep = Callable[[str], None]  # told what has been typed, at every key


class Offer(NamedTuple):
    """A completion: what is put in, for how many letters before the cursor, and what is said beside it."""

    text: str
    replaces: int
    note: str = ""


Complete = Callable[[str], Iterable[Offer]]  # what may go on from the text before the cursor

_MENU = 6  # lines below a question that its completions may take

_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan bold"),
        ("question", "bold"),
        ("answer", "fg:ansicyan"),
        ("instruction", "fg:ansibrightblack"),
    ]
)


@contextmanager
def on_terminal() -> Iterator[None]:
    """Ask on standard error, so that standard output stays for data."""
    with create_app_session(output=create_output(stdout=sys.stderr)):
        yield


def text(
    message: str,
    *,
    default: str = "",
    hint: str = "",
    check: Check | None = None,
    complete: Complete | None = None,
    keep: Keep | None = None,
) -> str:
    """A line of text; `complete` is shown while it is typed."""
    question = _text_question(
        message,
        default,
        _hinted(hint),
        (lambda said: check(on_one_line(said))) if check else None,
        completer=_Offers(complete) if complete else None,
        complete_while_typing=True,
        reserve_space_for_menu=_MENU if complete else 0,
    )
    return on_one_line(_ask(question, keep))


def lines(message: str, *, default: str = "", check: Check | None = None, keep: Keep | None = None) -> str:
    """Lines of text, pasted or typed; Esc and Enter end them."""
    hint = _("paste it; Esc, then Enter when done")
    bindings = KeyBindings()
    # Enter is a line feed where it was typed before the question was there.
    bindings.add(Keys.Escape, Keys.ControlJ)(lambda event: event.current_buffer.validate_and_handle())
    question = _text_question(message, default, f"{_hinted(hint)}\n", check, multiline=True, key_bindings=bindings)
    return str(_ask(question, keep))


def path(
    message: str,
    *,
    default: str = "",
    hint: str = "",
    check: Check | None = None,
    complete: Complete | None = None,
    keep: Keep | None = None,
) -> str:
    """The path of a file, completed with Tab; quotes of a file dragged into the window are taken off."""
    files = PathCompleter(expanduser=True)
    question = _text_question(
        message,
        default,
        _hinted(hint),
        (lambda said: check(clean_path(said))) if check else None,
        completer=merge_completers([_Offers(complete), files]) if complete else files,
        complete_while_typing=False,
        reserve_space_for_menu=_MENU,
    )
    return clean_path(_ask(question, keep))


def clean_path(said: str) -> str:
    """A path as it was typed or dragged in: without quotes, `~` written out."""
    said = "".join(letter for letter in on_one_line(said) if unicodedata.category(letter) != "Cc")
    if said[:1] in "'\"" and said[-1:] == said[:1] and len(said) > 1:
        said = said[1:-1]
    elif os.name != "nt" and not Path(said).exists():
        said = re.sub(r"\\(.)", r"\1", said)  # as a shell would write it: 地头\ \(1\).jpg
    return str(Path(said).expanduser()) if said else ""


def on_one_line(said: str) -> str:
    """An answer without the line ends that pasting brings along."""
    return re.sub(r"\s*[\r\n\t\x0b\x0c\u2028\u2029]+\s*", " ", said).strip()


def choice(message: str, choices: Sequence[tuple[str, T]], *, default: T | None = None, hint: str = "") -> T:
    """One of `choices`, each with its title; found with the arrow keys or by typing a part of the title."""
    instruction = hint or _("arrow keys, or type to search")
    values = [value for _title, value in choices]
    options = [questionary.Choice(title, value=number) for number, (title, _value) in enumerate(choices)]
    while True:
        question = questionary.select(
            message,
            options,
            default=options[values.index(default)] if default is not None and default in values else None,
            instruction=_hinted(instruction),
            use_search_filter=True,
            use_jk_keys=False,
            style=_STYLE,
        )
        _make_safe(question)
        answer = _ask(question)
        if isinstance(answer, int):  # some keys of the line editor end a choice without one
            return values[answer]


def yes(message: str, *, default: bool) -> bool:
    """A yes or a no."""
    return choice(message, [(_("yes"), True), (_("no"), False)], default=default)


class _Offers(Completer):
    """Completions of ours, for prompt_toolkit."""

    def __init__(self, complete: Complete) -> None:
        self.complete = complete

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        for offer in self.complete(document.text_before_cursor):
            yield Completion(offer.text, -offer.replaces, display_meta=offer.note)


def _text_question(
    message: str, default: str, instruction: str | None, check: Check | None, **more: Any
) -> questionary.Question:
    """A question for text, which is checked when it is answered, not while it is typed."""
    return questionary.text(
        message,
        default=default,
        instruction=instruction,
        validate=(lambda said: check(said) or True) if check else None,
        validate_while_typing=False,
        style=_STYLE,
        **more,
    )


def _hinted(hint: str) -> str | None:
    return _("({hint})", hint=hint) if hint else None


def _ask(question: questionary.Question, keep: Keep | None = None) -> Any:
    if keep is not None:
        question.application.current_buffer.on_text_changed += lambda buffer: keep(buffer.text)
    try:
        return question.unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None


def _make_safe(question: questionary.Question) -> None:
    """Mend what questionary leaves out: letters that are not ASCII, Ctrl-D, and Enter where nothing is found."""
    control = next(
        found for found in question.application.layout.find_all_controls() if isinstance(found, InquirerControl)
    )
    bindings: Any = question.application.key_bindings

    def search(event: KeyPressEvent) -> None:
        for letter in event.data:
            if letter.isprintable():
                control.add_search_character(letter)  # type: ignore[arg-type]  # it is typed for named keys only

    def leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    def nothing(event: KeyPressEvent) -> None:
        pass

    for key in (Keys.Any, Keys.BracketedPaste):
        bindings.add(key)(search)
    bindings.add(Keys.ControlD, eager=True)(leave)
    titles = [str(option.title).lower() for option in control.choices]
    lost = Condition(lambda: not any((control.search_filter or "").lower() in title for title in titles))
    bindings.add(Keys.ControlM, eager=True, filter=lost)(nothing)
