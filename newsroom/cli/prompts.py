"""Questions at the terminal; the only place that knows questionary.

Each function asks one question and returns the answer. Ctrl-C and a closed terminal raise KeyboardInterrupt: no answer
is ever read as a yes.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import PathCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from questionary.prompts.common import InquirerControl

from newsroom.desk.add_article import body_text
from newsroom.errors import Malformed, Refused
from newsroom.locale import _
from newsroom.storage.files import decode_text

T = TypeVar("T")
Check = Callable[[str], str]  # what is wrong with an answer, or nothing

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


def text(message: str, *, default: str = "", hint: str = "", check: Check | None = None) -> str:
    """A line of text."""
    question = questionary.text(
        message,
        default=default,
        instruction=f"({hint})" if hint else None,
        validate=_validator(check),
        validate_while_typing=False,
        style=_STYLE,
    )
    return on_one_line(str(_ask(question)))


def lines(message: str) -> str:
    """Lines of text, pasted or typed; Esc and Enter end them."""
    hint = _("paste it; Esc, then Enter when done")
    bindings = KeyBindings()
    # Enter is a line feed where it was typed before the question was there.
    bindings.add(Keys.Escape, Keys.ControlJ)(lambda event: event.current_buffer.validate_and_handle())
    instruction = f"({hint})\n"
    return str(
        _ask(questionary.text(message, multiline=True, instruction=instruction, key_bindings=bindings, style=_STYLE))
    )


def path(message: str, *, hint: str = "", check: Check | None = None) -> str:
    """The path of a file, completed with Tab; quotes of a file dragged into the window are taken off."""
    answer = _ask(
        questionary.text(
            message,
            instruction=f"({hint})" if hint else None,
            completer=PathCompleter(expanduser=True),
            complete_while_typing=False,
            validate=_validator((lambda said: check(clean_path(said))) if check else None),
            validate_while_typing=False,
            style=_STYLE,
        )
    )
    return clean_path(answer)


def clean_path(said: str) -> str:
    """A path as it was typed or dragged in: without quotes, `~` written out."""
    said = on_one_line(said)
    if said[:1] in "'\"" and said[-1:] == said[:1] and len(said) > 1:
        said = said[1:-1]
    elif os.name != "nt" and not Path(said).exists():
        said = re.sub(r"\\(.)", r"\1", said)  # as a shell would write it: 地头\ \(1\).jpg
    return str(Path(said).expanduser()) if said else ""


def on_one_line(said: str) -> str:
    """An answer without the line ends and control characters that pasting brings along."""
    said = re.sub(r"\s*[\r\n\t]+\s*", " ", said)
    return "".join(letter for letter in said if unicodedata.category(letter) != "Cc").strip()


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
            instruction=f"({instruction})",
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


def edited(initial: str, suffix: str = ".md") -> str:
    """The text as the user leaves it in the editor of `$VISUAL`, `$EDITOR`, or else of this system.

    Raises:
        Refused: there is no editor, or it failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    with tempfile.TemporaryDirectory(prefix="newsroom-") as folder:
        file = Path(folder) / f"body{suffix}"
        file.write_text(initial, encoding="utf-8")
        try:
            # The editor draws on the terminal, also where standard output goes into a file.
            subprocess.run([*shlex.split(editor), str(file)], check=True, stdout=sys.stderr)
        except (OSError, subprocess.CalledProcessError, ValueError):
            raise Refused(
                "no-editor",
                _("The editor {editor} could not be used.", editor=editor),
                _("Name one that is there: export EDITOR=nano"),
            ) from None
        try:
            return decode_text(content := file.read_bytes())
        except Malformed:  # what was written stands nowhere else
            kept = Path(tempfile.mkdtemp(prefix="newsroom-kept-")) / file.name
            kept.write_bytes(content)
            return body_text(content, str(kept))  # refuses it, and says where it is kept and how to convert it
        except FileNotFoundError:
            raise Refused(
                "no-text", _("The editor left no text."), _("Save the file before you close the editor.")
            ) from None


def _ask(question: questionary.Question) -> Any:
    try:
        return question.unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None


def _validator(check: Check | None) -> Callable[[str], bool | str] | None:
    if check is None:
        return None
    return lambda said: check(said) or True


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
