"""What the questions offer to go on with, from the paper's own life: people, columns, datelines, photos."""

import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.cli.prompts import Complete, Offer
from newsroom.model.issue import Issue
from newsroom.storage.index import Index, open_index
from newsroom.storage.newsroom import Newsroom

_MOST = 20
_SLICE = 0.05  # seconds of reading the archive between two looks whether the story is done
_BETWEEN_NAMES = r"[、，,;；]\s*|\s+(?:and|&)\s+"
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")


@contextmanager
def opened_index(newsroom: Newsroom) -> Iterator[Index | None]:
    """The index, brought up to date behind the questions; None where there is none."""
    done = threading.Event()
    reader = threading.Thread(target=_bring_up_to_date, args=(newsroom, done), daemon=True)
    index = open_index(newsroom)
    if index is None:
        yield None
        return
    reader.start()
    try:
        yield index
    finally:
        done.set()
        reader.join()
        index.close()


def _bring_up_to_date(newsroom: Newsroom, done: threading.Event) -> None:
    index = open_index(newsroom)
    if index is None:
        return
    with index:
        while not done.is_set() and not index.update(until=time.monotonic() + _SLICE):
            done.wait(_SLICE)  # what is typed comes first


def people(index: Index | None, roles: tuple[str, ...]) -> Complete | None:
    """The people who have been credited, each with the usual role; after a separator, the next one."""
    if index is None:
        return None

    def complete(typed: str) -> Iterator[Offer]:
        begun = re.split(_BETWEEN_NAMES, typed)[-1].lstrip()
        said_role = next((role for role in roles if begun.startswith(role)), "")
        name = begun.removeprefix(said_role).lstrip()
        for credit in index.people(name, _MOST):
            role = said_role or credit.role
            yield Offer(f"{role} {credit.name}".strip(), len(begun))

    return complete


def texts(known: Callable[[str, int], Iterable[str]] | None) -> Complete | None:
    """What stood in a field before; the whole answer is replaced."""
    if known is None:
        return None
    return lambda typed: [Offer(text, len(typed)) for text in known(typed.lstrip(), _MOST)]


def photos(newsroom: Newsroom, issue: Issue) -> Complete:
    """The pictures that lie in the issue already, by their paths from here."""
    folder = Path(os.path.relpath(newsroom.folder(issue.id) / "photos"))
    names = sorted(name for name in issue.photo_names if name.lower().endswith(_PICTURES))
    return lambda typed: [Offer(str(folder / name), len(typed)) for name in names if name.startswith(typed) and typed]
