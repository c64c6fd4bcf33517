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
from newsroom.locale import _, listed
from newsroom.model.text import printable

# core.fsmonitor names a program that git would run; user.useConfigOnly keeps git from guessing who someone is.
_CONFIG = (
    "core.quotePath=false",
    "core.fsmonitor=false",
    "safe.bareRepository=explicit",
    "user.useConfigOnly=true",
    "advice.addIgnoredFile=false",
)
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # a machine without git is told so by us
_ENVIRONMENT = {"GIT_LITERAL_PATHSPECS": "1", "GIT_EDITOR": ":", "GIT_TERMINAL_PROMPT": "0"}

# By these a shell or a hook sends git to another repository, work tree or index than that of the folder.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")

# What git leaves in its folder while it is in the middle of something.
_UNFINISHED_WORDS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
}


def check_ready(root: Path) -> None:
    """See that git can commit here, before anyone types a story.

    Raises:
        Refused: no git, no repository, another one by the environment, bare, read-only, no branch, something
            unfinished, or nobody to commit as.
    """
    elsewhere = [name for name in _ELSEWHERE if name in os.environ]
    if elsewhere:
        raise Refused(
            "foreign-repository",
            _("{names} is set: git would write to another place than this newsroom.", names=listed(elsewhere)),
            _("Take it away: unset {names}", names=" ".join(elsewhere)),
        )
    bare, inside, git_dir, branch = check_repository(root)
    if bare == "true" or inside != "true":
        raise Refused(
            "bare-repository", _("This repository has no work tree."), _("Clone it, and work in the clone: git clone")
        )
    if not os.access(git_dir, os.W_OK):
        raise Refused(
            "read-only-repository",
            _("{path} can only be read: nothing can be committed here.", path=git_dir),
            _("See that it is yours to write in: ls -ld {path}", path=git_dir),
        )
    for name, what in _UNFINISHED_WORDS.items():
        if (Path(git_dir) / name).exists():
            verb = what.split()[1]
            raise Refused(
                f"unfinished-{verb}",
                _("Git is in the middle of {what}.", what=_(what)),
                _("Finish it (git status says how) or leave it: {command}", command=_way_out(verb)),
            )
    # Before the first commit only symbolic-ref knows the branch.
    if not branch.startswith("refs/") and run_git(root, "symbolic-ref", "--quiet", "HEAD")[0]:
        raise Refused(
            "detached-head",
            _("Git is not on a branch (detached HEAD), a commit would be lost."),
            _("Go to your branch: git switch main, or make one here: git switch -c NAME"),
        )
    check_identity(root)


def check_repository(root: Path) -> tuple[str, str, str, str]:
    """See that there is a repository here.

    Whether it is bare, whether `root` is in its work tree, git's folder, and the full name of the branch, or another
    text where there is none or no commit on it yet: to ask git once for all of it spares starting it again.

    Raises:
        Refused: there is none, or git does not trust it.
    """
    where = ("--is-bare-repository", "--is-inside-work-tree", "--absolute-git-dir", "--symbolic-full-name", "HEAD")
    _status, out, err = run_git(root, "rev-parse", *where)
    lines = out.splitlines()
    if len(lines) < len(where) - 1:
        if "dubious ownership" in err:
            raise Refused(
                "not-your-repository",
                _("Git does not trust {path}: somebody else owns it.", path=root),
                _("If you do: git config --global --add safe.directory '{path}'", path=root),
            )
        raise Refused(
            "no-repository",
            _("{path} is not in a git repository.", path=root),
            _("Make it one: git init, or newsroom init in a new folder."),
        )
    bare, inside, git_dir, branch = lines[:4]
    return bare, inside, git_dir, branch


def _way_out(verb: str) -> str:
    return "git bisect reset" if verb == "bisect" else f"git {verb} --abort"


def check_identity(root: Path) -> None:
    """See that git knows who commits.

    Raises:
        Refused: it does not.
    """
    for role in ("GIT_COMMITTER_IDENT", "GIT_AUTHOR_IDENT"):
        if run_git(root, "var", role)[0]:
            raise Refused(
                "no-identity",
                _("Git does not know who you are."),
                _('Tell it once: git config --global user.name "Name"; git config --global user.email you@example.com'),
            )


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
    verb = next(word for word in arguments if not word.startswith("-") and "=" not in word)
    message = _("Git could not sign the commit:") if signing else _("Git refused:")
    raise Refused(
        "signing-failed" if signing else f"{verb}-failed",
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
