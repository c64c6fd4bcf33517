"""`newsroom tour`: the whole job, in both languages."""

import re
from pathlib import Path

import pytest

from newsroom.model.text import display_width
from tests.cli.checks import english_left
from tests.support.desk import Desk, run_process


@pytest.mark.parametrize(
    ("language", "wrong", "right", "filed"),
    [
        ("en", "2 articles, 1 error, 0 warnings.", "2 articles, nothing wrong.", "Filed “"),
        ("zh-CN", "2 篇稿件，1 个错误，0 个警告。", "2 篇稿件，没有问题。", "已交到 "),
    ],
)
def test_it_shows_each_command_and_what_it_did(
    tmp_path: Path, language: str, wrong: str, right: str, filed: str
) -> None:
    shown = run_process("--lang", language, "tour", cwd=tmp_path, TMPDIR=str(tmp_path))

    assert shown.code == 0, shown.err
    commands = re.findall(r"^\$ (newsroom \w+(?: (?:new|add|edit))?)", shown.out, re.MULTILINE)
    assert commands == [
        "newsroom init",
        "newsroom issue new",
        "newsroom article add",
        "newsroom article add",
        "newsroom status",
        "newsroom validate",
        "newsroom article edit",
        "newsroom validate",
        "newsroom log",
    ]
    assert "[missing-photo-credit]" in shown.out
    assert shown.out.index(wrong) < shown.out.index("article edit") < shown.out.index(right)
    assert shown.err.count(filed) == 2
    assert list(tmp_path.iterdir()) == [], "the scratch newsroom is gone"


def test_a_command_that_is_too_long_is_cut_between_its_options(tmp_path: Path) -> None:
    shown = run_process("--lang", "zh-CN", "tour", cwd=tmp_path, COLUMNS="80")

    typed = [line for line in shown.out.splitlines() if line.startswith(("$ ", "    --"))]
    too_long = [line for line in typed if display_width(line) > 80]
    assert [line for line in too_long if line.count("--") > 1] == [], "each option has a line of its own"


def test_what_it_says_in_chinese_is_chinese(tmp_path: Path) -> None:
    shown = run_process("--lang", "zh-CN", "tour", cwd=tmp_path)

    said = [line for line in shown.out.splitlines() if re.match(r"\d+\. ", line)]
    assert len(said) == 9
    assert [english_left(line) for line in said if english_left(line) not in ([], ["git"])] == []


def test_the_newsroom_may_be_kept(tmp_path: Path) -> None:
    shown = run_process("tour", "--keep", cwd=tmp_path, TMPDIR=str(tmp_path))

    kept = Desk(Path(shown.out.splitlines()[-1]))
    assert kept.root.parent == tmp_path
    assert [subject.split(": ")[0] for subject in kept.commits()] == [
        "Edit article",
        "Add article",
        "Add article",
        "New issue",
        "Start newsroom",
    ]
    assert run_process("validate", cwd=kept.root).code == 0


def test_neither_identity_nor_hooks_nor_signing_of_the_user_matter(tmp_path: Path, world: Path) -> None:
    hooks = world / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "pre-commit").chmod(0o755)
    (world / ".gitconfig").write_text(f"[core]\n\thooksPath = {hooks}\n[commit]\n\tgpgsign = true\n")

    assert run_process("tour", cwd=tmp_path, NEWSROOM_ISSUE="2022-10-12").code == 0
