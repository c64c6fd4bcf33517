"""Editing the whole text of an article: kept until it is committed, brought together with what others changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from newsroom.desk.clean_text import listed_places
from newsroom.desk.edit_article import commit_edit
from newsroom.errors import Malformed, Refused
from newsroom.locale import _
from newsroom.model.article import Article
from newsroom.model.finding import Finding
from newsroom.model.pasted import Cleaned, take_out
from newsroom.rules.engine import judge
from newsroom.storage.article_file import read_article
from newsroom.storage.files import BOM, MAX_TEXT, decode_text, likely_encoding, read_bytes
from newsroom.storage.kept import EDITS, all_kept, claim, drop, drop_lock, keep, kept_bytes
from newsroom.storage.newsroom import Newsroom, slug_of
from newsroom.storage.versions import merged

_MARKS = ("<<<<<<< ", ">>>>>>> ")


@dataclass(slots=True)
class Draft:
    """The text of an article in somebody's hands. `base` is what it was made from; neither has to be readable."""

    newsroom: Newsroom
    path: str
    base: bytes
    text: bytes

    @property
    def issue(self) -> str:
        """The id of its issue."""
        return self.path.split("/")[1]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return self.path.rpartition("/")[2]

    @property
    def name(self) -> str:
        """What it is called on the command line: `ISSUE/SLUG`."""
        return f"{self.issue}/{slug_of(self.file_name)}"

    @property
    def is_changed(self) -> bool:
        """Whether it is another text than that which it was made from."""
        return self.text != self.base

    def keep(self, text: bytes) -> None:
        """Take `text` for what it is now, and keep it with what it was made from."""
        self.text = text
        keep(self.newsroom.root, _base_name(self), self.base)
        keep(self.newsroom.root, _name(self), text)

    @property
    def is_kept(self) -> bool:
        """Whether there is something to go on with."""
        return kept_bytes(self.newsroom.root, _name(self)) is not None

    def drop(self) -> None:
        """Throw away what is kept: it is committed, or not wanted any more."""
        for name in (_name(self), _base_name(self)):
            drop(self.newsroom.root, name)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the article for this process, so that no second window edits it at the same time.

        Raises:
            Refused: another window does.
        """
        let_go = claim(self.newsroom.root, _name(self))
        if let_go is None:
            raise Refused(
                "being-edited",
                _("{path} is being edited in another window.", path=self.path),
                _("Finish it there, then run this again."),
            )
        try:
            yield
        finally:
            let_go()
            if not self.is_kept:
                drop_lock(self.newsroom.root, _name(self))

    @property
    def is_outdated(self) -> bool:
        """Whether somebody changed the article since."""
        return self.base != _content(self.newsroom, self.path)

    def catch_up(self) -> bool:
        """Take in what others changed since; False where it was the same lines: both versions stand there then."""
        theirs = _content(self.newsroom, self.path)
        text, is_clean = merged(self.newsroom.root, self.text, self.base, theirs)
        self.base = theirs
        self.keep(text)
        return is_clean

    @property
    def encoding(self) -> str | None:
        """The encoding that it can be converted from, where it is not UTF-8."""
        return likely_encoding(self.text)

    def convert(self, encoding: str) -> None:
        """Take it for text in that encoding, and write it in UTF-8 from here on."""
        self.keep(self.text.decode(encoding, errors="replace").encode())

    def clean(self) -> str:
        """Take out what came in with this edit and no paper prints; what is to be said of that."""
        found = self._brought_in()
        if not found.removed:
            return ""
        mark = BOM if self.text.startswith(BOM) else b""
        self.keep(mark + found.text.encode())
        return _("Taken out, since no paper prints it: {what}.", what=listed_places(found.removed))

    def _brought_in(self) -> Cleaned:
        """What no paper prints in it; nothing where it stood there before, or where it is no UTF-8."""
        try:
            text, before = decode_text(self.text), take_out(as_shown(self.base))
        except Malformed:
            return Cleaned("", (), ())
        return Cleaned(text, (), ()) if before.removed or before.unsafe else take_out(text)

    def article(self) -> Article:
        """The article that it would be.

        Raises:
            Malformed: it can not be read, or not be printed; with the line and the cause.
        """
        text = decode_text(self.text)
        for character in self._brought_in().unsafe:
            raise Malformed(
                "unsafe-text",
                _("the text holds what can not be printed: {what}", what=listed_places([character])),
                _("Type that place anew."),
                line=character.line,
                column=character.column,
            )
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith(_MARKS):
                raise Malformed(
                    "two-versions",
                    _("two versions of the same lines stand here"),
                    _("Keep what is right, and delete the lines of <<<<<<<, ======= and >>>>>>>."),
                    line=number,
                )
        roles = self.newsroom.paper.roles
        return read_article(text, id=slug_of(self.file_name), issue=self.issue, path=self.path, roles=roles)

    def findings(self, article: Article) -> tuple[Finding, ...]:
        """What the rules find in it."""
        issue, _fault = self.newsroom.issue_and_fault(self.issue)
        return tuple(judge([article], issue, self.newsroom.paper))

    def commit(self, article: Article) -> str:
        """Put it in its place and commit it; the commit's id. What is kept is dropped then.

        Raises:
            Refused: somebody changed the article meanwhile, or git can not commit here.
        """
        commit = commit_edit(self.newsroom, article, before=self.base, after=self.text)
        self.drop()
        return commit


def new_draft(newsroom: Newsroom, path: str) -> Draft:
    """The article at `path` as it lies there.

    Raises:
        Refused: it is not a plain file.
    """
    content = _content(newsroom, path)
    return Draft(newsroom, path, content, content)


def kept_draft(fresh: Draft) -> tuple[Draft, datetime] | None:
    """What was made of that article before and not committed, and when; None where there is nothing."""
    root, name = fresh.newsroom.root, _name(fresh)
    text = kept_bytes(root, name)
    when = next((kept.when for kept in all_kept(root, EDITS) if kept.name == name), None)
    if text is None or when is None:
        return None
    # Without it every line counts as changed by both, so that nothing of anybody's is passed over.
    base = kept_bytes(root, _base_name(fresh)) or b""
    return Draft(fresh.newsroom, fresh.path, base, text), when


def move_kept(newsroom: Newsroom, old: str, new: str) -> None:
    """What is kept of the article at `old` is kept for the one at `new` from here on."""
    kept = kept_draft(Draft(newsroom, old, b"", b""))
    if kept is not None:
        draft, _when = kept
        moved = Draft(newsroom, new, draft.base, draft.text)
        moved.keep(draft.text)
        if moved.is_kept:  # the disk may be full
            draft.drop()


def as_shown(content: bytes) -> str:
    """Text as well as it can be read, of whatever encoding it is."""
    try:
        return decode_text(content)
    except Malformed:
        return content.decode(likely_encoding(content) or "utf-8", errors="replace")


def _content(newsroom: Newsroom, path: str) -> bytes:
    return read_bytes(newsroom.root / path, MAX_TEXT)


def _name(draft: Draft) -> str:
    return f"{EDITS}/{draft.name}.md"


def _base_name(draft: Draft) -> str:
    issue, _slash, slug = draft.name.partition("/")
    return f"{EDITS}/{issue}/.{slug}.base"
