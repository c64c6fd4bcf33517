"""The trial of the guarantees: it holds here, and each of its checks fails where what it tries is broken."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom.desk.doctor.check import Check
from newsroom.desk.selftest import kills as kills_module
from newsroom.desk.selftest import many_hands as many_hands_module
from newsroom.desk.selftest.file_system import file_system
from newsroom.desk.selftest.kills import kills
from newsroom.desk.selftest.many_hands import many_hands
from newsroom.desk.selftest.scratch import Scratch, scratch
from newsroom.desk.selftest.selftest import selftest
from newsroom.desk.selftest.stories import filing, open_newsroom, story
from tests.support.broken import broken_python
from tests.support.desk import Desk, with_issue

NAMES = [
    "selftest-lock", "selftest-create", "selftest-rename", "selftest-sync", "selftest-links", "selftest-names",
    "selftest-hands", "selftest-whole", "selftest-texts", "selftest-order", "selftest-staged",
]  # fmt: skip


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills_module, "_SECONDS", 0)
    monkeypatch.setattr(kills_module, "_LEAST", 3)
    monkeypatch.setattr(many_hands_module, "_HANDS", 3)
    monkeypatch.setattr(many_hands_module, "_EACH", 1)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Scratch]:
    with scratch(None, tmp_path) as place:
        yield place


@pytest.fixture
def paper(place: Scratch) -> Scratch:
    """With a newsroom in it."""
    assert open_newsroom(place) is None
    return place


@pytest.fixture
def breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Have every newsroom that is started from here on run some code first."""

    def breaks(code: str) -> None:
        monkeypatch.setenv("PYTHONPATH", broken_python(tmp_path / "broken", code))
        place: Scratch = request.getfixturevalue("place")
        monkeypatch.setitem(place._environment, "PYTHONPATH", os.environ["PYTHONPATH"])  # type: ignore[arg-type]

    return breaks


def until_it_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """As often as it takes: not every kill comes at the time at which it would be seen."""
    monkeypatch.setattr(kills_module, "_LEAST", 40)


def problems(checks: Iterator[Check]) -> dict[str, str]:
    return {check.name: check.message for check in checks if check.state == "problem"}


def test_everything_holds_here_and_nothing_is_left(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    hook = desk.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = sorted(desk.root.rglob("*"))

    checks = list(selftest(desk.root))

    assert problems(iter(checks)) == {}
    assert [check.name for check in checks if check.state == "ok"] == NAMES
    assert sorted({*desk.root.rglob("*")} - {*before}) == [desk.root / ".git/newsroom"]


def test_outside_of_a_newsroom_it_is_tried_in_the_current_folder(tmp_path: Path) -> None:
    found = selftest(tmp_path)

    assert next(found).state == "ok"
    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("newsroom-selftest-")
    found.close()

    assert [*tmp_path.iterdir()] == []


def test_the_users_settings_and_hooks_do_not_matter(tmp_path: Path, world: Path, monkeypatch) -> None:
    (world / ".gitconfig").write_text(
        "[commit]\n\tgpgSign = true\n[core]\n\thooksPath = /nowhere\n[gpg]\n\tprogram = false\n"
    )
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("NEWSROOM_ISSUE", "1999-01-01")
    with scratch(None, tmp_path) as place:
        assert open_newsroom(place) is None
        assert place.run(*filing(place, story("一"))).code == 0


def test_what_a_killed_trial_left_is_deleted_by_a_later_one(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    old, fresh = (desk.root / ".git/newsroom" / f"newsroom-selftest-{name}" for name in ("old", "now"))
    for folder in (old, fresh):
        (folder / "paper").mkdir(parents=True)
    os.utime(old, (1, 1))

    with scratch(desk.root, desk.root):
        assert not old.exists()
        assert fresh.exists()


def test_what_still_runs_is_killed_when_it_is_broken_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), scratch(None, tmp_path) as place:
        process = place.start_python("-c", "import time; time.sleep(1000)")
        raise KeyboardInterrupt

    assert process.returncode == -9
    assert [*tmp_path.iterdir()] == []


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    (check,) = selftest(tmp_path / "file")

    assert (check.state, check.name) == ("problem", "selftest")
    assert str(tmp_path / "file") in check.message


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    (check,) = selftest(tmp_path)

    assert (check.state, check.message) == ("problem", "Git is not installed.")


def test_where_no_newsroom_can_be_made_it_says_why(place: Scratch, tmp_path: Path, monkeypatch) -> None:
    git = tmp_path / "bin/git"
    git.parent.mkdir()
    git.write_text(f'#!/bin/sh\n[ "$3" = init ] && echo no room && exit 128\nexec {shutil.which("git")} "$@"\n')
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{git.parent}:{os.environ['PATH']}")

    last = list(selftest(tmp_path))[-1]

    assert (last.name, last.state) == ("selftest-newsroom", "problem")
    assert last.message.endswith("128: no room")


def test_a_lock_that_keeps_nobody_out_is_a_problem(place: Scratch, breaks: Callable[[str], None]) -> None:
    breaks("import fcntl; fcntl.flock = lambda *arguments: None")

    assert "does not keep a second process out" in problems(file_system(place))["selftest-lock"]


def test_a_lock_that_outlives_its_holder_is_a_problem(place: Scratch, breaks: Callable[[str], None]) -> None:
    """The holder's child has it, too, and lives on."""
    breaks(
        "import os, fcntl, subprocess, sys\nreal = fcntl.flock\n"
        "def flock(file, how):\n"
        "    real(file, how)\n"
        "    child = ['sleep', '20']\n"
        "    subprocess.Popen(child, pass_fds=[file], start_new_session=True, stdin=-3, stdout=-3, stderr=-3)\n"
        "fcntl.flock = flock"
    )

    assert "stays when the one who holds it is killed" in problems(file_system(place))["selftest-lock"]


def test_where_nothing_can_be_locked_it_says_why(place: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "import errno, fcntl\n"
        "def flock(*arguments):\n    raise OSError(errno.ENOLCK, 'No locks available')\n"
        "fcntl.flock = flock"
    )

    assert "No locks available" in problems(file_system(place))["selftest-lock"]


def replaced(monkeypatch: pytest.MonkeyPatch, holder: Any, name: str, make: Callable[[Any], Any]) -> None:
    monkeypatch.setattr(holder, name, make(getattr(holder, name)))


def test_a_new_file_that_overwrites_is_a_problem(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(
        monkeypatch, Path, "open", lambda real: lambda path, mode="r", *more, **named: real(
            path, mode.replace("x", "w"), *more, **named
        )
    )  # fmt: skip

    assert "selftest-create" in problems(file_system(place))


def test_a_file_that_is_replaced_in_place_is_a_problem(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", lambda path, target: target.write_bytes(path.read_bytes()))

    assert "can not be replaced at one stroke" in problems(file_system(place))["selftest-rename"]


def test_what_can_not_be_brought_to_the_disk_is_a_problem(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_file: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", fsync)

    assert problems(file_system(place)) == {"selftest-sync": "This could not be done here: the disk failed."}


def test_without_hard_links_that_is_a_note(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_paths: Path) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", link)

    assert [check.state for check in file_system(place) if check.name == "selftest-links"] == ["note"]


def test_a_hard_link_that_overwrites_is_a_problem(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(monkeypatch, os, "link", lambda real: lambda old, new: (Path(new).unlink(missing_ok=True), real(old, new)))

    assert "selftest-links" in problems(file_system(place))


def test_names_that_come_back_changed_are_told(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(
        monkeypatch,
        os,
        "listdir",
        lambda real: lambda folder: [name.replace("走", "?").replace("é", "e\u0301") for name in real(folder)],
    )

    found = [(check.state, check.message) for check in file_system(place) if check.name == "selftest-names"]

    assert [state for state, _message in found] == ["note", "problem"]
    assert "Chinese name" in found[1][1]


def test_a_commit_that_is_not_made_is_a_story_lost(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "from newsroom.desk import add_article\nreal = add_article.commit_files\n"
        "def commit_files(root, changes, subject, trailers):\n"
        "    if '同时-0-2' not in subject:\n"
        "        return real(root, changes, subject, trailers)\n"
        "    return '0' * 40\n"
        "add_article.commit_files = commit_files"
    )

    assert "1 story is lost that was said to be filed" in problems(many_hands(paper))["selftest-hands"]


def test_a_commit_that_takes_others_files_along_is_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks("from newsroom.storage import own_index; own_index._part = lambda *arguments: None")

    assert "for 3 stories" in problems(many_hands(paper))["selftest-hands"]


def test_hands_that_do_not_wait_for_each_other_are_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "import os; os.environ['NEWSROOM_WAIT'] = '0'; import time\nfrom newsroom.storage import change\n"
        "real = change.make_commit\n"
        "def make_commit(*arguments, **named):\n    time.sleep(0.5)\n    return real(*arguments, **named)\n"
        "change.make_commit = make_commit"
    )

    assert "A command failed, 3: " in problems(many_hands(paper))["selftest-hands"]


def test_without_recovery_the_next_command_is_a_problem(
    paper: Scratch, breaks: Callable[[str], None], monkeypatch
) -> None:
    until_it_is_found(monkeypatch)
    breaks("from newsroom.storage import change, recovery\nchange.recover = recovery.recover = lambda *arguments: None")

    assert "selftest-order" in problems(kills(paper))


def test_a_text_that_is_thrown_away_is_a_problem(paper: Scratch, breaks: Callable[[str], None], monkeypatch) -> None:
    until_it_is_found(monkeypatch)
    breaks(
        "import shutil\nfrom newsroom.storage import recovery\n"
        "recovery.put_aside = lambda private, folder, name: shutil.rmtree(folder) or folder"
    )

    found = problems(kills(paper))

    assert [*found] == ["selftest-texts"]
    assert "neither filed nor rescued" in found["selftest-texts"]


def test_half_a_file_is_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "import os, signal\nfrom newsroom.storage import change, recovery\nreal = change.put_in_place\n"
        "def put_in_place(root, journal):\n"
        "    for file in journal.files:\n"
        "        if '中断' in file.path:\n"
        "            (root / file.path).write_bytes(file.after[:100])\n"
        "            os.kill(os.getpid(), signal.SIGKILL)\n"
        "    real(root, journal)\n"
        "change.put_in_place = put_in_place\n"
        "recovery.take_back = lambda *arguments, **named: []"
    )

    assert "is half written" in problems(kills(paper))["selftest-whole"]


def test_what_is_not_staged_any_more_is_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "import subprocess\nfrom newsroom.storage import change\nreal = change.finish\n"
        "def finish(root, journal):\n"
        "    real(root, journal)\n"
        "    (root / '.git/index.lock').unlink()\n"
        "    subprocess.run(['git', 'reset', '-q'], cwd=root, check=True)\n"
        "change.finish = finish"
    )

    assert "bystander.txt is not staged any more" in problems(kills(paper))["selftest-staged"]


def test_a_lock_that_is_left_is_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    breaks(
        "from newsroom.storage import change\nreal = change.tidy\n"
        "def tidy(root):\n    real(root)\n    (root / '.git/objects/maintenance.lock').touch()\n"
        "change.tidy = tidy\nchange.clear_ref_locks = lambda *arguments: None"
    )

    assert ".git/objects/maintenance.lock was left behind" in problems(kills(paper))["selftest-order"]


def test_what_git_finds_broken_is_a_problem(paper: Scratch, breaks: Callable[[str], None]) -> None:
    blob = paper.git("hash-object", "-w", "--", "bystander.txt").said.strip()
    file = paper.root / ".git/objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"x")

    assert "git fsck" in problems(kills(paper))["selftest-order"]


def test_where_nothing_can_be_killed_that_is_a_note(place: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "killpg")

    (check,) = kills(place)

    assert (check.name, check.state) == ("selftest-kills", "note")
