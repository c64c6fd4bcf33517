"""What a change costs beside `git add` and `git commit`, from 100 articles to 100,000; and a look at one issue.

Makes the newsrooms in a temporary folder first: `python benchmarks/change.py [--articles N] [--picture FILE]`. With
`--folder DIR` they stay there, for the next time.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from curve import drawn
from newsrooms import SENTENCES, installed, issues_of, live_in, make_archive, people_named, row

from newsroom.storage.change import FileChange, commit_files

SIZES = (100, 1_000, 10_000, 100_000)
RUNS = 9
COMMITS = 20_000
STEP_AT_MOST, WHOLE_AT_MOST, PYTHONS_AT_MOST = 1.5, 2, 26
PYTHON = "python -c pass"
GIT, STEP, ADD = "git add, git commit", "the commit step", "newsroom article add"
LOOKS: dict[str, tuple[str, ...]] = {
    "newsroom status": ("status", "{issue}"),
    "newsroom article list": ("article", "list", "--issue", "{issue}"),
    "newsroom log --issue": ("log", "--issue", "{issue}"),
}
LISTED: dict[str, tuple[str, ...]] = {
    "newsroom article list --json": ("article", "list", "--json", "--issue", "{issue}")
}
Trials = dict[tuple[str, int], Callable[[], float]]  # by what is done and among how many articles
Times = dict[tuple[str, int], float]  # seconds


class Scratch:
    """A newsroom with an archive, and what is measured in it. Each story that is filed is a new one."""

    numbers = itertools.count(1)

    def __init__(self, root: Path, articles: int, *, one_by_one: bool = False) -> None:
        self.root = root
        self.oldest, self.newest = issues_of(articles)[0], issues_of(articles)[-1]
        if not root.exists():
            make_archive(root, articles, people_named(max(50, articles // 5)), one_by_one=one_by_one)
        self.body = root / ".git" / "body.txt"
        self.body.write_text("".join(SENTENCES) * 5, "utf-8")

    def story(self) -> tuple[str, str]:
        """Where a new article lies, and what it holds."""
        number = next(self.numbers)
        text = f"---\nheadline: 村口修起便民桥{number}\nsection: 社会\n---\n{self.body.read_text('utf-8')}\n"
        return f"issues/{self.newest}/articles/桥-{time.time_ns()}-{number}.md", text

    def git(self) -> float:
        """What git takes for a file that lies there."""
        path, text = self.story()
        (self.root / path).write_text(text, "utf-8")
        return self.seconds(["git", "add", "--", path]) + self.seconds(["git", "commit", "--quiet", "-m", path])

    def step(self) -> float:
        """What newsroom takes from a text to its commit, when all of it is loaded."""
        path, text = self.story()
        start = time.perf_counter()
        commit_files(self.root, [FileChange(path, text.encode())], f"Add article: {path}", {"Newsroom-Action": "x"})
        return time.perf_counter() - start

    def add(self) -> float:
        """The whole of `article add`, from its start to its end."""
        answers = {"issue": self.newest, "headline": f"村口修桥{next(self.numbers)}", "section": "社会"}
        given = [word for name, value in answers.items() for word in (f"--{name}", value)]
        given += ["--byline", "通讯员 林小满", "--body", str(self.body)]
        return self.seconds([installed(), "article", "add", "--no-input", *given])

    def look(self, words: Sequence[str]) -> float:
        """A command that looks at the oldest issue."""
        return self.seconds([installed(), *(word.format(issue=self.oldest) for word in words)])

    def seconds(self, command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, cwd=self.root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, help="measure among so many alone")
    parser.add_argument("--folder", type=Path, help="make the newsrooms there, or use those that are there")
    parser.add_argument("--picture", type=Path, help="draw the curve into this file, as SVG")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (chosen.folder or Path(temporary)).absolute()
        folder.mkdir(exist_ok=True)
        live_in(Path(temporary) / "home")
        sizes = (chosen.articles,) if chosen.articles else SIZES
        times = measured(folder, sizes)
        show_changes(times, sizes)
        show_looks(times, sizes)
        if chosen.picture:
            chosen.picture.write_text(picture(times, sizes), "utf-8")
        if not chosen.articles:
            show_history(folder)


def measured(folder: Path, sizes: Sequence[int]) -> Times:
    """The medians of all that is done, one after the other in turn, so that a slow minute is one for all."""
    scratches = {size: Scratch(folder / str(size), size) for size in sizes}
    trials: Trials = {}
    for size, scratch in scratches.items():
        trials |= {(GIT, size): scratch.git, (STEP, size): scratch.step, (ADD, size): scratch.add}
        trials[PYTHON, size] = partial(scratch.seconds, [sys.executable, "-c", "pass"])
    return medians(trials | looks(scratches, LOOKS))


def looks(scratches: Mapping[int, Scratch], words: Mapping[str, Sequence[str]]) -> Trials:
    """Each look at all of the newsrooms, the one after the other."""
    return {(name, size): partial(scratches[size].look, words[name]) for name in words for size in scratches}


def medians(trials: Trials) -> Times:
    """Of what each trial says that it took; the first run only warms up."""
    times: dict[tuple[str, int], list[float]] = {trial: [] for trial in trials}
    for _run in range(RUNS + 1):
        for trial, work in trials.items():
            os.sync()  # so that none waits for what another has left to be written
            times[trial].append(work())
    return {trial: statistics.median(seconds[1:]) for trial, seconds in times.items()}


def show_changes(times: Times, sizes: Sequence[int]) -> None:
    """Each step beside git alone; and beside what is asked of it, where something is."""
    for size in sizes:
        git, step, add, python = (times[name, size] for name in (GIT, STEP, ADD, PYTHON))
        print(f"\nA change among {size:,} articles")
        row(PYTHON, python)
        row(GIT, git)
        row(STEP, step, "", step / git, GIT + (f" (at most {STEP_AT_MOST})" if size == SIZES[-1] else ""))
        row(ADD, add, "", add / git, GIT + (f" (at most {WHOLE_AT_MOST})" if size == SIZES[-1] else ""))
        if size == SIZES[0]:
            most = git + PYTHONS_AT_MOST * python
            row("  beside git and python", add, "", add / most, f"({GIT}, {PYTHONS_AT_MOST} {PYTHON}) (at most 1)")


def picture(times: Times, sizes: Sequence[int]) -> str:
    """The curves of what a change takes, each with what it is of git's at last."""
    curves = {}
    for name in (ADD, STEP, GIT):
        ratio = times[name, sizes[-1]] / times[GIT, sizes[-1]]
        label = name if name == GIT else f"{name}: {ratio:.1f} × git"
        curves[label] = {size: times[name, size] for size in sizes}
    return drawn(curves)


def show_looks(times: Times, sizes: Sequence[int]) -> None:
    """What it costs to look at one issue, of 33 articles: the same everywhere."""
    print("\nA look at one issue")
    for name in LOOKS:
        for size in sizes:
            ratio = times[name, size] / times[name, sizes[0]]
            row(f"{name}, {size:,}", times[name, size], "", ratio, f"among {sizes[0]:,}")


def show_history(folder: Path) -> None:
    """The same where each article came in a commit of its own, and the issue is the oldest of all."""
    few, many = SIZES[0], COMMITS
    scratches = {size: Scratch(folder / f"{size}-commits", size, one_by_one=True) for size in (few, many)}
    times = medians(looks(scratches, LOOKS | LISTED))
    print(f"\nThe oldest issue, with {many:,} commits")
    for name in LOOKS | LISTED:
        row(name, times[name, many], "", times[name, many] / times[name, few], f"with {few} commits")


if __name__ == "__main__":
    main()
