"""The screens in the documentation: each page's commands, run in their order on a terminal of 80 columns.

A page is Markdown. What is run stands in blocks of ```console: `$ ` and a command, then what stood on the terminal. A
command that ends with `# exit 1` ends so. Comments above a block, which a reader does not see, say the rest:

    <!-- run: … -->   is run before, and shown to nobody
    <!-- keys: … -->  is typed while the block's last command runs, a line for each question: `Headline | Tram returns`,
                      Enter behind it unless the line ends with a key: <Down>, <Ctrl-C>, <Paste notes.txt> …;
                      `exit 130` where it does not end with 0
    <!-- tab: … -->   is typed at the shell's prompt and not run
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsroom.model.text import display_width
from tests.support.keys import PATIENCE, question_pattern
from tests.support.photos import alt, jpeg, seq, xmp

ROOT = Path(__file__).parent.parent.parent
PAGES = (
    "README.md",
    *(
        f"docs/{folder}{name}.md"
        for folder in ("", "zh-CN/")
        for name in ("reporters", "editors", "rules", "setup", "guarantees")
    ),
)
COLUMNS, ROWS = 80, 50
HOME = "/home/ana"  # what a page says where the scratch folder stands
ZERO_WIDTH = "\u200b"
WIDEST_COMMAND = COLUMNS - 3  # beside the `$ ` and the cursor

_PARTS = re.compile(r"<!-- (?P<how>run|keys|tab): ?(?P<said>.*?)-->|^```console\n(?P<shown>.*?)^```$", re.M | re.S)
_KEYS = {
    "Enter": "Enter", "Tab": "Tab", "Esc": "Escape", "Backspace": "BSpace", "Up": "Up", "Down": "Down",
    "Ctrl-C": "C-c", "Ctrl-U": "C-u",
}  # fmt: skip
_KEY = re.compile(rf"<({'|'.join(_KEYS)}|Paste [^>]+)>")
_MARK = "~"  # typed and deleted again behind the Tab key: when it stands there, the shell has completed

# What differs from run to run, and what a reader may take as said for any.
_ALIKE = (
    (re.compile(r"\b\d{4}-\d\d-\d\d-\d{6}-[0-9a-f]{8}\b"), "2026-11-17-140213-5f0c2ab1"),  # what was rescued
    (re.compile(r"\b20\d\d-\d\d-\d\d(?= \d\d:\d\d(?: was broken off|）中断))"), "2026-11-17"),  # today
    (re.compile(r"\b\d\d:\d\d\b"), "14:02"),
    (re.compile(r"\b(?=[a-f]*\d)[0-9a-f]{7,40}\b"), "5f0c2ab"),
    (re.compile(r"(newsroom -C \w+ issue new) [\d-]+"), r"\1 2026-11-18"),  # today
    (re.compile(r"\b\d+ KB\b"), "5 KB"),  # of a photo that the tests make
    (re.compile(r"\bgit \d+\.[\d.]+"), "git 2.39.5"),
    (re.compile(r"\b(newsroom [\d.]+), Python .*"), r"\1, Python 3.11.7, Linux 6.1.0"),
)

# The clock of git goes on by some minutes at every prompt, so that hashes and dates are the same in every run.
_START_UP = """\
PS1='$ ' PS2=''
unset HISTFILE
clock=1794906120  # Tuesday, 17 November 2026, 09:02
tick() {
  echo "$?" >> "$ENDS"
  clock=$((clock + 180))
  export GIT_AUTHOR_DATE="@$clock +0000" GIT_COMMITTER_DATE="@$clock +0000"
}
PROMPT_COMMAND=tick
"""
_TERMINAL = """\
set -g default-terminal screen-256color
set -g status off
set -g history-limit 5000
"""
# Somebody who has an editor open changes what $EDITS says.
_EDITOR = """\
#!/bin/sh
for file; do :; done
sed -e "$EDITS" "$file" > "$file.new" && cat "$file.new" > "$file"
"""
# Whether there are fonts is of this machine, and not of the pages.
_FONTS = "#!/bin/sh\necho Noto Serif CJK SC\n"


@dataclass(frozen=True)
class Screen:
    """A block of a page: where its text stands, what the page says, and what stood on the terminal."""

    start: int
    end: int
    on_page: str
    on_terminal: str

    @property
    def is_right(self) -> bool:
        """Whether the page says what happened, but for what differs in every run."""
        return alike(self.on_page) == alike(self.on_terminal)

    @property
    def has_output(self) -> bool:
        """Whether the page shows more than the commands."""
        return len(self.on_page.splitlines()) > sum(len(lines) for lines in commands_in(self.on_page))


def alike(shown: str) -> str:
    """The text of a screen without what differs from run to run."""
    for pattern, instead in _ALIKE:
        shown = pattern.sub(instead, shown)
    return shown


def commands_in(shown: str) -> list[list[str]]:
    """The commands of a block, each as the lines that are typed."""
    found: list[list[str]] = []
    goes_on = False
    for line in shown.splitlines():
        if goes_on:
            found[-1].append(line)
        elif line.startswith("$ "):
            found.append([line.removeprefix("$ ")])
        goes_on = bool(found) and (goes_on or line.startswith("$ ")) and line.endswith("\\")
    return found


def played(page: str) -> Iterator[Screen]:
    """Run a page, and say of each block what stood on the terminal.

    Raises:
        AssertionError: a command did not end as the page says, or a question did not come.
    """
    text = (ROOT / page).read_text("utf-8")
    with opened_shell() as shell:
        how, said = "", ""
        for part in _PARTS.finditer(text):
            if part["how"] == "run":
                for line in part["said"].strip().splitlines():
                    assert shell.run([line]) == 0, shell.screen()
            elif part["how"]:
                how, said = part["how"], part["said"].strip()
            else:
                shown = _press_tab(shell, said) if how == "tab" else _run(shell, commands_in(part["shown"]), said)
                yield Screen(part.start("shown"), part.end("shown"), part["shown"], shown)
                how, said = "", ""


def _run(shell: "Shell", commands: list[list[str]], keys: str) -> str:
    """Run the commands of a block; the last is answered with the keys."""
    shell.clear()
    for number, command in enumerate(commands, 1):
        too_long = [line for line in command if display_width(line) > WIDEST_COMMAND]
        assert not too_long, f"too long for {COLUMNS} columns: {too_long}"
        is_last = number == len(commands)
        wanted = re.search(r"# exit (\d+)$", command[-1]) or (is_last and re.search(r"^exit (\d+)$", keys, re.M))
        code = shell.run(command, keys if is_last else "")
        assert code == int(wanted[1] if wanted else 0), f"exit {code}\n{shell.screen()}"
    return shell.screen().removesuffix("$\n")


def _press_tab(shell: "Shell", keys: str) -> str:
    shell.clear()
    shell.press(keys + _MARK)
    shell.wait("the Tab key", lambda: shell.screen().endswith(_MARK + "\n"))
    shell.press("<Backspace>")
    shell.wait("the Tab key", lambda: not shell.screen().endswith(_MARK + "\n"))
    shown = shell.screen()
    shell.give_up_line()
    return shown


class Shell:
    """A shell on a terminal of 80 columns, in a home of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self._ends, self._log = folder / "ends", folder / "log"
        self._log.touch()
        self._read = 0  # how much of what the terminal was sent has been waited for

    def open(self) -> None:
        """Start it, and wait until it is there."""
        folder = self._folder
        (folder / "terminal").write_text(_TERMINAL)
        (folder / "start").write_text(_START_UP)
        start = shlex.join(["bash", "--noprofile", "--rcfile", str(folder / "start")])
        size = ("-x", str(COLUMNS), "-y", str(ROWS))
        self._tmux("-f", str(folder / "terminal"), "new-session", "-d", *size, "-c", self._environment["HOME"], start)
        self.wait("a shell", lambda: self.screen() == "$\n")
        self._tmux("pipe-pane", f"cat >> {shlex.quote(str(self._log))}")

    def run(self, lines: list[str], keys: str = "") -> int:
        """Type a command and what answers it, wait until it has ended; its exit code."""
        before, self._read = len(self._codes()), self._log.stat().st_size
        for line in lines:
            self._type(line)
            self._tmux("send-keys", "Enter")
        for line in keys.splitlines():
            if not line.startswith("exit "):
                question, _bar, answer = line.partition("|")
                self._answer(question.strip(), answer.strip())
        return self._wait_for_prompt(after=before)

    def press(self, keys: str) -> None:
        """Type text, and the keys that are named in it."""
        for number, text in enumerate(_KEY.split(keys)):
            if number % 2 == 0:
                self._type(text)
            elif text.startswith("Paste "):
                self._tmux("load-buffer", str(Path(self._environment["HOME"]) / text.removeprefix("Paste ")))
                self._tmux("paste-buffer", "-p")
            else:
                self._tmux("send-keys", _KEYS[text])

    def screen(self) -> str:
        """What stands on the terminal, and what has left it at the top."""
        shown = self._tmux("capture-pane", "-p", "-S", "-")
        shown = shown.replace(self._environment["HOME"], HOME).replace(ZERO_WIDTH, "")  # which nobody sees
        lines = [line.rstrip() for line in shown.splitlines()]
        return "\n".join(lines).rstrip("\n") + "\n"

    def clear(self) -> None:
        """Begin at an empty screen."""
        self._tmux("send-keys", "C-l")
        self.wait("an empty screen", lambda: self._tmux("capture-pane", "-p").strip() == "$")
        self._tmux("clear-history")

    def give_up_line(self) -> None:
        """Leave a line that is not to be run."""
        before = len(self._codes())
        self._tmux("send-keys", "C-c")
        self._wait_for_prompt(after=before)

    def wait(self, what: str, is_there: Callable[[], bool]) -> None:
        """Wait until it is there.

        Raises:
            AssertionError: it does not come.
        """
        deadline = time.monotonic() + PATIENCE
        while not is_there():
            assert time.monotonic() < deadline, f"waited for {what}\n{self.screen()}"
            time.sleep(0.02)

    def close(self) -> None:
        self._tmux("kill-server")

    def _answer(self, question: str, answer: str) -> None:
        self.wait(question, lambda: self._is_asked(question))
        self.press(answer if re.search(r"<[^<>]+>$", answer) else answer + "<Enter>")

    def _is_asked(self, question: str) -> bool:
        said = self._log.read_bytes()[self._read :]
        found = re.search(question_pattern(question).encode(), said)
        if found:
            self._read += found.end()
        return bool(found)

    def _type(self, text: str) -> None:
        if text:
            self._tmux("send-keys", "-l", "--", text)

    def _codes(self) -> list[str]:
        return self._ends.read_text().splitlines() if self._ends.exists() else []

    def _wait_for_prompt(self, *, after: int) -> int:
        self.wait("the end of the command", lambda: len(self._codes()) > after)
        self.wait("the prompt", lambda: self.screen().endswith("$\n") and self._log.read_bytes().endswith(b"$ "))
        return int(self._codes()[-1])

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-S", str(self._folder / "socket"), *arguments]
        return subprocess.run(command, check=True, capture_output=True, env=self._environment).stdout.decode()


@contextmanager
def opened_shell() -> Iterator[Shell]:
    """A shell where `newsroom` is this one, in a scratch home that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="screens-"))
    home, programs = folder / "home", folder / "bin"
    for place in (home, programs):
        place.mkdir()
    newsroom = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsroom "$@"\n'
    for name, script in {"newsroom": newsroom, "nano": _EDITOR, "fc-list": _FONTS}.items():
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    (home / ".gitconfig").write_text("[user]\n\tname = Ana Ortiz\n\temail = ana@example.com\n")
    for name, content in _photos().items():
        (home / name).write_bytes(content)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "NEWSROOM_", "LC_", "TMUX")) and name not in ("NO_COLOR", "VISUAL", "TZ")
    }
    environment = {
        "PATH": f"{programs}{os.pathsep}{kept.pop('PATH')}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "EDITOR": "nano",
        "SHELL": "/bin/bash",
        "INPUTRC": os.devnull,
        "ENDS": str(folder / "ends"),
    }
    shell = Shell(folder, kept | environment)
    try:
        shell.open()
        yield shell
    finally:
        shell.close()
        shutil.rmtree(folder, ignore_errors=True)  # whatever ran in it may still be about to end


def _photos() -> dict[str, bytes]:
    """What the reporters of the pages have brought home."""
    return {
        "tram-stop.jpg": jpeg(
            xmp=xmp(
                description=alt(x_default="The first tram of the morning stops on Mill Street on Tuesday."),
                creator=seq("Naomi Feld"),
                rights=alt(x_default="© The Linden Courier"),
            ),
            size=(2400, 1600),
        ),
        "queue.jpg": jpeg(size=(640, 480), color="navy"),
        "夜校.jpg": jpeg(
            xmp=xmp(
                description=alt(x_default="11月16日晚，村民在柳湾村文化站学习果树剪枝。"),
                creator=seq("袁子衿"),
                rights=alt(x_default="© 临江日报"),
            ),
            size=(2400, 1600),
        ),
        "课后.jpg": jpeg(size=(640, 480), color="teal"),
    }
