"""`newsroom log`: a story's life, and what was done in the newsroom."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from newsroom.model.text import display_width
from tests.cli.checks import REFUSED, USAGE, error
from tests.cli.test_terminal import on_terminal
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING = f"{ISSUE}/articles/sowing.md"
NEXT = "issues/2022-10-13"


def commit(desk: Desk, subject: str, *, name: str = "林小满", committer: str = "林小满", day: int = 12) -> None:
    """Commit all there is, as people do with plain git."""
    when = f"2022-10-{day}T14:02:00+00:00"
    desk.git("add", "-A")
    desk.git(
        "-c", f"user.name={committer}", "-c", "user.email=x@example.com",
        "commit", "-q", "-m", subject, f"--author={name} <x@example.com>", f"--date={when}",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """A reader in Shanghai."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    return newsroom(with_issue(**{f"{NEXT}/issue.yaml": ""}))


def told(run: Run, *arguments: str) -> list[list[str]]:
    """Name, what it was about, and what was done; of each change."""
    shown = run("log", *arguments)
    assert shown.code == 0, shown.err
    return [line.split("\t")[1:] for line in shown.out.splitlines()]


def test_a_storys_life_is_told_newest_first_with_names_and_local_dates(desk: Desk, run: Run) -> None:
    text = ARTICLE.replace("headline: 冬小麦播种过九成", "headline: 播种收尾\ndeck: 一线见闻").replace("尾声", "尾声了")
    desk.write(SOWING, text.replace("status: draft", "status: submitted"))
    commit(desk, "edit")
    desk.write(SOWING, text.replace("status: draft", "status: approved").replace("deck: 一线见闻\n", ""))
    commit(desk, "sign", name="贺长松", committer="周一新", day=13)

    shown = run("log", "2022-10-12/sowing")

    assert shown.err == ""
    assert shown.out.splitlines()[:2] == [
        "2022-10-13 22:02\t贺长松（周一新）\t2022-10-12/sowing\t删去副题；签发",
        "2022-10-12 22:02\t林小满\t2022-10-12/sowing\t主题改为：播种收尾；加副题：一线见闻；交稿；正文 +1 字",
    ]
    assert shown.out.splitlines()[2].endswith("\t周一新\t2022-10-12/sowing\t建稿；9 字；1 张图")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("status: draft", "status: killed", "killed"),
        ("姓名}\nphotos", "张三}\nphotos", "byline is now 通讯员 张三"),
        ("caption: 农机手在地头调试播种机。", "caption:", "caption of sowing.jpg taken out"),
        ("name: 姓名}\nstatus", "name: 李四}\nstatus", "photo credit of sowing.jpg is now 通讯员 李四"),
        ("photos:\n", "length: 800\nphotos:\n  - b.jpg\n", "planned length added: 800; photo b.jpg added"),
        ("全市秋播", "全省秋播", "body reworded"),
        ("status: draft", "x-own: 1\nstatus: draft", "small things that are not printed"),
        ("---\nheadline", "headline", "changed, and can not be read"),
    ],
)  # fmt: skip
def test_what_was_edited_is_said_in_the_papers_words(desk: Desk, run: Run, old: str, new: str, words: str) -> None:
    desk.write(SOWING, ARTICLE.replace(old, new))
    commit(desk, "edit")

    assert told(run, SOWING, "--limit", "1", "--lang", "en") == [["林小满", "2022-10-12/sowing", words]]


def test_what_newsroom_did_itself_is_told_the_same_way(desk: Desk, run: Run) -> None:
    assert run("article", "edit", "2022-10-12/sowing", "--set", "page=3").code == 0

    assert told(run, "2022-10-12/sowing", "--limit", "1") == [["周一新", "2022-10-12/sowing", "加版次：3"]]


def test_a_story_is_followed_through_its_moves(desk: Desk, run: Run) -> None:
    assert run("article", "move", "2022-10-12/sowing", "--issue", "2022-10-13").code == 0
    short = desk.read(f"{NEXT}/articles/sowing.md")
    desk.write(f"{NEXT}/articles/sowing.md", short.replace("尾声", "尾声了"))
    commit(desk, "edit")

    assert [line[1:] for line in told(run, "2022-10-13/sowing")] == [
        ["2022-10-13/sowing", "正文 +1 字"],
        ["2022-10-13/sowing", "从 2022-10-12 移来"],
        ["2022-10-12/sowing", "建稿；9 字；1 张图"],
    ]


def test_where_a_story_was_it_is_said_where_it_went(desk: Desk, run: Run) -> None:
    assert run("article", "move", "2022-10-12/sowing", "--issue", "2022-10-13").code == 0

    assert [line[1:] for line in told(run, "2022-10-12/sowing")] == [
        ["2022-10-13/sowing", "从 2022-10-12 移来"],
        ["2022-10-12/sowing", "建稿；9 字；1 张图"],
    ]


def test_a_move_and_another_name_by_hand_are_followed_too(desk: Desk, run: Run) -> None:
    desk.write(f"{ISSUE}/articles/sowing.md", ARTICLE + "\n" + "很长的正文。" * 40 + "\n")
    commit(desk, "long")
    (desk.root / NEXT / "articles").mkdir()
    desk.git("mv", SOWING, f"{NEXT}/articles/reaping.md")
    commit(desk, "move")

    assert [line[1] for line in told(run, "2022-10-13/reaping")] == [
        "2022-10-13/reaping", "2022-10-12/sowing", "2022-10-12/sowing",
    ]  # fmt: skip


def test_a_move_that_rewrote_the_whole_text_is_still_one(desk: Desk, run: Run) -> None:
    desk.write(f"{NEXT}/articles/sowing.md", "---\nheadline: 全新\n---\n" + "另一种写法。\n\n" * 30)
    (desk.root / SOWING).unlink()
    commit(desk, "move and rewrite")

    assert [line[1] for line in told(run, "2022-10-13/sowing")] == ["2022-10-13/sowing", "2022-10-12/sowing"]


def test_two_stories_with_one_slug_are_not_mixed(desk: Desk, run: Run) -> None:
    desk.write(f"{NEXT}/articles/sowing.md", "---\nheadline: 另一篇\n---\n")
    commit(desk, "another")
    (desk.root / SOWING).unlink()
    commit(desk, "gone")
    desk.write(SOWING, "---\nheadline: 第三篇\n---\n")
    commit(desk, "a third")

    assert [line[2] for line in told(run, "2022-10-13/sowing")] == ["建稿"]
    assert [line[2] for line in told(run, "2022-10-12/sowing")] == ["建稿"]


@pytest.mark.parametrize("name", ["2022-10-12/sowing", SOWING, "sowing"])
def test_a_story_that_is_gone_still_has_a_life(desk: Desk, run: Run, name: str) -> None:
    (desk.root / SOWING).unlink()
    commit(desk, "gone")

    issue = ["--issue", "2022-10-12"] if "/" not in name else []
    assert [line[2] for line in told(run, name, *issue)] == ["删稿", "建稿；9 字；1 张图"]


def test_a_story_that_never_was_is_refused(desk: Desk, run: Run) -> None:
    error(run("log", "2022-10-12/reaping", "--json"), REFUSED, "no-article")
    error(run("log", "2022-10-14/sowing", "--json"), REFUSED, "no-issue")


@pytest.mark.parametrize("slug", ["a[b]", "a*", "查询?", ":(top)x"])
def test_a_name_that_git_would_take_for_a_pattern_is_a_name(desk: Desk, run: Run, slug: str) -> None:
    desk.write(f"{ISSUE}/articles/{slug}.md", "---\nheadline: a\n---\n")
    commit(desk, "odd")
    desk.write(f"{ISSUE}/articles/ab.md", "---\nheadline: b\n---\n")
    commit(desk, "plain")

    assert [line[1] for line in told(run, f"{ISSUE}/articles/{slug}.md")] == [f"2022-10-12/{slug}"]


@pytest.mark.parametrize("way", ["undo", "git revert", "git revert, and that reverted, and so on"])
def test_a_story_that_was_brought_back_had_a_life_before(desk: Desk, run: Run, way: str) -> None:
    assert run("article", "edit", "2022-10-12/sowing", "--set", "page=3").code == 0
    assert run("article", "remove", "2022-10-12/sowing", "--yes").code == 0
    if way == "undo":
        assert run("undo", "--yes").code == 0
    else:
        for _time in range(3 if "so on" in way else 1):
            desk.git("revert", "--no-edit", "HEAD")

    lines = [line[2] for line in told(run, "2022-10-12/sowing")]

    assert lines[-3:] == ["删稿", "加版次：3", "建稿；9 字；1 张图"]
    assert lines[0] == ("撤回：删稿" if way == "undo" else "建稿；9 字；1 张图")


def test_a_story_that_was_put_back_where_it_was_had_a_life_before(desk: Desk, run: Run) -> None:
    assert run("article", "move", "2022-10-12/sowing", "--issue", "2022-10-13").code == 0
    assert run("undo", "--yes").code == 0

    assert [line[1:] for line in told(run, "2022-10-12/sowing")] == [
        ["2022-10-12/sowing", "撤回：移到 2022-10-13"],
        ["2022-10-13/sowing", "从 2022-10-12 移来"],
        ["2022-10-12/sowing", "建稿；9 字；1 张图"],
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("article", "edit", "2022-10-12/sowing", "--set", "page=3"), "took back: page added: 3"),
        (("article", "edit", "2022-10-12/sowing", "--set", "status=submitted"), "took back: filed"),
        (("article", "remove", "2022-10-12/sowing", "--yes"), "took back: taken away"),
        (("article", "move", "2022-10-12/sowing", "--issue", "pool"), "took back: moved to the pool"),
        (("issue", "new", "2022-10-14"), "took back: the issue made"),
    ],
)
def test_an_undo_tells_what_it_took_back(desk: Desk, run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert run(*arguments).code == 0
    assert run("undo", "--yes").code == 0

    assert told(run, "--limit", "1", "--lang", "en")[0][2] == words
    assert run("undo", desk.git("rev-parse", "HEAD").strip(), "--yes").code == 0
    assert told(run, "--limit", "1", "--lang", "en")[0][2].startswith("took back: ")


def test_an_issue_has_a_log_of_its_own(desk: Desk, run: Run) -> None:
    assert run("article", "edit", "2022-10-12/sowing", "--set", "page=3").code == 0
    desk.write(f"{NEXT}/articles/b.md", "---\nheadline: b\n---\n正文。\n")
    commit(desk, "another issue")
    assert run("article", "move", "2022-10-12/sowing", "--issue", "2022-10-13").code == 0
    assert run("undo", "--yes").code == 0

    assert [line[1:] for line in told(run, "--issue", "2022-10-12")] == [
        ["2022-10-12/sowing", "撤回：移到 2022-10-13"],
        ["2022-10-13/sowing", "从 2022-10-12 移来"],
        ["2022-10-12/sowing", "加版次：3"],
        ["2022-10-12/sowing", "建稿；9 字；1 张图"],
        ["2022-10-12", "建期"],
    ]
    assert [line[1:] for line in told(run, "--issue", "2022-10-13", "--limit", "3")] == [
        ["2022-10-12/sowing", "撤回：移到 2022-10-13"],
        ["2022-10-13/sowing", "从 2022-10-12 移来"],
        ["2022-10-13/b", "建稿；3 字"],
    ]


def test_the_log_of_an_issue_begins_with_its_plan(desk: Desk, run: Run) -> None:
    desk.write("issues/2022-10-14/articles/old.md", "---\nheadline: a\n---\n")
    commit(desk, "another paper's")
    desk.git("rm", "-q", "issues/2022-10-14/articles/old.md")
    commit(desk, "gone")
    assert run("issue", "new", "2022-10-14").code == 0

    assert [line[2] for line in told(run, "--issue", "2022-10-14")] == ["建期"]


def test_the_pool_has_a_log_and_an_issue_that_is_not_there_has_none(desk: Desk, run: Run) -> None:
    assert run("article", "move", "2022-10-12/sowing", "--issue", "pool").code == 0
    assert [line[2] for line in told(run, "--issue", "pool")] == ["从 2022-10-12 移来"]

    for name in ("2022-10-15", "..", "../..", "-x", "2022-10-12/articles"):
        error(run("log", f"--issue={name}", "--json"), REFUSED, "no-issue")


def test_the_whole_newsroom_is_told_by_default_twenty_commits(desk: Desk, run: Run) -> None:
    for number in range(25):
        desk.write(SOWING, ARTICLE.replace("headline: ", f"headline: {number}"))
        commit(desk, "edit")

    assert len(told(run)) == 20
    assert len(told(run, "--limit", "3")) == 3
    assert run("log", "--json").json["entries"][0]["subject"] == "edit"
    error(run("log", "--limit", "0", "--json"), USAGE, "bad-value")


def test_plans_photos_and_settings_are_told_and_other_files_are_not(desk: Desk, run: Run) -> None:
    desk.write("README.md", "x\n")
    commit(desk, "not ours")
    desk.write(f"{ISSUE}/issue.yaml", "date: 2022-10-12\n")
    desk.write(f"{ISSUE}/photos/new.jpg", photo_bytes())
    desk.write("newsroom.yaml", desk.read("newsroom.yaml") + "\n")
    commit(desk, "ours")

    assert [line[1:] for line in told(run, "--limit", "1")] == [
        ["2022-10-12", "改了版面计划"],
        [f"{ISSUE}/photos/new.jpg", "加了图片"],
        ["newsroom.yaml", "有改动"],
    ]


def test_a_merge_tells_only_what_it_changed_itself(desk: Desk, run: Run) -> None:
    desk.git("switch", "-q", "-c", "other")
    desk.write(SOWING, ARTICLE.replace("headline: 冬", "headline: 春"))
    commit(desk, "mine")
    desk.git("switch", "-q", "main")
    desk.write(f"{ISSUE}/articles/b.md", "---\nheadline: b\n---\n")
    commit(desk, "theirs")
    desk.git("merge", "-q", "--no-edit", "other")

    assert sorted(line[1] for line in told(run, "--limit", "2")) == ["2022-10-12/b", "2022-10-12/sowing"]

    desk.git("switch", "-q", "other")
    desk.write(SOWING, ARTICLE.replace("headline: 冬", "headline: 夏"))
    commit(desk, "mine again")
    desk.git("switch", "-q", "main")
    desk.git("merge", "-q", "--no-commit", "other")
    desk.write(SOWING, ARTICLE.replace("headline: 冬", "headline: 秋"))
    commit(desk, "resolved", name="周一新")

    assert told(run, SOWING, "--limit", "1") == [
        ["周一新（林小满）", "2022-10-12/sowing", "主题改为：秋小麦播种过九成"]
    ]


def test_settings_of_git_do_not_get_in_between(desk: Desk, run: Run) -> None:
    before = told(run, SOWING)
    for setting in (
        "log.showSignature true", "log.follow true", "log.showRoot false", "color.ui always", "diff.noprefix true",
        "diff.renames false", "log.date relative", "diff.relative false", "log.diffMerges off",
    ):  # fmt: skip
        desk.git("config", *setting.split())

    assert told(run, SOWING) == before


def test_a_newsroom_in_a_folder_of_a_repository_has_a_log(newsroom: NewNewsroom, run: Run) -> None:
    files = with_issue(**{"newsroom.yaml": "language: zh-CN\n"})
    newsroom({"elsewhere.md": "x\n", **{f"paper/{path}": content for path, content in files.items()}})

    shown = run("-C", "paper", "log", "2022-10-12/sowing")

    assert shown.out.endswith("\t周一新\t2022-10-12/sowing\t建稿；9 字；1 张图\n")
    assert len(run("log").out.splitlines()) == 3  # in that folder now; the photo is told by its article


def test_hostile_names_do_not_steer_the_terminal(desk: Desk, run: Run) -> None:
    desk.write(SOWING, ARTICLE.replace("headline: 冬小麦播种过九成", 'headline: "\\e[31m红\\t字"'))
    commit(desk, "commit\x01\n\nNewsroom-Action: undo\nNewsroom-From: ../../\x1b[2J", name="\x1b[31mcommit")

    shown = run("log", SOWING)

    assert "\x1b" not in shown.out
    assert {line.count("\t") for line in shown.out.splitlines()} == {3}
    assert "\x1b" not in run("log", "--json").out


def test_a_date_that_somebody_made_up_is_no_bug(desk: Desk, run: Run) -> None:
    tree, parent = (desk.git("rev-parse", name).strip() for name in ("HEAD^{tree}", "HEAD"))
    who = "甲 <a@example.com> 99999999999999 +0000"
    desk.write(SOWING, ARTICLE + "。\n")
    desk.git("add", "-A")
    tree = desk.git("write-tree").strip()
    (desk.root / "made-up").write_text(f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\nx\n")
    made = desk.git("hash-object", "-t", "commit", "-w", "--literally", "made-up").strip()
    desk.git("update-ref", "HEAD", made)

    assert len(told(run, SOWING)) == 2


def test_an_empty_history_and_no_repository(tmp_path: Path, newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    (desk.root / ".git").rename(desk.root / "not-git")

    error(run("log", "--json"), REFUSED, "no-repository")

    desk.git("init", "-q")
    shown = run("--lang", "en", "log")
    assert (shown.code, shown.out, shown.err) == (0, "", "Nothing is committed yet.\n")
    assert run("log", "2022-10-12/sowing", "--json").json == {"schema_version": 1, "entries": []}


def test_json_has_each_commit_with_its_changes(desk: Desk, run: Run) -> None:
    desk.write(SOWING, ARTICLE.replace("headline: 冬", "headline: 春"))
    commit(desk, "edit")

    shown = run("log", "2022-10-12/sowing", "--json").json

    assert list(shown) == ["schema_version", "entries"]
    newest = shown["entries"][0]
    assert list(newest) == ["commit", "date", "author", "committer", "action", "subject", "changes"]
    assert newest["commit"] == desk.git("rev-parse", "HEAD").strip()
    assert datetime.fromisoformat(newest["date"]) == datetime.fromisoformat("2022-10-12T14:02:00+00:00")
    assert newest["changes"] == [
        {
            "sort": "article", "what": "edited", "path": SOWING, "issue": "2022-10-12", "id": "sowing", "from": "",
            "title": "春小麦播种过九成",
            "fields": [
                {"field": "headline", "before": "冬小麦播种过九成", "after": "春小麦播种过九成", "file": ""}
            ],
        }
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_terminal_it_is_grouped_by_day_and_fits(desk: Desk, columns: int) -> None:
    for number in range(7):
        desk.write(f"{ISSUE}/articles/{number}.md", f"---\nheadline: 第{number}篇稿件的标题\n---\n")
    commit(desk, "many")
    desk.write(
        SOWING, ARTICLE.replace("headline: ", "kicker: 很长的引题很长的引题\ndeck: 很长的副题很长的副题\nheadline: 新")
    )
    commit(desk, "edit", day=13)

    shown, _err = on_terminal(desk.root, "log", "--no-color", columns=columns)

    lines = shown.splitlines()
    assert max(map(display_width, lines)) <= columns
    assert lines[0] == "2022-10-13"
    assert lines[1].startswith("  22:02  林小满  《新冬小麦播种过九成》  加引题")
    assert "2022-10-12" in lines
    assert any("……还有 3 项" in line for line in lines)


def test_a_storys_life_on_a_terminal_begins_with_its_title(desk: Desk) -> None:
    shown, _err = on_terminal(desk.root, "log", "2022-10-12/sowing", "--no-color")

    title, line = shown.splitlines()
    assert title == "2022-10-12/sowing  《冬小麦播种过九成》"
    assert line.endswith("  周一新  建稿；9 字；1 张图")


def test_a_new_newsroom_is_told_in_one_line_and_its_templates_are_not(tmp_path: Path, run) -> None:
    run("init", str(tmp_path / "paper"), "--language", "zh-CN")

    [line] = run("-C", str(tmp_path / "paper"), "--lang", "en", "log").out.splitlines()

    assert line.split("\t")[2:] == ["newsroom.yaml", "made"]


def test_a_changed_template_is_told_by_its_path(newsroom: Callable[..., Desk], run) -> None:
    desk = newsroom(with_issue())
    desk.write("templates/zh-CN/issue.yaml", "pages: []\n")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "a template")

    assert run("--lang", "en", "log").out.splitlines()[0].split("\t")[2:] == ["templates/zh-CN/issue.yaml", "made"]
