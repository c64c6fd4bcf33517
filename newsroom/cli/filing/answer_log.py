"""What a reporter has answered so far, kept as it is given, so that an interrupted story goes on where it stopped."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsroom.cli.screen import is_interactive
from newsroom.errors import NewsroomError
from newsroom.storage.files import MAX_TEXT, read_bytes
from newsroom.storage.kept import ARTICLES, Kept, all_kept, claim, drop, drop_lock, keep, kept_text

_VERSION = 1


class Unanswered(Exception):
    """A question that nobody is there to answer."""


@dataclass
class AnswerLog:
    """Answers by their keys (`headline`, `photos[0].caption`), in the order in which they were given.

    A question whose answer is here is not asked again. `flags` is what options gave; `half` what was being typed
    when it stopped; `change` what is being answered anew, which counts only when all of it has been.
    """

    root: Path
    name: str
    flags: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    change: dict[str, str] | None = None
    changing: str = ""
    half: tuple[str, str] = ("", "")
    filed_as: tuple[str, str] = ("", "")
    let_go: Callable[[], None] | None = None

    @property
    def fields(self) -> list[str]:
        """The fields that have been answered, by options or at the prompts."""
        return list(dict.fromkeys((*self.flags, *(_field(key) for key in self.answers))))

    @property
    def title(self) -> str:
        """What a person knows the story by; empty where it has no headline yet."""
        return self.answers.get("headline") or str(self.flags.get("headline", ""))

    def ask(
        self,
        key: str,
        question: Callable[[str], str],
        *,
        holds: Callable[[str], bool] | None = None,
        absent: str | None = None,
    ) -> str:
        """The answer to `key`: the one that is here if it still `holds`, else that of `question`.

        `question` is given what was typed of its answer before it stopped; `absent` is the answer where nobody is
        there to give one.

        Raises:
            Unanswered: nobody is there, and there is no such answer.
        """
        book = self._book(key)
        if key in book and (holds is None or holds(book[key])):
            return book[key]
        if not is_interactive():
            if absent is None:
                raise Unanswered(key)
            return absent
        answer = question(self.half[1] if self.half[0] == key else "")
        book[key] = answer
        if self.half[0] == key:
            self.half = ("", "")
        self.keep()
        return answer

    def has(self, key: str) -> bool:
        """Whether `key` will not be asked."""
        return key in self._book(key)

    def before(self, key: str) -> str:
        """What was answered to a question that is asked anew."""
        return self.answers.get(key, "") if self.changing == _field(key) else ""

    def forget(self, key: str) -> None:
        """Ask `key` again, though it has an answer."""
        self.answers.pop(key, None)
        (self.change or {}).pop(key, None)
        self.keep()

    def typed(self, key: str, text: str) -> None:
        """Keep what has been typed of an answer until now."""
        self.half = (key, text)
        self.keep()

    @contextmanager
    def changed(self, name: str) -> Iterator[None]:
        """Ask for a field anew; what was answered before stays until all of it has been answered."""
        if self.changing != name:
            self.changing, self.change = name, {}
            self.keep()
        yield
        kept = {key: answer for key, answer in self.answers.items() if _field(key) != name}
        self.answers = kept | (self.change or {})
        self.flags.pop(name, None)
        self.changing, self.change = "", None
        self.keep()

    @property
    def is_kept(self) -> bool:
        """Whether there is something to go on with."""
        return kept_text(self.root, self.name) is not None

    def _book(self, key: str) -> dict[str, str]:
        return self.change if self.change is not None and _field(key) == self.changing else self.answers

    def keep(self) -> None:
        """Write all this down."""
        said = {
            "version": _VERSION,
            "newsroom": str(self.root),
            "flags": self.flags,
            "answers": self.answers,
            "changing": self.changing,
            "change": self.change,
            "half": self.half,
            "filed_as": self.filed_as,
        }
        keep(self.root, self.name, json.dumps(said))  # in ASCII: a half of a character is kept, too

    def note_filing(self, path: str, text: str) -> None:
        """Note the article that this is about to become, so that it is not offered again once it is there."""
        self.filed_as = (path, _hash(text.encode()))
        if self.is_kept:
            self.keep()

    @property
    def is_filed(self) -> bool:
        """Whether the article is there already: newsroom was broken off after it was filed."""
        path, digest = self.filed_as
        try:
            return bool(path) and _hash(read_bytes(self.root / path, MAX_TEXT)) == digest
        except NewsroomError:
            return False

    def drop(self) -> None:
        """Throw all this away: the story is filed, or not wanted any more."""
        drop(self.root, self.name)

    def release(self) -> None:
        """Let others go on with it."""
        if self.let_go is not None:
            self.let_go()
            if not self.is_kept:
                drop_lock(self.root, self.name)


def new_log(root: Path, flags: Mapping[str, Any]) -> AnswerLog:
    """A log for a new story; nothing is kept before the first answer."""
    log = AnswerLog(root, f"{ARTICLES}/{datetime.now():%Y%m%dT%H%M%S-%f}-{os.getpid()}.json", dict(flags))
    if is_interactive():
        log.let_go = claim(root, log.name)
    return log


def photo_log(root: Path, article: str, photo: str) -> AnswerLog:
    """A log for a photo of an article; what was answered before it stopped is offered again."""
    name = f"photos/{article}/{photo}.json"
    log = _read(root, name) or AnswerLog(root, name)
    log.answers |= log.change or {}
    log.changing, log.change = "photo", {}
    return log


def unfinished(root: Path) -> list[tuple[Kept, AnswerLog]]:
    """The stories of this newsroom that nobody is at work on, the newest first, each held for this process."""
    found = []
    for kept in all_kept(root, ARTICLES):
        log = _read(root, kept.name)
        if log is None:
            continue
        log.let_go = claim(root, kept.name)
        if log.is_filed and log.let_go is not None:
            log.drop()
            log.release()
        elif log.let_go is not None:
            found.append((kept, log))
    return found


def _read(root: Path, name: str) -> AnswerLog | None:
    """A log that was kept; None where it is of another newsroom or version, or damaged."""
    try:
        said = json.loads(kept_text(root, name) or "")
        if said["version"] != _VERSION or said["newsroom"] != str(root):
            return None
        flags, answers, change, changing = (said[part] for part in ("flags", "answers", "change", "changing"))
        (key, text), (path, digest) = said["half"], said.get("filed_as", ("", ""))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    is_whole = (
        _are_flags(flags)
        and all(map(_are_answers, (answers, change or {})))
        and _are_texts([changing, key, text, path, digest])
    )
    return AnswerLog(root, name, flags, answers, change, changing, (key, text), (path, digest)) if is_whole else None


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _are_answers(said: object) -> bool:
    return isinstance(said, dict) and all(isinstance(text, str) for item in said.items() for text in item)


def _are_flags(said: object) -> bool:
    """Whether each is a text, but for `byline`, texts, and `photos`, triples of texts."""
    if not isinstance(said, dict):
        return False
    plain = {name: text for name, text in said.items() if name not in ("byline", "photos")}
    byline, photos = said.get("byline", []), said.get("photos", [])
    return _are_answers(plain) and _are_texts(byline) and isinstance(photos, list) and all(map(_is_photo, photos))


def _is_photo(said: object) -> bool:
    return _are_texts(said) and len(said) == 3  # type: ignore[arg-type]


def _are_texts(said: object) -> bool:
    return isinstance(said, list) and all(isinstance(text, str) for text in said)


def _field(key: str) -> str:
    """The field that a question belongs to: `photos` for `photos[0].caption`."""
    return key.partition("[")[0].partition(".")[0]
