"""Who is credited and what is used in the whole archive: counted once and kept, so that a prompt can offer it at once.

It holds nothing of anybody's work. Whatever is wrong with its file is passed over in silence: then nothing is offered.
"""

import os
import re
import stat
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.errors import NewsroomError
from newsroom.model.credit import Credit
from newsroom.storage.database import is_spoilt, open_file, throw_away
from newsroom.storage.newsroom import ISSUES, Newsroom
from newsroom.storage.private import private_folder

if TYPE_CHECKING:
    import sqlite3

    from newsroom.model.article import Article, Unreadable

_FILE = "index.sqlite"
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
_FIND = """SELECT text FROM used WHERE what = ? AND times > 0 AND instr(sought, ?)
    ORDER BY times DESC, text LIMIT ?"""
_ROLE = "SELECT role FROM role WHERE name = ? AND times > 0 ORDER BY times DESC, role LIMIT 1"
_SAID = "SELECT what, text, role, times FROM said WHERE issue = ?"
_USED_MORE = """INSERT INTO used VALUES (?, ?, ?, ?)
    ON CONFLICT (what, text) DO UPDATE SET times = times + excluded.times"""
_ROLE_MORE = "INSERT INTO role VALUES (?, ?, ?) ON CONFLICT (name, role) DO UPDATE SET times = times + excluded.times"
_PERSON, _COLUMN, _DATELINE = "person", "column", "dateline"
_GAPS = r"[\s\-.'’·]+"

_LONGEST = 60  # characters of a name that is worth offering
_LOOKED_INTO = 30  # issues, the newest, whose articles are looked at one by one
_MOMENT = 2_000_000_000  # ns; a folder that changed so lately may change again and show the same time (2 s on FAT)

_Counts = Counter[tuple[str, str, str]]  # what, text, role


def open_index(newsroom: Newsroom) -> "Index | None":
    """The index of a newsroom, made where there is none; None outside of a repository, or where it can not be had."""
    folder = private_folder(newsroom.root)
    connection = open_file(folder / _FILE, _TABLES, _FORMAT) if folder else None
    return Index(newsroom, folder / _FILE, connection) if folder and connection else None


class Index:
    """What the articles of a newsroom say, and how often. For one thread: another one opens its own.

    A question is answered from what is known so far, and never waits for who is writing.
    """

    def __init__(self, newsroom: Newsroom, path: Path, connection: "sqlite3.Connection") -> None:
        self._newsroom = newsroom
        self._path = path
        self._connection = connection

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def people(self, begun: str, limit: int = 20) -> list[Credit]:
        """Those whose name, or a word of it, begins so, the most credited first; then those whose name contains it.

        Each has the usual role. Nothing begun: the most credited of all.
        """
        return [Credit(self.usual_role(name), name) for name in self._find(_PERSON, begun, limit)]

    def usual_role(self, name: str) -> str:
        """The role by which somebody is credited most; empty where nobody knows."""
        name = _tidy(name)
        return "".join(role for (role,) in self._rows(_ROLE, name))

    def columns(self, begun: str, limit: int = 20) -> list[str]:
        """The columns that are found as people are, the most used first."""
        return self._find(_COLUMN, begun, limit)

    def datelines(self, begun: str, limit: int = 20) -> list[str]:
        """The datelines that are found as people are, the most used first."""
        return self._find(_DATELINE, begun, limit)

    def update(self, until: float | None = None) -> bool:
        """Read the issues that changed, the newest first, until that time (`time.monotonic()`); whether all is known.

        An issue changed when in its `articles/` a file came, went or was replaced: so newsroom, git and most editors
        write. A file written over in place is noticed in the newest issues; in an older one, when its folder changes.
        """
        import sqlite3

        try:
            stamps, known = self._stamps(), dict(self._connection.execute("SELECT id, stamp FROM issue"))
            for issue_id in (*stamps, *(known.keys() - stamps.keys())):
                stamp = stamps.get(issue_id, "")
                if stamp == known.get(issue_id):
                    continue
                if until is not None and time.monotonic() >= until:
                    return False
                articles = self._newsroom.articles(issue_id)
                self._replace(issue_id, stamp, Counter(said for article in articles for said in _said(article)))
        except NewsroomError:  # newsroom.yaml can not be read; the command itself says so
            return False
        except sqlite3.Error as error:
            self._pass_over(error)
            return False
        return True

    def _stamps(self) -> dict[str, str]:
        """What changes with an issue, by its id, the newest first."""
        roles = zlib.crc32(repr(self._newsroom.paper.roles).encode())  # by them a credit in one string is read
        stamps, now = dict[str, str](), time.time_ns()
        issues = os.path.join(self._newsroom.root, ISSUES)  # noqa: PTH118 - of thousands, paths would be felt
        for number, issue_id in enumerate(reversed(self._newsroom.issue_ids())):
            folder = f"{issues}/{issue_id}/articles"
            with suppress(OSError):
                at = os.lstat(folder)
                if not stat.S_ISDIR(at.st_mode):
                    continue
                files = _files_stamp(folder) if number < _LOOKED_INTO else 0
                settled = abs(now - at.st_mtime_ns) > _MOMENT
                stamps[issue_id] = f"{roles} {at.st_ino} {at.st_mtime_ns} {files}" if settled else f"at {now}"
        return stamps

    def _replace(self, issue_id: str, stamp: str, said: _Counts) -> None:
        """What an issue says from now on. The sums move by the difference, however many newsrooms do this at once."""
        run, run_many = self._connection.execute, self._connection.executemany
        with self._connection:
            run("BEGIN IMMEDIATE")
            moved = Counter(said)
            moved.subtract({(what, text, role): times for what, text, role, times in run(_SAID, (issue_id,))})
            run("DELETE FROM said WHERE issue = ?", (issue_id,))
            run("DELETE FROM issue WHERE id = ?", (issue_id,))
            if stamp:
                run("INSERT INTO issue VALUES (?, ?)", (issue_id, stamp))
            run_many("INSERT INTO said VALUES (?, ?, ?, ?, ?)", ((issue_id, *key, said[key]) for key in said))
            steps = [(*key, times) for key, times in moved.items() if times]
            run_many(_USED_MORE, ((what, text, _sought(text), times) for what, text, _role, times in steps))
            run_many(_ROLE_MORE, ((text, role, times) for what, text, role, times in steps if role))

    def _find(self, what: str, begun: str, limit: int) -> list[str]:
        sought = _sought(_tidy(begun))
        found = [text for (text,) in self._rows(_FIND, what, sought, limit)]
        if len(found) < limit:
            found += [text for (text,) in self._rows(_FIND, what, sought.strip(), limit) if text not in found]
        return found[:limit]

    def _rows(self, question: str, *values: str | int) -> list[Any]:
        import sqlite3

        try:
            return self._connection.execute(question, values).fetchall()
        except UnicodeEncodeError:  # half a character, as a broken terminal sends it
            return []
        except sqlite3.Error as error:
            self._pass_over(error)
            return []

    def _pass_over(self, error: "sqlite3.Error") -> None:
        if is_spoilt(error):
            self.close()
            throw_away(self._path)


def _said(article: "Article | Unreadable") -> Iterator[tuple[str, str, str]]:
    """What an article says that is worth offering: what it is, the text, and the role of a person."""
    from newsroom.model.article import Article

    if not isinstance(article, Article):
        return
    credits = [*article.byline, *(credit for photo in article.photos for credit in photo.credit)]
    for what, text, role in (
        *((_PERSON, credit.name, credit.role) for credit in credits),
        (_COLUMN, article.column, ""),
        (_DATELINE, article.dateline, ""),
    ):
        text, role = _tidy(text), _tidy(role)
        if 0 < len(text) <= _LONGEST and text.isprintable():
            yield what, text, role if len(role) <= _LONGEST and role.isprintable() else ""


def _files_stamp(folder: str) -> int:
    """A number that changes with the size and the time of any file in a folder."""
    with os.scandir(folder) as entries:
        ats = sorted((entry.name, entry.stat(follow_symlinks=False)) for entry in entries)
    return zlib.crc32(repr([(name, at.st_size, at.st_mtime_ns) for name, at in ats]).encode())


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _sought(text: str) -> str:
    """As a name is looked for: its words without regard to case, a space before each."""
    return " " + re.sub(_GAPS, " ", text.casefold()).strip()
