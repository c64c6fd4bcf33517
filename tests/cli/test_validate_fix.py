"""`newsroom validate --fix`: what cannot change the meaning, shown, in one commit."""

from collections.abc import Callable

import pytest

from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue

SOWING = f"{ISSUE}/articles/sowing.md"
HALF = ARTICLE.replace("全市秋播进入尾声。", "全市秋播进入尾声,占26.4%(试行),10:30结束。")
MENDED = "全市秋播进入尾声，占26.4%（试行），10:30结束。"


def test_what_is_mended_is_shown_and_committed_and_the_rest_is_reported(
    newsroom: Callable[..., Desk], run: Callable[..., Result]
) -> None:
    desk = newsroom(with_issue(**{SOWING: HALF, f"{ISSUE}/articles/b.md": HALF.replace("section: 乡村振兴\n", "")}))
    result = run("--lang", "en", "validate", "--fix")

    assert result.code == 1
    assert "missing-section" in result.out
    assert "half-width-punctuation" not in result.out
    assert "- 全市秋播进入尾声,占" in result.err
    assert f"+ {MENDED}" in result.err
    assert "Mended 2 articles, in one commit." in result.err
    assert desk.read(SOWING).endswith(f"{MENDED}\n")
    assert desk.commits() == ["Fix 2 articles", "start"]
    assert desk.files_of_last_commit() == [f"{ISSUE}/articles/b.md", SOWING]
    assert "Newsroom-Action: fix\nNewsroom-Issue: 2022-10-12" in desk.git("log", "-1", "--format=%B")
    assert desk.is_clean()


def test_mended_twice_there_is_nothing_to_mend(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    desk = newsroom(with_issue(**{SOWING: HALF}))
    run("--lang", "en", "validate", "--fix")
    again = run("--lang", "en", "validate", "--fix")

    assert again.code == 0
    assert "There is nothing to mend." in again.err
    assert desk.commits() == ["Fix article: 冬小麦播种过九成", "start"]


def test_dry_run_shows_it_and_writes_nothing(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    desk = newsroom(with_issue(**{SOWING: HALF}))
    result = run("--lang", "en", "validate", "--fix", "--dry-run")

    assert f"+ {MENDED}" in result.err
    assert "This is what would be written." in result.err
    assert "half-width-punctuation" in result.out
    assert desk.read(SOWING) == HALF
    assert desk.commits() == ["start"]


def test_in_json_it_says_what_was_mended(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    desk = newsroom(with_issue(**{SOWING: HALF}))
    found = run("--lang", "en", "validate", "--fix", "--json").json

    assert found["fixed"] == [SOWING]
    assert desk.git("rev-parse", "HEAD").strip() == found["commit"]
    assert [it["rule"] for it in found["findings"]] == []


@pytest.mark.parametrize("lines", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_letters_in_pieces_stay_as_they_are(
    newsroom: Callable[..., Desk], run: Callable[..., Result], lines: str, mark: str
) -> None:
    text = mark + HALF.replace("全市", "Cafe\u0301 全市").replace("\n", lines)
    desk = newsroom(with_issue(**{SOWING: text}))
    run("--lang", "en", "validate", "--fix")

    assert desk.read(SOWING) == mark + HALF.replace("\n", lines).replace(
        "全市秋播进入尾声,占26.4%(试行),10:30结束。", f"Cafe\u0301 {MENDED}"
    )


def test_what_is_waived_is_let_be(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    waiver = "waive:\n  - {rule: half-width-punctuation, reason: 照录原文, by: 周一新}\n"
    text = HALF.replace("status: draft\n", f"{waiver}status: draft\n")
    desk = newsroom(with_issue(**{SOWING: text}))
    result = run("--lang", "en", "validate", "--fix")

    assert result.code == 0
    assert "There is nothing to mend." in result.err
    assert "waived: " in result.out
    assert "周一新: 照录原文" in result.out
    assert desk.read(SOWING) == text


def test_what_others_have_staged_and_edited_stays_theirs(
    newsroom: Callable[..., Desk], run: Callable[..., Result]
) -> None:
    desk = newsroom(with_issue(**{SOWING: HALF, f"{ISSUE}/articles/other.md": ARTICLE}))
    desk.write(f"{ISSUE}/articles/other.md", ARTICLE.replace("九成", "八成"))
    desk.git("add", "-A")
    run("--lang", "en", "validate", "--fix")

    assert desk.files_of_last_commit() == [SOWING]
    assert desk.git("diff", "--cached", "--name-only").split() == [f"{ISSUE}/articles/other.md"]


def test_a_file_that_can_not_be_read_is_reported_and_not_touched(
    newsroom: Callable[..., Desk], run: Callable[..., Result]
) -> None:
    broken = HALF.replace("---\n", "", 1)
    desk = newsroom(with_issue(**{SOWING: broken}))
    result = run("--lang", "en", "validate", "--fix")

    assert result.code == 1
    assert desk.read(SOWING) == broken
    assert desk.commits() == ["start"]
