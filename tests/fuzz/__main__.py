"""Mutated front matters, bodies, pictures and settings, and what validate makes of them.

python -m tests.fuzz --count 5000
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.bench import KINDS, Bench, Case, Outcome

_HANGS = 30  # seconds of work
_bench: Bench | None = None


def main(arguments: Sequence[str]) -> int:
    """Judge all that is asked for; 1 where anything was wrong."""
    chosen = _options(arguments)
    print(f"--seed {chosen.seed}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="newsroom-fuzz-") as folder:
        pool = ProcessPoolExecutor(chosen.jobs, initializer=_begin, initargs=(folder,))
        with pool:
            for kind in chosen.kind:
                cases = [Case(kind, chosen.first + number, chosen.seed) for number in range(chosen.count)]
                start = time.monotonic()
                outcomes = [*_shown(cases, pool.map(_attempt, cases, chunksize=16), pool, Path(chosen.failures))]
                failed += sum(bool(outcome.problems) for outcome in outcomes)
                print(_sum(kind, outcomes), f"   {time.monotonic() - start:.0f} s", flush=True)
    return int(bool(failed))


def _sum(kind: str, outcomes: Sequence[Outcome]) -> str:
    refused = sum(outcome.is_refused for outcome in outcomes)
    failed = sum(bool(outcome.problems) for outcome in outcomes)
    slowest = max(outcome.seconds for outcome in outcomes)
    largest = max(outcome.kibibytes for outcome in outcomes) // 1024
    counts = f"{len(outcomes):7} cases{refused:7} refused{failed:6} failed"
    return f"{kind:10}{counts}   slowest {slowest:.2f} s   largest {largest} MiB"


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=5000, metavar="N", help="so many cases of each kind (5000)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="of the mutations")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=KINDS, help="only these")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="begin with this case, as to repeat one")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="so many at a time")
    parser.add_argument(
        "--failures",
        default=str(Path(tempfile.gettempdir(), "newsroom-fuzz")),
        help="where the files of failures are put",
    )
    return parser.parse_args(arguments)


def _begin(folder: str) -> None:
    global _bench
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    home = Path(folder, str(os.getpid()))
    home.mkdir()
    os.environ["HOME"] = str(home)
    _bench = Bench(home)
    signal.signal(signal.SIGPROF, _hangs)


def _hangs(_number: int, _frame: object) -> None:
    raise TimeoutError(f"it takes more than {_HANGS} s")


def _attempt(case: Case) -> Outcome:
    assert _bench
    signal.setitimer(signal.ITIMER_PROF, _HANGS)
    try:
        return _bench.attempt(case)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _smaller(case: Case) -> dict[str, bytes]:
    assert _bench
    return _bench.smaller(case)


def _shown(
    cases: Sequence[Case], outcomes: Iterator[Outcome], pool: ProcessPoolExecutor, failures: Path
) -> Iterator[Outcome]:
    """Say what is wrong as it comes, and keep the files."""
    for number, (case, outcome) in enumerate(zip(cases, outcomes, strict=True), 1):
        if not number % 500:
            print(f"{number} of {len(cases)} {case.kind}", file=sys.stderr, flush=True)
        if outcome.problems:
            folder = failures / f"{case.seed}-{case.kind}-{case.number}"
            for path, content in pool.submit(_smaller, case).result().items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            print(f"--seed {case.seed} --kind {case.kind} --first {case.number} --count 1: {folder}", flush=True)
            print(*dict.fromkeys(outcome.problems), sep="\n    ", flush=True)
        yield outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
