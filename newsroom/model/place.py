"""Where something stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where a field stands: line and column count from 1, columns and `length` in code points."""

    line: int
    column: int = 1
    length: int = 0
