"""What `newsroom validate` takes, all default rules on, beside what others take for the same files.

Makes the archives in a temporary folder first: `python benchmarks/validate.py [--articles N] [--only PART]`. With
`--folder DIR` they stay there, for the next time.
"""

import argparse
import datetime
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from newsrooms import SETTINGS as SETTINGS_FILE
from newsrooms import installed, issues_of, live_in, make_archive, people_named, row
from peers import MARKDOWNLINT, REMARK, install_peers, peer_commands, versions
from truth import SETTINGS, STORY, make, make_issue, put

COLD_AT_MOST, WARM_AT_MOST, PATH_AT_MOST, LINEAR_AT_MOST = 12, 7, 2, 1.2
PEERS_AT_MOST = {REMARK: 25, MARKDOWNLINT: 4}  # one so many-th of what each takes
MEBIBYTES_AT_MOST = 60
FEW = 1_000  # articles that others check, too
ALIKE = (1_000, 2_000, 3_000)
VALIDATE, COLD, CAT, STATUS = "newsroom validate", "newsroom validate --no-cache", "cat", "git status"
ONE, NOTHING = "newsroom validate PATH", "newsroom issue list"
# The most memory that any one process took, of those that a command starts and those that these start.
LARGEST = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
Trial = Callable[[], float]
Measured = Callable[[Mapping[Any, Trial]], dict[Any, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="in each archive; ten times as many for a path")
    parser.add_argument("--folder", type=Path, help="make the archives there, or use those that are there")
    parser.add_argument("--only", choices=PARTS, action="append", help="run this part alone")
    parser.add_argument("--runs", type=int, default=5, help="of which the median is shown, after one that warms up")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (chosen.folder or Path(temporary)).absolute()
        folder.mkdir(exist_ok=True)
        live_in(Path(temporary) / "home")
        # As after an installation, whatever is set here: the first run compiles what the next ones import.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(temporary) / "compiled")
        for name in chosen.only or PARTS:
            PARTS[name](folder, chosen.articles, partial(medians, chosen.runs))


def cold(folder: Path, articles: int, measured: Measured) -> None:
    """All articles, judged anew."""
    for language in SETTINGS:
        root = archive(folder, language, articles)
        files = "\0".join(map(str, root.glob("issues/*/articles/*.md"))).encode()
        cat = partial(seconds, ["xargs", "-0", "cat"], root, files)
        times = measured({CAT: cat, COLD: partial(seconds, validating("--no-cache"), root)})
        title(f"cold: {articles:,} articles judged anew, {language}")
        row(CAT, times[CAT])
        row(COLD, times[COLD], "", times[COLD] / times[CAT], f"{CAT} (at most {COLD_AT_MOST})")


def warm(folder: Path, articles: int, measured: Measured) -> None:
    """The same, when nothing changed since the last time."""
    for language in SETTINGS:
        root = archive(folder, language, articles)
        status = partial(seconds, ["git", "status", "--porcelain"], root)
        times = measured({STATUS: status, VALIDATE: partial(seconds, validating(), root)})
        title(f"warm: {articles:,} articles, unchanged, {language}")
        row(STATUS, times[STATUS])
        row(VALIDATE, times[VALIDATE], "", times[VALIDATE] / times[STATUS], f"{STATUS} (at most {WARM_AT_MOST})")


def memory(folder: Path, articles: int, _measured: Measured) -> None:
    """The largest process, parent or worker."""
    for language in SETTINGS:
        root = archive(folder, language, articles)
        alike = newsroom_alike(folder, language, ALIKE[-1], near_names=True)
        seconds(validating(), root)  # so that what was found is kept
        title(f"memory: the largest process, {language}")
        for name, command, where in (
            (f"judged anew, {articles:,}", validating("--no-cache"), root),
            (f"unchanged, {articles:,}", validating(), root),
            (f"near-identical, in one issue, {ALIKE[-1]:,}", validating("--no-cache"), alike),
        ):
            done = subprocess.run([sys.executable, "-c", LARGEST, *command], cwd=where, capture_output=True, check=True)
            print(f"  {name:<36} {int(done.stdout) / 1024:8.1f} MiB (at most {MEBIBYTES_AT_MOST})")


def peers(folder: Path, _articles: int, measured: Measured) -> None:
    """Fewer articles, beside what others take that know front matter and Markdown."""
    home = folder / "peers"
    home.mkdir(exist_ok=True)
    missing = install_peers(home)
    if missing:
        print(f"\npeers: left out; {missing}")
        return
    for language in SETTINGS:
        root = archive(home, language, FEW)
        trials: dict[str, Trial] = {COLD: partial(seconds, validating("--no-cache"), root)}
        for name, command in peer_commands(home, root.name).items():
            trials[name] = partial(seconds, command, home)
        times = measured(trials)
        title(f"peers: {FEW:,} articles judged anew, {language}; {versions(home)}")
        row(COLD, times[COLD])
        for name, part in PEERS_AT_MOST.items():
            row(name, times[name])
            row(f"  {COLD}", times[COLD], "", part * times[COLD] / times[name], f"1/{part} {name} (at most 1)")


def path(folder: Path, articles: int, measured: Measured) -> None:
    """One article in a large archive, beside the start of a command that does nothing."""
    many = 10 * articles
    root, empty = folder / f"large-{many}", folder / "empty"
    if not root.exists():
        make_archive(root, many, people_named(max(50, many // 5)))
    empty.mkdir(exist_ok=True)
    (empty / SETTINGS_FILE).write_text(SETTINGS["zh-CN"], "utf-8")
    article = next((root / "issues" / issues_of(many)[-1] / "articles").iterdir())
    one = partial(seconds, validating(str(article)), root)
    times = measured({NOTHING: partial(seconds, [installed(), "issue", "list"], empty), ONE: one})
    title(f"path: one article of {many:,}")
    row(NOTHING, times[NOTHING])
    row(ONE, times[ONE], "", times[ONE] / times[NOTHING], f"{NOTHING} (at most {PATH_AT_MOST})")


def linear(folder: Path, _articles: int, measured: Measured) -> None:
    """Articles that are hardly different, all in one issue; then their people's names, too."""
    for language in SETTINGS:
        for near_names in (False, True):
            roots = {count: newsroom_alike(folder, language, count, near_names=near_names) for count in ALIKE}
            times = measured({n: partial(seconds, validating("--no-cache"), root) for n, root in roots.items()})
            title(f"linear: near-identical articles, {language}" + (", names one letter apart" if near_names else ""))
            each = {count: taken / count for count, taken in times.items()}
            for count in ALIKE:
                ratio = each[count] / each[ALIKE[0]]
                row(f"of {count:,}", each[count], "each", ratio, f"of {ALIKE[0]:,} (at most {LINEAR_AT_MOST})")


def archive(folder: Path, language: str, articles: int) -> Path:
    """The newsroom of known faults, committed; its times are no longer of this moment, for git and newsroom alike."""
    root = folder / f"{language}-{articles}"
    if not root.exists():
        make(root, language, articles, seed=1)
        subprocess.run(["git", "add", "--all"], cwd=root, check=True)
        subprocess.run(["git", "commit", "--quiet", "-m", "All of it"], cwd=root, check=True)
        time.sleep(2.1)
    return root


def newsroom_alike(folder: Path, language: str, articles: int, *, near_names: bool) -> Path:
    """A newsroom with one issue, whose articles differ in one sentence, and in one letter of a name if so wanted."""
    day = datetime.date(2022, 10, 12)
    root = folder / f"alike-{language}-{articles}{'-names' * near_names}"
    if not root.exists():
        root.mkdir()
        subprocess.run(["git", "init", "--quiet", str(root)], check=True)
        (root / SETTINGS_FILE).write_text(SETTINGS[language], "utf-8")
        make_issue(root / f"issues/{day}", language, day, 1)
        for number in range(articles):
            story = STORY[language](str(day), number, day, random.Random(1))  # noqa: S311
            story.photos, story.credit_line = [], ""
            story.paragraphs.append(f"登记编号LJ-{number}。" if language == "zh-CN" else f"The code is LC-{number}.")
            if near_names:
                story.byline = [(story.byline[0][0], near_name(language, number, articles))]
            put(root, story)
        time.sleep(2.1)
    return root


def near_name(language: str, number: int, articles: int) -> str:
    """Every other one stands there once; those between are of people who are credited five times."""
    which = articles + number if number % 2 else number % (articles // 10)
    if language == "zh-CN":
        return f"林望{chr(0x4E00 + which)}"
    return "Margaret Elli" + "".join(chr(ord("a") + which // 26**at % 26) for at in range(3))


def medians(runs: int, trials: Mapping[Any, Trial]) -> dict[Any, float]:
    """Of what each trial says that it took, in turn; the first run only warms up."""
    times: dict[Any, list[float]] = {name: [] for name in trials}
    for _run in range(runs + 1):
        for name, work in trials.items():
            times[name].append(work())
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def seconds(command: list[str], folder: Path, told: bytes = b"") -> float:
    start = time.perf_counter()
    pipe = subprocess.PIPE
    done = subprocess.run(command, cwd=folder, input=told, stdout=subprocess.DEVNULL, stderr=pipe, check=False)
    taken = time.perf_counter() - start
    if done.returncode > 1:  # 1: something was found
        sys.exit(f"{command[0]}: {done.stderr.decode(errors='replace')}")
    return taken


def validating(*words: str) -> list[str]:
    return [installed(), "validate", *words]


def title(text: str) -> None:
    print(f"\n{text} (load {os.getloadavg()[0]:.1f})")


PARTS = {"cold": cold, "warm": warm, "memory": memory, "peers": peers, "path": path, "linear": linear}

if __name__ == "__main__":
    main()
