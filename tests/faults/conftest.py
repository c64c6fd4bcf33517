"""A bench for all the tests of a worker: to make one takes a second or two."""

from collections.abc import Iterator

import pytest

from tests.faults.bench import Bench
from tests.faults.control import why_not


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Skips where no faults can be put in."""
    if reason := why_not():
        pytest.skip(reason)
    bench = Bench(tmp_path_factory.mktemp("faults"))
    yield bench
    bench.close()
