"""`newsroom doctor` on what a change has left that was killed: what it was, and how it ends; what was rescued of it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.storage.private import private_folder
from newsroom.storage.turn import hold_git, turn
from tests.cli.checks import english_left, snapshot
from tests.cli.test_doctor import checks, seen
from tests.support.broken import CLEARING, COMMITTED, IN_PLACE, NOTED, killed_at
from tests.support.desk import ISSUE, SETTINGS, Desk, Result, run_process, with_issue

Run = Callable[..., Result]

STORY = f"{ISSUE}/articles/夜读.md"
ADD = (
    "--no-input", "article", "add", "--issue", "2022-10-12", "--kind", "notice", "--headline", "夜读", "--slug", "夜读",
    "--body", "../body.txt",
)  # fmt: skip
EDIT = ("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻")
MOVE = ("article", "move", "2022-10-12/sowing", "--issue", "pool")
REMOVE = ("article", "remove", "2022-10-12/sowing", "--yes")


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    desk = newsroom(with_issue())
    desk.git("config", "core.quotePath", "false")
    desk.git("remote", "add", "origin", "https://example.com/paper.git")
    desk.write("../body.txt", "灯下夜读。\n")
    return desk


@pytest.fixture
def kill(desk: Desk, tmp_path: Path) -> Callable[..., Result]:
    def kill(point: str, *arguments: str) -> Result:
        return killed_at(point, desk, tmp_path / "broken", arguments)

    return kill


def everything(desk: Desk) -> dict[str, bytes]:
    """Every file below the newsroom's folder, also git's and newsroom's own."""
    return {str(path): path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}


def rescued(desk: Desk) -> list[Path]:
    return sorted((desk.root / ".git/newsroom/rescued").glob("*"))


def in_order(desk: Desk, run: Run) -> bool:
    """Nothing is left over, and the next doctor finds nothing of it."""
    names = {check["name"] for check in checks(run("doctor", "--json"))}
    left = [*(desk.root / ".git").rglob("*.lock"), *desk.root.rglob(".newsroom-*")]
    left = [path for path in left if "kept" not in path.parts]
    return desk.is_clean() and not left and not names & {"change", "rescued", "lock"}


@pytest.mark.parametrize("point", [NOTED, IN_PLACE, COMMITTED])
def test_a_change_that_was_broken_off_is_a_problem_and_says_what_it_was(
    desk: Desk, run: Run, kill: Callable[..., Result], point: str
) -> None:
    kill(point, *ADD)
    before = everything(desk)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--dry-run", "--json"), "change")

    assert check["state"] == "problem"
    assert check["message"].startswith("A change was broken off, “Add article: 夜读” of ")
    assert check["message"].endswith(f": {STORY}.")
    assert check["help"].startswith("newsroom doctor --fix: end it: ")
    after = everything(desk)
    assert {path for path in before | after if before.get(path) != after.get(path)} == set()


def test_what_was_committed_is_finished(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    kill(COMMITTED, *ADD)

    done = run("--lang", "en", "doctor", "--fix", "--json")

    assert [(check["state"], check["fixed"]) for check in seen(done, "change")] == [("ok", True)]
    assert "it is finished now: Add article: 夜读" in done.err
    assert desk.commits()[0] == "Add article: 夜读"
    assert rescued(desk) == []
    assert in_order(desk, run)


@pytest.mark.parametrize("point", [NOTED, IN_PLACE])
@pytest.mark.parametrize("command", [ADD, EDIT, MOVE])
def test_what_was_not_is_taken_back_and_then_put_in_again(
    desk: Desk, run: Run, kill: Callable[..., Result], point: str, command: tuple[str, ...]
) -> None:
    desk.write("staged.txt", "somebody else's\n")
    desk.git("add", "staged.txt")
    kill(point, *command)

    done = run("--lang", "en", "doctor", "--fix", "--json")

    assert [(check["state"], check["fixed"]) for check in seen(done, "change")] == [("ok", True)]
    assert [(check["state"], check["fixed"]) for check in seen(done, "rescued")] == [("ok", True)]
    assert "is taken back" in done.err
    assert len(desk.commits()) == 2
    assert rescued(desk) == []
    assert desk.git("status", "--porcelain") == "A  staged.txt\n"
    desk.git("rm", "-q", "-f", "staged.txt")
    assert in_order(desk, run)


def test_a_removal_is_taken_back_and_leaves_nothing(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    kill(IN_PLACE, *REMOVE)

    assert run("doctor", "--fix", "--json").code == 0

    assert len(desk.commits()) == 1
    assert rescued(desk) == []
    assert in_order(desk, run)


def test_what_is_done_but_for_clearing_away_is_cleared_away(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    kill(CLEARING, *ADD)

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "change")
    assert check["message"] == "A change is done, but was broken off when it cleared away."
    assert run("doctor", "--fix", "--json").code == 0

    assert desk.commits()[0] == "Add article: 夜读"
    assert in_order(desk, run)


def test_gits_lock_that_newsroom_left_says_whose_it_was(desk: Desk, run: Run) -> None:
    """As when it was killed after it had taken the lock, and before it noted anything."""
    private = private_folder(desk.root)
    assert private
    with turn(private):
        hold_git(private)

    found = run("--lang", "en", "doctor", "--json")
    (check,) = seen(found, "change")

    assert seen(found, "lock") == []
    assert f"(process {os.getpid()} of " in check["message"]
    assert check["message"].endswith("with which nobody can commit: .git/index.lock")
    assert run("doctor", "--fix", "--json").code == 0
    assert in_order(desk, run)


def test_a_journal_that_can_not_be_read_is_put_aside_and_never_deleted(
    desk: Desk, run: Run, kill: Callable[..., Result]
) -> None:
    kill(IN_PLACE, *EDIT)
    (desk.root / ".git/newsroom/change/journal.json").write_text("{")

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "change")
    assert check["message"] == "A change was broken off; what it was can not be read: .git/newsroom/change"
    run("doctor", "--fix")
    (folder,) = rescued(desk)
    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    path = f".git/newsroom/rescued/{folder.name}"
    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["message"].startswith(f"Texts of a change that was taken back lie in {path}: 0-after-sowing.md, ")
    assert check["help"].endswith(f"rm -r {path}")
    assert [file.read_text() for file in folder.glob("0-after-*") if "见闻" in file.read_text()]


@contextmanager
def at_work(desk: Desk, private: Path) -> Iterator[int]:
    """Another process that holds the newsroom until we are done."""
    code = (
        "import sys; from pathlib import Path; from newsroom.storage.turn import hold_git, let_git_go, turn\n"
        "private = Path(sys.argv[1])\n"
        "with turn(private):\n"
        "    hold_git(private); print('held', flush=True); sys.stdin.read(); let_git_go(private)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(private)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "LOGNAME": "林小满"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process.pid
        process.communicate("")


def test_who_is_at_work_is_named_and_left_alone(desk: Desk, run: Run) -> None:
    private = private_folder(desk.root)
    assert private
    with at_work(desk, private) as process:
        found = run("--lang", "en", "doctor", "--fix", "--json")
        (check,) = seen(found, "change")

        assert check["state"] == "note"
        assert check["message"].startswith(
            f"林小满 is writing in this newsroom just now: process {process}, since {time.strftime('%H')}"
        )
        assert seen(found, "lock") == []
        assert (desk.root / ".git/index.lock").exists()

    assert in_order(desk, run)


def test_a_newsroom_in_which_nothing_was_written_yet_stays_untouched(desk: Desk, run: Run) -> None:
    before = everything(desk)

    assert seen(run("doctor", "--json"), "change") == []

    assert set(everything(desk)) - set(before) <= {str(desk.root / ".git/newsroom/index.sqlite")}


def killed_and_taken_back(desk: Desk, run: Run, kill: Callable[..., Result], *command: str) -> Path:
    """What is left when a command was killed, and another one came behind it; where the text lies."""
    kill(IN_PLACE, *command)
    assert run("issue", "new", "2022-10-13").code == 0
    (folder,) = rescued(desk)
    return folder


def test_a_rescued_text_is_noted_and_put_in_again(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    folder = killed_and_taken_back(desk, run, kill, *ADD)
    before = snapshot(desk)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--dry-run", "--json"), "rescued")
    path = f".git/newsroom/rescued/{folder.name}"
    assert check["state"] == "note"
    assert check["message"].startswith("“Add article: 夜读” of ")
    assert check["message"].endswith(f"was broken off and taken back; its text is in {path}.")
    assert check["help"] == "newsroom doctor --fix: put it in again and commit it"
    assert (snapshot(desk), rescued(desk)) == (before, [folder])

    (check,) = seen(run("doctor", "--fix", "--json"), "rescued")
    assert (check["state"], check["fixed"]) == ("ok", True)
    assert "灯下夜读" in desk.git("show", f"HEAD:{STORY}")
    assert desk.git("log", "-1", "--format=%s %(trailers:key=Newsroom-Action,valueonly)").split("\n")[0] == (
        "Add article: 夜读 article-add"
    )
    assert in_order(desk, run)


def test_a_text_that_was_filed_again_meanwhile_is_only_cleared_away(
    desk: Desk, run: Run, kill: Callable[..., Result]
) -> None:
    folder = killed_and_taken_back(desk, run, kill, *ADD)
    assert run(*ADD).code == 0
    commits = desk.commits()

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "rescued")
    assert check["help"].endswith(f"delete .git/newsroom/rescued/{folder.name}: all of it is in its place already")
    assert seen(run("doctor", "--fix", "--json"), "rescued")[0]["fixed"]

    assert desk.commits() == commits
    assert in_order(desk, run)


def test_where_another_story_has_taken_its_place_it_says_what_to_do(
    desk: Desk, run: Run, kill: Callable[..., Result]
) -> None:
    folder = killed_and_taken_back(desk, run, kill, *ADD)
    desk.write("../body.txt", "另一篇。\n")
    assert run(*ADD).code == 0
    before = snapshot(desk)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    path = f".git/newsroom/rescued/{folder.name}"
    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["help"].splitlines() == [
        f"{STORY} is there already.",
        f"Take over from {path}/0-after-夜读.md what is missing: newsroom article edit '2022-10-12/夜读'",
        f"Once you have all of it: rm -r {path}",
    ]
    assert (snapshot(desk), rescued(desk)) == (before, [folder])


def test_an_edit_of_what_somebody_changed_meanwhile_overwrites_nothing(
    desk: Desk, run: Run, kill: Callable[..., Result]
) -> None:
    folder = killed_and_taken_back(desk, run, kill, *EDIT)
    assert run("article", "edit", "2022-10-12/sowing", "--set", "deck=——别的").code == 0

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    assert check["help"].startswith(f"Somebody changed {ISSUE}/articles/sowing.md meanwhile.\nTake over from ")
    assert "别的" in desk.read(f"{ISSUE}/articles/sowing.md")
    assert rescued(desk) == [folder]


def test_a_text_whose_place_is_gone_can_be_put_there_by_hand(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    killed_and_taken_back(desk, run, kill, *EDIT)
    assert run(*REMOVE).code == 0

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "rescued")
    (line,) = [line for line in check["help"].splitlines() if line.startswith("Put it there by hand: ")]
    subprocess.run(line.partition(": ")[2], shell=True, cwd=desk.root, check=True)  # noqa: S602

    assert "见闻" in desk.read(f"{ISSUE}/articles/sowing.md")
    (check,) = seen(run("--lang", "en", "doctor", "--json"), "rescued")
    assert "all of it is in its place already" in check["help"]


def test_where_the_commit_is_refused_the_text_stays(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    folder = killed_and_taken_back(desk, run, kill, *ADD)
    hook = desk.write(".git/hooks/pre-commit", "#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["help"].splitlines()[1:] == [
        "not today",
        "Nothing was changed. Mend what it names, then run this again.",
    ]
    assert rescued(desk) == [folder]
    assert not (desk.root / STORY).exists()


@pytest.mark.parametrize("lost", ["0-after-sowing.md", "0-before-sowing.md"])
def test_what_is_not_whole_is_left_to_people(desk: Desk, run: Run, kill: Callable[..., Result], lost: str) -> None:
    folder = killed_and_taken_back(desk, run, kill, *EDIT)
    (folder / lost).unlink()
    before = snapshot(desk)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["help"].startswith("Not all of it is there")
    assert (snapshot(desk), rescued(desk)) == (before, [folder])


def test_a_text_of_another_newsroom_in_the_repository_goes_back_there(
    desk: Desk, run: Run, kill: Callable[..., Result], tmp_path: Path
) -> None:
    for path, content in {"newsroom.yaml": SETTINGS, **with_issue()}.items():
        desk.write(f"evening/{path}", content)
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "more")
    desk.write("body.txt", "灯下夜读。\n")
    killed_at(IN_PLACE, desk, tmp_path / "broken", ADD, cwd=desk.root / "evening")

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "change")
    assert check["message"].endswith(f": evening/{STORY}.")
    done = run("doctor", "--fix", "--json")

    assert [check["fixed"] for check in seen(done, "rescued")] == [True]
    assert desk.files_of_last_commit() == [f"evening/{STORY}"]
    assert rescued(desk) == []


def test_a_newsroom_that_is_gone_is_not_made_again(
    desk: Desk, run: Run, kill: Callable[..., Result], tmp_path: Path
) -> None:
    desk.write("evening/newsroom.yaml", SETTINGS)
    desk.write("evening/issues/2022-10-12/issue.yaml", "date: 2022-10-12\n")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "more")
    desk.write("body.txt", "灯下夜读。\n")
    killed_at(IN_PLACE, desk, tmp_path / "broken", ADD, cwd=desk.root / "evening")
    assert run("issue", "new", "2022-10-13").code == 0
    shutil.rmtree(desk.root / "evening")

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["help"].startswith("There is no newsroom any more in evening.\nPut it there by hand: mkdir -p ")
    assert not (desk.root / "evening").exists()


def test_in_a_work_tree_of_its_own_it_is_found_there(desk: Desk, kill: Callable[..., Result], tmp_path: Path) -> None:
    desk.git("worktree", "add", "-q", "-b", "evening", "../evening")
    killed_at(IN_PLACE, desk, tmp_path / "broken", ADD, cwd=tmp_path / "evening")

    assert seen(run_process("doctor", "--json", cwd=desk.root), "change") == []
    done = run_process("doctor", "--fix", "--json", cwd=tmp_path / "evening")

    assert [check["fixed"] for name in ("change", "rescued") for check in seen(done, name)] == [True, True]
    assert (tmp_path / "evening" / STORY).exists()
    assert not (desk.root / STORY).exists()


def test_where_git_can_not_say_whether_it_is_committed_nothing_is_touched(
    desk: Desk, run: Run, kill: Callable[..., Result]
) -> None:
    kill(COMMITTED, *ADD)
    config = desk.read(".git/config")
    desk.write(".git/config", "[core\n")

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "change")
    assert (check["state"], check["fixed"]) == ("problem", False)
    assert (desk.root / ".git/newsroom/change").exists()
    assert (desk.root / STORY).exists()

    desk.write(".git/config", config)
    assert run("doctor", "--fix", "--json").code == 0
    assert in_order(desk, run)


def test_what_a_hook_had_made_of_a_file_is_noted(desk: Desk, run: Run) -> None:
    hook = desk.write(".git/hooks/pre-commit", f"#!/bin/sh\necho 加一行。 >> {STORY}\nexit 1\n")
    hook.chmod(0o755)
    assert run(*ADD).code == 3

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "rescued")

    (folder,) = rescued(desk)
    path = f".git/newsroom/rescued/{folder.name}"
    assert (check["state"], check["fixed"]) == ("note", False)
    assert check["message"] == f"Texts of a change that was taken back lie in {path}: 0-夜读.md."
    assert check["help"] == f"Look at them, and take out what you need. Then: rm -r {path}"


def test_where_somebody_else_owns_newsrooms_files_it_does_not_say_that_he_is_at_work(
    desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everywhere, so that the system's answer is made up here."""
    assert run("issue", "new", "2022-10-13").code == 0
    lock, real = desk.root / ".git/newsroom/lock", os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != lock and real(path, mode))

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "change")

    assert check["state"] == "problem"
    assert check["message"] == ".git/newsroom/lock is not yours to write in, so you can not file here."
    assert check["help"] == f"See whose it is; its owner can give it to you: ls -ld {lock}"


def test_in_chinese_only_what_is_typed_stays_english(desk: Desk, run: Run, kill: Callable[..., Result]) -> None:
    kill(IN_PLACE, *EDIT)
    (desk.root / ".git/HEAD.lock").touch()

    broken = run("--lang", "zh-CN", "doctor", "--json")
    run("issue", "new", "2022-10-13")
    rescue = run("--lang", "zh-CN", "doctor", "--json")

    found = [*seen(broken, "change"), *seen(broken, "lock"), *seen(rescue, "rescued")]
    said = " ".join(text for check in found for text in (check["message"], check["help"]))
    (folder,) = rescued(desk)
    names = {"Edit", "article", "git", "rescued", "HEAD", "lock", "issues", "articles", "sowing"}
    assert {*english_left(said.replace(folder.name, ""))} <= names
