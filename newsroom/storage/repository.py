"""Git, as named functions; the only place that knows GitPython. The one that writes to it is `change.commit_files`.

Never `repo.index` of GitPython: it sweeps other people's staged files into the commit, skips filters and signing, and
makes up an identity. Git itself, run with explicit paths, does none of this.
"""

import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import BinaryIO

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.text import printable

# core.fsmonitor names a program that git would run; user.useConfigOnly keeps git from guessing who someone is. What a
# commit rests on is on the disk before the branch says so (core.fsync); our messages are UTF-8, whatever others write.
_CONFIG = (
    "core.quotePath=false",
    "core.fsmonitor=false",
    "safe.bareRepository=explicit",
    "user.useConfigOnly=true",
    "advice.addIgnoredFile=false",
    "core.fsync=committed,loose-object,reference",
    "i18n.commitEncoding=UTF-8",
)
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # a machine without git is told so by us
_ENVIRONMENT = {"GIT_LITERAL_PATHSPECS": "1", "GIT_EDITOR": ":", "GIT_TERMINAL_PROMPT": "0"}


def is_repository(root: Path) -> bool:
    """Whether `root` lies in a git repository."""
    return run_git(root, "rev-parse", "--git-dir")[0] == 0


def configured_editor(root: Path) -> str:
    """The editor that git's settings name (`core.editor`); empty where they name none."""
    return run_git(root, "config", "core.editor")[1].strip()


def make_repository(root: Path) -> None:
    """Make a repository at `root`, on the branch that the user's settings name, else `main`.

    In it git shows Chinese file names as they are, not as numbers.
    """
    branch = [] if run_git(root, "config", "init.defaultBranch")[1] else ["--initial-branch=main"]
    require_git(root, "init", "--quiet", *branch)
    require_git(root, "config", "core.quotePath", "false")


def last_commits(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The newest commit of each path, by one walk that ends when the last one is found; empty without a repository."""
    wanted = set(paths)
    if not wanted or not head(root):
        return {}
    folders = {path.rpartition("/")[0] or "." for path in wanted}
    found, commit = dict[str, str](), ""
    walk = start_git(root, "log", "--format=:%H", "--name-only", "--relative", "--", *sorted(folders))
    for line in walk:
        if line.startswith(":"):
            commit = line[1:]
        elif line in wanted:
            found[line] = commit
            wanted.discard(line)
            if not wanted:
                walk.close()
    return found


def head(root: Path) -> str:
    """The commit that the branch is at; empty where it has none yet."""
    status, out, _err = run_git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return "" if status else out.strip()


def require_git(root: Path, *arguments: str, index: Path | None = None) -> str:
    """Run git where it has to succeed; what it printed. `index` is the file that it takes for its index.

    Raises:
        Refused: git did not do it; with its own words.
    """
    status, out, err = run_git(root, *arguments, index=index)
    if not status:
        return out
    signing = "-S" in arguments  # what git says of it differs from one sort of key to the other
    message = _("Git could not sign the commit:") if signing else _("Git refused:")
    raise Refused(
        "signing-failed" if signing else f"{arguments[0]}-failed",
        "\n".join([message, *git_words(out, err)]),
        _("Nothing was changed. Mend what it names, then run this again."),
    )


def git_words(*said: str) -> list[str]:
    """What git or a hook said, line by line, to be shown."""
    return [printable(line) for text in said for line in text.splitlines() if line.strip()]


def run_git(root: Path, *arguments: str, index: Path | None = None) -> tuple[int, str, str]:
    """Run git; its exit code, what it printed, what it complained of. `index` is the file that it takes for its index.

    Raises:
        Refused: git is not installed.
    """
    import git

    try:
        status, out, err = git.Git(root).execute(
            _command(arguments),
            with_extended_output=True,
            with_exceptions=False,
            env=_ENVIRONMENT | _letters() | _index(index),
        )
    except git.GitCommandNotFound:
        raise _no_git() from None
    return status, out if isinstance(out, str) else "", err


def run_hook(
    top: Path, hook: Path, *arguments: str, index: Path | None = None, more: Mapping[str, str]
) -> tuple[int, str]:
    """Run a hook as git does, in the work tree's `top`, `more` in its environment; its exit code and what it said."""
    import git

    with NamedTemporaryFile() as said:
        # By a shell, which also runs a script that does not say by what it is to be run. What it says goes to a file:
        # the end of a pipe would come only with the end of all that the hook leaves running.
        command = ["sh", "-c", 'said=$0; "$@" >"$said" 2>&1', said.name, str(hook), *arguments]
        language = {"LANGUAGE": os.environ.get("LANGUAGE", "")}
        environment = {"GIT_EDITOR": ":"} | language | _letters() | _index(index) | dict(more)
        status, *_out = git.Git(top).execute(command, with_extended_output=True, with_exceptions=False, env=environment)
        return status, Path(said.name).read_text("utf-8", "replace")


def start_git(root: Path, *arguments: str, end: bytes = b"\n") -> Generator[str, None, None]:
    """What git prints, as it comes, cut at `end`; closing ends git."""
    import git

    # Held as long as it is read: GitPython ends git when the handle goes.
    handle = git.Git(root).execute(_command(arguments), as_process=True, env=_ENVIRONMENT)
    process = handle.proc
    if process is None or process.stdout is None:  # for the type checker: it was just started with a pipe
        return
    try:
        rest = b""
        while piece := os.read(process.stdout.fileno(), 65536):
            *whole, rest = (rest + piece).split(end)
            yield from (text.decode(errors="surrogateescape") for text in whole)
    finally:
        process.kill()
        process.communicate()


def read_blobs(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """What the repository holds under each of these ids, by one git process."""
    with TemporaryFile() as wanted:
        wanted.write("".join(f"{blob}\n" for blob in ids).encode())
        wanted.seek(0)
        _status, printed, _err = git_bytes(root, "cat-file", "--batch", fed=wanted)
    found, at = dict[str, bytes](), 0
    while at < len(printed):
        end = printed.index(b"\n", at)
        blob, *about = printed[at:end].decode().split(" ")  # `<id> blob <size>`, or `<id> missing`
        at = end + 1
        if len(about) == 2:
            size = int(about[1])
            found[blob], at = printed[at : at + size], at + size + 1
    return found


def git_bytes(root: Path, *arguments: str, fed: BinaryIO | None = None) -> tuple[int, bytes, str]:
    """As `run_git`, where what git prints is the content of files; `fed` is what it reads."""
    import git

    status, out, err = git.Git(root).execute(
        _command(arguments),
        istream=fed,
        with_extended_output=True,
        with_exceptions=False,
        stdout_as_string=False,
        strip_newline_in_stdout=False,
        env=_ENVIRONMENT,
    )
    return status, out if isinstance(out, bytes) else b"", str(err)


def _letters() -> dict[str, str]:
    """GitPython sets LC_ALL to C. For what git starts, a letter stays what it is in the user's locale."""
    return {"LC_ALL": os.environ.get("LC_ALL", "")}


def _index(index: Path | None) -> dict[str, str]:
    return {"GIT_INDEX_FILE": str(index.absolute())} if index else {}


def _command(arguments: Sequence[str]) -> list[str]:
    return ["git", *(word for setting in _CONFIG for word in ("-c", setting)), *arguments]


def _no_git() -> Refused:
    return Refused("no-git", _("Git is not installed."), _("Install git 2.30 or newer, then run this again."))
