"""A newsroom on disk: its folders, its paper, its issues and their articles.

What only articles need is imported when there is one: commands that list issues start without it.
"""

import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.errors import Malformed, Refused
from newsroom.locale import _
from newsroom.model.issue import POOL, Issue, issue_date
from newsroom.model.paper import Paper
from newsroom.storage.files import MAX_ARTICLE, MAX_TEXT, Unusable, decode_text, read_bytes, read_text
from newsroom.storage.paper_file import read_issue, read_paper
from newsroom.storage.register_contents import register_contents

if TYPE_CHECKING:
    from newsroom.model.article import Article, Unreadable
    from newsroom.model.photo_facts import PhotoFacts
    from newsroom.model.register import Register

SETTINGS = "newsroom.yaml"
ISSUES = "issues"
TEMPLATES = "templates"
PLAN = "issue.yaml"


def find_root(start: Path) -> Path | None:
    """The newsroom that `start` lies in: the nearest folder upward with a `newsroom.yaml`."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), None)


def open_newsroom(start: Path) -> "Newsroom":
    """The newsroom that `start` lies in.

    Raises:
        Refused: there is none, or its `newsroom.yaml` can not be read.
    """
    root = find_root(start)
    if root is None:
        raise Refused(
            "no-newsroom",
            _("{path} is not in a newsroom: no folder upward has a newsroom.yaml.", path=start.absolute()),
            _("Go to the newsroom's folder, or make one: newsroom init"),
        )
    return Newsroom(root)


@dataclass(frozen=True)
class Newsroom:
    """A newsroom by its folder. Everything is read when it is asked for."""

    root: Path

    @cached_property
    def paper(self) -> Paper:
        """What `newsroom.yaml` says.

        Raises:
            Refused: it can not be read.
        """
        try:
            return replace(read_paper(read_text(self.root / SETTINGS)), open_register=self._open_register)
        except Malformed as fault:
            cause = _("{path}, line {line}: {cause}.", path=SETTINGS, line=fault.line, cause=fault.message)
            raise Refused("malformed-newsroom", cause, fault.help) from None

    @cached_property
    def register(self) -> "Register":
        """What `register.yaml` and the files in `register/` say; empty where there are none.

        Raises:
            Refused: one of them can not be read.
        """
        from newsroom.storage.register_file import read_register

        return read_register(register_contents(self.root))

    def _open_register(self) -> "Register":
        return self.register

    @cached_property
    def settings(self) -> bytes:
        """What `newsroom.yaml` and the register hold, as they stand: when it changes, all is judged anew.

        Raises:
            Refused: `newsroom.yaml` can not be read.
        """
        return read_bytes(self.root / SETTINGS, MAX_TEXT) + repr(register_contents(self.root)).encode()

    def issue_ids(self) -> list[str]:
        """The ids of its issues, oldest first, the pool last. Folders with other names are not issues."""
        names = _folders(self.root / ISSUES)
        return sorted(name for name in names if issue_date(name)) + ([POOL] if POOL in names else [])

    def linked_ids(self) -> list[str]:
        """What would be issues, if they were not links: they are not followed, and not passed over in silence."""
        return sorted(entry.name for entry in _scan(self.root / ISSUES) if entry.is_symlink() and _is_id(entry.name))

    def has_issue(self, issue_id: str) -> bool:
        """Whether that issue is there; the pool always is."""
        if (self.root / ISSUES).is_symlink() or self.folder(issue_id).is_symlink():
            return False
        return issue_id == POOL or (_is_id(issue_id) and self.folder(issue_id).is_dir())

    def _is_linked(self, issue_id: str) -> bool:
        """Whether a link stands in the place of that issue; of one, so that it costs no look at all the others."""
        return _is_id(issue_id) and not (self.root / ISSUES).is_symlink() and self.folder(issue_id).is_symlink()

    def folder(self, issue_id: str) -> Path:
        """The folder of an issue, there or not."""
        return self.root / ISSUES / issue_id

    def issue(self, issue_id: str) -> Issue:
        """An issue that is there.

        Raises:
            Refused: there is no such issue, or its `issue.yaml` can not be read; says where.
        """
        issue, fault = self.issue_and_fault(issue_id)
        if fault:
            cause = _("{path}, line {line}: {cause}.", path=fault.path, line=fault.line, cause=fault.cause)
            raise Refused("malformed-issue", cause, fault.help)
        return issue

    def issue_and_fault(self, issue_id: str) -> "tuple[Issue, Unreadable | None]":
        """As `issue`, for who goes on where `issue.yaml` can not be read: an issue without a plan, and the fault.

        Raises:
            Refused: there is no such issue.
        """
        path = f"{ISSUES}/{issue_id}"
        if self._is_linked(issue_id):
            return Issue(issue_id, path), _link(path)
        if not self.has_issue(issue_id):
            raise Refused(
                "no-issue",
                _("There is no issue {issue}.", issue=issue_id),
                _("See newsroom issue list, or make it: newsroom issue new {issue}", issue=issue_id)
                if issue_date(issue_id)
                else _("See what there is: {command}", command="newsroom issue list"),
            )
        folder = self.folder(issue_id)
        photos = {unicodedata.normalize("NFC", name): folder / "photos" / name for name in _files(folder / "photos")}
        bare = Issue(issue_id, path, issue_date(issue_id), photo_names=frozenset(photos))
        bare = replace(bare, facts=_looking_at(photos), twins=_comparing(photos))
        for name in ("articles", "photos"):
            if (folder / name).is_symlink():
                return bare, _link(f"{path}/{name}")
        plan, text = folder / PLAN, ""
        try:
            text = read_text(plan) if os.path.lexists(plan) else ""
            return read_issue(text, bare), None
        except Malformed as fault:
            unreadable = (fault.line, fault.column, fault.message, fault.help)
        except Unusable as refusal:
            unreadable = (1, 1, refusal.cause, refusal.help)
        from newsroom.model.article import Unreadable

        return bare, Unreadable(f"{path}/{PLAN}", *unreadable, text=text, kind="issue")

    def article_names(self, issue_id: str) -> list[str]:
        """The file names of an issue's articles, in order."""
        if not self.has_issue(issue_id):
            return []
        return [name for name in _entries(self.folder(issue_id) / "articles") if name.endswith(".md")]

    def articles(self, issue_id: str) -> "Iterator[Article | Unreadable]":
        """The articles of an issue, in the order of their names."""
        for name in self.article_names(issue_id):
            yield self.article_at(issue_id, name)

    def article_at(self, issue_id: str, name: str) -> "Article | Unreadable":
        """The article in the file of that name."""
        content = self.article_content(issue_id, name)
        return self.article_of(content, issue_id, name) if isinstance(content, bytes) else content

    def article_content(self, issue_id: str, name: str) -> "bytes | Unreadable":
        """What that article's file holds, or why it can not be read."""
        path = f"{ISSUES}/{issue_id}/articles/{name}"
        try:
            return read_bytes(f"{self.root}/{path}", MAX_ARTICLE)
        except Unusable as refusal:
            from newsroom.model.article import Unreadable

            return Unreadable(path, 1, 1, refusal.cause, refusal.help)

    def article_of(self, content: bytes, issue_id: str, name: str) -> "Article | Unreadable":
        """The article that a file of that name holds."""
        from newsroom.storage.article_file import read_article

        path, text = f"{ISSUES}/{issue_id}/articles/{name}", ""
        try:
            text = decode_text(content)
            return read_article(text, id=slug_of(name), issue=issue_id, path=path, roles=self.paper.roles)
        except Malformed as fault:
            from newsroom.model.article import Unreadable

            return Unreadable(path, fault.line, fault.column, fault.message, fault.help, text)

    def slugs(self, issue_id: str) -> frozenset[str]:
        """The slugs that are taken in an issue."""
        return frozenset(map(slug_of, self.article_names(issue_id)))

    def relative(self, path: Path) -> str:
        """A path as it is printed: from the newsroom's folder, with `/`."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def issue_and_name(path: str) -> tuple[str, str]:
    """The issue and the file name of the article at a path, as it is printed."""
    _issues, issue_id, _articles, name = path.split("/", 3)
    return issue_id, name


def slug_of(file_name: str) -> str:
    """The slug of the article in the file of that name; some systems take its letters apart (NFD)."""
    return unicodedata.normalize("NFC", file_name.removesuffix(".md"))


def _looking_at(photos: Mapping[str, Path]) -> "Callable[[str], PhotoFacts | None]":
    """Looks at a photo when something is asked of it, and remembers it."""

    @cache
    def facts(name: str) -> "PhotoFacts | None":
        from newsroom.storage.photo_facts import facts_of

        return facts_of(photos[name]) if name in photos else None

    return facts


def _comparing(photos: Mapping[str, Path]) -> "Callable[[], Mapping[str, str]]":
    """Compares photos when somebody asks, once."""

    @cache
    def twins() -> Mapping[str, str]:
        from newsroom.storage.photo_facts import twins_among

        return twins_among(photos)

    return twins


def _is_id(name: str) -> bool:
    return name == POOL or issue_date(name) is not None


def _link(path: str) -> "Unreadable":
    from newsroom.model.article import Unreadable

    return Unreadable(path, 1, 1, _("it is a link"), _("Put the folder itself there."), kind="issue")


def _folders(folder: Path) -> list[str]:
    return [entry.name for entry in _scan(folder) if entry.is_dir(follow_symlinks=False)]


def _files(folder: Path) -> list[str]:
    return [entry.name for entry in _scan(folder) if entry.is_file(follow_symlinks=False)]


def _entries(folder: Path) -> list[str]:
    """Names in a folder, sorted, hidden ones left out; links and devices too, so that they can be refused aloud."""
    return sorted(entry.name for entry in _scan(folder) if not entry.name.startswith("."))


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    if folder.is_symlink():
        return []
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
