"""The SQLite file of the index: made, opened, and thrown away when it is spoilt."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_FORMAT = 1  # one more at every change of the tables, or of what the index takes from an article
_TABLES = (
    "CREATE TABLE issue (id TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID",
    """CREATE TABLE said (issue TEXT, what TEXT, text TEXT, role TEXT, times INTEGER,
        PRIMARY KEY (issue, what, text, role)) WITHOUT ROWID""",
    # The sums of `said`, kept: summed up at every key that is typed, they would be felt.
    "CREATE TABLE used (what TEXT, text TEXT, sought TEXT, times INTEGER, PRIMARY KEY (what, text)) WITHOUT ROWID",
    "CREATE TABLE role (name TEXT, role TEXT, times INTEGER, PRIMARY KEY (name, role)) WITHOUT ROWID",
    "CREATE INDEX most_used ON used (what, times DESC, text, sought)",
)
_WAIT = 0.1  # seconds for another newsroom that writes here: nobody is kept waiting for help that can be done without


def open_file(path: Path) -> "sqlite3.Connection | None":
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
            if _has_tables(connection):
                return connection
        except sqlite3.Error as error:
            if not is_spoilt(error):
                connection.close()
                return None
        connection.close()
        throw_away(path)
    return None


def _has_tables(connection: "sqlite3.Connection") -> bool:
    """Whether the file is of our format; an empty one gets the tables."""
    run = connection.execute
    run("PRAGMA journal_mode = WAL")  # who reads never waits for who writes
    run("PRAGMA synchronous = OFF")  # what a power cut may spoil is made anew
    with connection:
        if not _format(connection):
            run("BEGIN IMMEDIATE")
            if not _format(connection):  # else another newsroom has just made them
                for table in _TABLES:
                    run(table)
                run(f"PRAGMA user_version = {_FORMAT}")
    return _format(connection) == _FORMAT


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
