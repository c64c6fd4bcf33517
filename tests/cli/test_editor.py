"""A person's editor, here a small script: what it is given, what is taken from it, and what is kept of it."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.cli.editor import edited, edited_file
from newsroom.errors import Refused
from tests.support.desk import Desk

NewNewsroom = Callable[..., Desk]
GBK = r'printf "\265\332\322\273\266\316" > "$1"'  # 第一段


def editor(folder: Path, script: str, name: str = "editor.sh") -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


def test_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf "第二段。\\n" >> "$1"'))
    assert edited(tmp_path, "第一段。\n") == "第一段。\n第二段。\n"
    assert edited(tmp_path, "") == "第二段。\n"


def test_edited_by_the_visual_editor_with_its_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    script = editor(tmp_path, 'echo "$1 ${2##*.}" > "$2"')
    monkeypatch.setenv("VISUAL", f"'{script}' --wait")
    assert edited(tmp_path, "第一段。\n") == "--wait md\n"


@pytest.mark.parametrize("where", ["--global", "--local"])
def test_edited_by_the_editor_that_git_is_told_to_use(newsroom: NewNewsroom, tmp_path: Path, where: str) -> None:
    desk = newsroom()
    desk.git("config", where, "core.editor", editor(tmp_path, 'echo git > "$1"'))
    assert edited(desk.root, "") == "git\n"


def test_a_named_editor_wins_over_the_one_of_git(tmp_path: Path, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (world / ".gitconfig").write_text("[core]\n\teditor = false\n")
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'echo mine > "$1"'))
    assert edited(tmp_path, "") == "mine\n"


def test_the_editor_sees_a_copy_under_its_own_name_that_nobody_else_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, f'stat -c %a "${{1%/*}}" > {tmp_path}/mode; echo "$1" > "$1"'))
    seen = Path(edited_file(tmp_path, "第一段。\n".encode(), "秋播.md").decode().strip())
    assert seen.name == "秋播.md"
    assert (tmp_path / "mode").read_text() == "700\n"
    assert not seen.parent.exists()


@pytest.mark.parametrize(
    ("name", "arguments"), [("vim", "+7 a.md\n"), ("nano", "+7 a.md\n"), ("vim.tiny", "+7 a.md\n"), ("code", "a.md\n")]
)
def test_an_editor_that_can_begins_at_the_line(
    name: str, arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'for file; do :; done; said=""; [ $# -gt 1 ] && said="$1 "; echo "$said${file##*/}" > "$file"'
    monkeypatch.setenv("EDITOR", editor(tmp_path, script, name))
    assert edited_file(tmp_path, b"", "a.md", line=7).decode() == arguments
    assert edited_file(tmp_path, b"", "a.md", line=1).decode() == "a.md\n"


@pytest.mark.parametrize("command", ["false", "no-such-editor --wait", "'unclosed", " "])
def test_an_editor_that_fails(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(Refused) as refused:
        edited(tmp_path, "第一段。")
    assert refused.value.code == "no-editor"
    assert command.strip() in refused.value.message
    assert "EDITOR=" in refused.value.help


def test_no_editor_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.symlink(shutil.which("git") or "", tmp_path / "git")  # noqa: PTH211
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="vi") as refused:
        edited(tmp_path, "第一段。")
    assert refused.value.code == "no-editor"


@pytest.mark.parametrize("script", [GBK, 'rm "$1"'], ids=["writes GBK", "deletes the file"])
def test_an_editor_that_leaves_no_text(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    with pytest.raises(Refused):
        edited(tmp_path, "第一段。")


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ('echo new > "$1"', [b"new\n"]),
        ('echo new > "$1"; exit 1', [b"new\n"]),
        ("exit 1", []),
        ('touch "$1"', []),
        ('rm "$1"', []),
        (GBK, ["第一段".encode("gbk")]),
    ],
)
def test_what_was_changed_is_kept_however_the_editor_ended(
    script: str, kept: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    told: list[bytes] = []
    try:
        edited_file(tmp_path, b"old\n", "a.md", keep=told.append)
    except Refused as refused:
        assert refused.code in ("no-editor", "no-text")
    assert told == kept


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_what_was_saved_before_the_window_was_closed_is_kept(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handlers = [signal.getsignal(number)]
    monkeypatch.setenv("EDITOR", editor(tmp_path, f'echo new > "$1"; kill -{number.value} $PPID; exec sleep 60'))
    told: list[bytes] = []
    with pytest.raises(KeyboardInterrupt):
        edited_file(tmp_path, b"old\n", "a.md", keep=told.append)
    assert told == [b"new\n"]
    assert [signal.getsignal(number)] == handlers
