"""Git's own hooks: each runs once, sees what is committed, may change it, and is not waited for when it is done."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom
from tests.cli.checks import REFUSED, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, run_process
from tests.support.working_day import (
    NAME,
    committed_files,
    left_behind,
    started,
    status,
    steps,
    story,
    take,
    work_a_day,
)

Run = Callable[..., Result]

FILED, PHOTO, SOWING = f"{ISSUE}/articles/{NAME}.md", f"{ISSUE}/photos/灯.jpg", f"{ISSUE}/articles/sowing.md"
HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path / "paper")


def own_path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(newsroom.__file__).parent.parent)}


def hook(folder: Path, name: str, script: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


@pytest.mark.parametrize("place", [".git/hooks", "tools/hooks", "../hooks of the house"])
def test_each_hook_runs_once_and_sees_the_files_of_the_commit(desk: Desk, run: Run, tmp_path: Path, place: str) -> None:
    """`core.hooksPath` may lie in the work tree, or outside."""
    if not place.startswith(".git"):
        desk.git("config", "core.hooksPath", place)
    log = tmp_path / "log"
    git = "git -c core.quotePath=false"
    for name in HOOKS:
        seen = "show --format= --no-renames HEAD" if name == "post-commit" else "diff --cached --no-renames"
        script = f'echo {name}: $({git} {seen} --name-only) >> "{log}"'
        hook(desk.root / place, name, script)
    for step in steps(tmp_path / "drawer"):
        log.write_text("")
        desk.git("add", "-A", "--", ":!issues")

        take(desk, run, step.arguments, step.files)

        files = " ".join(sorted(step.files, key=str.encode))
        assert log.read_text("utf-8").splitlines() == [f"{name}: {files}" for name in HOOKS]


@pytest.mark.parametrize("flags", [(), ("--object-format=sha256",)], ids=["sha1", "sha256"])
def test_a_hook_that_looks_at_the_whole_index_finds_what_will_be_head(
    run: Run, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    """Somebody else's staged file is not in it, as with `git commit --only`."""
    desk = started(tmp_path / "paper", *flags)
    hook(desk.root / ".git/hooks", "pre-commit", f'git write-tree > "{tmp_path}/tree"')

    work_a_day(desk, run, tmp_path / "drawer")

    assert desk.git("rev-parse", "HEAD^{tree}") == (tmp_path / "tree").read_text()


def test_a_hook_may_format_the_file_and_add_it(desk: Desk, run: Run, tmp_path: Path) -> None:
    """As formatters do; what they made of it is on disk, in the index and in the commit."""
    desk.write("staged.txt", "somebody else's\n")
    desk.git("add", "staged.txt")
    files = "$(git -c core.quotePath=false diff --cached --name-only --diff-filter=d -- '*.md')"
    hook(desk.root / ".git/hooks", "pre-commit", f'for file in {files}; do echo 完 >> "$file"; git add "$file"; done')

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])
    assert desk.read(FILED).endswith("宣讲队走进村屯。\n完\n")
    take(desk, run, ("article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻"), [SOWING])
    assert desk.read(SOWING).endswith("完\n")


def test_a_hook_may_format_the_file_and_not_add_it(desk: Desk, run: Run, tmp_path: Path) -> None:
    """Then it is an edit of the work tree: neither lost nor committed."""
    hook(desk.root / ".git/hooks", "pre-commit", f'echo 完 >> "{FILED}"')

    assert run("-C", desk.root, *story(tmp_path / "drawer")).code == 0

    assert status(desk) == f" M {FILED}\n"
    assert desk.read(FILED) == desk.git("show", f"HEAD:{FILED}") + "完\n"


def test_a_hook_may_add_another_file(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook(desk.root / ".git/hooks", "pre-commit", "echo more > more.txt; git add more.txt")

    assert run("-C", desk.root, *story(tmp_path / "drawer")).code == 0

    assert committed_files(desk) == sorted([FILED, PHOTO, "more.txt"])
    assert status(desk) == ""


def test_a_hook_that_formats_and_says_no_leaves_somebodys_file_as_it_was(desk: Desk, run: Run, tmp_path: Path) -> None:
    desk.write("staged.txt", "somebody else's\n")
    desk.git("add", "staged.txt")
    hook(desk.root / ".git/hooks", "pre-commit", f'echo 完 >> "{SOWING}"; git add "{SOWING}"; exit 1')
    before = snapshot(desk)

    edited = run("-C", desk.root, "article", "edit", "2022-10-12/sowing", "--set", "deck=——见闻")

    assert edited.code == REFUSED
    assert snapshot(desk)["index"] == before["index"]
    assert snapshot(desk)["refs"] == before["refs"]
    assert desk.read(SOWING) == ARTICLE or desk.read(SOWING).endswith("完\n")


def test_a_hook_that_takes_the_message_away_stops_the_commit(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook(desk.root / ".git/hooks", "commit-msg", ': > "$1"')
    before = snapshot(desk)

    assert run("-C", desk.root, *story(tmp_path / "drawer")).code == REFUSED

    assert snapshot(desk) == before


def test_what_a_hook_makes_of_the_message_is_tidied_up(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook(desk.root / ".git/hooks", "commit-msg", r'printf "Reviewed-by: 主编   \n\n\n\n" >> "$1"')

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])

    message = desk.git("cat-file", "commit", "HEAD").partition("\n\n")[2]
    assert message.endswith("\nReviewed-by: 主编\n")
    assert desk.git("log", "-1", "--format=%(trailers:key=Newsroom-Action,valueonly)").strip() == "article-add"


@pytest.mark.parametrize("name", ["prepare-commit-msg", "commit-msg"])
def test_a_hook_finds_the_message_where_git_puts_it(desk: Desk, run: Run, tmp_path: Path, name: str) -> None:
    hook(desk.root / ".git/hooks", name, "grep -q 走进村屯 .git/COMMIT_EDITMSG")

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])


def test_a_message_is_utf8_whatever_the_house_writes_its_own_in(desk: Desk, run: Run, tmp_path: Path) -> None:
    desk.git("config", "i18n.commitEncoding", "GB18030")

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])

    assert desk.git("-c", "i18n.logOutputEncoding=UTF-8", "log", "-1", "--format=%s").strip() == "Add article: 走进村屯"


def test_a_hook_counts_letters_and_not_bytes(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has the user's locale, in which Chinese letters are letters."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    hook(desk.root / ".git/hooks", "commit-msg", f'head -n 1 "$1" | wc -m > "{tmp_path}/letters"')

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])

    assert int((tmp_path / "letters").read_text()) == len("Add article: 走进村屯\n")


@pytest.mark.parametrize("phase", ["prepared", "preparing"])
def test_a_reference_transaction_that_a_hook_stops_changes_nothing(
    desk: Desk, run: Run, tmp_path: Path, phase: str
) -> None:
    """A house may lock its branch this way. (Newer git calls it at `preparing`, too.)"""
    hook(desk.root / ".git/hooks", "reference-transaction", f'test "$1" != {phase} || exit 1')
    before = snapshot(desk)

    filed = run("-C", desk.root, *story(tmp_path / "drawer"))

    if filed.code == REFUSED:
        assert snapshot(desk) == before
    else:
        assert (filed.code, phase) == (0, "preparing")
    assert left_behind(desk) == []


def test_a_hook_knows_who_the_author_is(desk: Desk, run: Run, tmp_path: Path) -> None:
    """As `git commit` tells it: houses check here that somebody uses the address of the house."""
    hook(
        desk.root / ".git/hooks", "pre-commit", 'test "$GIT_AUTHOR_NAME $GIT_AUTHOR_EMAIL" = "周一新 desk@example.com"'
    )

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])


def test_hooks_that_are_switched_off_do_not_run(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook(desk.root / ".git/hooks", "pre-commit", "exit 1")
    desk.git("config", "core.hooksPath", os.devnull)

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])


def test_a_hook_may_run_newsroom_to_read(desk: Desk, run: Run, tmp_path: Path) -> None:
    """As one does that validates before each commit."""
    command = f'"{sys.executable}" -m newsroom'
    environment = f'export PYTHONPATH="{own_path()["PYTHONPATH"]}"'
    hook(desk.root / ".git/hooks", "pre-commit", f"{environment}; {command} status && {command} validate 2022-10-12")

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])


@pytest.mark.skipif(os.name != "posix", reason="a FIFO")
@pytest.mark.parametrize("name", HOOKS)
def test_what_a_hook_leaves_running_is_not_waited_for(desk: Desk, tmp_path: Path, name: str) -> None:
    """`git push &` in a hook: it holds the output open, and here it only ends after newsroom has."""
    gate, log = tmp_path / "gate", tmp_path / "log"
    os.mkfifo(gate)
    hook(desk.root / ".git/hooks", name, f'(cat < "{gate}"; echo done > "{log}") &')

    command = [sys.executable, "-m", "newsroom", *story(tmp_path / "drawer")]
    try:
        done = subprocess.run(command, cwd=desk.root, env=own_path(), capture_output=True, timeout=30, check=False)
    finally:
        with gate.open("r+b", buffering=0) as let_go:
            let_go.write(b"go on\n")

    assert done.returncode == 0, done.stderr.decode()
    assert status(desk) == ""
    deadline = time.monotonic() + 30
    while not log.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_that_reads_its_standard_input_gets_none(desk: Desk, tmp_path: Path, name: str) -> None:
    hook(desk.root / ".git/hooks", name, f'cat > "{tmp_path}/read"')

    done = run_process(*story(tmp_path / "drawer"), cwd=desk.root, stdin=b"what the user types\n")

    assert done.code == 0, done.err
    assert (tmp_path / "read").read_bytes() == b""


def test_a_hook_with_very_much_to_say_does_not_block(desk: Desk, run: Run, tmp_path: Path) -> None:
    hook(desk.root / ".git/hooks", "pre-commit", "seq 200000; seq 200000 >&2")

    take(desk, run, story(tmp_path / "drawer"), [FILED, PHOTO])
