"""A story that was not finished: kept answer by answer, offered again, gone on with, thrown away."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsroom.cli.filing.answer_log import new_log, unfinished
from newsroom.errors import ExitCode
from tests.cli.checks import error, snapshot
from tests.support.desk import ISSUE, PLAN, Desk, Result, photo_bytes, run_process
from tests.support.keys import (
    BODY,
    CHANGE_DECK,
    CTRL_C,
    DOWN,
    ENTER,
    FILED,
    LEAVE,
    SAVE,
    STORY,
    THROW_AWAY,
    UP,
    Step,
    Terminal,
    keys_of,
    newsroom_command,
    plain,
    questions,
    run_with_keys,
)

ARTICLE = f"{ISSUE}/articles/冬小麦播种过九成.md"
SCRIPT = (*STORY, *CHANGE_DECK, SAVE)
OFFER = "接着写？"
GO_ON, NEW_ONE, THROW = Step(OFFER), Step(OFFER, DOWN + ENTER), Step(OFFER, UP + ENTER)
ASKED = tuple(dict.fromkeys(step.asked for step in (GO_ON, *SCRIPT)))
KEPT = "已填的内容都留着"


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    desk = newsroom({f"{ISSUE}/issue.yaml": PLAN})
    (desk.root.parent / "sowing.jpg").write_bytes(photo_bytes())
    (desk.root.parent / "body.txt").write_text(BODY)
    return desk


def add(keys: str, *arguments: str) -> Result:
    return run_with_keys(keys, "article", "add", *arguments)


def asked(result: Result) -> list[str]:
    return questions(result.err, *ASKED)


def asked_by(steps: Sequence[Step]) -> list[str]:
    names = [step.asked for step in steps]
    return [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]


def is_kept(desk: Desk) -> bool:
    stories = unfinished(desk.root)
    for _kept, log in stories:
        log.release()
    return bool(stories)


@pytest.mark.parametrize("answered", range(1, len(SCRIPT)))
def test_interrupted_at_every_question_it_goes_on_there_and_asks_nothing_twice(desk: Desk, answered: int) -> None:
    """But for the two questions that lead into a change: what they said, shows."""
    stopped = add(keys_of(SCRIPT[:answered]) + CTRL_C)
    assert stopped.code == ExitCode.INTERRUPTED
    assert KEPT in plain(stopped.err)
    in_change = [step.asked for step in SCRIPT[answered : answered + 1]] == ["改哪一项？"]
    rest = SCRIPT[answered - 1 :] if in_change else SCRIPT[answered:]

    result = add(keys_of([GO_ON, *rest]))

    assert result.code == ExitCode.DONE, plain(result.err)
    assert asked(result) == asked_by([GO_ON, *rest])
    assert desk.read(ARTICLE) == FILED
    assert desk.is_clean()
    assert not is_kept(desk)


def test_stopped_before_the_first_answer_nothing_is_kept(desk: Desk) -> None:
    stopped = add(CTRL_C)

    assert KEPT not in plain(stopped.err)
    assert not is_kept(desk)


# What searches a list is no text yet.
TYPED = [at for at, step in enumerate(STORY) if len(step.keys) > 1 and step.asked not in ("版名", "林小满：身份")]


@pytest.mark.parametrize("at", TYPED)
def test_what_was_half_typed_stands_there_again(desk: Desk, at: int) -> None:
    """Typed to the last letter, and stopped instead of Enter."""
    step = STORY[at]
    typed = step.keys.removesuffix(ENTER).removesuffix("\x1b")
    add(keys_of(STORY[:at]) + typed + CTRL_C)
    end = step.keys[len(typed) :]

    result = add(keys_of([GO_ON]) + end + keys_of(SCRIPT[at + 1 :]))

    assert result.code == ExitCode.DONE, plain(result.err)
    assert desk.read(ARTICLE) == FILED


def test_interrupted_again_and_again(desk: Desk) -> None:
    add(keys_of(SCRIPT[:1]) + CTRL_C)
    for answered in range(1, len(STORY)):
        result = add(keys_of([GO_ON, SCRIPT[answered]]) + CTRL_C)
        assert result.code == ExitCode.INTERRUPTED

    result = add(keys_of([GO_ON, *CHANGE_DECK, SAVE]))

    assert result.code == ExitCode.DONE
    assert desk.read(ARTICLE) == FILED


def test_the_offer_says_which_story_when_and_how_much_of_it_is_there(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    offer = plain(add("").err)

    assert "有一篇稿件上次没写完：《冬小麦播种过九成》（" in offer
    assert "，已填 5 项）" in offer


def test_a_new_one_is_written_and_the_old_one_waits(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    result = add(keys_of([NEW_ONE, *SCRIPT]).replace("冬小麦播种过九成", "另一篇"))

    assert result.code == ExitCode.DONE, plain(result.err)
    assert desk.files_of_last_commit()[0] == f"{ISSUE}/articles/另一篇.md"
    assert is_kept(desk)


def test_thrown_away_it_is_gone_and_a_new_one_begins(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    result = add(keys_of([THROW]) + CTRL_C)

    assert asked(result) == asked_by([THROW, STORY[0]])
    assert not is_kept(desk)


def test_the_offer_itself_can_be_interrupted(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    assert add(CTRL_C).code == ExitCode.INTERRUPTED
    assert is_kept(desk)


@pytest.mark.parametrize(("leave", "kept"), [(LEAVE, True), (THROW_AWAY, False)])
def test_leaving_keeps_it_and_throwing_away_does_not(desk: Desk, leave: Step, kept: bool) -> None:
    before = snapshot(desk)

    result = add(keys_of([*STORY, leave]))

    assert result.code == ExitCode.INTERRUPTED
    assert (KEPT in plain(result.err)) == kept
    assert is_kept(desk) == kept
    assert snapshot(desk) == before


def test_several_are_offered_by_their_names(desk: Desk) -> None:
    for headline in ("第一篇", "第二篇"):
        add(keys_of([NEW_ONE]) * is_kept(desk) + keys_of(STORY[:2]) + headline + ENTER + CTRL_C)

    result = add("第一" + ENTER + CTRL_C)

    assert "有 2 篇没写完的稿件。" in plain(result.err)
    assert asked(result)[-1] == "引题"
    assert "全部扔掉" in plain(result.err)


def test_options_are_kept_too_also_from_another_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    flags = ["--issue", "2022-10-12", "--kind", "story", "--headline", "冬小麦播种过九成", "--kicker", "秋收秋种一线"]
    flags += ["--deck", "——全市秋种工作见闻", "--body", "../body.txt"]
    flags += ["--photo", "../sowing.jpg", "--caption", "农机手在地头调试播种机。", "--credit", "通讯员 林小满"]
    steps = [step for step in STORY if step.belongs_to("版名", "版次", "署名")]
    add(keys_of(steps[:1]) + CTRL_C, *flags)
    monkeypatch.chdir(desk.root / ISSUE)

    result = add(keys_of([GO_ON, *steps[1:], SAVE]))

    assert result.code == ExitCode.DONE, plain(result.err)
    assert asked(result) == asked_by([GO_ON, *steps[1:], SAVE])
    assert desk.read(ARTICLE) == FILED


def test_an_option_says_more_than_what_was_kept(desk: Desk) -> None:
    add(keys_of(STORY[:1]) + CTRL_C, "--kicker", "旧的")

    add(keys_of([GO_ON, *STORY[1:3], *STORY[4:], *CHANGE_DECK, SAVE]), "--kicker", "秋收秋种一线")

    assert desk.read(ARTICLE) == FILED


def test_a_change_that_was_begun_goes_on(desk: Desk) -> None:
    """The people that are answered anew stay; those from before count until all is answered."""
    change = [Step("接下来？", DOWN + ENTER), Step("改哪一项？", "署名" + ENTER)]
    anew = [Step("署名", "\x15实习记者 高岩" + ENTER), Step("署名：还有谁？", "\x15" + ENTER)]
    add(keys_of([*STORY, *change, anew[0]]) + CTRL_C)

    result = add(keys_of([GO_ON, anew[1], SAVE]))

    assert asked(result) == asked_by([GO_ON, anew[1], SAVE])
    assert "byline:\n  - {role: 实习记者, name: 高岩}\nphotos:" in desk.read(ARTICLE)


def test_a_change_of_what_an_option_gave_is_kept(desk: Desk) -> None:
    steps = [step for step in STORY if step.asked != "主题"]
    change = [Step("接下来？", DOWN + ENTER), Step("改哪一项？", "主题" + ENTER), Step("主题", "\x15新题" + ENTER)]
    add(keys_of([*steps, *change]) + CTRL_C, "--headline", "旧题")

    assert add(keys_of([GO_ON, SAVE])).code == ExitCode.DONE
    assert "headline: 新题\n" in desk.read(f"{ISSUE}/articles/新题.md")


def test_a_photo_that_is_gone_is_asked_for_again(desk: Desk) -> None:
    add(keys_of(STORY[:-1]) + CTRL_C)
    (desk.root.parent / "sowing.jpg").rename(desk.root.parent / "field.jpg")

    result = add(keys_of([GO_ON, Step("图片 1", "\x15../field.jpg" + ENTER), STORY[-1], SAVE]))

    assert asked(result) == asked_by([GO_ON, Step("图片 1"), STORY[-1], SAVE])
    assert "  - file: field.jpg\n    caption: 农机手在地头调试播种机。\n" in desk.read(ARTICLE)


def test_a_refused_commit_keeps_the_story_and_asks_nothing_again(desk: Desk) -> None:
    hook = desk.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 今天不行\nexit 1\n")
    hook.chmod(0o755)
    refused = add(keys_of(SCRIPT))
    assert refused.code == ExitCode.REFUSED
    assert "今天不行" in plain(refused.err)
    assert KEPT in plain(refused.err)
    hook.unlink()

    result = add(keys_of([GO_ON, SAVE]))

    assert asked(result) == asked_by([GO_ON, SAVE])
    assert desk.read(ARTICLE) == FILED


def test_resume_goes_on_without_a_question(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    result = add(keys_of([*STORY[5:], *CHANGE_DECK, SAVE]), "--resume")

    assert asked(result)[0] == STORY[5].asked
    assert desk.read(ARTICLE) == FILED


def test_resume_without_a_terminal_files_what_is_whole(desk: Desk) -> None:
    add(keys_of([*STORY, *CHANGE_DECK]) + CTRL_C)

    result = run_process("article", "add", "--resume", "--json", cwd=desk.root)

    assert result.code == ExitCode.DONE, result.err
    assert json.loads(result.out)["headline"] == "冬小麦播种过九成"
    assert desk.read(ARTICLE) == FILED


def test_resume_without_a_terminal_names_the_option_for_what_is_missing(desk: Desk) -> None:
    add(keys_of(STORY[:7]) + CTRL_C)

    result = run_process("article", "add", "--resume", "--json", cwd=desk.root)

    assert "--byline" in error(result, ExitCode.USAGE, "missing-answers")["message"]
    assert is_kept(desk)


def test_resume_with_nothing_kept_is_refused(desk: Desk) -> None:
    result = run_process("article", "add", "--resume", "--json", cwd=desk.root)

    assert "article add" in error(result, ExitCode.REFUSED, "nothing-kept")["help"]


def test_discard_throws_away_and_is_done(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)

    result = run_process("article", "add", "--discard", cwd=desk.root)

    assert result.code == ExitCode.DONE
    assert "扔掉了 1 篇" in result.err
    assert not is_kept(desk)


def test_discard_and_resume_exclude_each_other(desk: Desk) -> None:
    result = run_process("article", "add", "--discard", "--resume", "--json", cwd=desk.root)

    error(result, ExitCode.USAGE, "usage")


def test_a_body_from_standard_input_survives_a_refused_commit(desk: Desk) -> None:
    flags = ["--issue=2022-10-12", "--headline=题", "--section=社会", "--byline=记者 姓名", "--body=-"]
    (desk.root / ".git/index.lock").touch()
    refused = run_process("article", "add", *flags, cwd=desk.root, stdin="正文。\n".encode(), NEWSROOM_WAIT="0.1")
    assert refused.code == ExitCode.REFUSED
    assert "--resume" in refused.err
    (desk.root / ".git/index.lock").unlink()

    result = run_process("article", "add", "--resume", cwd=desk.root)

    assert result.code == ExitCode.DONE, result.err
    assert desk.read(f"{ISSUE}/articles/题.md").endswith("---\n正文。\n")
    assert not is_kept(desk)


def test_a_damaged_file_is_no_story_and_no_obstacle(desk: Desk) -> None:
    folder = desk.root / ".git/newsroom/kept/articles"
    folder.mkdir(parents=True)
    for name, content in {"a": b"", "b": b"{", "c": b"[]", "d": b'{"version": 99}', "e": b"\xff\xfe"}.items():
        (folder / f"{name}.json").write_bytes(content)

    result = add(keys_of(SCRIPT))

    assert result.code == ExitCode.DONE
    assert asked(result)[0] == STORY[0].asked


@pytest.mark.parametrize(
    "odd",
    [
        {"flags": [1]},
        {"flags": 3},
        {"flags": {"headline": 5}},
        {"flags": {"byline": "记者 姓名"}},
        {"flags": {"photos": [["a.jpg"]]}},
        {"answers": ["headline"]},
        {"answers": {"headline": None}},
        {"change": "headline"},
        {"changing": ["headline"]},
        {"half": ["issue", [5]]},
        {"half": [["issue"], ""]},
        {"filed_as": ["a.md", 5]},
        {"filed_as": "a.md"},
    ],
    ids=str,
)
def test_a_file_that_holds_something_else_is_no_story_and_no_obstacle(desk: Desk, odd: dict[str, object]) -> None:
    folder = desk.root / ".git/newsroom/kept/articles"
    folder.mkdir(parents=True)
    story = {"version": 1, "newsroom": str(desk.root), "flags": {}, "answers": {}, "changing": "", "change": None}
    (folder / "a.json").write_text(json.dumps({**story, "half": ["", ""], **odd}))
    (folder / "b.json").write_text("[" * 100_000)

    assert asked(add(CTRL_C)) == [STORY[0].asked]


def test_a_story_of_several_megabytes_is_kept(desk: Desk) -> None:
    log = new_log(desk.root, {"body_text": "字" * 1_000_000})
    log.keep()

    [(_kept, found)] = unfinished(desk.root)
    found.release()

    assert found.flags == log.flags


def test_a_story_that_is_filed_already_is_not_offered(desk: Desk) -> None:
    """Newsroom was killed between the commit and the end; the article is there."""
    log = new_log(desk.root, {"headline": "走进村屯"})
    log.keep()
    log.note_filing(ARTICLE, "正文。\n")
    assert [found.flags for _kept, found in unfinished(desk.root) if found.release() is None] == [log.flags]

    desk.write(ARTICLE, "正文。\n")

    assert unfinished(desk.root) == []
    assert not log.is_kept


def test_a_story_whose_place_another_one_has_taken_is_offered(desk: Desk) -> None:
    log = new_log(desk.root, {"headline": "走进村屯"})
    log.keep()
    log.note_filing(ARTICLE, "正文。\n")
    desk.write(ARTICLE, "别人的正文。\n")

    [(_kept, found)] = unfinished(desk.root)

    found.release()
    assert log.is_kept


def test_a_story_of_another_newsroom_in_the_repository_is_not_offered(desk: Desk) -> None:
    add(keys_of(STORY[:5]) + CTRL_C)
    desk.write("other/newsroom.yaml", desk.read("newsroom.yaml"))

    result = run_with_keys("", "-C", "other", "article", "add", "--kind", "story")

    assert asked(result) == [STORY[0].asked]


@pytest.mark.parametrize("answered", [2, 4, 8, 12, 15, len(STORY)])
def test_a_closed_window_keeps_all_up_to_the_last_letter(desk: Desk, answered: int) -> None:
    terminal = Terminal(newsroom_command("article", "add"), cwd=desk.root)
    terminal.answer(STORY[:answered])
    terminal.wait_for((*STORY, SAVE)[answered].asked)
    terminal.hang_up()

    rest = [*STORY[answered:], *CHANGE_DECK, SAVE]
    result = add(keys_of([GO_ON, *rest]))

    assert asked(result) == asked_by([GO_ON, *rest])
    assert desk.read(ARTICLE) == FILED


def test_killed_it_keeps_what_was_typed_without_enter(desk: Desk) -> None:
    terminal = Terminal(newsroom_command("article", "add"), cwd=desk.root)
    terminal.answer(STORY[:2])
    terminal.wait_for("主题")
    terminal.type("冬小麦播种过九成")
    terminal.see("过九成")
    terminal.child.kill(9)
    terminal.end()

    result = add(keys_of([GO_ON]) + ENTER + keys_of([*STORY[3:], *CHANGE_DECK, SAVE]))

    assert result.code == ExitCode.DONE
    assert desk.read(ARTICLE) == FILED


def test_a_story_that_somebody_is_at_work_on_is_not_offered_in_a_second_window(desk: Desk) -> None:
    terminal = Terminal(newsroom_command("article", "add"), cwd=desk.root)
    terminal.answer(STORY[:3])
    terminal.wait_for(STORY[3].asked)

    second = add(CTRL_C)

    assert asked(second) == [STORY[0].asked]
    terminal.type(CTRL_C)
    assert terminal.end() == ExitCode.INTERRUPTED
    assert is_kept(desk)


def test_what_is_kept_lies_in_git_s_own_folder_and_nothing_of_it_stays(desk: Desk) -> None:
    add(keys_of(SCRIPT))

    assert [path for path in (desk.root / ".git/newsroom/kept").rglob("*") if path.is_file()] == []


def test_on_a_full_disk_the_questions_go_on(desk: Desk) -> None:
    """Keeping is a service; that it fails is no reason to stop a reporter."""
    desk.write(".git/newsroom/kept", "in the way")

    result = add(keys_of(SCRIPT))

    assert result.code == ExitCode.DONE
    assert desk.read(ARTICLE) == FILED


def test_a_bug_keeps_the_story(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("newsroom.cli.filing.interview._show", broken)

    assert add(keys_of(STORY)).code == ExitCode.BUG
    assert is_kept(desk)
