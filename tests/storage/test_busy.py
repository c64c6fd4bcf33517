"""Who has to wait for whom: a newsroom that is held, git at work, and two edits of one text at the same time."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom
from newsroom.errors import Refused
from newsroom.storage.change import FileChange, commit_files
from tests.support.desk import ARTICLE, ISSUE, Desk
from tests.support.working_day import started

SOWING = f"{ISSUE}/articles/sowing.md"

_BY_EDITOR = f"""
import sys
from pathlib import Path
from newsroom.errors import Refused
from newsroom.desk.edit_text import new_draft
from newsroom.storage.newsroom import open_newsroom

draft = new_draft(open_newsroom(Path.cwd()), {SOWING!r})
with draft.held():
    draft.keep(draft.text + "甲的一段。\\n".encode())
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        draft.commit(draft.article())
    except Refused as refusal:
        print(refusal.code)
    else:
        print("saved")
"""
_BY_FIELD = """
import sys
from pathlib import Path
from newsroom.errors import Refused
from newsroom.desk.edit_article import plan_edit, save_edit
from newsroom.storage.newsroom import open_newsroom

newsroom = open_newsroom(Path.cwd())
edit = plan_edit(newsroom, newsroom.article_at("2022-10-12", "sowing.md"), {"deck": "——乙的"})
print("ready", flush=True)
sys.stdin.readline()
try:
    save_edit(newsroom, edit)
except Refused as refusal:
    print(refusal.code)
else:
    print("saved")
"""


def begin(desk: Desk, script: str, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=desk.root,
        env={**os.environ, "PYTHONPATH": str(Path(newsroom.__file__).parent.parent), **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize("first", ["editor", "field", ""])
def test_of_two_edits_at_once_one_wins_and_no_text_is_lost(tmp_path: Path, first: str) -> None:
    """Both have read the same text; `first` is done before the other begins to write, or both begin at once."""
    desk = started(tmp_path / "paper")
    hands = {"editor": begin(desk, _BY_EDITOR), "field": begin(desk, _BY_FIELD)}
    for one in hands.values():
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    ends = {first: hands[first].communicate("go\n")[0].strip()} if first else {}
    for name in hands.keys() - ends.keys():
        stream = hands[name].stdin
        assert stream is not None
        stream.write("go\n")
        stream.flush()
    ends |= {name: hands[name].communicate()[0].strip() for name in hands.keys() - ends.keys()}

    assert sorted(ends.values()) == ["changed-meanwhile", "saved"]
    assert ends.get(first, "saved") == "saved"
    typed, kept = ARTICLE + "甲的一段。\n", desk.root / ".git/newsroom/kept/edits/2022-10-12/sowing.md"
    if ends["editor"] == "saved":
        assert desk.read(SOWING) == typed
    else:
        assert "deck: ——乙的" in desk.read(SOWING)
        assert kept.read_text("utf-8") == typed
    assert desk.git("show", f"HEAD:{SOWING}") == desk.read(SOWING)
    assert desk.is_clean()
    assert desk.git("rev-list", "--count", "HEAD").strip() == "2"


_HOLD = """
import sys
from pathlib import Path
from newsroom.storage.private import private_folder
from newsroom.storage.turn import hold_git, let_git_go, turn

folder = private_folder(Path.cwd())
with turn(folder):
    hold_git(folder)
    print("held", flush=True)
    sys.stdin.readline()
    let_git_go(folder)
"""


@pytest.fixture
def desk(newsroom: Callable[..., Desk], tmp_path: Path) -> Desk:
    return started(tmp_path / "paper")


def holder_of(desk: Desk) -> str:
    note = desk.root / ".git/newsroom/holder"
    return note.read_text("utf-8") if note.exists() else ""


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def file_one(desk: Desk) -> str:
    return commit_files(desk.root, [FileChange(f"{ISSUE}/articles/mine.md", b"mine\n")], "Add article: mine", {})


def test_who_holds_the_newsroom_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0.1")
    holder = begin(desk, _HOLD, LOGNAME="周一新")
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    with pytest.raises(Refused) as caught:
        file_one(desk)

    assert caught.value.code == "busy"
    assert str(holder.pid) in caught.value.message
    assert "周一新" in caught.value.message
    assert not (desk.root / f"{ISSUE}/articles/mine.md").exists()
    holder.communicate("let go\n")
    assert file_one(desk)


_WAIT = f"""
import sys
from pathlib import Path
from newsroom.storage.change import FileChange, commit_files

sys.stdin.readline()
print("waiting", flush=True)
commit_files(Path.cwd(), [FileChange({ISSUE + "/articles/mine.md"!r}, b"mine\\n")], "Add article: mine", {{}})
print("filed", flush=True)
"""


def test_a_newsroom_that_is_let_go_while_one_waits_is_taken(desk: Desk) -> None:
    holder = begin(desk, _HOLD)
    waiting = begin(desk, _WAIT)
    assert holder.stdout is not None
    assert waiting.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert waiting.stdin is not None
    waiting.stdin.write("go\n")
    waiting.stdin.flush()
    assert waiting.stdout.readline() == "waiting\n"
    holder.communicate("let go\n")
    out, err = waiting.communicate()

    assert out == "filed\n", err
    assert desk.commits()[0] == "Add article: mine"


def test_git_that_is_at_work_is_waited_for(desk: Desk) -> None:
    lock = desk.write(".git/index.lock", "")
    waiting = begin(desk, _WAIT)
    assert waiting.stdin is not None
    assert waiting.stdout is not None
    waiting.stdin.write("go\n")
    waiting.stdin.flush()
    assert waiting.stdout.readline() == "waiting\n"
    until(lambda: str(waiting.pid) in holder_of(desk))
    lock.unlink()
    out, err = waiting.communicate()

    assert out == "filed\n", err
    assert desk.is_clean()


def test_git_that_does_not_end_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0.1")
    lock = desk.write(".git/index.lock", "")

    with pytest.raises(Refused) as caught:
        file_one(desk)

    assert caught.value.code == "busy"
    assert "index.lock" in caught.value.message
    assert lock.read_bytes() == b""
    assert desk.git("rev-list", "--count", "HEAD").strip() == "1"
