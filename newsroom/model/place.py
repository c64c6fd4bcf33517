"""Where something stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands: line and column count from 1, columns and `length` in code points."""

    line: int
    column: int = 1
    length: int = 0
