"""An archive of many years: what the index of names costs in it.

Makes the archive in a temporary folder first: `python benchmarks/archive.py [--articles 100000] [--people 20000]`.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from newsrooms import live_in, make_archive, people_named, row

from newsroom.storage.index import open_index
from newsroom.storage.newsroom import Newsroom

RUNS = 9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=20_000)
    size = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        live_in(Path(folder) / "home")
        root = Path(folder) / "big"
        started = time.perf_counter()
        make_archive(root, size.articles, people_named(size.people))
        print(f"{size.articles} articles, {size.people} people, made in {time.perf_counter() - started:.0f} s")
        measure_index(Newsroom(root), size.articles)


def measure_index(newsroom: Newsroom, articles: int) -> None:
    """The index from nothing, then what a prompt asks of it."""
    names = [str(path) for path in newsroom.root.glob("issues/*/articles/*.md")]
    cat = taken(
        lambda: subprocess.run(["xargs", "-0", "cat"], input="\0".join(names).encode(), stdout=subprocess.DEVNULL)
    )
    built = taken(lambda: known(newsroom), runs=1)
    print("\nThe index")
    row("cat of every article", cat / articles * 1000, "a 1,000 articles")
    row("built from nothing", built / articles * 1000, "a 1,000 articles", built / cat, "cat")
    python = taken(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    row("python -c pass", python)
    status = taken(lambda: subprocess.run(["git", "status", "--porcelain"], cwd=newsroom.root, check=True))
    row("git status", status)
    row("update, nothing new", update := taken(lambda: known(newsroom)), "", update / status, "git status")
    for begun in ("", "李", "李小", "满", "没有这个人"):
        spent = taken(partial(found, newsroom, begun))
        row(f'people("{begun}"), opened anew', spent, "", spent / python, "python -c pass")


def known(newsroom: Newsroom) -> None:
    """All that the articles say."""
    index = open_index(newsroom)
    assert index and index.update()
    index.close()


def found(newsroom: Newsroom, begun: str) -> None:
    """What a prompt offers where `begun` is typed."""
    index = open_index(newsroom)
    assert index
    index.people(begun)
    index.close()


def taken(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of the seconds that `work` takes; the first of several only warms up."""
    seconds = []
    for _run in range(runs + (runs > 1)):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[-runs:])


if __name__ == "__main__":
    main()
