"""`newsroom article edit` in an editor: here a small script, at a real terminal with real keys."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import ARTICLE_KEYS, changed_lines, snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue
from tests.support.keys import CTRL_C, DOWN, ENTER, UP, Terminal, newsroom_command, plain, run_with_keys

NewNewsroom = Callable[..., Desk]
SOWING = f"{ISSUE}/articles/sowing.md"
NAME = "2022-10-12/sowing"
KEPT = ".git/newsroom/kept/edits/2022-10-12"
SAVE, BACK = ENTER, "back" + ENTER
LEAVE, THROW_AWAY = UP + UP + ENTER, UP + ENTER
CAPTION = "    caption: 农机手在地头调试播种机。\n"
BROKEN = ARTICLE.replace("headline: ", "headline: 秋播: ")


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    return newsroom(with_issue())


@pytest.fixture
def writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """An editor that writes these texts, one each time it is opened; after the last it changes nothing."""

    def set_up(*texts: str | bytes) -> None:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.txt").write_bytes(text.encode() if isinstance(text, str) else text)
        script = tmp_path / "editor.sh"
        script.write_text(
            f"cd {tmp_path}\n"
            "for text in [0-9].txt; do\n"
            '  [ -f "$text" ] && mv "$text" now && exec cp now "$1"\n'
            "done\n"
            "exit 0\n"
        )
        monkeypatch.setenv("EDITOR", f"sh {script}")

    return set_up


def edit(keys: str, *arguments: str) -> Result:
    edited = run_with_keys(keys, "--lang", "en", "article", "edit", NAME, *arguments)
    return Result(edited.code, edited.out, plain(edited.err))


def kept(desk: Desk) -> str | None:
    file = desk.root / KEPT / "sowing.md"
    return file.read_text() if file.exists() else None


def test_what_the_editor_leaves_is_shown_and_committed(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE.replace("九成", "八成") + "又一段。\n")

    edited = edit(SAVE)

    assert (edited.code, edited.out) == (0, SOWING + "\n"), edited.err
    assert "line 2:\n- headline: 冬小麦播种过九成\n+ headline: 冬小麦播种过八成\nline 14:\n+ 又一段。\n" in edited.err
    assert "1 article, nothing wrong." in edited.err
    assert changed_lines(desk) == ["-headline: 冬小麦播种过九成", "+headline: 冬小麦播种过八成", "+又一段。"]
    assert desk.commits() == ["Edit article: 冬小麦播种过八成", "start"]
    assert trailers(desk)["Newsroom-Action"] == "article-edit"
    assert desk.is_clean()
    assert list((desk.root / KEPT).iterdir()) == []


def test_nothing_changed_writes_nothing(desk: Desk, writes: Callable[..., None]) -> None:
    writes()
    before = snapshot(desk)

    edited = edit("")

    assert (edited.code, edited.out) == (0, SOWING + "\n")
    assert edited.err.splitlines() == ["You changed nothing; nothing to write."]
    assert snapshot(desk) == before


def test_findings_are_shown_and_can_be_mended_before_it_is_saved(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE.replace(CAPTION, ""), ARTICLE.replace("机。", "机"))

    edited = edit(BACK + SAVE)

    assert edited.code == 0
    assert "[missing-caption]" in edited.err
    assert changed_lines(desk) == ["-" + CAPTION.rstrip("\n"), "+" + CAPTION.replace("。", "").rstrip("\n")]


def test_it_can_be_saved_with_findings(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE.replace(CAPTION, ""))

    assert edit(SAVE).code == 0
    assert changed_lines(desk) == ["-" + CAPTION.rstrip("\n")]


def test_what_can_not_be_read_is_not_saved_but_mended(desk: Desk, writes: Callable[..., None]) -> None:
    writes(BROKEN, ARTICLE.replace("九成", "八成"))

    edited = edit(ENTER + SAVE)

    assert f"{SOWING}:2:" in edited.err
    assert "[unreadable-article]" in edited.err
    assert "save it" not in edited.err.partition("And now?")[2].partition("And now?")[0]
    assert changed_lines(desk) == ["-headline: 冬小麦播种过九成", "+headline: 冬小麦播种过八成"]


@pytest.mark.parametrize("text", [BROKEN, ARTICLE + "又一段。\n"], ids=["unreadable", "readable"])
def test_left_it_is_kept_and_the_next_edit_goes_on_with_it(desk: Desk, writes: Callable[..., None], text: str) -> None:
    writes(text)
    before = snapshot(desk)

    left = edit(LEAVE)

    assert left.code == 130
    assert left.err.endswith(
        "Nothing was written.\nWhat you wrote is kept. To go on: newsroom article edit 2022-10-12/sowing\n"
    )
    assert kept(desk) == text
    assert snapshot(desk) == before

    writes(ARTICLE + "写完了。\n")
    again = edit(ENTER + SAVE)

    assert again.code == 0
    assert "An edit of 2022-10-12/sowing was not finished (" in again.err
    assert changed_lines(desk) == ["+写完了。"]
    assert kept(desk) is None


def test_what_was_saved_already_is_not_offered_again(desk: Desk, writes: Callable[..., None]) -> None:
    """Newsroom was killed between the commit and the end."""
    writes(ARTICLE + "又一段。\n")
    edit(LEAVE)
    desk.write(SOWING, ARTICLE + "又一段。\n")
    desk.git("commit", "-qam", "saved")

    writes(ARTICLE + "又一段。\n写完了。\n")
    again = edit(SAVE)

    assert "was not finished" not in again.err
    assert changed_lines(desk) == ["+写完了。"]


def test_thrown_away_it_is_gone(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又一段。\n")
    before = snapshot(desk)

    edited = edit(THROW_AWAY)

    assert edited.code == 130
    assert edited.err.endswith("Nothing was written.\n")
    assert kept(desk) is None
    assert snapshot(desk) == before


def test_an_unfinished_edit_can_be_thrown_away_for_a_new_one(desk: Desk, writes: Callable[..., None]) -> None:
    writes(BROKEN)
    edit(LEAVE)
    writes(ARTICLE + "新的一段。\n")

    assert edit(DOWN + ENTER + SAVE).code == 0
    assert changed_lines(desk) == ["+新的一段。"]


@pytest.mark.parametrize("keys", [CTRL_C, ""])
def test_ctrl_c_keeps_it(desk: Desk, writes: Callable[..., None], keys: str) -> None:
    writes(ARTICLE + "又一段。\n")

    stopped = edit(keys)

    assert stopped.code == 130
    assert "Nothing was written." in stopped.err
    assert "What you wrote is kept. To go on: newsroom article edit 2022-10-12/sowing" in stopped.err
    assert kept(desk) == ARTICLE + "又一段。\n"


def test_an_editor_that_fails_is_refused_and_what_it_wrote_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('echo 又一段。 >> "$1"\nexit 1\n')
    monkeypatch.setenv("EDITOR", f"sh {script}")

    refused = edit("")

    assert refused.code == 3
    assert "could not be used" in refused.err
    assert "What you wrote is kept." in refused.err
    assert kept(desk) == ARTICLE + "又一段。\n"


def test_a_hook_that_says_no_keeps_it(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又一段。\n")
    hook = desk.write(".git/hooks/pre-commit", "#!/bin/sh\necho too late >&2\nexit 1\n")
    hook.chmod(0o755)

    refused = edit(SAVE)

    assert refused.code == 3
    assert "too late" in refused.err
    assert "What you wrote is kept." in refused.err
    assert desk.read(SOWING) == ARTICLE
    hook.unlink()
    assert edit(ENTER + SAVE).code == 0
    assert changed_lines(desk) == ["+又一段。"]


def change_meanwhile(desk: Desk, old: str, new: str) -> str:
    """Somebody else's commit to the article; what it is then."""
    text = ARTICLE.replace(old, new)
    desk.write(SOWING, text)
    desk.git("commit", "-qam", "theirs")
    return text


def test_what_somebody_changed_since_is_not_undone_but_taken_in(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又一段。\n")
    edit(LEAVE)
    change_meanwhile(desk, "九成", "八成")

    again = edit(ENTER + SAVE)

    assert again.code == 0
    assert "The article was changed since; going on takes that in." in again.err
    assert changed_lines(desk) == ["+又一段。"]
    assert "播种过八成" in desk.read(SOWING)


def test_what_both_changed_has_to_be_chosen_before_it_is_saved(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE.replace("九成", "七成"))
    edit(LEAVE)
    theirs = change_meanwhile(desk, "九成", "八成")

    again = edit(ENTER + LEAVE)

    assert again.code == 130
    assert "You both changed the same lines" in again.err
    assert f"{SOWING}:2:1: error: two versions of the same lines stand here" in again.err
    both = kept(desk) or ""
    assert "播种过七成" in both
    assert "播种过八成" in both
    writes(theirs.replace("八成", "七成"))
    assert edit(ENTER + SAVE).code == 0
    assert changed_lines(desk) == ["-headline: 冬小麦播种过八成", "+headline: 冬小麦播种过七成"]


def test_what_somebody_changes_while_it_is_edited_is_not_overwritten(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(f'echo 又一段。 >> "$1"\nsed -i s/九成/八成/ {desk.root / SOWING}\n')
    monkeypatch.setenv("EDITOR", f"sh {script}")

    refused = edit(SAVE)

    assert refused.code == 3
    assert f"Somebody changed {SOWING} meanwhile." in refused.err
    assert "What you wrote is kept. To go on: newsroom article edit 2022-10-12/sowing" in refused.err
    assert kept(desk) == ARTICLE + "又一段。\n"
    assert desk.read(SOWING) == ARTICLE.replace("九成", "八成")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_text_in_another_encoding_is_converted_where_the_user_says_so(
    desk: Desk, writes: Callable[..., None], encoding: str
) -> None:
    text = ARTICLE + "又一段，国庆假期里完成。\n"
    writes(text.encode(encoding))

    edited = edit(ENTER + SAVE)

    assert "it is not UTF-8 text; it looks like" in edited.err
    assert edited.code == 0
    assert desk.read(SOWING) == text


def test_text_in_another_encoding_is_kept_as_it_is(desk: Desk, writes: Callable[..., None]) -> None:
    content = ARTICLE.encode("gb18030")
    writes(content)

    assert edit(LEAVE).code == 130
    assert (desk.root / KEPT / "sowing.md").read_bytes() == content
    assert edit(ENTER + ENTER + SAVE).code == 0  # goes on, has it converted: it is the article as it was
    assert desk.read(SOWING) == ARTICLE


@pytest.mark.parametrize("content", [BROKEN.encode(), ARTICLE.encode("gb18030"), b"", b"no front matter\n"])
def test_a_file_that_can_not_be_read_is_mended_so(
    newsroom: NewNewsroom, writes: Callable[..., None], content: bytes
) -> None:
    desk = newsroom(with_issue(**{SOWING: content}))
    writes(ARTICLE)

    assert edit(SAVE).code == 0
    assert desk.read(SOWING) == ARTICLE
    assert desk.commits()[0] == "Edit article: 冬小麦播种过九成"


def test_an_article_in_another_encoding_is_mended_without_a_key_in_the_editor(
    newsroom: NewNewsroom, writes: Callable[..., None]
) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE.encode("gb18030")}))
    writes()

    edited = edit(ENTER + SAVE)

    assert edited.code == 0
    assert "Only its encoding or its line ends change." in edited.err
    assert desk.read(SOWING) == ARTICLE


def test_byte_order_mark_and_line_ends_are_those_that_the_editor_leaves(
    newsroom: NewNewsroom, writes: Callable[..., None]
) -> None:
    before = ("\ufeff" + ARTICLE).replace("\n", "\r\n")
    desk = newsroom(with_issue(**{SOWING: before}))
    desk.git("config", "core.autocrlf", "false")
    writes(before + "又一段。\r\n")

    assert edit(SAVE).code == 0
    assert desk.read(SOWING) == before + "又一段。\r\n"


def test_json_is_the_article_and_questions_stay_out_of_it(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE.replace("九成", "八成"))

    edited = edit(SAVE, "--json")

    assert list(edited.json) == ARTICLE_KEYS
    assert edited.json["headline"] == "冬小麦播种过八成"
    assert edited.json["commit"] == desk.git("rev-parse", "HEAD").strip()


def test_a_dry_run_writes_nothing_and_keeps_what_was_written(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又一段。\n")
    before = snapshot(desk)

    planned = edit("", "--dry-run")

    assert planned.code == 0
    assert "+ 又一段。" in planned.err
    assert "This is what would be written." in planned.err
    assert kept(desk) == ARTICLE + "又一段。\n"
    assert snapshot(desk) == before


def test_a_newsroom_that_can_not_commit_says_so_before_anybody_writes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITOR", f"touch {tmp_path}/opened")
    desk.git("checkout", "-q", "--detach")

    assert "detached HEAD" in edit("").err
    assert not (tmp_path / "opened").exists()


def test_a_hostile_text_does_not_steer_the_terminal(newsroom: NewNewsroom, writes: Callable[..., None]) -> None:
    """One that stood there before: what comes in with the edit is taken out."""
    newsroom(with_issue(**{SOWING: ARTICLE + "旧\u200b段。\n"}))
    writes(ARTICLE + "\x1b]0;owned\x07又一段。\n")

    edited = run_with_keys(LEAVE, "article", "edit", NAME)

    assert "\x1b]0;" not in edited.err
    assert r"\x1b]0;owned\x07又一段。" in plain(edited.err)


def test_a_second_window_is_told_of_the_first(desk: Desk, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(f'echo 又一段。 >> "$1"\nmkfifo {tmp_path}/done 2>/dev/null\necho EDITING\ncat {tmp_path}/done\n')
    command = newsroom_command("--lang", "en", "article", "edit", NAME)
    first = Terminal(command, cwd=desk.root, EDITOR=f"sh {script}")
    first.see("EDITING")

    second = edit("")

    assert second.code == 3
    assert f"{SOWING} is being edited in another window." in second.err
    with (tmp_path / "done").open("w") as fifo:
        fifo.write("\n")
    first.wait_for("And now?")
    first.type(SAVE)
    assert first.end() == 0
    assert changed_lines(desk) == ["+又一段。"]


def test_a_closed_window_keeps_what_was_saved_in_the_editor(desk: Desk, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('echo 又一段。 >> "$1"\necho EDITING\nexec sleep 600\n')
    terminal = Terminal(newsroom_command("article", "edit", NAME), cwd=desk.root, EDITOR=f"sh {script}")
    terminal.see("EDITING")

    terminal.hang_up()

    assert kept(desk) == ARTICLE + "又一段。\n"
    assert desk.read(SOWING) == ARTICLE


def test_an_unfinished_edit_goes_where_its_article_goes(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又一段。\n")
    edit(LEAVE)
    subprocess.run(
        [sys.executable, "-m", "newsroom", "article", "move", NAME, "--issue", "pool"], cwd=desk.root, check=True
    )

    again = run_with_keys(ENTER + SAVE, "article", "edit", "pool/sowing")

    assert again.code == 0
    assert changed_lines(desk) == ["+又一段。"]


def test_what_can_not_be_kept_is_not_left_in_silence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.sh"
    folder = desk.root / ".git/newsroom/kept"
    script.write_text(f'echo 又一段。 >> "$1"\nrm -r {folder} && touch {folder}\n')
    monkeypatch.setenv("EDITOR", f"sh {script}")

    edited = edit(LEAVE + SAVE)

    assert "It can not be kept" in edited.err
    assert edited.code == 0
    assert changed_lines(desk) == ["+又一段。"]


def test_what_no_paper_prints_is_taken_out_of_what_was_pasted(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "又\u200b一段。\u202e\n")

    edited = edit(SAVE)

    assert "zero-width character U+200B (line 14, column 2), direction mark U+202E (line 14, column 6)" in " ".join(
        edited.err.split()
    )
    assert changed_lines(desk) == ["+又一段。"]


def test_what_stood_there_before_is_left_to_the_rules(newsroom: NewNewsroom, writes: Callable[..., None]) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE + "旧\u200b段。\n"}))
    writes(ARTICLE + "旧\u200b段。\n新段。\n")

    edited = edit(SAVE)

    assert "Taken out" not in edited.err
    assert changed_lines(desk) == ["+新段。"]


def test_what_can_not_be_taken_out_safely_leads_back_to_the_editor(desk: Desk, writes: Callable[..., None]) -> None:
    writes(ARTICLE + "他说\x93好\x94。\n", ARTICLE + "他说“好”。\n")

    edited = edit(ENTER + SAVE)

    assert "sowing.md:14:3: error: the text holds what can not be printed: control character U+0093" in edited.err
    assert changed_lines(desk) == ["+他说“好”。"]
