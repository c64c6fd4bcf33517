"""`newsroom doctor`: what is missing or in the way is named, with what to do; what is safe is mended."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsroom.storage.kept import keep
from tests.cli.checks import english_left, snapshot
from tests.support.desk import ARTICLE, ISSUE, PLAN, SETTINGS, Desk, Result, photo_bytes, run_process, with_issue
from tests.support.keys import Terminal, newsroom_command

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

NAMES = {
    "git", "identity", "repository", "lock", "settings", "rules", "templates", "issues", "articles", "photos",
    "unfinished", "leftovers", "not-committed", "remote", "file-names", "programs", "editor", "terminal", "fonts",
    "versions", "newsroom", "change", "rescued",
}  # fmt: skip
# What the help texts say to type, names of files and of this machine's own.
TYPED = {
    "git", "desk", "example", "com", "main", "index", "lock", "yaml", "issues", "origin", "evening", "mv", "vi", "nano",
    "status", "add", "commit", "apt", "install", "fonts", "noto", "cjk", "export", "LC", "iconv", "libc", "bin",
}  # fmt: skip


def checks(result: Result) -> list[dict[str, Any]]:
    """The checks of `doctor --json`; seen to be whole, and to agree with the exit code."""
    assert result.json["schema_version"] == 1
    found: list[dict[str, Any]] = result.json["checks"]
    for check in found:
        assert list(check) == ["name", "state", "message", "help", "fixed"]
        assert check["name"] in NAMES
        assert check["state"] in ("ok", "note", "problem")
        assert check["message"]
        assert check["help"] or check["state"] == "ok", check
    assert result.code == int(any(check["state"] == "problem" for check in found))
    return found


def seen(result: Result, name: str) -> list[dict[str, Any]]:
    return [check for check in checks(result) if check["name"] == name]


def state(result: Result, name: str) -> str:
    (check,) = seen(result, name)
    return str(check["state"])


def made_before(path: Path, seconds: int) -> Path:
    """A file, as if it had been made that long ago."""
    path.touch()
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    """A newsroom in which all is as it should be."""
    desk = newsroom(with_issue())
    desk.git("config", "core.quotePath", "false")
    desk.git("remote", "add", "origin", "https://example.com/paper.git")
    return desk


@pytest.fixture
def only(tmp_path: Path) -> Callable[..., str]:
    """A PATH with these programs alone."""

    def make(*names: str) -> str:
        folder = tmp_path / "programs"
        folder.mkdir()
        for name in names:
            program = shutil.which(name)
            assert program, name
            (folder / name).symlink_to(program)
        return str(folder)

    return make


def test_a_newsroom_in_order_has_no_problem(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    found = checks(run("doctor", "--json"))

    assert [check for check in found if check["state"] == "problem"] == []
    in_order = {"git", "identity", "repository", "settings", "templates", "issues", "remote", "versions"}
    assert in_order <= {check["name"] for check in found if check["state"] == "ok"}
    assert snapshot(desk) == before


def test_a_line_is_a_check_with_what_to_do_below_and_the_sum_at_the_end(desk: Desk, run: Run, monkeypatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")
    desk.git("remote", "remove", "origin")

    lines = run("--lang", "en", "doctor").out.splitlines()

    assert lines[0].startswith("ok       git 2.")
    assert lines[1] == "ok       You file and sign as 周一新 <desk@example.com>."
    assert lines[2] == "ok       Stories are filed to the branch main."
    at = lines.index("note     The editor no-such-editor --wait is not on this machine.")
    assert lines[at + 1] == "         Name one that is there: export EDITOR=nano"
    assert lines[-1].startswith("0 problems, ")


def test_in_chinese_nothing_stays_english_but_what_is_typed(desk: Desk, run: Run) -> None:
    made_before(desk.root / ".git/index.lock", 10**5)
    made_before(desk.root / "issues/.newsroom-x", 10**5)
    desk.write("issues/旧稿/a.txt", "")

    said = run("--lang", "zh-CN", "doctor", "--fix", "--dry-run")

    marks = {line.partition("  ")[0] for line in said.out.splitlines() if not line.startswith(" ")}
    assert {"正常", "提示", "问题"} <= marks
    left = {word for line in said.out.splitlines() for word in english_left(line) if "newsroom 0" not in line}
    assert left <= TYPED


def test_outside_of_a_newsroom_it_says_so_and_looks_at_the_machine(tmp_path: Path, run: Run, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("doctor", "--json")

    assert state(result, "newsroom") == "note"
    assert state(result, "git") == "ok"
    assert {"repository", "settings", "remote"} & {check["name"] for check in checks(result)} == set()


def test_without_git_that_is_the_problem_and_all_else_is_looked_at(desk: Desk, only: Callable[..., str]) -> None:
    made = run_process("doctor", "--json", cwd=desk.root, PATH=only())

    assert [check["name"] for check in checks(made) if check["state"] == "problem"] == ["git"]
    assert state(made, "settings") == "ok"
    assert state(made, "editor") == "note"
    assert state(made, "programs") == "note"  # no iconv


def test_an_old_git_is_a_problem(desk: Desk, tmp_path: Path) -> None:
    """None is to be had here, so the one that is says that it is old."""
    git = tmp_path / "old" / "git"
    git.parent.mkdir()
    git.write_text(
        '#!/bin/sh\nfor word; do [ "$word" = version ] && exec echo git version 2.25.1; done\n'
        f'exec {shutil.which("git")} "$@"\n'
    )
    git.chmod(0o755)

    made = run_process("--lang", "en", "doctor", "--json", cwd=desk.root, PATH=f"{git.parent}:{os.environ['PATH']}")

    (check,) = seen(made, "git")
    assert (check["state"], check["message"]) == ("problem", "Git 2.25.1 is too old.")
    assert "2.30" in check["help"]


def test_without_an_identity_it_is_the_one_problem(desk: Desk, run: Run, world: Path) -> None:
    (world / ".gitconfig").unlink()

    result = run("doctor", "--json")

    assert [check["name"] for check in checks(result) if check["state"] == "problem"] == ["identity"]
    assert "user.email" in seen(result, "identity")[0]["help"]


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda desk: desk.git("checkout", "-q", "--detach"), "detached HEAD"),
        (lambda desk: desk.write(".git/MERGE_HEAD", desk.git("rev-parse", "HEAD")), "a merge"),
        (lambda desk: shutil.rmtree(desk.root / ".git"), "not in a git repository"),
        (lambda desk: desk.git("config", "core.bare", "true"), "no work tree"),
        (lambda desk: desk.write(".git/HEAD", "nonsense\n"), "Git can not use the repository: not a git repository"),
        (lambda desk: desk.write(".git/config", "[core\n"), "Git can not use the repository: bad config line 1"),
    ],
)
def test_a_repository_that_takes_no_commit_is_a_problem_and_no_fall(
    desk: Desk, run: Run, break_it: Callable[[Desk], object], said: str
) -> None:
    break_it(desk)

    result = run("--lang", "en", "doctor", "--json")

    problems = [check for check in checks(result) if check["state"] == "problem"]
    assert said in " ".join(check["message"] for check in problems)
    assert [check["name"] for check in problems] == ["repository"]
    assert state(result, "settings") == "ok"


@pytest.mark.parametrize(
    "settings", ["sections: [\n", "名称: \udc00".encode(errors="replace"), "词语".encode("gb18030"), "- a\n"]
)
def test_settings_that_can_not_be_read_are_said_once(newsroom: NewNewsroom, run: Run, settings: str | bytes) -> None:
    desk = newsroom(with_issue())
    desk.write("newsroom.yaml", settings)

    result = run("doctor", "--json")

    broken = [check for check in checks(result) if "newsroom.yaml" in check["message"] and check["state"] == "problem"]
    assert len(broken) <= 1
    assert state(result, "repository") == "ok"


def test_an_unknown_rule_in_the_settings_is_a_problem(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(), settings=SETTINGS + "rules:\n  missing-captoin: off\n")

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "rules")

    assert check["state"] == "problem"
    assert check["message"] == "newsroom.yaml, line 6: there is no rule missing-captoin; did you mean missing-caption?"


def test_every_template_is_tried(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        with_issue(
            **{
                "templates/zh-CN/article.md": "---\n# {{ issue }} {{ date }} {{ kind }} {{ headline }}\n---\n",
                "templates/zh-CN/article-photo.md": "---\nx: {{ headlin }}\n---\n",
                "templates/zh-CN/article-brief.md": "没有前置字段\n",
                "templates/zh-CN/article-foto.md": "{{ never tried }}\n",
                "templates/zh-CN/issue.yaml": "pages: [\n",
                "templates/en/article.md": "{{ never tried }}\n",
            }
        )
    )

    found = seen(run("--lang", "en", "doctor", "--json"), "templates")

    assert [(check["state"], check["message"].split(" can not")[0]) for check in found] == [
        ("problem", "The template templates/zh-CN/issue.yaml"),
        ("problem", "The template templates/zh-CN/article-brief.md"),
        ("problem", "The template templates/zh-CN/article-photo.md"),
        ("note", "No kind uses the template article-foto.md."),
    ]


def test_what_is_no_issue_or_can_not_be_read_is_named(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(
        with_issue(
            **{
                f"{ISSUE}/issue.yaml": "pages: [\n",
                f"{ISSUE}/articles/gbk.md": "---\nheadline: 冬小麦播种\n---\n".encode("gb18030"),
                f"{ISSUE}/articles/open.md": "---\nheadline: a\n",
                "issues/2022-13-40/issue.yaml": PLAN,
                "issues/旧稿/a.md": ARTICLE,
                "issues/README.md": "",
            }
        )
    )
    (desk.root / ISSUE / "articles/link.md").symlink_to("sowing.md")
    (desk.root / "issues/2022-10-13").symlink_to("2022-10-12")

    result = run("--lang", "en", "doctor", "--json")

    said = [(check["state"], check["message"]) for name in ("issues", "articles") for check in seen(result, name)]
    assert said[0] == ("note", "This is no issue: issues/2022-13-40, issues/旧稿.")
    assert [message.split(",")[0] for state, message in said if state == "problem"] == [
        f"{ISSUE}/issue.yaml",
        "issues/2022-10-13",
        f"{ISSUE}/articles/gbk.md",
        f"{ISSUE}/articles/link.md",
        f"{ISSUE}/articles/open.md",
    ]
    assert "GB18030" in " ".join(message for _state, message in said)


@pytest.mark.parametrize("name", ["articles", "photos"])
def test_a_link_in_the_place_of_a_folder_is_a_problem(desk: Desk, run: Run, name: str) -> None:
    (desk.root / ISSUE / name).rename(desk.root / "elsewhere")
    (desk.root / ISSUE / name).symlink_to(desk.root / "elsewhere")

    (check,) = seen(run("doctor", "--json"), "issues")

    assert (check["state"], check["message"].startswith(f"{ISSUE}/{name}")) == ("problem", True)


def test_a_link_in_the_place_of_all_issues_is_a_problem(desk: Desk, run: Run) -> None:
    (desk.root / "issues").rename(desk.root / "elsewhere")
    (desk.root / "issues").symlink_to("elsewhere")

    assert state(run("doctor", "--json"), "issues") == "problem"


def test_a_photo_that_no_article_uses_is_noted(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{f"{ISSUE}/photos/多余.jpg": photo_bytes(color="red")}))

    (check,) = seen(run("--lang", "en", "doctor", "--json"), "photos")

    assert (check["state"], check["message"]) == ("note", f"No article uses {ISSUE}/photos/多余.jpg.")


def test_copy_that_was_not_finished_says_how_to_go_on(desk: Desk, run: Run) -> None:
    keep(desk.root, "articles/1.json", "{}")
    keep(desk.root, "edits/2022-10-12/sowing.md", "---\n")

    found = seen(run("--lang", "en", "doctor", "--json"), "unfinished")

    assert [(check["state"], check["help"]) for check in found] == [
        ("note", "Go on: newsroom article add --resume"),
        ("note", "Go on: newsroom article edit 2022-10-12/sowing"),
    ]


def test_files_that_are_not_committed_are_noted_and_left_alone(desk: Desk, run: Run) -> None:
    desk.write(f"{ISSUE}/articles/new.md", ARTICLE)
    desk.write(f"{ISSUE}/articles/sowing.md", ARTICLE + "改。\n")
    desk.write("notes.txt", "not of the paper\n")
    before = snapshot(desk)

    (check,) = seen(run("--lang", "en", "doctor", "--fix", "--json"), "not-committed")

    assert check["state"] == "note"
    files = f"{ISSUE}/articles/new.md, {ISSUE}/articles/sowing.md"
    assert check["message"] == f"2 files are not committed: {files}."
    assert snapshot(desk) == before


def test_left_over_files_of_ours_are_deleted_and_no_other(desk: Desk, run: Run) -> None:
    old = made_before(desk.root / ISSUE / "articles/.newsroom-a", 7200)
    fresh = desk.write(f"{ISSUE}/articles/.newsroom-now", "")
    other = made_before(desk.root / ISSUE / "articles/.hidden", 7200)

    shown = seen(run("--lang", "en", "doctor", "--fix", "--dry-run", "--json"), "leftovers")
    assert old.exists()
    fixed = seen(run("--lang", "en", "doctor", "--fix", "--json"), "leftovers")

    assert [check["help"] for check in shown] == [f"newsroom doctor --fix: delete {ISSUE}/articles/.newsroom-a"]
    assert [(check["state"], check["fixed"], check["help"]) for check in fixed] == [
        ("ok", True, f"Done: delete {ISSUE}/articles/.newsroom-a")
    ]
    assert not old.exists()
    assert fresh.exists()
    assert other.exists()
    assert seen(run("doctor", "--json"), "leftovers") == []


def test_nothing_is_deleted_behind_a_link(desk: Desk, run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere/articles").mkdir(parents=True)
    (desk.root / "issues/2022-10-13").symlink_to(tmp_path / "elsewhere")
    (desk.root / ISSUE / "photos").rename(tmp_path / "photos")
    (desk.root / ISSUE / "photos").symlink_to(tmp_path / "photos")
    theirs = [made_before(tmp_path / path, 7200) for path in ("elsewhere/articles/.newsroom-a", "photos/.newsroom-b")]

    assert seen(run("doctor", "--fix", "--json"), "leftovers") == []

    assert all(path.exists() for path in theirs)


def test_file_names_are_shown_as_they_are_after_a_fix(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())

    assert state(run("doctor", "--json"), "file-names") == "note"
    assert run("doctor", "--fix", "--json").code == 0

    assert desk.git("config", "--local", "core.quotePath") == "false\n"
    assert seen(run("doctor", "--json"), "file-names") == []


def test_a_lock_of_a_git_that_may_be_at_work_is_left_alone(desk: Desk, run: Run) -> None:
    lock = made_before(desk.root / ".git/index.lock", 60)

    assert state(run("doctor", "--fix", "--json"), "lock") == "note"
    assert lock.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody can tell whose a lock is")
def test_an_old_lock_is_deleted_once_no_git_is_at_work_there(desk: Desk, run: Run) -> None:
    lock = made_before(desk.root / ".git/index.lock", 7200)
    with subprocess.Popen(["git", "cat-file", "--batch"], cwd=desk.root / ISSUE, stdin=subprocess.PIPE) as at_work:
        held = run("--lang", "en", "doctor", "--fix", "--json")
        at_work.communicate(b"")

    (check,) = seen(held, "lock")
    assert (check["state"], check["help"].endswith("rm .git/index.lock")) == ("problem", True)
    assert lock.exists()

    assert state(run("doctor", "--json"), "lock") == "problem"
    assert [check["fixed"] for check in seen(run("doctor", "--fix", "--json"), "lock")] == [True]
    assert not lock.exists()
    assert run("article", "edit", "2022-10-12/sowing", "--set", "page=3").code == 0


def test_a_fix_that_fails_says_why(desk: Desk, run: Run) -> None:
    """A folder in the place of a file can not be deleted as one."""
    folder = desk.root / ISSUE / "articles/.newsroom-a"
    folder.mkdir()
    made_before(folder, 7200)

    (check,) = seen(run("doctor", "--fix", "--json"), "leftovers")

    assert (check["state"], check["fixed"]) == ("note", False)
    assert folder.exists()


@pytest.mark.parametrize(
    ("setting", "value", "program"),
    [("commit.gpgsign", "true", "gpg"), ("gpg.format", "ssh", "ssh-keygen"), ("gpg.program", "/nowhere/gpg2", "gpg2")],
)
def test_a_program_that_every_commit_needs_is_a_problem(
    desk: Desk, only: Callable[..., str], setting: str, value: str, program: str
) -> None:
    desk.git("config", "commit.gpgsign", "true")
    desk.git("config", setting, value)

    made = run_process("--lang", "en", "doctor", "--json", cwd=desk.root, PATH=only("git"))

    problems = [check["message"] for check in seen(made, "programs") if check["state"] == "problem"]
    assert len(problems) == 1
    assert problems[0].split(" is not")[0].endswith(program)


def test_programs_by_which_photos_are_kept_and_the_server_is_reached(desk: Desk, only: Callable[..., str]) -> None:
    desk.write(".gitattributes", "*.jpg filter=lfs diff=lfs merge=lfs -text\n")
    desk.git("remote", "add", "desk", "git@example.com:paper.git")

    made = run_process("--lang", "en", "doctor", "--json", cwd=desk.root, PATH=only("git"))

    said = [(check["state"], check["message"].split()[0]) for check in seen(made, "programs")]
    assert said == [("note", "iconv"), ("problem", "git-lfs"), ("note", "ssh")]


def test_on_a_terminal_long_lines_are_set_below_each_other(desk: Desk) -> None:
    terminal = Terminal(newsroom_command("--lang", "zh-CN", "--no-color", "doctor"), cwd=desk.root)

    terminal.see("80 列")
    assert terminal.end() == 0
    lines = terminal.shown.replace("\r\n", "\n").splitlines()
    assert all(line.startswith(("正常  ", "提示  ", "      ")) for line in lines[:-1])


@pytest.mark.parametrize("language", ["POSIX", "en_US.ISO-8859-1"])
def test_a_terminal_of_another_encoding_is_no_fall(desk: Desk, language: str) -> None:
    made = run_process("doctor", "--json", cwd=desk.root, LC_ALL=language, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")

    assert state(made, "terminal") in ("ok", "note")


def test_an_edit_whose_article_is_gone_says_where_the_text_is(newsroom: Callable[..., Desk], run) -> None:
    desk = newsroom(with_issue())
    desk.write(".git/newsroom/kept/edits/2022-10-12/gone.md", "---\n---\n正文。\n")

    said = run("--lang", "en", "doctor").out

    assert "The article is gone" in said
    assert "gone.md" in "".join(said.split())
