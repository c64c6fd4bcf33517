"""SQLite files that newsroom keeps for itself: made, opened, and thrown away when they are spoilt.

Whatever they hold can be had again: who finds one busy, spoilt or out of reach does without.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_WAIT = 0.1  # seconds for another newsroom that writes here: nobody is kept waiting for help that can be done without


def open_file(path: Path, tables: Sequence[str], format: int) -> "sqlite3.Connection | None":
    """The file with its tables, made where it is not there, made anew where it is spoilt or of another format.

    None where that can not be: it is busy, the disk is full or can only be read.
    """
    import sqlite3

    for _try in ("as it is", "made anew"):
        try:
            path.parent.mkdir(exist_ok=True)
            connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        except (OSError, sqlite3.Error):
            return None
        try:
            if _has_tables(connection, tables, format):
                return connection
        except sqlite3.Error as error:
            if not is_spoilt(error):
                connection.close()
                return None
        connection.close()
        throw_away(path)
    return None


def _has_tables(connection: "sqlite3.Connection", tables: Sequence[str], format: int) -> bool:
    """Whether the file is of that format; an empty one gets the tables."""
    run = connection.execute
    run("PRAGMA journal_mode = WAL")  # who reads never waits for who writes
    run("PRAGMA synchronous = OFF")  # what a power cut may spoil is made anew
    with connection:
        if not _format(connection):
            run("BEGIN IMMEDIATE")
            if not _format(connection):  # else another newsroom has just made them
                for table in tables:
                    run(table)
                run(f"PRAGMA user_version = {format}")
    return _format(connection) == format


def _format(connection: "sqlite3.Connection") -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_spoilt(error: "sqlite3.Error") -> bool:
    """Whether it is the file that is wrong; not that it is busy, or can not be written."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def throw_away(path: Path) -> None:
    """Delete the file and what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink()
