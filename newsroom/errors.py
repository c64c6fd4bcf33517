"""What newsroom says no with: one family of errors, and the exit codes they end in."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ends; the contract with scripts and CI."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    BUG = 4
    INTERRUPTED = 130


class NewsroomError(Exception):
    """A refusal that a user can act on: `code` is stable, `message` says what and where, `help` what to type next."""

    exit_code = ExitCode.REFUSED

    def __init__(self, code: str, message: str, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help


class UsageError(NewsroomError):
    """The command line itself is wrong: a value that is not of its kind, an answer that is missing."""

    exit_code = ExitCode.USAGE


class Refused(NewsroomError):
    """The command is right, but the files, the repository or the machine do not allow it."""


class Malformed(Refused):
    """A file that cannot be read; `line` and `column` count from 1 in that file."""

    def __init__(self, code: str, message: str, help: str = "", *, line: int = 1, column: int = 1) -> None:
        super().__init__(code, message, help)
        self.line = line
        self.column = column
