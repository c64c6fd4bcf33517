"""Who did what: the history of one article, followed back through its moves, and that of the whole newsroom."""

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from newsroom.errors import Malformed
from newsroom.locale import listed
from newsroom.model.article import Article
from newsroom.model.text import length
from newsroom.storage.article_file import read_article
from newsroom.storage.files import MAX_TEXT, decode_text
from newsroom.storage.history import Commit, FileRecord, walk, walk_file, whole
from newsroom.storage.newsroom import ISSUES, PLAN, SETTINGS, TEMPLATES, Newsroom
from newsroom.storage.repository import read_blobs

_FILE = rf"{ISSUES}/([^/]+)/(?:(articles)/([^/]+)\.md|(photos)/(.+)|{re.escape(PLAN)})"
_TEXTS = (
    "kicker", "headline", "deck", "section", "column", "page", "kind", "byline", "credit_line", "source", "dateline",
    "embargo", "planned_length", "status",
)  # fmt: skip
_MOVE = "article-move"
UNDO = "undo"
# How git itself calls a commit that takes another back, and one that takes that back.
_REVERTS = ('Revert "', 'Reapply "')


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after. Of the body they are its lengths; `file` names the photo of a photo's field."""

    field: str
    before: str | int
    after: str | int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to one article, plan, photo, or to the newsroom itself.

    `was` is where a moved one came from. `article` is how it stood afterwards, of one taken away how it stood before;
    None where that can not be read.
    """

    sort: Literal["article", "issue", "photo", "paper"]
    what: Literal["added", "edited", "moved", "removed"]
    path: str
    issue: str = ""
    id: str = ""
    was: str = ""
    article: Article | None = None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit as people tell it; `more` is how many changes of it are not told."""

    commit: Commit
    changes: tuple[Change, ...]
    more: int = 0


def article_log(newsroom: Newsroom, path: str, limit: int | None = None) -> list[Entry]:
    """The life of the article at `path`, newest first: every commit that changed it, wherever it lay then.

    Raises:
        Refused: no repository.
    """
    with closing(_life(newsroom.root, path)) as commits:
        return _told(newsroom, list(islice(commits, limit)))


def newsroom_log(newsroom: Newsroom, limit: int, most: int | None = None) -> list[Entry]:
    """The last `limit` commits of the newsroom, newest first; of each at most `most` changes.

    Raises:
        Refused: no repository.
    """
    with closing(walk(newsroom.root, [SETTINGS, ISSUES, TEMPLATES])) as commits:
        return _told(newsroom, list(islice(commits, limit)), most)


def issue_log(newsroom: Newsroom, issue_id: str, limit: int, most: int | None = None) -> list[Entry]:
    """As `newsroom_log`, of one issue: what was done in its folder since its plan was made.

    Raises:
        Refused: no repository.
    """
    folder = f"{ISSUES}/{issue_id}"
    first = _first(newsroom.root, f"{folder}/{PLAN}") if (newsroom.folder(issue_id) / PLAN).is_file() else ""
    with closing(walk(newsroom.root, [folder], since=first)) as commits:
        taken = [_with_moves(newsroom.root, commit, f"{folder}/") for commit in islice(commits, limit)]
    return _told(newsroom, taken, most)


def _first(root: Path, path: str) -> str:
    """The commit that made the file; empty where there is none."""
    with closing(walk_file(root, path)) as commits:
        made = (commit.id for commit in commits if commit.files[0].status == "A" and not _brings_back(commit))
        return next(made, "")


def told(newsroom: Newsroom, commit: Commit) -> Entry:
    """One commit, with all of its files, as people tell it."""
    return _told(newsroom, [commit])[0]


def path_of(text: str) -> str:
    """The path that `ISSUE/SLUG` or a path means, also of an article that is gone; empty where it means none."""
    found = re.fullmatch(r"(?:issues/)?([^/]+)/(?:articles/)?([^/]+?)(?:\.md)?", text)
    return f"{ISSUES}/{found[1]}/articles/{found[2]}.md" if found else ""


def _life(root: Path, path: str) -> Generator[Commit, None, None]:
    """The commits that changed the article, each with that one file, back to the one that made it.

    Another article that had the same slug earlier, here or in another issue, is not part of it; one that was taken
    away and brought back is the same. Git is asked for one path at a time, which it answers many times faster than for
    all of them; where the article comes up or is gone, the whole commit says whether it moved.
    """
    before: str | None = ""
    while before is not None:
        with closing(walk_file(root, path, before=before)) as commits:
            before = None
            for commit in commits:
                record = commit.files[0]
                if record.status in "AD":
                    files = _with_other_ends(root, commit)
                    record = next((file for file in files if path in (file.path, file.was)), record)
                yield replace(commit, files=(record,))
                if record.path == path and record.status == "A" and not _brings_back(commit):
                    return
                if record.path == path and record.was:
                    path, before = record.was, commit.id
                    break


def _brings_back(commit: Commit) -> bool:
    return commit.action == UNDO or commit.subject.startswith(_REVERTS)


def _with_moves(root: Path, commit: Commit, folder: str) -> Commit:
    """A commit with what it changed in `folder`, where what moved in or out has its other end."""
    may_move = commit.moved_from or commit.action in ("", UNDO)  # of its own moves newsroom says so
    if not may_move or not any(file.status in "AD" and _parts(file.path)[1] for file in commit.files):
        return commit
    files = _with_other_ends(root, commit)
    return replace(
        commit, files=tuple(file for file in files if file.path.startswith(folder) or file.was.startswith(folder))
    )


def _with_other_ends(root: Path, commit: Commit) -> tuple[FileRecord, ...]:
    """The files of a commit, and those of any issue that one of them may have moved from or to, as moves."""
    opposite = {"A": "D", "D": "A"}
    letters = {opposite[file.status] for file in commit.files if file.status in opposite}
    others = None if commit.is_first else whole(root, commit.id, ISSUES, "".join(sorted(letters | {"R"})))
    if others is None:
        return commit.files
    known = {path for file in others.files for path in (file.path, file.was)}
    files = [*others.files, *(file for file in commit.files if file.path not in known)]
    return _as_moves(replace(commit, files=tuple(sorted(files, key=lambda file: file.path))))


def _as_moves(commit: Commit) -> tuple[FileRecord, ...]:
    """The files of a commit; an article taken out of one issue and put into another is one that moved.

    Git sees that by itself only where the text stayed nearly the same.
    """
    gone = {file.path: file for file in commit.files if file.status == "D" and _parts(file.path)[1]}
    new = [file for file in commit.files if file.status == "A" and _parts(file.path)[1]]
    moves = dict[str, FileRecord]()
    for file in new:
        slug = _parts(file.path)[1]
        there = [old for old in gone if _parts(old)[1] == slug]
        if commit.moved_from:
            there = [old for old in gone if _parts(old)[0] == commit.moved_from]
            there = [old for old in there if _parts(old)[1] == slug] or (there if commit.action == _MOVE else [])
        if len(there) == 1:
            old = gone.pop(there[0])
            moves[file.path] = FileRecord("R", file.path, old.path, old.before, file.after)
    taken = {move.was for move in moves.values()}
    return tuple(moves.get(file.path, file) for file in commit.files if file.path not in taken)


def _parts(path: str) -> tuple[str, str]:
    """Issue and slug, where `path` is that of an article."""
    found = re.fullmatch(_FILE, path)
    return (found[1], found[3]) if found and found[2] else ("", "")


def _told(newsroom: Newsroom, commits: list[Commit], most: int | None = None) -> list[Entry]:
    """The commits with what changed in each article, by its texts before and after."""
    commits = [replace(commit, files=_as_moves(commit)) for commit in commits]
    told = {commit.id: _worth_telling(commit)[:most] for commit in commits}
    articles = [file for files in told.values() for file in files if _parts(file.path)[1]]
    blobs = read_blobs(newsroom.root, {blob for file in articles for blob in (file.before, file.after) if blob})
    entries = []
    for commit in commits:
        changes = tuple(_change(newsroom, file, blobs) for file in told[commit.id])
        entries.append(Entry(commit, changes, len(_worth_telling(commit)) - len(changes)))
    return entries


def _worth_telling(commit: Commit) -> list[FileRecord]:
    """A photo that comes or goes with its article is told by that article, the templates of a new newsroom by it."""
    files = list(commit.files)
    if any(file.path == SETTINGS and file.status == "A" for file in files):
        files = [file for file in files if not file.path.startswith(f"{TEMPLATES}/")]
    if any(_parts(file.path)[1] for file in files):
        files = [file for file in files if not re.fullmatch(rf"{ISSUES}/[^/]+/photos/.*", file.path)]
    return files


def _change(newsroom: Newsroom, file: FileRecord, blobs: Mapping[str, bytes]) -> Change:
    found = re.fullmatch(_FILE, file.path)
    what: Literal["added", "edited", "moved", "removed"] = (
        "added" if file.status == "A" else "removed" if file.status == "D" else "moved" if file.was else "edited"
    )
    if not found:
        return Change("paper", what, file.path)
    issue, _articles, slug, _photos, photo = found.groups()
    if not slug:
        return Change("photo" if photo else "issue", what, file.path, issue, photo or "", file.was)
    before = _article(newsroom, file.was or file.path, blobs.get(file.before))
    after = _article(newsroom, file.path, blobs.get(file.after))
    fields = tuple(_fields(before, after, newsroom.paper.language)) if before and after else ()
    return Change("article", what, file.path, issue, slug, file.was, before if what == "removed" else after, fields)


def _article(newsroom: Newsroom, path: str, content: bytes | None) -> Article | None:
    if content is None or len(content) > MAX_TEXT:
        return None
    issue, slug = _parts(path)
    try:
        return read_article(decode_text(content), id=slug, issue=issue, path=path, roles=newsroom.paper.roles)
    except Malformed:
        return None


def _fields(before: Article, after: Article, language: str) -> Iterator[FieldChange]:
    for name in _TEXTS:
        old, new = (_as_text(getattr(article, name)) for article in (before, after))
        if old != new:
            yield FieldChange("length" if name == "planned_length" else name, old, new)
    if before.body != after.body:
        yield FieldChange("body", length(before.body, language), length(after.body, language))
    old_photos, new_photos = ({photo.file: photo for photo in article.photos} for article in (before, after))
    for file in {**old_photos, **new_photos}:
        was, now = old_photos.get(file), new_photos.get(file)
        if was is None or now is None:
            yield FieldChange("photo", file if was else "", file if now else "", file)
            continue
        if was.caption != now.caption:
            yield FieldChange("photo.caption", was.caption, now.caption, file)
        if was.credit != now.credit:
            yield FieldChange("photo.credit", _as_text(was.credit), _as_text(now.credit), file)


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return listed(str(credit) for credit in value)
    return "" if value is None else str(value)
