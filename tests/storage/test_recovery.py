"""What the next command does about a change that was broken off. Every point of it: tests/faults."""

import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.recovery import ready_to_write
from tests.support.broken import COMMITTED, IN_PLACE, killed_at
from tests.support.desk import (
    ARTICLE,
    ISSUE,
    SETTINGS,
    Desk,
    Result,
    make_newsroom,
    photo_bytes,
    run_process,
    with_issue,
)

Run = Callable[..., Result]
SOWING = f"{ISSUE}/articles/sowing.md"
OTHER = ARTICLE.replace("冬小麦播种过九成", "老年食堂开张").replace("sowing.jpg", "canteen.jpg")
EDIT = ("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻")
WRITING: tuple[Sequence[str], ...] = (
    ("article", "add", "--no-input", "--issue", "2022-10-12", "--kind", "notice", "--body", "body.txt"),
    ("article", "edit", "2022-10-12/canteen", "--set", "deck=——饭菜"),
    ("article", "move", "2022-10-12/canteen", "--issue", "2022-10-13"),
    ("article", "remove", "2022-10-12/canteen", "--yes"),
    ("photo", "add", "2022-10-12/canteen", "extra.jpg", "--caption", "饭菜。", "--credit", "通讯员 姓名"),
    ("issue", "new", "2022-10-14"),
    ("undo", "--yes"),
)
READING: tuple[Sequence[str], ...] = (
    ("--version",),
    ("validate",),
    ("rules",),
    ("status", "2022-10-12"),
    ("issue", "list"),
    ("issue", "show", "2022-10-12"),
    ("article", "list", "--issue", "2022-10-12"),
    ("article", "show", "2022-10-12/canteen"),
    ("log",),
    ("doctor",),
    ("completion", "bash"),
    ("article", "edit", "2022-10-12/canteen", "--set", "deck=——饭菜", "--dry-run"),
    ("issue", "new", "2022-10-14", "--dry-run"),
)


@pytest.fixture
def desk(newsroom: Callable[..., Desk], run: Run, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two articles, another issue, a change that can be taken back, and what somebody else has staged."""
    monkeypatch.setenv("NEWSROOM_LANG", "en")
    desk = newsroom(
        with_issue()
        | {
            f"{ISSUE}/articles/canteen.md": OTHER,
            f"{ISSUE}/photos/canteen.jpg": photo_bytes(color="red"),
            "issues/2022-10-13/issue.yaml": "date: 2022-10-13\n",
        }
    )
    assert run("article", "edit", "2022-10-12/canteen", "--set", "kicker=新鲜事").code == 0
    desk.write("staged.md", "somebody else's\n")
    desk.git("add", "staged.md")
    desk.write("body.txt", "启事全文。\n")
    desk.write("extra.jpg", photo_bytes(color="blue"))
    return desk


def status(desk: Desk) -> str:
    return desk.git("status", "--porcelain", "--", "issues", "staged.md")


def words(result: Result) -> str:
    return result.err + result.out


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_command_that_writes_first_takes_back_what_was_broken_off(
    desk: Desk, run: Run, tmp_path: Path, command: Sequence[str]
) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    assert desk.read(SOWING) != ARTICLE

    done = run(*command)

    assert done.code == 0, words(done)
    assert "A change was broken off and is taken back: Edit article: 冬小麦播种过九成" in done.err
    assert desk.read(SOWING) == ARTICLE
    rescued = [*(desk.root / ".git/newsroom/rescued").glob("*/0-after-sowing.md")]
    assert [path.read_text("utf-8").count("deck: ——见闻") for path in rescued] == [1]
    assert rescued[0].parent.relative_to(desk.root).as_posix() in done.err
    assert status(desk) == "A  staged.md\n"


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_command_that_only_reads_leaves_it(desk: Desk, tmp_path: Path, command: Sequence[str]) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    left = {path: path.read_bytes() for path in (desk.root / ".git/newsroom").rglob("*") if path.is_file()}

    done = run_process(*command, cwd=desk.root)

    assert "is taken back" not in done.err
    assert {path: path.read_bytes() for path in left} == left
    assert (desk.root / ".git/index.lock").exists()


@pytest.mark.parametrize("command", [EDIT, *WRITING], ids=" ".join)
def test_the_same_command_once_more_does_it(desk: Desk, run: Run, tmp_path: Path, command: Sequence[str]) -> None:
    before = desk.commits()
    killed_at(IN_PLACE, desk, tmp_path / "broken", command)

    done = run(*command)

    assert done.code == 0, words(done)
    assert len(desk.commits()) == len(before) + 1
    assert status(desk) == "A  staged.md\n"


@pytest.mark.parametrize("command", [EDIT, *WRITING], ids=" ".join)
def test_what_was_committed_is_finished(desk: Desk, run: Run, tmp_path: Path, command: Sequence[str]) -> None:
    before = desk.commits()
    killed_at(COMMITTED, desk, tmp_path / "broken", command)
    assert (desk.root / ".git/index.lock").exists()

    done = run("issue", "new", "2022-10-20")

    assert "it is finished now: " in done.err
    assert len(desk.commits()) == len(before) + 2
    assert status(desk) == "A  staged.md\n"
    assert not (desk.root / ".git/newsroom/rescued").exists()


def test_it_is_said_in_chinese(desk: Desk, run: Run, tmp_path: Path) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)

    done = run("--lang", "zh-CN", "issue", "new", "2022-10-20")

    assert "上次的改动中断了，已经撤回：Edit article: 冬小麦播种过九成" in done.err


def test_what_a_person_made_of_it_since_stays(desk: Desk, run: Run, tmp_path: Path) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    desk.write(SOWING, desk.read(SOWING) + "又加一段。\n")

    done = run("issue", "new", "2022-10-20")

    assert f"{SOWING} was changed meanwhile, and stays as it is now." in done.err
    assert desk.read(SOWING).endswith("又加一段。\n")
    assert status(desk) == f" M {SOWING}\nA  staged.md\n"


def test_what_a_person_committed_since_stays_committed(desk: Desk, run: Run, tmp_path: Path) -> None:
    """Git itself says of its lock: remove the file manually to continue."""
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    (desk.root / ".git/index.lock").unlink()
    desk.git("commit", "-qm", "by hand", "--", SOWING)

    assert run("issue", "new", "2022-10-20").code == 0

    assert "deck: ——见闻" in desk.read(SOWING)
    assert status(desk) == "A  staged.md\n"


def test_what_a_person_removed_and_committed_since_stays_removed(desk: Desk, run: Run, tmp_path: Path) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", ("article", "remove", "2022-10-12/sowing", "--yes"))
    (desk.root / ".git/index.lock").unlink()
    desk.git("commit", "-qm", "by hand", "--", SOWING, f"{ISSUE}/photos/sowing.jpg")

    assert run("issue", "new", "2022-10-20").code == 0

    assert not (desk.root / SOWING).exists()
    assert status(desk) == "A  staged.md\n"


def test_a_commit_on_a_branch_that_was_left_since_is_a_commit(desk: Desk, run: Run, tmp_path: Path) -> None:
    killed_at(COMMITTED, desk, tmp_path / "broken", EDIT)
    (desk.root / ".git/index.lock").unlink()
    desk.git("switch", "-q", "-c", "side", "HEAD~1")

    done = run("issue", "new", "2022-10-20")

    assert "it is finished now: " in done.err
    assert status(desk) == "A  staged.md\n"
    assert "deck: ——见闻" in desk.git("show", f"main:{SOWING}")


def test_where_somebody_is_at_work_nothing_is_broken_off(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook = desk.write(".git/hooks/pre-commit", '#!/bin/sh\nunset GIT_INDEX_FILE; exec sh -c "$LOOK"\n')
    hook.chmod(0o755)
    command = f"{shlex.quote(sys.executable)} -m newsroom article edit 2022-10-12/canteen --set deck=x"
    look = f"{command} 2> seen.txt; echo $? >> seen.txt; true"

    done = run_process(*EDIT, cwd=desk.root, LOOK=look, NEWSROOM_WAIT="0.2")

    assert done.code == 0, done.err
    assert "is writing in this newsroom (process " in desk.read("seen.txt")
    assert desk.read("seen.txt").endswith("\n3\n")
    assert "deck: ——见闻" in desk.git("show", f"HEAD:{SOWING}")


def test_a_new_newsroom_that_was_broken_off_can_be_made_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    command = ("init", "paper", "--name", "临江日报", "--language", "zh-CN")
    killed_at(IN_PLACE, desk, tmp_path / "broken", command)
    assert (tmp_path / "paper/newsroom.yaml").exists()

    done = run_process(*command, cwd=tmp_path)

    assert done.code == 0, done.err
    assert Desk(tmp_path / "paper").commits() == ["Start newsroom: 临江日报"]
    assert Desk(tmp_path / "paper").is_clean()


def test_a_newsroom_beside_it_in_the_repository_ends_it_too(tmp_path: Path) -> None:
    outer = Desk(tmp_path / "house")
    for name in ("one", "two"):
        make_newsroom(outer.root / name, with_issue())
        shutil.rmtree(outer.root / name / ".git")
    outer.git("init", "-q")
    outer.git("add", "-A")
    outer.git("commit", "-qm", "start")
    killed_at(IN_PLACE, outer, tmp_path / "broken", EDIT, cwd=outer.root / "one")

    done = run_process("issue", "new", "2022-10-20", cwd=outer.root / "two")

    assert done.code == 0, done.err
    assert outer.read(f"one/{SOWING}") == ARTICLE
    assert outer.is_clean()


def test_a_moved_newsroom_ends_it_where_it_is_now(desk: Desk, tmp_path: Path) -> None:
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    desk.root.rename(tmp_path / "elsewhere")

    done = run_process("issue", "new", "2022-10-20", cwd=tmp_path / "elsewhere")

    assert done.code == 0, done.err
    assert Desk(tmp_path / "elsewhere").read(SOWING) == ARTICLE


def test_an_open_newsroom_is_not_slowed_down(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was broken off, nobody is asked for a lock."""
    commit_files(desk.root, [FileChange("a.md", b"a\n")], "x", {})
    (desk.root / ".git/newsroom/lock").unlink()

    ready_to_write(desk.root)

    assert not (desk.root / ".git/newsroom/lock").exists()


def test_settings_of_the_paper_are_of_no_matter_to_it(desk: Desk, run: Run, tmp_path: Path) -> None:
    """A change of newsroom.yaml by hand does not stand in the way of ending one."""
    killed_at(IN_PLACE, desk, tmp_path / "broken", EDIT)
    desk.write("newsroom.yaml", SETTINGS + "# 改\n")

    assert run("issue", "new", "2022-10-20").code == 0
    assert desk.read("newsroom.yaml") == SETTINGS + "# 改\n"
