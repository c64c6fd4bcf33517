"""Every fault at every call of every scenario, kills while a kill is mended, and kills at random times.

python -m tests.faults.all
"""

import argparse
import os
import queue
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.faults.bench import Bench, Outcome
from tests.faults.control import FAULTS, Kind, why_not
from tests.faults.kills import LONGEST, kill
from tests.faults.scenarios import NAMES

# Killed, and then: killed again when it is brought to an end; run once more; brought to the doctor. At every so many
# calls, since what they are about has been gone through by then.
_STEPS = {"TWICE": 10, "ONCE_MORE": 3, "DOCTOR": 3}
_KINDS = [*(kind.name for kind in FAULTS), *_STEPS]


class Point(NamedTuple):
    """A fault at a call; `also` is at which call of what comes next, or after which part of the time that is usual."""

    scenario: str
    kind: str
    number: int
    call: str = ""
    also: float = 0

    def __str__(self) -> str:
        return ", ".join(
            [f"{self.scenario} {self.kind} {self.number}", *filter(None, [self.call, str(self.also or "")])]
        )

    def attempt(self, bench: Bench) -> Outcome:
        scenario = bench.scenarios[self.scenario]
        match self.kind:
            case "TWICE":
                return bench.killed_twice(scenario, self.number, int(self.also))
            case "ONCE_MORE":
                return bench.run_once_more(scenario, self.number)
            case "DOCTOR":
                return bench.put_in_again(scenario, self.number)
            case "RANDOM":
                return kill(bench, self.scenario, self.also)
        return bench.fault(scenario, Kind[self.kind], self.number)


def main(arguments: Sequence[str]) -> int:
    """Try all that is asked for; 1 where anything was wrong."""
    chosen = _options(arguments)
    if reason := why_not():
        sys.exit(f"Not on this machine: {reason}.")
    with TemporaryDirectory(prefix="newsroom-faults-") as folder:
        benches = [Bench(Path(folder, str(number))) for number in range(chosen.jobs)]
        idle = queue.SimpleQueue[Bench]()
        for bench in benches:
            idle.put(bench)

        def attempt(point: Point) -> Outcome:
            bench = idle.get()
            try:
                return point.attempt(bench)
            finally:
                idle.put(bench)

        points = [*_points(benches[0], chosen)]
        with ThreadPoolExecutor(chosen.jobs) as pool:
            failed = _show(points, pool.map(attempt, points))
        for bench in benches:
            bench.close()
    return int(failed)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.all", description=__doc__)
    parser.add_argument("--scenario", nargs="+", choices=NAMES, default=NAMES, help="only these")
    parser.add_argument("--kind", nargs="+", choices=_KINDS, default=_KINDS, help="only these")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth call")
    parser.add_argument("--kills", type=int, default=1000, metavar="N", help="so many kills at random times (1000)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="of the random times")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="so many at a time")
    return parser.parse_args(arguments)


def _points(bench: Bench, chosen: argparse.Namespace) -> Iterator[Point]:
    for name in chosen.scenario:
        calls = bench.expected(bench.scenarios[name]).calls
        print(f"{name}: {len(calls)} calls that change files", flush=True)
        for kind in chosen.kind:
            step = chosen.every * _STEPS.get(kind, 1)
            for number in range(1, len(calls) + 1, step):
                for also in range(1 + number // step % step, len(calls), step) if kind == "TWICE" else [0]:
                    yield Point(name, kind, number, calls[number - 1], also)
    if chosen.kills:
        print(f"{chosen.kills} kills at random times: --seed {chosen.seed}", flush=True)
    times = random.Random(chosen.seed)  # noqa: S311
    for number in range(chosen.kills):
        yield Point(chosen.scenario[number % len(chosen.scenario)], "RANDOM", number, also=times.uniform(0, LONGEST))


def _show(points: Sequence[Point], outcomes: Iterator[Outcome]) -> bool:
    """Say what is wrong as it comes, then the sums; whether anything was."""
    tried, done, failed = (Counter[tuple[str, str]]() for _counter in range(3))
    for number, (point, outcome) in enumerate(zip(points, outcomes, strict=True), 1):
        for counter, counts in ((tried, True), (done, outcome.is_done), (failed, bool(outcome.problems))):
            counter[point[:2]] += counts
        if outcome.problems:
            print(f"{point}: exit code {outcome.ended.code}", *outcome.problems, sep="\n    ", flush=True)
        if not number % 100:
            print(f"{number} of {len(points)}, {failed.total()} failed", file=sys.stderr, flush=True)
    print(f"{'':10}{'':12}{'points':>8}{'done':>8}{'undone':>8}{'failed':>8}")
    for name, kind in tried:
        at = name, kind
        print(f"{name:10}{kind:12}{tried[at]:8}{done[at]:8}{tried[at] - done[at]:8}{failed[at]:8}")
    print(f"{'':22}{tried.total():8}{done.total():8}{tried.total() - done.total():8}{failed.total():8}")
    return bool(failed.total())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
