"""What can be asked of a repository without changing it, and the one setting of it that newsroom sets."""

import re
from collections.abc import Sequence
from pathlib import Path

from newsroom.storage.repository import head, require_git, run_git


def git_version(root: Path) -> tuple[int, ...]:
    """The version of git; empty where it says none that can be read.

    Raises:
        Refused: git is not installed.
    """
    found = re.search(r"\d+(?:\.\d+)+", run_git(root, "version")[1])
    return tuple(map(int, found[0].split("."))) if found else ()


def committer(root: Path) -> str:
    """Whom git commits as, `Name <address>`; empty where it does not know."""
    status, out, _err = run_git(root, "var", "GIT_COMMITTER_IDENT")
    return "" if status else out.rpartition(">")[0] + ">"


def author_address(root: Path) -> str:
    """The address that git writes under this person's commits; empty where it knows none."""
    return run_git(root, "var", "GIT_AUTHOR_IDENT")[1].rpartition(">")[0].rpartition("<")[2]


def branch(root: Path) -> str:
    """The branch that is worked on; empty where there is none."""
    return run_git(root, "symbolic-ref", "--quiet", "--short", "HEAD")[1].strip()


def complaint(root: Path) -> str:
    """Why git can not use the repository that `root` lies in, in its own words."""
    lines = run_git(root, "rev-parse", "--git-dir")[2].strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else ""


def setting(root: Path, name: str) -> str:
    """A value of the user's settings of git, none of those that we run it with; empty where it is not set."""
    lines = run_git(root, "config", "--show-scope", "--get-all", name)[1].splitlines()
    values = [value for scope, _tab, value in (line.partition("\t") for line in lines) if scope != "command"]
    return values[-1] if values else ""


def show_names_as_they_are(root: Path) -> None:
    """Have git show Chinese file names in this repository as they are, not as numbers.

    Raises:
        Refused: git did not do it.
    """
    require_git(root, "config", "--local", "core.quotePath", "false")


def remotes(root: Path) -> dict[str, str]:
    """The other repositories that this one knows, each with its address."""
    return {name: setting(root, f"remote.{name}.url") for name in run_git(root, "remote")[1].splitlines()}


def git_folders(root: Path) -> list[Path]:
    """The folders of the repository's own files; empty without a repository.

    A work tree of its own (`git worktree`) has two, what is its own and what it shares.
    """
    names = run_git(root, "rev-parse", "--git-dir", "--git-common-dir")[1].splitlines()
    return list(dict.fromkeys((root / name).resolve() for name in names))


def uncommitted(root: Path, paths: Sequence[str]) -> list[str]:
    """The files below `paths` that are not as the last commit has them, relative to `root`; those that git ignores not.

    Raises:
        Refused: git can not say.
    """
    unknown = require_git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
    changed = require_git(root, "diff", "-z", "--name-only", "--relative", "HEAD", "--", *paths) if head(root) else ""
    return sorted({*unknown.split("\0"), *changed.split("\0")} - {""})


def has_many_commits(root: Path, many: int) -> bool:
    """Whether the branch has at least that many commits."""
    return run_git(root, "rev-list", "--count", f"--max-count={many}", "HEAD")[1].strip() == str(many)


def knows_paths_of_commits(root: Path) -> bool:
    """Whether git can tell of most commits that they did not touch a path, without looking at their files.

    It can where its commit-graph has Bloom filters: a chunk `BIDX`, named at the beginning of the file
    (gitformat-commit-graph).
    """
    info = git_folders(root)[-1] / "objects" / "info"
    graphs = [info / "commit-graph", *(info / "commit-graphs").glob("*.graph")]
    return any(b"BIDX" in _beginning(path) for path in graphs if path.is_file())


def note_paths_of_commits(root: Path) -> None:
    """Have git note which paths each commit touched. It goes on with that when it tidies up.

    Raises:
        Refused: git did not do it.
    """
    require_git(root, "commit-graph", "write", "--reachable", "--changed-paths")


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(256)
