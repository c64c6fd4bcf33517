"""Notices that the trial files, and what may be wrong with a newsroom after somebody was killed in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.desk.selftest.scratch import Ended, Scratch
from newsroom.locale import _
from newsroom.storage.journal import broken_off, never_begun
from newsroom.storage.newsroom import ISSUES

ISSUE = "2022-10-12"
STAGED = "bystander.txt"
_ARTICLES = f"{ISSUES}/{ISSUE}/articles"
_LINES = 400
_LAST = "（完）"


@dataclass(frozen=True, slots=True)
class Story:
    """An article that is filed, by its slug, and a text of which not one letter may be lost."""

    slug: str
    text: str

    @property
    def path(self) -> str:
        """Where it is filed."""
        return f"{_ARTICLES}/{self.slug}.md"


def story(slug: str) -> Story:
    """A notice of some length, unlike every other."""
    lines = "".join(f"{slug}，第 {number} 段。\n\n" for number in range(1, _LINES))
    return Story(slug, f"{lines}{slug}{_LAST}")


def filing(scratch: Scratch, story: Story) -> list[str]:
    """The command that files it; its text is in a file outside of the newsroom."""
    body = scratch.folder / f"{story.slug}.txt"
    body.write_bytes(f"{story.text}\n".encode())
    facts = ["--kind", "notice", "--headline", story.slug, "--slug", story.slug, "--issue", ISSUE]
    return ["article", "add", *facts, "--body", str(body)]


def changing(story: Story, headline: str) -> list[str]:
    """The command that gives it another headline."""
    return ["article", "edit", f"{ISSUE}/{story.slug}", "--set", f"headline={headline}"]


def open_newsroom(scratch: Scratch) -> Ended | None:
    """A newsroom with an issue, and a file that somebody else has staged; what failed, if anything."""
    made = scratch.git("init", "--quiet", "--template=")
    for command in (("init", ".", "--name", "自检日报", "--language", "zh-CN"), ("issue", "new", ISSUE)):
        if made.code:
            return made
        made = scratch.run(*command)
    (scratch.root / STAGED).write_bytes(b"a\n")
    staged = scratch.git("add", "--", STAGED)
    return next((ended for ended in (made, staged) if ended.code), None)


def is_filed(scratch: Scratch, path: str, text: str) -> bool:
    """Whether the last commit has that text there, and whole."""
    shown = scratch.git("cat-file", "blob", f"HEAD:{path}")
    return not shown.code and text in shown.said


def is_rescued(scratch: Scratch, text: str) -> bool:
    """Whether the text is among what newsroom has put aside."""
    files = (path for path in scratch.private.glob("rescued/*/*-after-*") if path.is_file())
    return any(text.encode() in path.read_bytes() for path in files)


def half_written(scratch: Scratch) -> Iterator[str]:
    """Articles that do not go on to their end, and drafts that lie about."""
    for path in sorted((scratch.root / _ARTICLES).glob("*")):
        if not path.name.startswith(".") and not path.read_bytes().rstrip().endswith(_LAST.encode()):
            yield _("{path} is half written", path=_shown(scratch, path))
    for path in scratch.root.rglob(".newsroom-*"):
        yield _("{path} was left behind", path=_shown(scratch, path))


def not_in_order(scratch: Scratch) -> Iterator[str]:
    """Locks, an unfinished change, files that are not as the last commit has them, and what git finds wrong."""
    git = scratch.root / ".git"
    locks = [path for path in git.rglob("*.lock") if scratch.private not in path.parents]
    for path in [*locks, *filter(None, [broken_off(scratch.private), never_begun(scratch.private)])]:
        yield _("{path} was left behind", path=_shown(scratch, path))
    for line in _status(scratch):
        if line[3:] != STAGED:
            yield _("not as the last commit has it: {path}", path=line[3:])
    fsck = scratch.git("fsck", "--strict", "--no-dangling", "--no-progress")
    if fsck.code or fsck.said.strip():
        yield f"git fsck: {fsck}"


def not_staged(scratch: Scratch) -> Iterator[str]:
    """That somebody else's staged file is not staged any more, or was committed with others."""
    if f"A  {STAGED}" not in _status(scratch):
        yield _("{path} is not staged any more", path=STAGED)


def _status(scratch: Scratch) -> list[str]:
    return scratch.git("status", "--porcelain", "--untracked-files=all").said.splitlines()


def _shown(scratch: Scratch, path: Path) -> str:
    return path.relative_to(scratch.root).as_posix()
