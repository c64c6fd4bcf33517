"""`newsroom validate` on a stranger's pull request, watched by strace: nothing is run, asked for, or written."""

import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom as package
from tests.support.desk import ARTICLE, ISSUE, PLAN, Desk, make_newsroom, with_issue

_STRACE = shutil.which("strace")
_TRIED = _STRACE and subprocess.run([_STRACE, "-o", os.devnull, "true"], capture_output=True, check=False)
pytestmark = pytest.mark.skipif(
    not _TRIED or _TRIED.returncode != 0, reason="strace is not here, or may not look at processes"
)

# Settings of git that name a program.
_PROGRAMS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "filter.trap.clean", "filter.trap.smudge",
    "filter.trap.process", "diff.trap.textconv", "diff.external", "gpg.program", "credential.helper",
)  # fmt: skip

_CHANGES = (
    "mkdir", "mkdirat", "rmdir", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "symlink",
    "symlinkat", "mknod", "mknodat", "truncate", "creat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "utime",
    "utimes", "utimensat", "setxattr", "mount", "chroot",
)  # fmt: skip
_OPENS = ("open", "openat", "openat2")
_TRACED = ",".join(["execve", "execveat", "%network", *(f"?{call}" for call in (*_CHANGES, *_OPENS))])
_WRITES = r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)"
# What the processes that share the work count by, in memory; the system's way into nothing.
_OURS = r"/dev/shm/|/dev/null$"

TRAP = "{{ ''.__class__.__mro__[1].__subclasses__() }}{% include '/etc/passwd' %}{{ open('/tmp/sprung', 'w') }}\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n"
MERGED = "base: &a {k: v}\nheadline:\n  <<: [*a, *a, *a]\n"
OUTSIDE = ARTICLE.replace("sowing.jpg", "../../../newsroom.yaml").replace("地头", "村口")


def huge_png() -> bytes:
    """144 megapixels in 17 KB."""
    rows = zlib.compress(b"\0" * (12_000 * (12_000 // 8 + 1)), 9)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 12_000, 12_000, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made


def pull_request(root: Path) -> Desk:
    """A newsroom with all that a stranger could put into one, and settings of git that run programs."""
    articles = f"{ISSUE}/articles"
    desk = make_newsroom(
        root,
        with_issue(
            **{
                f"{articles}/bomb.md": f"---\n{BOMB}---\n",
                f"{articles}/merged.md": f"---\n{MERGED}---\n",
                f"{articles}/outside.md": OUTSIDE,
                f"{articles}/huge.md": ARTICLE.replace("sowing.jpg", "huge.png").replace("地头", "田边"),
                f"{articles}/fifo.md": ARTICLE.replace("sowing.jpg", "fifo.jpg").replace("地头", "路边"),
                f"{articles}/big.md": b"---\n" + b"x" * 5_000_000,
                f"{ISSUE}/photos/huge.png": huge_png(),
                "issues/2022-10-14/issue.yaml": BOMB,
                "templates/story.md": f"---\nheadline: {TRAP}---\n",
                "templates/sitecustomize.py": "open('/tmp/sprung', 'w')\n",
                "newsroom.py": "raise SystemExit('sprung')\n",
                ".gitattributes": "* filter=trap diff=trap merge=trap\n",
                ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c sprung\n',
            }
        ),
    )
    trap = root.parent / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{root.parent}/sprung'\n")
    trap.chmod(0o755)
    _bare_repository(root / ISSUE / "bare", trap)
    hooks = root.parent / "hooks"
    hooks.mkdir()
    for hook in ("pre-commit", "post-index-change", "post-checkout", "fsmonitor-watchman"):
        shutil.copy(trap, hooks / hook)
    for name in _PROGRAMS:
        desk.git("config", name, str(trap))
    desk.git("config", "core.hooksPath", str(hooks))
    _not_plain(root)
    return desk


def _bare_repository(folder: Path, trap: Path) -> None:
    for part in ("objects", "refs/heads", "hooks"):
        (folder / part).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(f"[core]\n\tbare = true\n\tfsmonitor = {trap}\n\tworktree = ..\n")
    shutil.copy(trap, folder / "hooks/post-index-change")


def _not_plain(root: Path) -> None:
    """Links, FIFOs and, where one may make them, devices in every place."""
    elsewhere = root.parent / "elsewhere/articles"
    elsewhere.mkdir(parents=True)
    (elsewhere / "secret.md").write_text("---\nheadline: secret\n---\n")
    (root / "issues/2022-10-15").symlink_to(elsewhere.parent)
    (root / "issues/2022-10-16").mkdir()
    (root / "issues/2022-10-16/articles").symlink_to(elsewhere)
    (root / "issues/2022-10-16/photos").symlink_to("/etc")
    for folder, ending in ((root / ISSUE / "articles", "md"), (root / ISSUE / "photos", "jpg")):
        (folder / f"link.{ending}").symlink_to("/etc/passwd")
        (folder / f"loop.{ending}").symlink_to(f"loop.{ending}")
        (folder / f"git.{ending}").symlink_to("../../../.git/config")
        os.mkfifo(folder / f"fifo{'' if ending == 'jpg' else '2'}.{ending}")
        try:
            os.mknod(folder / f"zero.{ending}", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        except PermissionError:
            continue


def many_articles(root: Path) -> None:
    """So many that the work is shared between processes."""
    for day in range(1, 29):
        folder = root / f"issues/2022-09-{day:02}/articles"
        folder.mkdir(parents=True)
        (folder.parent / "issue.yaml").write_text(PLAN.replace("2022-10-12", f"2022-09-{day:02}"))
        for number in range(30):
            (folder / f"a{number}.md").write_text(ARTICLE.replace("section: 乡村振兴\n", ""))


def traced(cwd: Path, *arguments: str) -> tuple[int, str, list[str]]:
    """Run newsroom under strace: how it ended, what it said, and the calls."""
    log = Path(os.environ["HOME"], "calls")
    environment = {
        # Nor does what measures the tests write down what it saw.
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        "PYTHONPATH": str(Path(package.__file__).parent.parent),
        # Python keeps what it compiled beside its source, wherever that is installed; that is not newsroom's doing.
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [str(_STRACE), "-f", "-qq", "-e", f"trace={_TRACED}", "-o", str(log),
         sys.executable, "-P", "-m", "newsroom", *arguments],  # -P: nothing is imported from here, as by the command
        cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode(), log.read_text().splitlines()


def wrongs(root: Path, cwd: Path, calls: list[str]) -> Iterator[str]:
    """The calls by which more is done than to read, and to keep what was found in git's folder."""
    cache = f"{root}/.git/newsroom"
    for number, line in enumerate(calls):
        call, _bracket, rest = line.partition(" ")[2].lstrip().partition("(")
        if call in ("execve", "execveat"):
            if number:
                yield line
        elif call in _CHANGES or (call in _OPENS and re.search(_WRITES, rest)):
            paths = [os.path.normpath(cwd / path) for path in re.findall(r'"((?:[^"\\]|\\.)*)"', rest)]
            if not all(path == cache or path.startswith(f"{cache}/") or re.match(_OURS, path) for path in paths):
                yield line
        elif call and call not in _OPENS and not call.startswith(("+++", "---", "<...")):
            yield line  # of the network


@pytest.mark.parametrize("is_large", [False, True], ids=["in one process", "in several"])
def test_a_strangers_pull_request_is_only_read(tmp_path: Path, is_large: bool) -> None:
    desk = pull_request(tmp_path / "paper")
    if is_large:
        many_articles(desk.root)
    before = _everything(tmp_path)

    for _again in range(2):
        code, said, calls = traced(desk.root, "validate", "--json")

        assert code == 1, said
        assert "Traceback" not in said
        assert len(calls) > 50
        assert list(wrongs(desk.root, desk.root, calls)) == []
    assert _everything(tmp_path) == before
    assert "root:" not in said
    assert "headline: secret" not in said
    assert not Path("/tmp/sprung").exists()


@pytest.mark.parametrize(
    ("where", "arguments"),
    [
        (ISSUE, ("validate",)),
        (f"{ISSUE}/bare", ("validate", "2022-10-12")),
        (".", ("validate", f"{ISSUE}/articles/fifo2.md", f"{ISSUE}/articles/link.md")),
        (".", ("validate", "2022-10-12", "--fix", "--dry-run")),
        (".", ("validate", "--no-cache", "--stage", "current")),
    ],
)  # fmt: skip
def test_so_it_is_wherever_one_stands_and_whatever_one_names(
    tmp_path: Path, where: str, arguments: tuple[str, ...]
) -> None:
    desk = pull_request(tmp_path / "paper")
    before = _everything(tmp_path)

    code, said, calls = traced(desk.root / where, *arguments)

    assert code == 1, said
    assert "Traceback" not in said
    assert list(wrongs(desk.root, desk.root / where, calls)) == []
    assert _everything(tmp_path) == before


def test_what_the_trap_would_do_is_seen(tmp_path: Path) -> None:
    """Without that, nothing is proved by seeing nothing."""
    desk = pull_request(tmp_path / "paper")
    subprocess.run(["git", "status"], cwd=desk.root, capture_output=True, check=False)

    assert (tmp_path / "sprung").exists()
    calls = ['1 execve("/a", ["a"]) = 0', '1 execve("/bin/sh", ["sh"]) = 0', "1 socket(AF_INET, SOCK_STREAM) = 3",
             '1 openat(AT_FDCWD, "issues/x", O_WRONLY|O_CREAT, 0666) = 3', '1 unlink("/etc/passwd") = 0',
             '1 openat(AT_FDCWD, ".git/newsroom/verdicts.sqlite", O_RDWR|O_CREAT) = 3']  # fmt: skip
    assert list(wrongs(desk.root, desk.root, calls)) == calls[1:5]


def _everything(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every file, with its mode, size and time; what newsroom keeps for itself left out."""
    found = {}
    for path in folder.rglob("*"):
        if ".git/newsroom" not in str(path):
            at = path.lstat()
            is_git = path.name == ".git"  # the folder gets a further one in it
            found[str(path)] = (at.st_mode, 0 if is_git else at.st_size, 0 if is_git else at.st_mtime_ns)
    return found
