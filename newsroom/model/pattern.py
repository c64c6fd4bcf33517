"""Patterns that are compiled when they are first used: a command pays only for those that it asks."""

import re
from typing import Any, cast


class _Pattern:
    """Has nothing but its source, until something of it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked for once a method: from then on it is an attribute of its own, and called without a detour."""
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, as `re.compile` makes it, but not before its first use.

    `re.search(source, text)` does that too, and looks the pattern up at every call; compiling at import makes every
    start slower.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
