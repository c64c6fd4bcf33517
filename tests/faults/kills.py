"""Newsroom as people start it, killed with all it has started at a time that nobody chose."""

import os
import signal
import statistics
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from tests.faults.bench import Bench, Outcome
from tests.faults.driver import Ended
from tests.faults.scenarios import Scenario

LONGEST = 1.2  # of the time that a command usually takes; so some are done before they are killed


def kill(bench: Bench, name: str, part: float) -> Outcome:
    """Kill the scenario's command once that part of the time has gone by that it usually takes."""
    scenario, seconds = bench.scenarios[name], part * _usual_seconds(bench, name)
    return bench.broken_off(scenario, lambda: _run(bench, scenario, seconds))


@cache
def _usual_seconds(bench: Bench, name: str) -> float:
    taken = []
    for _time in range(3):
        bench.prepare(bench.scenarios[name])
        start = time.monotonic()
        assert _run(bench, bench.scenarios[name], 60).code == 0
        taken.append(time.monotonic() - start)
    return statistics.median(taken)


def _run(bench: Bench, scenario: Scenario, seconds: float) -> Ended:
    with (scenario.typed or Path(os.devnull)).open("rb") as typed:
        process = subprocess.Popen(
            [sys.executable, "-m", "newsroom", *scenario.arguments],
            cwd=bench.root,
            env={**bench.environment, "PYTHONPATH": str(Path(__file__).parents[2])},
            start_new_session=True,
            stdin=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    try:
        said, _none = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, _none = process.communicate()  # ends when all are gone that could write to it
    return Ended(process.returncode, said.decode(errors="replace"))
