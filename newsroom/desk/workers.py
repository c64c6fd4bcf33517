"""Work that is shared between processes, where there is enough of it."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_WORTH_IT = 300  # articles: to start a process and to send back what it found costs as much as judging some of these
_MOST = 8  # processes

_work: Callable[..., Any] | None = None


def in_parallel(work: Callable[..., T], tasks: Sequence[tuple[Any, ...]], *, size: int) -> Iterator[T]:
    """The results of `work(*task)`, in the order of the tasks; `size` is how many articles there are in all of them.

    Workers are forks of this process, and so know all that it knows.
    """
    count = min(_cores(), _MOST, size // _WORTH_IT)
    if count < 2 or not hasattr(os, "fork"):
        yield from (work(*task) for task in tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _work
    _work = work
    pool = ProcessPoolExecutor(count, get_context("fork"), initializer=_begin)
    try:
        yield from pool.map(_do, tasks, chunksize=max(1, min(8, len(tasks) // (4 * count))))
    finally:
        _work = None
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    # Ctrl-C reaches every process of the terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(task: tuple[Any, ...]) -> Any:
    return _work(*task) if _work else None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
