import os

import pytest

from newsroom.desk import workers
from newsroom.desk.workers import in_parallel


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_little_work_is_done_here() -> None:
    done = list(in_parallel(where, [(number,) for number in range(5)], size=5))

    assert done == [(number, os.getpid()) for number in range(5)]


def test_much_work_is_shared_and_comes_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    done = list(in_parallel(where, [(number,) for number in range(50)], size=10_000))

    assert [number for number, _process in done] == list(range(50))
    assert os.getpid() not in {process for _number, process in done}


def test_what_goes_wrong_there_is_said_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 2)

    def fail(_number: int) -> None:
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        list(in_parallel(fail, [(number,) for number in range(50)], size=10_000))


def test_on_one_core_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 1)
    done = list(in_parallel(where, [(number,) for number in range(5)], size=10_000))

    assert {process for _number, process in done} == {os.getpid()}
