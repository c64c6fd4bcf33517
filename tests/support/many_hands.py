"""Many hands in one checkout: processes that file articles at the same time, and beside them a person with plain git.

    python -m tests.support.many_hands --each 100
    python -m tests.support.many_hands --each 100 --person "commit -m" --desk

prints what was reported, what is in HEAD, and how long it took.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import newsroom
from tests.support.desk import ISSUE, Desk
from tests.support.working_day import committed_files, started

PERSONS = ("commit -m", "commit -a -m", "commit -m FILE")
_WAIT = "600"  # seconds; the last of eight may wait long, and nobody tries again


def worker(root: Path, name: str, each: int, by_desk: bool) -> None:
    """File `each` articles one after another, and report each as soon as it is said to be filed."""
    from newsroom.desk.add_article import Answers, file_article, plan_article
    from newsroom.storage.change import FileChange, commit_files
    from newsroom.storage.newsroom import open_newsroom

    paper = open_newsroom(root)
    for number in range(each):
        slug = f"{name}-{number}"
        if by_desk:
            answers = Answers(headline=slug, slug=slug, section="社会", byline=(), body="正文。\n")
            planned = plan_article(paper, paper.issue("2022-10-12"), answers)
            path, commit = planned.article.path, file_article(paper, planned)
        else:
            path = f"{ISSUE}/articles/{slug}.md"
            commit = commit_files(root, [FileChange(path, f"{slug}\n".encode())], f"Add article: {slug}", {})
        sys.stdout.write(f"{commit} {path}\n")
        sys.stdout.flush()


@dataclass
class Outcome:
    """What the workers said, what the person did, and the repository as it was left."""

    desk: Desk
    reported: dict[str, str]  # path by commit
    failed: list[str]
    persons: dict[str, str] = field(default_factory=dict)  # path by commit
    seconds: float = 0.0

    def faults(self) -> list[str]:
        """What is not as it has to be; empty where nothing was lost, mixed or left behind."""
        desk, said = self.desk, {**self.reported, **self.persons}
        commits = desk.git("rev-list", "HEAD").split()[:-1]
        mixed = [commit for commit in commits if committed_files(desk, commit) != [said.get(commit, "?")]]
        in_head = set(desk.git("ls-tree", "-r", "-z", "--name-only", "HEAD").split("\0"))
        deleted = desk.git("log", "--no-renames", "--diff-filter=D", "--name-only", "--format=%h %an")
        fsck = subprocess.run(["git", "fsck", "--strict"], cwd=desk.root, capture_output=True, check=False)
        found = {
            "failed": self.failed,
            "reported, but no commit of the branch": [one for one in said if one not in commits],
            "reported, but not in HEAD": [path for path in self.reported.values() if path not in in_head],
            "commits of other files than their own": mixed,
            "deletions in the history": deleted.split("\n")[:-1],
            "not clean": desk.git("status", "--porcelain").splitlines(),
            "fsck": [fsck.stderr.decode()] if fsck.returncode else [],
            "left behind": [str(path) for path in (desk.root / ".git").rglob("*.lock")],
        }
        return [f"{what}: {len(which)}: {which[:5]}" for what, which in found.items() if which]


def many_hands(
    folder: Path, *, hands: int, each: int, person: str = "", by_desk: bool = False, hook: str = ""
) -> Outcome:
    """Let that many processes file articles at once, beside a person who commits by `git PERSON` in a loop.

    `hook` is a line of shell that every commit runs beforehand: the longer it takes, the more can come in between.
    """
    desk = started(folder)
    if hook:
        desk.write(".git/hooks/pre-commit", f"#!/bin/sh\n{hook}\n").chmod(0o755)
    start = time.monotonic()
    processes = [hand(desk.root, f"hand{number}", each, by_desk=by_desk) for number in range(hands)]
    persons = _person(desk, person, processes) if person else {}
    reported, failed = dict[str, str](), list[str]()
    for process in processes:
        out, err = process.communicate()
        reported |= dict(line.split(" ", 1) for line in out.splitlines())
        if process.returncode:
            failed.append(err[-2000:])
    return Outcome(desk, reported, failed, persons, time.monotonic() - start)


def hand(root: Path, name: str, each: int, *, by_desk: bool = False) -> "subprocess.Popen[str]":
    """A process that files `each` articles in the newsroom at `root`."""
    package = Path(newsroom.__file__).parent.parent
    command = [sys.executable, "-m", "tests.support.many_hands", "--worker", name, "--root", str(root)]
    return subprocess.Popen(
        [*command, "--each", str(each), *(["--desk"] if by_desk else [])],
        cwd=package,
        env={**os.environ, "PYTHONPATH": str(package), "NEWSROOM_WAIT": _WAIT},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def _person(desk: Desk, command: str, processes: "list[subprocess.Popen[str]]") -> dict[str, str]:
    """Commit file after file by plain git, again where a lock refuses it, until the others are done."""
    done = dict[str, str]()
    while any(process.poll() is None for process in processes):
        subject = f"his-{len(done) + 1}"
        path = "his.txt" if "-a" in command else f"{subject}.txt"
        desk.write(path, f"{subject}\n")
        if path != "his.txt" or not done:
            _until_it_works(desk, "add", "--", path)
        _until_it_works(desk, *command.replace("FILE", f"-- {path}").replace("-m", f"-q -m {subject}").split())
        done[subject] = path
    lines = [line.partition(" ") for line in desk.git("log", "--format=%H %s").splitlines()]
    return {commit: done[subject] for commit, _space, subject in lines if subject in done}


def _until_it_works(desk: Desk, *arguments: str) -> None:
    """As a person does whom git tells that another git is at work."""
    while True:
        said = subprocess.run(["git", *arguments], cwd=desk.root, capture_output=True, check=False, encoding="utf-8")
        if not said.returncode:
            return
        assert ".lock" in said.stderr or "cannot lock ref" in said.stderr, said
        time.sleep(0.005)


def main() -> int:
    """The whole of it, or one of the workers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=100, help="articles of each process")
    parser.add_argument("--hands", type=int, default=8, help="processes")
    parser.add_argument("--person", choices=PERSONS, default="", help="a person beside them, who commits in that way")
    parser.add_argument("--desk", action="store_true", help="file whole articles, not only files")
    parser.add_argument("--hook", default="", help="what every commit runs beforehand: 'sleep 0.1'")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.worker:
        worker(told.root, told.worker, told.each, told.desk)
        return 0
    for role in ("AUTHOR", "COMMITTER"):
        os.environ |= {f"GIT_{role}_NAME": "周一新", f"GIT_{role}_EMAIL": "desk@example.com"}
    with TemporaryDirectory(prefix="many-hands-") as folder:
        outcome = many_hands(
            Path(folder) / "paper",
            hands=told.hands,
            each=told.each,
            person=told.person,
            by_desk=told.desk,
            hook=told.hook,
        )
        in_head = outcome.desk.git("ls-files", ISSUE).count("hand")
        commits = Counter(outcome.desk.git("log", "--format=%s").replace("Add article: ", "").splitlines())
        ours = sum(subject.startswith("hand") for subject in commits.elements())
        print(
            f"{len(outcome.reported)} reported, {in_head} in HEAD, {ours} commits, {len(outcome.persons)} by the person"
        )
        print(f"{outcome.seconds:.1f} s, {outcome.seconds / max(len(outcome.reported), 1) * 1000:.0f} ms each")
        faults = outcome.faults()
        print("\n".join(faults) or "nothing lost, mixed or left behind")
        return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
