"""`newsroom --version`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom import __version__
from tests.support.desk import Result, run_process


def test_it_says_the_version(tmp_path: Path) -> None:
    said = run_process("--version", cwd=tmp_path)

    assert (said.code, said.out, said.err) == (0, f"newsroom {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [("--lang", "zh-CN", "--version"), ("--no-color", "--version"), ("--version", "rules")]
)
def test_also_beside_other_options(run: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    said = run(*arguments)

    assert (said.code, said.out) == (0, f"newsroom {__version__}\n")
