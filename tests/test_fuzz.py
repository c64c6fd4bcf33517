"""A few of the cases that `python -m tests.fuzz` tries by the thousand."""

from pathlib import Path

import pytest

from tests.fuzz.bench import KINDS, Bench, Case

_SEED, _EACH = 20221012, 75


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_strangers_send_is_too_much(tmp_path: Path, kind: str) -> None:
    bench = Bench(tmp_path, slowest=60, largest=2**40)  # what is measured is no matter for a machine with other work
    wrong = {number: bench.attempt(Case(kind, number, _SEED)).problems for number in range(_EACH)}

    assert {number: problems for number, problems in wrong.items() if problems} == {}


def test_a_case_is_the_same_whenever_it_is_made() -> None:
    for kind in KINDS:
        assert Case(kind, 3, _SEED).files() == Case(kind, 3, _SEED).files() != Case(kind, 6, _SEED).files()
