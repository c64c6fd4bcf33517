"""What work below the command line has to say while it goes on. The command line listens and shows it."""

from collections.abc import Callable

_listener: Callable[[str], None] | None = None


def listen(listener: Callable[[str], None] | None) -> None:
    """Have every notice from here on brought to `listener`; None for nobody."""
    global _listener
    _listener = listener


def tell(message: str) -> None:
    """Say `message` to whoever listens."""
    if _listener is not None:
        _listener(message)
