"""Keys as a terminal sends them, to questions in this process and to newsroom as a process on a terminal of its own."""

import fcntl
import io
import os
import re
import shlex
import struct
import sys
import termios
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pexpect
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

import newsroom
from newsroom.cli.main import run
from tests.support.desk import Result

ENTER, ESC, TAB, BACKSPACE = "\r", "\x1b", "\t", "\x7f"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE, PAGE_UP, PAGE_DOWN, F1 = "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1bOP"
CTRL_A, CTRL_C, CTRL_D, CTRL_U = "\x01", "\x03", "\x04", "\x15"
DONE = ESC + ENTER  # ends several lines of text
COLUMNS, ROWS = 80, 24
PATIENCE = 30  # seconds until a terminal that says nothing is given up; only a broken test waits for them

# Nobody here answers where the cursor is. Set for all, since prompt_toolkit asks the environment of this process.
os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"

_STEERING = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[@-Z\\-_=>]|[\r\x07\x08]")


@dataclass(frozen=True)
class Step:
    """A question, known by what it says, and the keys that answer it; `of` is the one that it goes on from."""

    asked: str
    keys: str = ENTER
    of: str = ""

    def belongs_to(self, *questions: str) -> bool:
        return (self.of or self.asked).startswith(questions)


# A whole story with two people and a photo in Chinese; its deck is skipped, and filled in when all is shown.
BODY = "全市秋播进入尾声。\n\n截至10月11日，冬小麦播种过九成。"
BYLINE = (
    Step("署名", "周一新" + ENTER),
    Step("周一新：身份", of="署名"),
    Step("署名：还有谁？", "通讯员 林小满" + ENTER),
    Step("署名：还有谁？"),
)
TEXT = (Step("正文"), Step("正文", f"\x1b[200~{BODY}\x1b[201~" + DONE))
PHOTO_CREDIT = (
    Step("图片署名", "林小满" + ENTER),
    Step("林小满：身份", "通讯" + ENTER, of="图片署名"),
)
PICTURE = (
    Step("图片 1", "../sowing.jpg" + ENTER),
    Step("图片说明", "农机手在地头调试播种机。" + ENTER),
    *PHOTO_CREDIT,
)
STORY = (
    Step("期"),
    Step("体裁"),
    Step("主题", "冬小麦播种过九成" + ENTER),
    Step("引题", "秋收秋种一线" + ENTER),
    Step("副题"),
    Step("版名", "乡村" + ENTER),
    Step("版次", "1" + ENTER),
    *BYLINE,
    *TEXT,
    *PICTURE,
    Step("图片 2"),
)
CHANGE_DECK = (
    Step("接下来？", DOWN + ENTER),
    Step("改哪一项？", "副题" + ENTER),
    Step("副题", "——全市秋种工作见闻" + ENTER),
)
SAVE, LEAVE = Step("接下来？"), Step("接下来？", UP + UP + ENTER)
THROW_AWAY = Step("接下来？", UP + ENTER)
FILED = """\
---
kicker: 秋收秋种一线
headline: 冬小麦播种过九成
deck: ——全市秋种工作见闻
section: 乡村振兴
page: 1
kind: story
byline:
  - {role: 记者, name: 周一新}
  - {role: 通讯员, name: 林小满}
photos:
  - file: sowing.jpg
    caption: 农机手在地头调试播种机。
    credit:
      - {role: 通讯员, name: 林小满}
status: draft
---
全市秋播进入尾声。

截至10月11日，冬小麦播种过九成。
"""


def paste(text: str) -> str:
    """As a terminal sends what is pasted: in brackets, each line end as Enter."""
    return f"\x1b[200~{text.replace(chr(10), ENTER)}\x1b[201~"


def keys_of(steps: Sequence[Step]) -> str:
    return "".join(step.keys for step in steps)


def plain(shown: str) -> str:
    """What a terminal was sent, without colours and moves of the cursor."""
    return _STEERING.sub("", shown)


def questions(shown: str, *known: str) -> list[str]:
    """Which of the `known` questions were asked, in order; each is drawn once more when it is answered."""
    asked = re.findall(rf"\? ({'|'.join(map(re.escape, known))})(?=\s|$)", plain(shown))
    return [question for at, question in enumerate(asked) if at == 0 or asked[at - 1] != question]


def question_pattern(question: str) -> str:
    """A pattern of what a terminal is sent where a question begins.

    It begins with switching to bracketed paste; answered, it is drawn again without.
    """
    begun = r"\x1b\[\?2004h[^?]*(?:\?\d+[hl][^?]*)*"
    return begun + rf"\?(?:\x1b\[[\d;]*m)* {re.escape(question)}(?=[\s\x1b])"


@contextmanager
def typed(keys: str) -> Iterator[None]:
    """`keys` are typed ahead, and then the terminal is closed: a question too many ends in KeyboardInterrupt."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        pipe.close()
        yield


def run_with_keys(keys: str, *arguments: object) -> Result:
    """Run newsroom in this process, at a real terminal of 80 columns, with `keys` typed ahead.

    `err` is what the terminal was shown, `out` what went to standard output, which is a file.
    """
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    shown: list[bytes] = []
    reader = threading.Thread(target=_drain, args=(master, shown))
    reader.start()
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    try:
        with (
            open(slave, closefd=False) as stdin,
            open(slave, "w", encoding="utf-8", closefd=False) as stderr,
            _redirect_stdin(stdin),
            redirect_stdout(out),
            redirect_stderr(stderr),
            create_pipe_input() as pipe,
            create_app_session(input=pipe),
        ):
            pipe.send_text(keys)
            pipe.close()
            code = run([str(argument) for argument in arguments])
    finally:
        os.close(slave)
        reader.join()
        os.close(master)
    out.seek(0)
    return Result(int(code), out.read(), b"".join(shown).decode())


@contextmanager
def _redirect_stdin(stdin: TextIO) -> Iterator[None]:
    before, sys.stdin = sys.stdin, stdin
    try:
        yield
    finally:
        sys.stdin = before


def _drain(master: int, shown: list[bytes]) -> None:
    while True:
        try:
            some = os.read(master, 65536)
        except OSError:  # Linux says so when the last one has closed the terminal
            return
        if not some:
            return
        shown.append(some)


class Terminal:
    """A process on a terminal of 80 columns, and somebody who reads and types."""

    def __init__(self, command: str, *, cwd: Path, **environment: str) -> None:
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", command],
            cwd=str(cwd),
            env={
                **os.environ,
                "PYTHONPATH": str(Path(newsroom.__file__).parent.parent),
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                **environment,
            },
            dimensions=(ROWS, COLUMNS),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.log = self.child.logfile_read = io.StringIO()

    @property
    def shown(self) -> str:
        return self.log.getvalue()

    def see(self, *texts: str) -> None:
        """Wait until these texts are shown, one after the other."""
        for text in texts:
            self.child.expect_exact(text)

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def wait_for(self, question: str) -> None:
        """Wait until a question is asked."""
        self.child.expect(question_pattern(question))

    def answer(self, steps: Sequence[Step]) -> None:
        """Wait for each question and answer it."""
        for step in steps:
            self.wait_for(step.asked)
            self.type(step.keys)

    def end(self) -> int:
        """Wait until the process has ended; its exit code, negative where a signal ended it."""
        self.child.expect(pexpect.EOF)
        return self._ended()

    def hang_up(self) -> int:
        """Close the window; how the process ended."""
        self.child.ptyproc.fileobj.close()  # not child.close(): it sends signals of its own
        return self._ended()

    def _ended(self) -> int:
        process, deadline = self.child.ptyproc, time.monotonic() + PATIENCE
        while process.isalive():
            assert time.monotonic() < deadline, "newsroom does not end"
            time.sleep(0.01)
        process.fileobj.close()
        process.closed = self.child.closed = True
        code: int = process.exitstatus if process.signalstatus is None else -process.signalstatus
        return code


def newsroom_command(*arguments: object) -> str:
    """A shell's command line that becomes newsroom."""
    return f"exec {shlex.join([sys.executable, '-m', 'newsroom', *map(str, arguments)])}"
