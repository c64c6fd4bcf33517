"""What git does to a file on the way to its store: the one on disk stays as it came, and git sees no change."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, error, snapshot
from tests.support.desk import ISSUE, Desk, Result, photo_bytes
from tests.support.working_day import NAME, started, story, take, work_a_day

Run = Callable[..., Result]

ARTICLE, PHOTO = f"{ISSUE}/articles/{NAME}.md", f"{ISSUE}/photos/灯.jpg"

# As Git LFS does it: the store has a pointer, the content lies in a folder of its own.
_FILTER = """\
import hashlib, pathlib, sys

STORE = pathlib.Path({store!r})

def clean(content):
    if content.startswith(b"pointer "):
        return content
    name = hashlib.sha256(content).hexdigest()
    (STORE / name).write_bytes(content)
    return b"pointer " + name.encode() + b"\\n"

def smudge(pointer):
    return (STORE / pointer.split()[1].decode()).read_bytes()
"""
_ONE_FILE = """
sys.stdout.buffer.write(globals()[sys.argv[1]](sys.stdin.buffer.read()))
"""
# gitattributes(5), "Long Running Filter Process": packets of a length in four hexadecimal digits.
_PROCESS = """
def read():
    size = int(sys.stdin.buffer.read(4) or b"0", 16)
    return sys.stdin.buffer.read(size - 4) if size else None

def lines():
    return list(iter(read, None))

def write(*packets):
    for packet in packets:
        sys.stdout.buffer.write(b"0000" if packet is None else b"%04x" % (len(packet) + 4) + packet)
    sys.stdout.buffer.flush()

lines()
write(b"git-filter-server\\n", b"version=2\\n", None)
lines()
write(b"capability=clean\\n", b"capability=smudge\\n", None)
while asked := lines():
    command = asked[0].decode().strip().partition("=")[2]
    content = globals()[command](b"".join(lines()))
    write(b"status=success\\n", None, *(content[at:at + 60000] for at in range(0, len(content), 60000)), None, None)
"""


def with_large_files(folder: Path, way: str) -> Desk:
    """A newsroom whose photos git stores as pointers, by a program for each file or by one that goes on running."""
    store = folder / "store"
    store.mkdir(parents=True)
    program = folder / f"{way}.py"
    program.write_text(_FILTER.format(store=str(store)) + (_PROCESS if way == "process" else _ONE_FILE), "utf-8")
    desk = started(folder / "paper")
    command = f"'{sys.executable}' -S '{program}'"
    commands = (
        {"process": command} if way == "process" else {"clean": f"{command} clean", "smudge": f"{command} smudge"}
    )
    for name, value in {**commands, "required": "true"}.items():
        desk.git("config", f"filter.large.{name}", value)
    desk.write(".gitattributes", "*.jpg filter=large -text\n")
    desk.git("add", "--renormalize", ".")
    desk.git("add", ".gitattributes")
    desk.git("commit", "-qm", "large files")
    assert desk.is_clean()
    return desk


WAYS = pytest.mark.parametrize("way", ["clean-and-smudge", "process"])


@WAYS
def test_a_photo_is_stored_as_a_pointer_and_lies_there_as_it_came(run: Run, tmp_path: Path, way: str) -> None:
    desk = with_large_files(tmp_path, way)

    take(desk, run, story(tmp_path / "drawer"), [ARTICLE, PHOTO])

    assert (desk.root / PHOTO).read_bytes() == photo_bytes(color="red")
    assert desk.git("cat-file", "blob", f"HEAD:{PHOTO}").startswith("pointer ")
    (desk.root / PHOTO).unlink()
    desk.git("checkout", "-q", "--", PHOTO)
    assert (desk.root / PHOTO).read_bytes() == photo_bytes(color="red")


@WAYS
def test_a_day_with_photos_that_are_pointers(run: Run, tmp_path: Path, way: str) -> None:
    work_a_day(with_large_files(tmp_path, way), run, tmp_path / "drawer")


@pytest.mark.parametrize("command", ["false", "no-such-program", "cat; exit 1", "kill -9 $$"])
def test_a_filter_that_fails_refuses_the_article(run: Run, tmp_path: Path, command: str) -> None:
    """As where Git LFS is not installed: what was filed would be stored whole, for ever."""
    desk = with_large_files(tmp_path, "clean-and-smudge")
    desk.git("config", "filter.large.clean", command)
    before = snapshot(desk)

    filed = run("-C", desk.root, "--lang", "en", *story(tmp_path / "drawer"))

    assert filed.code == REFUSED
    assert PHOTO in filed.err
    assert snapshot(desk) == before
    assert not (desk.root / ".git/index.lock").exists()


def test_a_filter_that_is_not_required_and_fails_stores_the_file_whole(run: Run, tmp_path: Path) -> None:
    desk = with_large_files(tmp_path, "clean-and-smudge")
    desk.git("config", "filter.large.clean", "false")
    desk.git("config", "filter.large.required", "false")

    take(desk, run, story(tmp_path / "drawer"), [ARTICLE, PHOTO])


ATTRIBUTES = {
    "eol=crlf": "*.md text eol=crlf\n",
    "text=auto": "* text=auto\n",
    "binary": "* binary\n",
    "ident": "* ident\n",
    "working-tree-encoding": "*.md text working-tree-encoding=UTF-8\n",
}


@pytest.mark.parametrize("attributes", ATTRIBUTES.values(), ids=ATTRIBUTES)
def test_a_day_with_attributes(run: Run, tmp_path: Path, attributes: str) -> None:
    desk = started(tmp_path / "paper")
    desk.write(".gitattributes", attributes)
    desk.git("add", ".gitattributes")
    desk.git("commit", "-qm", "attributes")

    work_a_day(desk, run, tmp_path / "drawer")


@pytest.mark.parametrize("attributes", ["", "*.md text eol=crlf\n"], ids=["none", "crlf"])
@pytest.mark.parametrize("value", ["true", "input"])
def test_a_day_with_line_ends_that_git_converts(run: Run, tmp_path: Path, value: str, attributes: str) -> None:
    desk = started(tmp_path / "paper")
    desk.git("config", "core.autocrlf", value)
    desk.write(".gitattributes", attributes)
    desk.git("add", ".gitattributes")
    desk.git("commit", "-qm", "attributes")

    work_a_day(desk, run, tmp_path / "drawer")


def test_an_article_that_was_checked_out_with_crlf_keeps_it(run: Run, tmp_path: Path) -> None:
    desk = started(tmp_path / "paper")
    desk.git("config", "core.autocrlf", "true")
    sowing = f"{ISSUE}/articles/sowing.md"
    (desk.root / sowing).unlink()
    desk.git("checkout", "-q", "--", sowing)
    assert "\r\n" in desk.read(sowing)

    take(desk, run, ("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻"), [sowing])

    assert desk.read(sowing).count("\n") == desk.read(sowing).count("\r\n")
    assert "\r" not in desk.git("cat-file", "blob", f"HEAD:{sowing}")
    assert desk.git("show", "--format=", "--numstat", "HEAD").split()[:2] == ["1", "0"]


@pytest.mark.parametrize(
    ("settings", "attributes"),
    [
        ({"core.autocrlf": "true", "core.safecrlf": "true"}, ""),
        ({}, "*.md text working-tree-encoding=UTF-16\n"),
    ],
    ids=["safecrlf", "utf-16"],
)
def test_what_git_will_not_convert_is_refused(
    run: Run, tmp_path: Path, settings: dict[str, str], attributes: str
) -> None:
    """Git fears to lose a letter; so nothing is written."""
    desk = started(tmp_path / "paper")
    desk.write(".gitattributes", attributes)
    desk.git("add", ".gitattributes")
    desk.git("commit", "-qm", "attributes")
    for name, value in settings.items():
        desk.git("config", name, value)
    before = snapshot(desk)

    filed = run("-C", desk.root, "--lang", "en", *story(tmp_path / "drawer", "--json"))

    assert ARTICLE in error(filed, REFUSED, filed.json["error"]["code"])["message"]
    assert snapshot(desk) == before
