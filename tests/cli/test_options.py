"""What the commands share."""

import ast
from pathlib import Path

import pytest

import newsroom

COMMANDS = sorted((Path(newsroom.__file__).parent / "cli/commands").glob("*.py"))
# init has no newsroom yet and ends what was broken off by itself; doctor shows it before it mends it.
OTHERWISE = {"init", "doctor"}


@pytest.mark.parametrize("path", [path for path in COMMANDS if path.stem != "__init__"], ids=lambda path: path.stem)
def test_a_command_that_writes_starts_where_nothing_is_broken_off(path: Path) -> None:
    """Such a command takes --dry-run; one that only reads ends nothing."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    takes_dry_run = any(isinstance(node, ast.arg) and node.arg == "dry_run" for node in ast.walk(tree))

    assert ("here_to_write" in calls) == (takes_dry_run and path.stem not in OTHERWISE)
    assert not (takes_dry_run and "here" in calls)
