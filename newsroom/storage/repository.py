"""Git, as named functions. The one function that writes is `commit_files`.

Never `repo.index` of GitPython: it sweeps other people's staged files into the commit, skips filters and signing, and
makes up an identity. Git itself, run with explicit paths, does none of this.
"""

import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.text import one_line
from newsroom.storage.files import reason
from newsroom.storage.paths import check_new_path

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

# What git leaves in its folder while it is in the middle of something.
_UNFINISHED_WORDS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
}


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a change: `before` is what it holds now, `after` what it will; None where it is not there."""

    path: str  # relative to the newsroom, with `/`
    after: bytes | None
    before: bytes | None = None


def commit_files(root: Path, changes: Sequence[FileChange], subject: str, trailers: Mapping[str, str]) -> str:
    """Write `changes` and commit them, whole or not at all; the commit's id.

    Only these paths are committed: whatever else is staged or edited stays as it was. Hooks, signing, filters and
    attributes are honoured.

    Raises:
        Refused: the repository is in no state for it, a path is unsafe, a file is not what `before` says, or a hook
            or signing failed. Nothing is changed then.
    """
    check_ready(root)
    for change in changes:
        check_new_path(root, change.path)
        _check_unchanged(root, change)
    paths = [change.path for change in changes]
    head, staged = _head(root), _staged(root, paths)
    written: list[FileChange] = []
    try:
        for change in changes:
            _put(root, change)
            written.append(change)
        _must(root, "add", "--force", "--all", "--", *paths)
        lines = "\n".join(f"{key}: {one_line(value)}" for key, value in trailers.items())
        message = ["-m", one_line(subject), "-m", lines]
        _must(root, "commit", "--quiet", "--only", "--cleanup=whitespace", *message, "--", *paths)
    except BaseException:
        if _head(root) == head:
            _put_back(root, written, staged)
            raise
        # Interrupted behind the commit point: it is in, so it stays.
    return _head(root)


def check_ready(root: Path) -> None:
    """See that git can commit here, before anyone types a story.

    Raises:
        Refused: no git, no repository, bare, no branch, something unfinished, or nobody to commit as.
    """
    status, out, err = _git(root, "rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--absolute-git-dir")
    if status:
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
    bare, inside, git_dir = out.splitlines()[:3]
    if bare == "true" or inside != "true":
        raise Refused(
            "bare-repository", _("This repository has no work tree."), _("Clone it, and work in the clone: git clone")
        )
    for name, what in _UNFINISHED_WORDS.items():
        if (Path(git_dir) / name).exists():
            verb = what.split()[1]
            raise Refused(
                f"unfinished-{verb}",
                _("Git is in the middle of {what}.", what=_(what)),
                _("Finish it (git status says how) or leave it: {command}", command=_way_out(verb)),
            )
    if _git(root, "symbolic-ref", "--quiet", "HEAD")[0]:
        raise Refused(
            "detached-head",
            _("Git is not on a branch (detached HEAD), a commit would be lost."),
            _("Go to your branch: git switch main, or make one here: git switch -c NAME"),
        )
    check_identity(root)


def _way_out(verb: str) -> str:
    return "git bisect reset" if verb == "bisect" else f"git {verb} --abort"


def check_identity(root: Path) -> None:
    """See that git knows who commits.

    Raises:
        Refused: it does not.
    """
    for role in ("GIT_COMMITTER_IDENT", "GIT_AUTHOR_IDENT"):
        if _git(root, "var", role)[0]:
            raise Refused(
                "no-identity",
                _("Git does not know who you are."),
                _('Tell it once: git config --global user.name "Name"; git config --global user.email you@example.com'),
            )


def is_repository(root: Path) -> bool:
    """Whether `root` lies in a git repository."""
    return _git(root, "rev-parse", "--git-dir")[0] == 0


def make_repository(root: Path) -> None:
    """Make a repository at `root`, on the branch that the user's settings name, else `main`.

    In it git shows Chinese file names as they are, not as numbers.
    """
    branch = [] if _git(root, "config", "init.defaultBranch")[1] else ["--initial-branch=main"]
    _must(root, "init", "--quiet", *branch)
    _must(root, "config", "core.quotePath", "false")


def last_commits(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The newest commit of each path, by one walk that ends when the last one is found; empty without a repository."""
    wanted = set(paths)
    if not wanted or not is_repository(root) or not _head(root):
        return {}
    folders = {path.rpartition("/")[0] for path in wanted}
    found, commit = dict[str, str](), ""
    walk = _start(root, "log", "--format=:%H", "--name-only", "--relative", "--", *sorted(folders))
    for line in walk:
        if line.startswith(":"):
            commit = line[1:]
        elif line in wanted:
            found[line] = commit
            wanted.discard(line)
            if not wanted:
                walk.close()
    return found


def _check_unchanged(root: Path, change: FileChange) -> None:
    path = root / change.path
    if change.before is None:
        if path.exists() or path.is_symlink():
            raise Refused(
                "exists", _("{path} is there already.", path=change.path), _("Nothing was overwritten; choose another.")
            )
    elif not path.is_file() or path.read_bytes() != change.before:
        raise Refused(
            "changed-meanwhile",
            _("Somebody changed {path} meanwhile.", path=change.path),
            _("Look at it, then run this again."),
        )


def _put(root: Path, change: FileChange) -> None:
    path = root / change.path
    try:
        if change.after is None:
            path.unlink()
        elif change.before is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            _create(path, change.after)
        else:
            _replace(path, change.after)
    except OSError as error:
        raise Refused(
            "not-written",
            _("{path} can not be written: {why}.", path=change.path, why=reason(error)),
            _("Nothing was changed. See to it, then run this again."),
        ) from None


def _create(path: Path, content: bytes) -> None:
    """A new file; never one that somebody made meanwhile, and none at all where the disk is full."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            path.unlink()
            raise


def _replace(path: Path, content: bytes) -> None:
    """Written whole beside its place first, then put there in one step: at no time is there half a text."""
    with NamedTemporaryFile(dir=path.parent, prefix=".newsroom-", delete=False) as file:
        draft = Path(file.name)
        try:
            file.write(content)
            file.close()
            draft.chmod(path.stat().st_mode)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _put_back(root: Path, changes: Sequence[FileChange], staged: Mapping[str, str]) -> None:
    """Bring files and index back to what they were before `changes`."""
    for change in reversed(changes):
        path = root / change.path
        if change.before is not None:
            _replace(path, change.before) if path.exists() else _create(path, change.before)
            continue
        path.unlink(missing_ok=True)
        for folder in path.relative_to(root).parents:
            with suppress(OSError):  # not empty: others have files there
                (root / folder).rmdir() if folder.parts else None
    for change in changes:
        if change.path in staged:
            _git(root, "update-index", "--add", "--cacheinfo", staged[change.path])
        else:
            _git(root, "update-index", "--force-remove", "--", change.path)


def _staged(root: Path, paths: Sequence[str]) -> dict[str, str]:
    """What the index has of `paths`, as `--cacheinfo` takes it back."""
    entries = {}
    for line in _must(root, "ls-files", "--stage", "-z", "--", *paths).split("\0"):
        about, _tab, path = line.partition("\t")
        if path:
            mode, object_id, _stage = about.split(" ")
            entries[path] = f"{mode},{object_id},{path}"
    return entries


def _head(root: Path) -> str:
    status, out, _err = _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return "" if status else out.strip()


def _must(root: Path, *arguments: str) -> str:
    """Run git; what it prints.

    Raises:
        Refused: git did not do it; with its own words.
    """
    status, out, err = _git(root, *arguments)
    if not status:
        return out
    words = "\n".join(line for line in (*out.splitlines(), *err.splitlines()) if line.strip())
    if "index.lock" in err:
        raise Refused(
            "busy",
            _("Another git command is at work in this repository."),
            _("Wait until it is done. If there is none, delete .git/index.lock, then run this again."),
        )
    signing = "failed to sign" in err or "signing failed" in err
    raise Refused(
        "signing-failed" if signing else f"{arguments[0]}-failed",
        (_("Git could not sign the commit:") if signing else _("Git refused, or a hook did:")) + "\n" + words,
        _("Nothing was changed. Mend what it names, then run this again."),
    )


def _git(root: Path, *arguments: str) -> tuple[int, str, str]:
    import git

    try:
        status, out, err = git.Git(root).execute(
            _command(arguments), with_extended_output=True, with_exceptions=False, env=_ENVIRONMENT
        )
    except git.GitCommandNotFound:
        raise _no_git() from None
    return status, out if isinstance(out, str) else "", err


def _start(root: Path, *arguments: str) -> Generator[str, None, None]:
    """The lines that git prints, as they come; closing ends git."""
    import git

    # Held as long as it is read: GitPython ends git when the handle goes.
    handle = git.Git(root).execute(_command(arguments), as_process=True, env=_ENVIRONMENT)
    process = handle.proc
    if process is None or process.stdout is None:  # for the type checker: it was just started with a pipe
        return
    try:
        for line in process.stdout:
            yield line.decode(errors="surrogateescape").rstrip("\n")
    finally:
        process.kill()
        process.communicate()


def _command(arguments: Sequence[str]) -> list[str]:
    return ["git", *(word for setting in _CONFIG for word in ("-c", setting)), *arguments]


def _no_git() -> Refused:
    return Refused("no-git", _("Git is not installed."), _("Install git 2.30 or newer, then run this again."))
