"""A person's own editor, on a copy in a folder of its own: half a text never stands in the place of a whole one."""

import os
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from newsroom.desk.add_article import body_text
from newsroom.errors import Malformed, Refused
from newsroom.locale import _
from newsroom.storage.files import decode_text
from newsroom.storage.repository import configured_editor

Keep = Callable[[bytes], None]  # told what the editor left, however it ended

# Those that begin at a line when they are told to by `+LINE`.
_TAKE_A_LINE = {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "joe", "jed", "mg", "kak"}


def edited(root: Path, initial: str, keep: Callable[[str], None] | None = None) -> str:
    """A body as the user leaves it in the editor; `keep` is told of it, however the editor ended.

    Raises:
        Refused: there is no editor, it failed, or what it left is no text; says where that is kept.
    """
    left = edited_file(
        root, initial.encode(), "body.md", keep=(lambda left: keep(left.decode(errors="replace"))) if keep else None
    )
    try:
        return decode_text(left)
    except Malformed:  # what was written stands nowhere else
        kept = Path(tempfile.mkdtemp(prefix="newsroom-kept-")) / "body.md"
        kept.write_bytes(left)
        return body_text(left, str(kept))  # refuses it, and says where it is kept and how to convert it


def edited_file(root: Path, content: bytes, name: str, *, line: int = 1, keep: Keep | None = None) -> bytes:
    """What the user makes of `content` in the editor, which sees a file of that name, at that line where it can.

    `keep` is told of what was changed also where the editor failed, or the window was closed.

    Raises:
        Refused: there is no editor, it failed, or it left nothing.
    """
    editor = editor_for(root)
    with tempfile.TemporaryDirectory(prefix="newsroom-", ignore_cleanup_errors=True) as folder, _stopping_interrupts():
        file = Path(folder) / name
        file.write_bytes(content)
        left: bytes | None = None
        try:
            # The editor draws on the terminal, also where standard output goes into a file.
            subprocess.run([*_command(editor, line), str(file)], check=True, stdout=sys.stderr)
        except (OSError, subprocess.CalledProcessError, ValueError):
            raise Refused(
                "no-editor",
                _("The editor {editor} could not be used.", editor=editor),
                _("Name one that is there: export EDITOR=nano"),
            ) from None
        finally:
            left = file.read_bytes() if file.is_file() else None
            if keep is not None and left is not None and left != content:
                keep(left)
    if left is None:
        raise Refused("no-text", _("The editor left no text."), _("Save the file before you close the editor."))
    return left


def editor_for(root: Path) -> str:
    """The command of the user's editor: `$VISUAL`, `$EDITOR`, git's, else the one that every system has."""
    own = os.environ.get("VISUAL") or os.environ.get("EDITOR") or configured_editor(root)
    return own or ("notepad" if os.name == "nt" else "vi")


def _command(editor: str, line: int) -> list[str]:
    command = shlex.split(editor)
    name = Path(command[0]).name.partition(".")[0] if command else ""  # vim.basic is vim
    return [*command, f"+{line}"] if line > 1 and name in _TAKE_A_LINE else command


@contextmanager
def _stopping_interrupts() -> Iterator[None]:
    """A closed window stops us as Ctrl-C does, so that what was written before can still be kept."""

    def interrupt(_number: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {number: signal.signal(number, interrupt) for number in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
