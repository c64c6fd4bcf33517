"""What is kept of earlier runs is taken where nothing changed, and nowhere else."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsroom.desk.targets import all_targets
from newsroom.desk.validate import validate
from newsroom.locale import speak
from newsroom.model.finding import Report
from newsroom.storage import issue_state
from newsroom.storage.newsroom import Newsroom
from tests.support.desk import ARTICLE, ISSUE, PLAN, Desk, photo_bytes, with_issue

SOWING = f"{ISSUE}/articles/sowing.md"
CACHE = ".git/newsroom/verdicts.sqlite"


def judged(desk: Desk, *, cache: bool = True, stage: str = "submitted") -> Report:
    newsroom = Newsroom(desk.root)
    return validate(newsroom, all_targets(newsroom), stage, cache=cache)


def said(report: Report) -> list[tuple[str, str, int, int, str]]:
    return [(it.rule, it.path, it.line, it.column, it.message) for it in (*report.findings, *report.waived)]


@pytest.fixture(autouse=True)
def _times_can_be_trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not wait two seconds for the clock to have left a file's time."""
    monkeypatch.setattr(issue_state, "_MOMENT", 0)


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are read from now on."""
    seen: list[str] = []
    content = Newsroom.article_content

    def counted(self: Newsroom, issue_id: str, name: str) -> object:
        seen.append(name)
        return content(self, issue_id, name)

    monkeypatch.setattr(Newsroom, "article_content", counted)
    return seen


def test_what_did_not_change_is_not_read_again(newsroom: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": ARTICLE.replace("section: 乡村振兴\n", "")}))
    first = judged(desk)
    seen = reads(monkeypatch)

    assert said(judged(desk)) == said(first)
    assert "missing-section" in [it.rule for it in first.findings]
    assert seen == []


def test_only_what_changed_is_read_again(newsroom: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/other.md": ARTICLE.replace("冬小麦", "油菜")}))
    judged(desk)
    desk.write(SOWING, ARTICLE.replace("section: 乡村振兴\n", ""))
    seen = reads(monkeypatch)
    again = judged(desk)

    assert set(seen) == {"sowing.md"}
    assert "missing-section" in [it.rule for it in again.findings]


def edit(desk: Desk) -> None:
    desk.write(SOWING, ARTICLE.replace("section: 乡村振兴\n", ""))


def edit_with_its_old_time(desk: Desk) -> None:
    """Same size, same time, same inode: only the inode's own time tells."""
    path = desk.root / SOWING
    about = path.stat()
    with path.open("r+b") as file:
        file.write(ARTICLE.replace("乡村振兴", "乡村没有").encode())
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def rename(desk: Desk) -> None:
    (desk.root / SOWING).rename(desk.root / f"{ISSUE}/articles/Über Uns.md")


def delete(desk: Desk) -> None:
    (desk.root / SOWING).unlink()


def take_the_photo(desk: Desk) -> None:
    (desk.root / f"{ISSUE}/photos/sowing.jpg").unlink()


def put_another_photo(desk: Desk) -> None:
    desk.write(f"{ISSUE}/photos/sowing.jpg", photo_bytes(60, 40))


def plan_otherwise(desk: Desk) -> None:
    desk.write(f"{ISSUE}/issue.yaml", PLAN.replace("2022-10-12", "2022-13-12"))


def set_otherwise(desk: Desk) -> None:
    settings = desk.read("newsroom.yaml")
    desk.write("newsroom.yaml", settings.replace("乡村振兴, ", "") + "rules:\n  missing-caption: off\n")


def register_a_term(desk: Desk) -> None:
    desk.write("register.yaml", "terms:\n  - wrong: 进入尾声\n    right: 接近尾声\n    why: 本报用法\n")


def link_it(desk: Desk) -> None:
    (desk.root / SOWING).unlink()
    (desk.root / SOWING).symlink_to("/etc/passwd")


def link_the_folder(desk: Desk) -> None:
    (desk.root / f"{ISSUE}/photos").rename(desk.root / "elsewhere")
    (desk.root / f"{ISSUE}/photos").symlink_to(desk.root / "elsewhere")


@pytest.mark.parametrize(
    "change",
    [
        edit, edit_with_its_old_time, rename, delete, take_the_photo, put_another_photo, plan_otherwise, set_otherwise,
        register_a_term, link_it, link_the_folder,
    ],
)  # fmt: skip
def test_after_any_change_all_is_found_that_is_found_without_what_was_kept(
    newsroom: Callable[..., Desk], change: Callable[[Desk], None]
) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/other.md": ARTICLE.replace("冬小麦", "油菜")}))
    before = said(judged(desk))
    change(desk)
    after = said(judged(desk))

    assert after == said(judged(desk, cache=False))
    assert after == said(judged(desk))
    assert after != before or change is delete


def test_a_file_that_changed_a_moment_ago_is_read_again_whatever_its_times_say(
    newsroom: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's racy entries: the time of a file may stand still between two changes."""
    monkeypatch.setattr(issue_state, "_MOMENT", 3600 * 10**9)
    desk = newsroom(with_issue())
    judged(desk)
    seen = reads(monkeypatch)
    judged(desk)

    assert seen == ["sowing.md"]


def test_what_is_read_again_and_is_the_same_is_not_judged_again(
    newsroom: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(with_issue())
    first = judged(desk)
    for path in (desk.root / f"{ISSUE}/articles").iterdir():
        shutil.copyfile(path, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").rename(path)
    monkeypatch.setattr(Newsroom, "article_of", None)

    assert said(judged(desk)) == said(first)


def test_stages_and_languages_are_kept_apart(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": ARTICLE.replace("section: 乡村振兴\n", "")}))
    for _again in range(2):
        speak("en")
        english, draft = judged(desk), judged(desk, stage="draft")
        speak("zh-CN")
        chinese = judged(desk)
        assert english.findings[0].message != chinese.findings[0].message
        assert (english.errors, draft.errors) == (1, 0)


@pytest.mark.parametrize("spoil", [b"", b"SQLite format 3\x00" + b"\xff" * 5000, b"no database"])
def test_a_spoilt_file_is_thrown_away(newsroom: Callable[..., Desk], spoil: bytes) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": ARTICLE.replace("section: 乡村振兴\n", "")}))
    first = judged(desk)
    for name in (CACHE, f"{CACHE}-wal", f"{CACHE}-shm"):
        (desk.root / name).unlink(missing_ok=True)
    desk.write(CACHE, spoil)

    assert said(judged(desk)) == said(first)
    assert said(judged(desk)) == said(first)


def test_rows_that_say_nonsense_are_passed_over(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": ARTICLE.replace("section: 乡村振兴\n", "")}))
    first = judged(desk)
    with sqlite3.connect(desk.root / CACHE) as connection:
        connection.execute("UPDATE issue SET stamp = '', files = '[1'")
        connection.execute("UPDATE found SET findings = '{', hashes = '[]'")
        connection.execute("UPDATE digest SET digests = 'x'")
    connection.close()

    assert said(judged(desk)) == said(first)


def test_a_folder_that_can_not_be_written_costs_only_what_is_kept(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    desk.write(".git/newsroom", "in the way")

    assert judged(desk).articles == 1


def test_several_at_once_find_the_same(newsroom: Callable[..., Desk]) -> None:
    files = {f"{ISSUE}/articles/a{number}.md": ARTICLE.replace("section: 乡村振兴\n", "") for number in range(30)}
    desk = newsroom(with_issue(**files))
    command = [sys.executable, "-m", "newsroom", "validate", "--json"]

    def one(_number: int) -> bytes:
        return subprocess.run(command, cwd=desk.root, capture_output=True, check=False).stdout

    with ThreadPoolExecutor(4) as pool:
        outputs = set(pool.map(one, range(8)))

    assert len(outputs) == 1
    assert b'"errors": 30' in outputs.pop()


def test_a_run_that_is_killed_leaves_nothing_that_misleads(newsroom: Callable[..., Desk]) -> None:
    files = {f"{ISSUE}/articles/a{number}.md": ARTICLE.replace("section: 乡村振兴\n", "") for number in range(60)}
    desk = newsroom(with_issue(**files))
    command = [sys.executable, "-m", "newsroom", "validate", "--json"]
    for pause in (0.05, 0.12, 0.2, 0.28):
        with subprocess.Popen(command, cwd=desk.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(pause)
            run.send_signal(signal.SIGKILL)

    assert said(judged(desk)) == said(judged(desk, cache=False))


def test_without_a_repository_all_is_judged_anew(newsroom: Callable[..., Desk], tmp_path: Path) -> None:
    desk = newsroom(with_issue())
    shutil.rmtree(desk.root / ".git")

    assert judged(desk).articles == 1
    assert not list(desk.root.rglob("verdicts*"))


def test_an_issue_is_compared_with_those_before_it_also_when_it_is_validated_alone(
    newsroom: Callable[..., Desk],
) -> None:
    body = "".join(f"第{number}位农机手在地头调试播种机，准备连夜播种冬小麦。" for number in "一二三四五六")
    story = ARTICLE.replace("全市秋播进入尾声。", body)
    desk = newsroom(with_issue(**{SOWING: story, "issues/2022-10-11/articles/before.md": story}))
    found = Newsroom(desk.root)
    alone = validate(found, [target for target in all_targets(found) if target.issue_id == "2022-10-12"], "submitted")

    assert "repeated-story" in [it.rule for it in alone.findings]
    assert [it for it in said(judged(desk)) if "2022-10-12" in it[1]] == said(alone)


def test_many_articles_are_shared_between_processes_and_come_in_order(newsroom: Callable[..., Desk]) -> None:
    files = {
        f"issues/2022-{1 + day // 28:02}-{1 + day % 28:02}/articles/a{number}.md": ARTICLE.replace(
            "section: 乡村振兴\n", ""
        )
        for day in range(40)
        for number in range(20)
    }
    desk = newsroom(files)
    seen: list[tuple[int, int]] = []
    found = Newsroom(desk.root)
    report = validate(found, all_targets(found), "submitted", progress=lambda done, whole: seen.append((done, whole)))
    missing = [it.path for it in report.findings if it.rule == "missing-section"]

    assert missing == sorted(files)
    assert seen == [(number, 40) for number in range(1, 41)]
