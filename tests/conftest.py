"""A world of its own for every test: a home, an identity for git, no settings of the machine, a newsroom on demand."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.locale import SOURCE, speak
from tests.support.desk import Desk, Result, make_newsroom, run_in_process

# Set before any test imports GitPython, which looks at git once.
os.environ["GIT_CONFIG_NOSYSTEM"] = "1"


@pytest.fixture(autouse=True)
def world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with a git identity; English, no terminal, no settings from outside."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(
        "[user]\n\tname = 周一新\n\temail = desk@example.com\n[init]\n\tdefaultBranch = main\n"
    )
    for name in list(os.environ):
        if name.startswith(("GIT_", "NEWSROOM_", "LC_")) or name in (
            "LANG",
            "LANGUAGE",
            "VISUAL",
            "EDITOR",
            "NO_COLOR",
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LANG", "C.UTF-8")
    speak(SOURCE)
    return home


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    """Make a newsroom of files given by their paths, committed; the test stands in its folder."""

    def make(files: Mapping[str, str | bytes] | None = None, **settings: str) -> Desk:
        desk = make_newsroom(tmp_path / "paper", files or {}, **settings)
        monkeypatch.chdir(desk.root)
        return desk

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run newsroom in this process; no terminal, so it asks nothing."""

    def call(*arguments: object) -> Result:
        return run_in_process(capsys, *map(str, arguments))

    return call
