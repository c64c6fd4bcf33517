"""`newsroom undo`: what it shows, what it asks, and what it says afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, USAGE, error, snapshot
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue
from tests.support.keys import CTRL_C, DOWN, ENTER, plain, questions, run_with_keys

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
NAME = "2022-10-12/sowing"


@pytest.fixture
def desk(newsroom: NewNewsroom, run: Run) -> Desk:
    """Somebody has just given a story another headline."""
    made = newsroom(with_issue())
    assert run("article", "edit", NAME, "--set", "headline=播种收尾").code == 0
    return made


def test_it_says_what_was_taken_back_and_how_to_bring_it_back(desk: Desk, run: Run) -> None:
    undone = run("--lang", "en", "undo", "--yes")

    assert (undone.code, undone.out) == (0, f"changes: {SOWING}\n")
    head, what, *diff, done = undone.err.splitlines()
    assert head.endswith("  周一新")
    assert what == "  “播种收尾”  headline is now 播种收尾"
    assert diff == ["line 2:", "- headline: 播种收尾", "+ headline: 冬小麦播种过九成"]
    commit = desk.git("rev-parse", "HEAD")[:10]
    assert done == f"Taken back. To bring it back: newsroom undo {commit}"
    assert desk.commits()[:2] == ["Undo: Edit article: 播种收尾", "Edit article: 播种收尾"]
    assert desk.read(SOWING) == ARTICLE

    assert run(*done.partition(": newsroom ")[2].split(), "--yes").code == 0
    assert "headline: 播种收尾" in desk.read(SOWING)


def test_files_that_come_and_go_are_named_and_a_picture_is_not_shown_as_text(desk: Desk, run: Run) -> None:
    assert run("article", "remove", NAME, "--yes").code == 0

    back = run("--lang", "en", "undo", "--yes")

    assert back.out == f"comes back: {SOWING}\ncomes back: {PHOTO}\n"
    assert "taken away" in back.err
    gone = run("--lang", "en", "undo", desk.git("rev-parse", "HEAD").strip(), "--yes")
    assert gone.out == f"goes: {SOWING}\ngoes: {PHOTO}\n"
    assert "“播种收尾”  took back: taken away" in gone.err
    desk.write(PHOTO, photo_bytes(color="gold"))
    desk.write(SOWING, ARTICLE)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "by hand")
    desk.write(PHOTO, photo_bytes(color="navy"))
    desk.git("commit", "-qam", "another picture\n\nNewsroom-Action: photo-replace")
    shown = run("--lang", "en", "undo", "--yes")
    assert (shown.code, shown.out) == (0, f"changes: {PHOTO}\n")
    assert "line 1" not in shown.err


def test_it_speaks_chinese(desk: Desk, run: Run) -> None:
    undone = run("undo", "--yes")

    assert undone.out == f"改回：{SOWING}\n"
    assert "《播种收尾》  主题改为：播种收尾\n" in undone.err
    assert "已撤回。要恢复：newsroom undo " in undone.err
    assert "撤回：主题改为：播种收尾" in run("log").out.splitlines()[0]


def test_a_dry_run_shows_it_and_changes_nothing(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    planned = run("--lang", "en", "undo", "--dry-run")

    assert (planned.code, planned.out) == (0, f"changes: {SOWING}\n")
    assert "+ headline: 冬小麦播种过九成\n" in planned.err
    assert planned.err.endswith("This is what would be taken back.\n")
    assert run("undo", "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


def test_json_says_what_was_taken_back(desk: Desk, run: Run) -> None:
    newest = run("log", "--json").json["entries"][0]

    undone = run("undo", "--yes", "--json")

    assert undone.err == ""
    assert undone.json == {
        "schema_version": 1,
        "commit": desk.git("rev-parse", "HEAD").strip(),
        "undone": newest,
        "files": [{"path": SOWING, "what": "edited"}],
        "staying": [],
    }


def test_without_a_terminal_it_has_to_be_said(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    said = error(run("--lang", "en", "undo", "--json"), USAGE, "missing-answers")

    assert "--yes" in said["message"]
    assert "--dry-run" in said["help"]
    assert run_with_keys(ENTER, "undo", "--no-input").code == USAGE
    assert snapshot(desk) == before


@pytest.mark.parametrize("keys", [ENTER, "是" + ENTER, "y" + ENTER])
def test_what_it_is_is_shown_and_enter_takes_it_back(desk: Desk, keys: str) -> None:
    asked = run_with_keys(keys, "undo")

    assert (asked.code, asked.out) == (0, "")
    shown = plain(asked.err)
    assert questions(shown, "撤回吗？") == ["撤回吗？"]
    before = shown.partition("撤回吗？")[0]
    for text in ("周一新", "主题改为：播种收尾", f"改回：{SOWING}", "- headline: 播种收尾"):
        assert text in before
    assert desk.read(SOWING) == ARTICLE


@pytest.mark.parametrize("keys", ["否" + ENTER, "n" + ENTER, DOWN + ENTER])
def test_a_no_changes_nothing(desk: Desk, keys: str) -> None:
    before = snapshot(desk)

    asked = run_with_keys(keys, "undo")

    assert asked.code == 130
    assert plain(asked.err).endswith("什么都没有改动。\n")
    assert snapshot(desk) == before


@pytest.mark.parametrize("keys", [CTRL_C, ""])
def test_who_leaves_or_is_gone_has_not_said_yes(desk: Desk, keys: str) -> None:
    before = snapshot(desk)

    assert run_with_keys(keys, "undo").code == 130
    assert snapshot(desk) == before


def test_with_json_the_question_shows_what_it_is_about(desk: Desk) -> None:
    asked = run_with_keys(ENTER, "undo", "--json")

    assert asked.code == 0
    assert asked.json["files"] == [{"path": SOWING, "what": "edited"}]
    assert "- headline: 播种收尾" in plain(asked.err)


def test_a_refusal_comes_before_the_question(desk: Desk, run: Run) -> None:
    desk.write(SOWING, desk.read(SOWING) + "没提交。\n")
    before = snapshot(desk)

    refused = run_with_keys(ENTER, "undo")

    assert refused.code == REFUSED
    assert questions(refused.err, "撤回吗？") == []
    said = error(run("undo", "--yes", "--json"), REFUSED, "not-committed")
    assert SOWING in said["message"]
    assert snapshot(desk) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("undo", "0000"), "no-such-change"), (("undo", "HEAD"), "no-such-change"), (("undo",), "nothing-to-undo")],
)
def test_refusals_have_codes_and_a_way_out(
    newsroom: NewNewsroom, run: Run, arguments: tuple[str, ...], code: str
) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    error(run("--lang", "en", *arguments, "--yes", "--json"), REFUSED, code)
    assert "newsroom log --json" in run(*arguments, "--yes").err
    assert snapshot(desk) == before


def test_what_came_later_is_told_line_by_line(desk: Desk, run: Run) -> None:
    mine = desk.git("rev-parse", "HEAD").strip()
    assert run("article", "edit", NAME, "--set", "headline=又改了").code == 0
    last = desk.git("rev-parse", "HEAD")[:10]

    refused = run("--lang", "en", "undo", mine, "--yes")

    assert refused.code == REFUSED
    first, newest, *help = refused.err.splitlines()
    assert first == f"newsroom: {SOWING}: changed again since."
    assert newest.startswith(f"  {last}  ")
    assert newest.endswith("  周一新  Edit article: 又改了")
    assert help == [f"Take back what came later first, the newest first: newsroom undo {last}", "Or edit by hand."]
    error(run("undo", mine, "--yes", "--json"), REFUSED, "changed-since")


def test_a_repository_in_no_state_for_it_is_refused_first(desk: Desk, run: Run) -> None:
    desk.git("switch", "-q", "--detach")

    error(run("undo", "--yes", "--json"), REFUSED, "detached-head")
    assert run("undo", "--dry-run").code == 0


def test_who_is_not_known_has_no_change(desk: Desk, run: Run, world: Path) -> None:
    (world / ".gitconfig").unlink()

    error(run("undo", "--yes", "--json"), REFUSED, "no-identity")
    error(run("undo", "--dry-run", "--json"), REFUSED, "no-identity")


def test_a_photo_that_stays_is_said(newsroom: NewNewsroom, run: Run, tmp_path: Path) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/other.md": ARTICLE}))
    (tmp_path / "a.jpg").write_bytes(photo_bytes(color="gold"))
    assert run("photo", "add", NAME, "../a.jpg", "--caption", "说明。", "--credit", "通讯员 姓名").code == 0
    desk.write(f"{ISSUE}/articles/other.md", ARTICLE.replace("sowing.jpg", "a.jpg"))
    desk.git("commit", "-qam", "uses it, too")

    undone = run("--lang", "en", "undo", "--yes")

    assert (undone.code, undone.out) == (0, f"changes: {SOWING}\n")
    assert "a.jpg: stays, since another article uses it.\n" in undone.err
    assert (desk.root / ISSUE / "photos/a.jpg").is_file()


def test_many_changes_in_one_are_not_all_told_but_all_files_are(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    for number in range(7):
        desk.write(f"{ISSUE}/articles/{number}.md", ARTICLE)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "seven\n\nNewsroom-Action: import")

    undone = run("--lang", "en", "undo", "--yes")

    assert len(undone.out.splitlines()) == 7
    assert "\n  … and 3 more\n" in undone.err
    assert desk.git("ls-files", f"{ISSUE}/articles") == f"{SOWING}\n"


def test_hostile_names_do_not_steer_the_terminal(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    desk.write(SOWING, ARTICLE.replace("headline: 冬", 'headline: "\\e[31m红"\nx: 冬'))
    message = "x\x1b[2J\n\nNewsroom-Action: article-edit\nNewsroom-Issue: \x1b[31m"
    desk.git("-c", "user.name=\x1b[31m甲", "commit", "-qam", message)
    newest = desk.git("rev-parse", "HEAD").strip()
    desk.write(f"{ISSUE}/issue.yaml", "number: 4\n")
    desk.git("commit", "-qam", "y\x1b[2J")

    shown = run("undo", "--dry-run")
    assert (shown.code, "\x1b" in shown.err) == (0, False)
    desk.write(SOWING, ARTICLE)
    desk.git("-c", "user.name=\x1b[31m甲", "commit", "-qam", "z\x1b[2J")
    for name in (newest, "\x1b[2J"):
        refused = run("undo", name, "--yes")
        assert (refused.code, "\x1b" in refused.err) == (REFUSED, False)
