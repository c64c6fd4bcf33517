"""`newsroom doctor --selftest`: its lines, its exit code; nothing of it is left, also when it is broken off."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.desk.selftest import kills, many_hands
from tests.cli.checks import error, snapshot
from tests.support.broken import broken_python
from tests.support.desk import Desk, Result, with_issue

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills, "_SECONDS", 0)
    monkeypatch.setattr(kills, "_LEAST", 1)
    monkeypatch.setattr(many_hands, "_EACH", 1)


def test_only_the_guarantees_are_tried_each_a_line(newsroom: Callable[..., Desk], run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    done = run("--lang", "en", "doctor", "--selftest")

    lines = done.out.splitlines()
    assert (done.code, lines[-1]) == (0, "0 problems, 0 notes.")
    assert [line for line in lines[:-1] if not line.startswith(("ok  ", "note  "))] == []
    assert lines[0] == "ok       A lock keeps a second process out, and is gone when its holder is killed."
    assert "ok       4 people filed 4 stories at once: each is there, in a commit of its own." in lines
    assert "editor" not in done.out
    assert "This takes 10 to 20 seconds." in done.err
    assert snapshot(desk) == before


def test_a_guarantee_that_does_not_hold_is_a_problem(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lost = "from newsroom.desk import add_article\nadd_article.commit_files = lambda *arguments: '0' * 40"
    monkeypatch.setenv("PYTHONPATH", broken_python(tmp_path / "broken", lost))

    done = run("--lang", "en", "doctor", "--selftest", "--json")

    assert done.code == 1
    found = {check["name"]: check for check in done.json["checks"]}
    assert found["selftest-hands"]["message"].startswith("When 4 people file at once: 4 stories are lost")
    assert found["selftest-hands"]["help"].startswith("Keep the newsroom on another disk")
    assert [*tmp_path.iterdir()] == [tmp_path / "broken"]


def test_there_is_nothing_to_mend(run: Run) -> None:
    error(run("doctor", "--selftest", "--fix", "--json"), 2, "not-both")


def test_broken_off_it_leaves_nothing(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    process = subprocess.Popen(
        [sys.executable, "-m", "newsroom", "--lang", "en", "doctor", "--selftest"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr
    for line in process.stderr:
        if line.startswith("Several people"):
            break
    os.killpg(process.pid, signal.SIGINT)
    said = process.stderr.read()

    assert process.wait() == 130
    assert "Stopped." in said
    assert [*(desk.root / ".git/newsroom").glob("*selftest*")] == []
    process.stderr.close()
