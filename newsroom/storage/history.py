"""The history of a newsroom, as git tells it: one walk, newest first, that ends when nobody reads on."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from newsroom.storage.readiness import check_repository
from newsroom.storage.repository import head, require_git, run_git, start_git

_START = "commit"
# Each is one token: git ends every one with NUL, which none of them can hold.
_ABOUT = ("%H", "%P", "%aN", "%ae", "%cN", "%at", "%s")
_TRAILERS = ("Newsroom-Action", "Newsroom-Issue", "Newsroom-Article", "Newsroom-From")
_FORMAT = "%x00".join(("", _START, *_ABOUT, *(f"%(trailers:key={name},valueonly,unfold)" for name in _TRAILERS), ""))
# What a user's own settings may change of `log`, put back.
_SETTINGS = ("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "diff.renameLimit=200")
# Below that likeness two short items of the same column would pass for one that was moved.
_ALIKE = "--find-renames=80%"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a commit. `status` is git's letter: A added, M changed, D deleted, R renamed; `was` is its old path.

    `before` and `after` are the ids of what it held; empty where it was not there.
    """

    status: str
    path: str
    was: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: who, when (seconds since 1970), what its trailers say, and its files below the newsroom."""

    id: str
    author: str
    committer: str
    when: int
    subject: str
    action: str = ""
    issue: str = ""
    article: str = ""
    moved_from: str = ""
    files: tuple[FileRecord, ...] = ()
    address: str = ""  # of the author, as the commit has it
    parents: int = 1

    @property
    def is_first(self) -> bool:
        """Whether history begins here, or a shallow clone cuts it off."""
        return not self.parents

    @property
    def time(self) -> datetime:
        """When it was made, by the clock of this machine."""
        try:
            return datetime.fromtimestamp(self.when, UTC).astimezone()
        except (OverflowError, ValueError, OSError):  # a date that somebody made up
            return datetime.fromtimestamp(0, UTC)


def walk(root: Path, paths: Sequence[str], *, since: str = "") -> Generator[Commit, None, None]:
    """The commits that touched `paths` (relative to `root`), newest first; closing ends git.

    Of a merge only what it changed itself counts, one that changed nothing is left out. `since` is the id of the first
    commit that is wanted: git does not look further back.

    Raises:
        Refused: no repository.
    """
    check_repository(root)
    if head(root):
        yield from _commits(root, "HEAD", *(("--not", f"{since}^@") if since else ()), "--", *paths)


def walk_file(root: Path, path: str, *, before: str = "") -> Generator[Commit, None, None]:
    """As `walk`, for one file: all of its commits, or those that came before the commit of that id.

    Raises:
        Refused: no repository.
    """
    check_repository(root)
    if head(root):
        yield from _commits(root, f"{before}^@" if before else "HEAD", "--", path, files=1)


def whole(root: Path, commit_id: str, folder: str, letters: str = "") -> Commit | None:
    """A commit with all that it changed in `folder`, so that a move shows its other end.

    Where `letters` are given, only files of such a status: a commit may bring in an archive.
    """
    kinds = [f"--diff-filter={letters}"] if letters else []
    return next(_commits(root, *kinds, "--no-walk", commit_id, "--", folder), None)


def own_changes(root: Path, address: str) -> Generator[Commit, None, None]:
    """What newsroom committed for the author of that address, newest first, without merges; closing ends git.

    Git looks for the next one only when it is asked for.
    """
    who = ("--no-merges", "--fixed-strings", f"--author=<{address}>", f"--grep={_TRAILERS[0]}: ")
    with closing(start_git(root, "rev-list", *who, "HEAD")) as ids:
        for commit_id in ids:
            commit = whole(root, commit_id, ".")
            if commit and commit.action and commit.address == address:
                yield commit


def later_commits(root: Path, commit_id: str, paths: Sequence[str]) -> list[Commit]:
    """The commits of the branch that are not in the history of that one and touched `paths`, newest first.

    Each has only those files.
    """
    return list(_commits(root, f"{commit_id}..HEAD", "--topo-order", "--full-history", "--", *paths))


def changed_since(root: Path, commit_id: str, paths: Sequence[str], *, on_disk: bool = False) -> set[str]:
    """Those of `paths` that the last commit has otherwise than that one; `on_disk` those that lie there otherwise.

    Raises:
        Refused: git can not say.
    """
    options = ("-z", "--name-only", "--relative", "--no-renames")
    now = () if on_disk else ("HEAD",)
    return {*require_git(root, "diff", *options, commit_id, *now, "--", *paths).split("\0")} - {""}


def commit_that_begins(root: Path, beginning: str) -> str:
    """The id of the one commit whose id begins so; empty where there is none, or more than one."""
    commit_id = run_git(root, "rev-parse", "--verify", "--quiet", f"{beginning}^{{commit}}")[1].strip()
    return commit_id if commit_id.startswith(beginning) else ""  # else a branch or a tag has that name


def is_cut_off(root: Path, commit: Commit) -> bool:
    """Whether a shallow clone does not have what was there before that commit, so that all files seem to be its own."""
    return commit.is_first and run_git(root, "rev-parse", "--is-shallow-repository")[1].strip() == "true"


def is_in_history(root: Path, commit_id: str) -> bool:
    """Whether the present branch has that commit."""
    return run_git(root, "merge-base", "--is-ancestor", commit_id, "HEAD")[0] == 0


def _commits(root: Path, *what: str, files: int | None = None) -> Generator[Commit, None, None]:
    options = (
        "--raw", "-z", "-c", "--no-abbrev", "--relative", _ALIKE, "--no-color", "--no-ext-diff", "--no-show-signature",
        "--encoding=UTF-8", f"--format={_FORMAT}",
    )  # fmt: skip
    tokens = start_git(root, *_SETTINGS, "log", *options, *what, end=b"\0")
    try:
        for about, records in _parted(tokens, files):
            commit_id, parents, author, address, committer, when, subject, *trailers = about
            action, issue, article, moved_from = (value.partition("\n")[0].strip() for value in trailers)
            seconds = int(when) if when.isdigit() else 0
            yield Commit(
                commit_id, author, committer, seconds, subject, action, issue, article, moved_from, tuple(records),
                address, len(parents.split()),
            )  # fmt: skip
    finally:
        tokens.close()


def _parted(tokens: Iterator[str], most: int | None) -> Iterator[tuple[list[str], list[FileRecord]]]:
    """Each commit's own tokens, and its files.

    Only the next commit ends the files of one, and git may look for it through all of history. Where a commit has
    `most` files, it is not waited for.
    """
    about, files = list[str](), list[FileRecord]()
    for token in tokens:
        if token == _START:
            if files:
                yield about, files
            about, files = list(islice(tokens, len(_ABOUT) + len(_TRAILERS))), []
        elif token.lstrip("\n").startswith(":"):
            files.append(_record(token.strip(), tokens))
            if len(files) == most:
                yield about, files
                files = []
    if files:
        yield about, files


def _record(token: str, tokens: Iterator[str]) -> FileRecord:
    """`:modes ids status`, and the paths that follow it; a merge has a mode and an id for each of its parents."""
    words = token.lstrip(":").split(" ")
    parents = token.count(":")
    letters, ids = words[-1], ["" if not blob.strip("0") else blob for blob in words[parents + 1 : -1]]
    path, was = next(tokens), ""
    if letters[0] == "R" and parents == 1:
        was, path = path, next(tokens)
    before, after = next(filter(None, ids[:-1]), ""), ids[-1]
    return FileRecord("R" if was else "M" if before and after else "D" if before else "A", path, was, before, after)
