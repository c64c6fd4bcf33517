"""What was found when an issue was validated last, kept in git's folder, so that only what changed is judged again.

Keyed by content, and by the version of the rules and of the settings: whatever is kept here can be thrown away.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.storage.database import is_spoilt, open_file, throw_away
from newsroom.storage.files import fingerprint
from newsroom.storage.private import private_folder

if TYPE_CHECKING:
    import sqlite3

_FILE = "verdicts.sqlite"
_FORMAT = 1  # one more at every change of the tables or of what stands in them
_TABLES = (
    "CREATE TABLE issue (id TEXT PRIMARY KEY, stamp TEXT, content TEXT, files TEXT) WITHOUT ROWID",
    "CREATE TABLE digest (id TEXT PRIMARY KEY, env TEXT, digests TEXT) WITHOUT ROWID",
    """CREATE TABLE found (view TEXT, id TEXT, content TEXT, env TEXT, articles INTEGER, findings TEXT, hashes TEXT,
        PRIMARY KEY (view, id)) WITHOUT ROWID""",
    "CREATE TABLE about (view TEXT, id TEXT, key TEXT, findings TEXT, PRIMARY KEY (view, id)) WITHOUT ROWID",
    "CREATE TABLE settings (view TEXT PRIMARY KEY, version TEXT, remarks TEXT) WITHOUT ROWID",
)
_KNOWN = """SELECT issue.id, issue.stamp, issue.content, found.content, found.articles, found.findings,
    about.key, about.findings FROM issue
    LEFT JOIN found ON found.id = issue.id AND found.view = ?1
    LEFT JOIN about ON about.id = issue.id AND about.view = ?1
    WHERE issue.id BETWEEN ?2 AND ?3"""
# What the judgement of an article comes from, beside the article: when one of these changes, all is judged anew.
_CODE = ("model", "rules", "rules/chinese", "rules/english", "storage", "locale")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is kept of an issue: findings in JSON, of its articles and of it as a whole; `key` is what those are of."""

    stamp: str
    content: str
    judged: str  # the content that was judged
    articles: int
    findings: str
    key: str
    about: str


@dataclass(slots=True)
class Judged:
    """What was found out about an issue and is worth keeping. `files` are hashes by name, with the stamps seen."""

    id: str
    stamp: str
    content: str
    env: str
    files: Mapping[str, tuple[str, str]]
    digests: str
    articles: int
    findings: str | None = None  # None where it was not judged
    by_name: Mapping[str, str] = field(default_factory=dict)


def version_of(settings: bytes) -> str:
    """The version of what judges: newsroom's own code, and the paper's settings."""
    told, home = [settings], Path(__file__).parent.parent
    for part in _CODE:
        with os.scandir(home / part) as entries:
            stats = sorted((entry.name, entry.stat()) for entry in entries if entry.name.endswith((".py", ".json")))
        told.append(repr([(name, at.st_size, at.st_mtime_ns) for name, at in stats]).encode())
    return fingerprint(b"\0".join(told))


class Verdicts:
    """The file of verdicts, seen in one view: a stage and a language. Without a file it knows and keeps nothing."""

    def __init__(self, root: Path, view: str, *, use: bool = True) -> None:
        folder = private_folder(root) if use else None
        self._path = folder / _FILE if folder else None
        self._view = view
        self._opened: sqlite3.Connection | None = None
        self._process = 0

    @property
    def _connection(self) -> "sqlite3.Connection | None":
        """The file, opened in each process by itself: SQLite's can not be taken along into a fork."""
        if self._path and self._process != os.getpid():
            self._opened, self._process = open_file(self._path, _TABLES, _FORMAT), os.getpid()
        return self._opened

    def close(self) -> None:
        """Let go of the file."""
        if self._opened:
            self._opened.close()
        self._path = self._opened = None

    def known(self, first: str, last: str) -> dict[str, Verdict]:
        """What is kept of the issues from one to another, by issue: it is not to grow with the archive."""
        rows = self._rows(_KNOWN, self._view, first, last)
        return {
            name: Verdict(stamp, content, judged or "", articles or 0, findings or "[]", key or "", about or "[]")
            for name, stamp, content, judged, articles, findings, key, about in rows
        }

    def files(self, issue_id: str) -> dict[str, tuple[str, str]]:
        """The hash of each article's content by its name, with the stamp under which it was read."""
        (text,) = next(iter(self._rows("SELECT files FROM issue WHERE id = ?", issue_id)), ("{}",))
        return {name: (stamp, content) for name, (stamp, content) in _loaded(text, {}).items()}

    def found(self, issue_id: str) -> tuple[str, dict[str, str], list[Any]]:
        """What the articles were judged under, the hash of each that was judged, and what was found."""
        question = "SELECT env, hashes, findings FROM found WHERE view = ? AND id = ?"
        env, hashes, findings = next(iter(self._rows(question, self._view, issue_id)), ("", "{}", "[]"))
        return env, _loaded(hashes, {}), _loaded(findings, [])

    def digests(self, issue_id: str, env: str = "") -> dict[str, Any]:
        """The digest of each article by its name, with the hash of its content; those made under `env`, if given."""
        rows = self._rows("SELECT env, digests FROM digest WHERE id = ?", issue_id)
        return _loaded(rows[0][1], {}) if rows and env in ("", rows[0][0]) else {}

    def remarks(self, version: str) -> list[str] | None:
        """What was said of the settings of that version; None where nobody has looked."""
        rows = self._rows("SELECT remarks FROM settings WHERE view = ? AND version = ?", self._view, version)
        return _loaded(rows[0][0], []) if rows else None

    def keep_remarks(self, version: str, remarks: list[str]) -> None:
        """Keep what is to be said of the settings."""
        self._write("INSERT OR REPLACE INTO settings VALUES (?, ?, ?)", [(self._view, version, json.dumps(remarks))])

    def keep(self, judged: Iterable[Judged], about: Iterable[tuple[str, str, str]]) -> None:
        """Keep what was found: of articles, and of issues as wholes (id, key, findings)."""
        judged = list(judged)
        self._write(
            "INSERT OR REPLACE INTO issue VALUES (?, ?, ?, ?)",
            [(one.id, one.stamp, one.content, json.dumps(one.files)) for one in judged],
            "INSERT OR REPLACE INTO digest VALUES (?, ?, ?)",
            [(one.id, one.env, one.digests) for one in judged],
            "INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (self._view, one.id, one.content, one.env, one.articles, one.findings, json.dumps(one.by_name))
                for one in judged
                if one.findings is not None
            ],
            "INSERT OR REPLACE INTO about VALUES (?, ?, ?, ?)",
            [(self._view, *one) for one in about],
        )

    def _write(self, *steps: Any) -> None:
        import sqlite3

        connection = self._connection
        if not connection:
            return
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                for statement, rows in zip(steps[::2], steps[1::2], strict=True):
                    connection.executemany(statement, rows)
        except (sqlite3.Error, UnicodeEncodeError) as error:  # busy, full, or a name that is no text
            self._pass_over(error)

    def _rows(self, question: str, *values: str) -> list[Any]:
        import sqlite3

        connection = self._connection
        if not connection:
            return []
        try:
            return connection.execute(question, values).fetchall()
        except (sqlite3.Error, UnicodeEncodeError) as error:
            self._pass_over(error)
            return []

    def _pass_over(self, error: Exception) -> None:
        import sqlite3

        path = self._path
        if isinstance(error, sqlite3.Error) and is_spoilt(error) and path:
            self.close()
            throw_away(path)


def _loaded(text: str, otherwise: Any) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return otherwise
    return value if isinstance(value, type(otherwise)) else otherwise
