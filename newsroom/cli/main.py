"""Runs one command, and turns whatever ends it into a message and an exit code. No traceback reaches a user."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from newsroom.cli.screen import Settings, paint, say, settings, show_json
from newsroom.errors import ExitCode, NewsroomError, Refused, UsageError
from newsroom.locale import LANGUAGES, SOURCE, _, nearest, speak
from newsroom.locale.notices import listen


def run(arguments: Sequence[str]) -> int:
    """Run newsroom with these arguments; the exit code."""
    for name in Settings.__slots__:
        setattr(settings, name, getattr(Settings(), name))
    _set_up_streams()
    listen(say)
    try:
        speak(interface_language(arguments))
        _check_folder()
        _check_letters(arguments)
        from newsroom.cli.app import invoke

        code = invoke(arguments)
        sys.stdout.flush()
    except NewsroomError as error:
        _refuse(error, arguments)
        return error.exit_code
    except KeyboardInterrupt as stop:
        say("")
        for line in (_("Stopped. Nothing was written."), *filter(None, map(str, stop.args))):
            say(line)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader of our output, `head` say, has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        return ExitCode.DONE
    except Exception:
        message = _("This is a bug in newsroom, not in your copy. Nothing more was written.")
        help = _("A report is in {path}; please send it to who looks after newsroom.", path=_report())
        _refuse(NewsroomError("bug", message, help), arguments)
        return ExitCode.BUG
    return code


def interface_language(arguments: Sequence[str]) -> str:
    """`--lang`, else NEWSROOM_LANG, else the newsroom's language, else the locale's.

    It is wanted before the arguments are parsed, since what parsing says is in it. So this only looks for the two
    options that matter; a wrong guess costs a sentence in another language.
    """
    said = _option(arguments, "--lang")
    if said in LANGUAGES:
        return said
    for tag in (os.environ.get("NEWSROOM_LANG"), _paper_language(_option(arguments, "-C")), _locale()):
        language = nearest(tag) if tag else None
        if language:
            return language
    return SOURCE


def _option(arguments: Sequence[str], name: str) -> str:
    for at, argument in enumerate(arguments):
        if argument == name and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith(name + "=") and name.startswith("--"):
            return argument.removeprefix(name + "=")
    return ""


def _paper_language(folder: str) -> str | None:
    """What `newsroom.yaml` says, by its line: to read it as YAML is felt, and not every command needs it."""
    from newsroom.storage.files import read_text
    from newsroom.storage.newsroom import SETTINGS, find_root

    try:
        root = find_root(Path(folder or "."))
        line = re.search(r"^language:[ \t]*[\"']?([\w-]+)", read_text(root / SETTINGS), re.MULTILINE) if root else None
    except (NewsroomError, OSError):
        return None
    return line[1] if line else None


def _locale() -> str | None:
    return next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)


def _set_up_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that can not show a letter gets a mark for it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _check_folder() -> None:
    """The folder that a terminal stands in may have been deleted under it."""
    try:
        Path.cwd()
    except OSError:
        raise Refused(
            "no-folder", _("The current folder is not there any more."), _("Go to one that is there: cd")
        ) from None


def _check_letters(arguments: Sequence[str]) -> None:
    """An argument in another encoding can be neither shown nor written."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise UsageError(
                "not-utf-8", _("{text} is not UTF-8 text.", text=argument), _("Set the terminal to UTF-8.")
            ) from None


def _refuse(error: NewsroomError, arguments: Sequence[str]) -> None:
    if settings.json or "--json" in arguments:
        show_json({"error": {"code": error.code, "message": error.message, "help": error.help}})
    else:
        say(paint("newsroom:", sys.stderr, fg="red", bold=True) + " " + error.message)
        if error.help:
            say(error.help)


def _report() -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="newsroom-bug-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write(f"newsroom {' '.join(sys.argv[1:])}\nPython {sys.version}\n\n{traceback.format_exc()}")
    return file.name
