"""A spread of the faults; `python -m tests.faults.all` tries every one of them."""

import random

import pytest

from tests.faults.bench import Bench
from tests.faults.control import FAULTS, Kind
from tests.faults.kills import LONGEST, kill
from tests.faults.scenarios import NAMES

_POINTS = 9  # of each kind in each scenario
_TWICE, _KILLS = 4, 4


@pytest.mark.parametrize("kind", FAULTS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", NAMES)
def test_a_fault_at_a_call_loses_nothing(bench: Bench, name: str, kind: Kind) -> None:
    scenario = bench.scenarios[name]
    part = FAULTS.index(kind) / len(FAULTS)  # each kind at other calls

    wrong = {at: bench.fault(scenario, kind, at).problems for at in spread(bench, name, _POINTS, part)}
    assert said(bench, name, wrong) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_kill_while_a_kill_is_mended_loses_nothing(bench: Bench, name: str) -> None:
    wrong = {
        at: bench.killed_twice(bench.scenarios[name], at, again).problems
        for at, again in zip(spread(bench, name, _TWICE, 0.5), reversed(spread(bench, name, _TWICE, 0.2)), strict=True)
    }
    assert said(bench, name, wrong) == {}


@pytest.mark.parametrize("name", NAMES)
def test_what_was_killed_can_be_run_once_more(bench: Bench, name: str) -> None:
    wrong = {at: bench.run_once_more(bench.scenarios[name], at).problems for at in spread(bench, name, _TWICE, 0.8)}
    assert said(bench, name, wrong) == {}


@pytest.mark.parametrize("name", NAMES)
def test_what_was_rescued_is_put_in_again(bench: Bench, name: str) -> None:
    wrong = {at: bench.put_in_again(bench.scenarios[name], at).problems for at in spread(bench, name, _TWICE, 0.6)}
    assert said(bench, name, wrong) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_kill_at_any_time_loses_nothing(bench: Bench, name: str) -> None:
    times = random.Random(name)  # noqa: S311
    parts = [times.uniform(0, LONGEST) for _kill in range(_KILLS)]

    assert {part: problems for part in parts if (problems := kill(bench, name, part).problems)} == {}


def spread(bench: Bench, name: str, count: int, part: float) -> list[int]:
    """So many numbers of calls, evenly over all of the command's; they begin at that part of the first stretch."""
    calls = len(bench.expected(bench.scenarios[name]).calls)
    return [1 + int((at + part) * calls / count) for at in range(count)]


def said(bench: Bench, name: str, problems: dict[int, list[str]]) -> dict[str, list[str]]:
    """What was wrong, by the calls at which the fault came."""
    calls = bench.expected(bench.scenarios[name]).calls
    return {f"call {at}, {calls[at - 1]}": wrong for at, wrong in problems.items() if wrong}
