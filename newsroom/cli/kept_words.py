"""What is said of work that was kept: that it is there, since when, and how to go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from newsroom.errors import NewsroomError


@contextmanager
def kept_is_said(is_kept: Callable[[], bool], way_on: str) -> Iterator[None]:
    """Whatever ends the work too early says the `way_on`, where something is kept by then."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(way_on if is_kept() else "") from None
    except NewsroomError as error:
        if is_kept():
            error.help = f"{error.help}\n{way_on}".strip()
        raise


def since(when: datetime) -> str:
    """When it was kept: of today the time, else the day, too."""
    return f"{when:%H:%M}" if when.date() == datetime.now().date() else f"{when:%Y-%m-%d %H:%M}"
