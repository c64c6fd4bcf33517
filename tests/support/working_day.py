"""An article's day through the command line; after every step work tree, index and HEAD have to agree."""

import subprocess
from collections.abc import Callable, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from tests.support.desk import ISSUE, SETTINGS, Desk, Result, photo_bytes, with_issue

Run = Callable[..., Result]

STORY = (
    "article", "add", "--issue", "2022-10-12", "--headline", "走进村屯", "--section", "社会", "--byline", "通讯员 姓名",
    "--slug", "走进村屯",
)  # fmt: skip
NAME = "走进村屯"
HERE, POOL = ISSUE, "issues/pool"
DAY = 7  # commits


@dataclass(frozen=True)
class Step:
    """A command, and the files of its commit."""

    arguments: tuple[str, ...]
    files: tuple[str, ...]


def story(drawer: Path, *more: str) -> tuple[str, ...]:
    """`article add` of a story with one photo, whose files lie in `drawer`, outside of every newsroom."""
    drawer.mkdir(exist_ok=True)
    (drawer / "body.txt").write_text("宣讲队走进村屯。\n", "utf-8")
    (drawer / "灯.jpg").write_bytes(photo_bytes(color="red"))
    (drawer / "a[1].jpg").write_bytes(photo_bytes(color="blue"))
    photo = ("--photo", str(drawer / "灯.jpg"), "--caption", "灯。", "--credit", "姓名 摄")
    return (*STORY, "--body", str(drawer / "body.txt"), *photo, *more)


def steps(drawer: Path) -> list[Step]:
    """What a day brings: filed, a second photo, edited, moved to the pool, removed, and the last two taken back."""
    article, photos = f"articles/{NAME}.md", ("photos/a[1].jpg", "photos/灯.jpg")
    here = [f"{HERE}/{file}" for file in (article, *photos)]
    pool = [f"{POOL}/{file}" for file in (article, *photos)]
    photo = ("photo", "add", f"2022-10-12/{NAME}", str(drawer / "a[1].jpg"), "--caption", "夜。", "--credit", "姓名 摄")
    return [
        Step(story(drawer), (f"{HERE}/{article}", f"{HERE}/photos/灯.jpg")),
        Step(photo, (f"{HERE}/{article}", f"{HERE}/photos/a[1].jpg")),
        Step(("article", "edit", f"2022-10-12/{NAME}", "--set", "deck=——见闻"), (f"{HERE}/{article}",)),
        Step(("article", "move", f"2022-10-12/{NAME}", "--issue", "pool"), (*here, *pool)),
        Step(("article", "remove", f"pool/{NAME}", "--yes"), tuple(pool)),
        Step(("undo", "--yes"), tuple(pool)),
        Step(("undo", "--yes"), (*here, *pool)),
    ]


def work_a_day(desk: Desk, run: Run, drawer: Path) -> None:
    """Do it all beside somebody else's staged file, which stays staged, and out of every commit."""
    desk.write("staged.txt", "somebody else's\n")
    desk.git("add", "--force", "--sparse", "staged.txt")
    for step in steps(drawer):
        take(desk, run, step.arguments, step.files)
    assert "A  " in desk.git("status", "--porcelain", "--", "staged.txt")
    subprocess.run(["git", "fsck", "--strict", "--no-dangling"], cwd=desk.root, check=True, capture_output=True)


def take(desk: Desk, run: Run, arguments: Sequence[str], files: Sequence[str]) -> Result:
    """Run a command that has to make one commit of `files` and change nothing else of what git sees."""
    before, staged, commits = status(desk), staged_by_others(desk, files), count(desk)
    with chdir(desk.root):
        done = run("--lang", "en", *arguments)
    assert done.code == 0, done.err
    assert count(desk) == commits + 1
    prefix = desk.git("rev-parse", "--show-prefix").strip("\n")
    assert committed_files(desk) == sorted(prefix + file for file in files)
    assert status(desk) == before
    assert staged_by_others(desk, files) == staged
    for file in files:
        assert_agreed(desk, file)
    assert left_behind(desk) == []
    return done


def assert_agreed(desk: Desk, file: str) -> None:
    """Work tree, index and HEAD have the same of `file`, by its content and not by what the index remembers of it."""
    path = desk.root / file
    in_head = desk.git("ls-tree", "-z", "HEAD", "--", f":(literal){file}")
    in_index = desk.git("ls-files", "--stage", "-z", "--", f":(literal){file}")
    if not path.exists():
        assert (in_head, in_index) == ("", "")
        return
    content = desk.git("hash-object", f"--path={file}", "--", file).strip()
    assert in_head.split()[2] == content
    assert in_index.split()[1] == content
    assert in_index.split()[2] == "0"


def status(desk: Desk) -> str:
    return desk.git("status", "--porcelain", "--untracked-files=all")


def staged_by_others(desk: Desk, files: Sequence[str]) -> list[str]:
    """What the index has of all but `files`."""
    entries = desk.git("ls-files", "--stage", "-z").split("\0")
    return [entry for entry in entries if entry.partition("\t")[2] not in files]


def count(desk: Desk) -> int:
    done = subprocess.run(["git", "rev-list", "--count", "HEAD"], cwd=desk.root, capture_output=True, check=False)
    return int(done.stdout or b"0")


def committed_files(desk: Desk, commit: str = "HEAD") -> list[str]:
    """The files of a commit, from the repository's root; both names of one that was renamed."""
    flags = ("--root", "-r", "-z", "--no-renames", "--no-commit-id", "--name-only")
    return sorted(desk.git("diff-tree", *flags, commit).split("\0")[:-1])


def left_behind(desk: Desk) -> list[str]:
    """What no change may leave: locks, temporary files, a journal."""
    git_dir = Path(desk.git("rev-parse", "--absolute-git-dir").strip("\n"))
    found = [*desk.root.rglob(".newsroom-*"), *git_dir.rglob("*.lock"), *git_dir.glob("newsroom/change*")]
    kept = git_dir / "newsroom" / "kept"
    return [str(path) for path in found if path.exists() and kept not in path.parents]


def started(folder: Path, *flags: str) -> Desk:
    """A committed newsroom with an issue, in a repository made by `git init FLAGS`."""
    desk = Desk(folder)
    for path, content in {"newsroom.yaml": SETTINGS, **with_issue()}.items():
        desk.write(path, content)
    desk.git("init", "-q", "-b", "main", *flags)
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "start")
    return desk
