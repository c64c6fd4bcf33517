"""`newsroom article edit --set`."""

from collections.abc import Callable

import pytest

from tests.cli.checks import ARTICLE_KEYS, REFUSED, USAGE, changed_lines, error, snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING = f"{ISSUE}/articles/sowing.md"
NAME = "2022-10-12/sowing"


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    return newsroom(with_issue())


def edit(run: Run, *pairs: str) -> Result:
    return run("article", "edit", NAME, *(word for pair in pairs for word in ("--set", pair)))


@pytest.mark.parametrize(
    ("pair", "lines"),
    [
        ("headline=秋播收官", ["-headline: 冬小麦播种过九成", "+headline: 秋播收官"]),
        ("section=社会", ["-section: 乡村振兴", "+section: 社会"]),
        ("status=submitted", ["-status: draft", "+status: submitted"]),
        ("page=3", ["+page: 3"]),
        ("page=A01", ["+page: A01"]),
        ("deck=——全市秋种工作见闻", ["+deck: ——全市秋种工作见闻"]),
        ("kicker=秋种一线", ["+kicker: 秋种一线"]),
        ("source=新华社", ["+source: 新华社"]),
        (
            "photos[0].caption=播种机下地。",
            ["-    caption: 农机手在地头调试播种机。", "+    caption: 播种机下地。"],
        ),
        (
            "photos[0].credit=记者 甲某",
            ["-      - {role: 通讯员, name: 姓名}", "+      - {role: 记者, name: 甲某}"],
        ),
        (
            "byline=记者 甲某",
            ["-  - {role: 通讯员, name: 姓名}", "+  - {role: 记者, name: 甲某}"],
        ),
        ("byline[0].name=甲某", ["-  - {role: 通讯员, name: 姓名}", "+  - {role: 通讯员, name: 甲某}"]),
        ("section=", ["-section: 乡村振兴", "+section:"]),
        ("headline=a: b # c", ["-headline: 冬小麦播种过九成", "+headline: 'a: b # c'"]),
        ("headline=yes", ["-headline: 冬小麦播种过九成", "+headline: 'yes'"]),
        ("headline=a=b", ["-headline: 冬小麦播种过九成", "+headline: a=b"]),
    ],
)
def test_only_the_lines_of_what_changes_change(desk: Desk, run: Run, pair: str, lines: list[str]) -> None:
    edited = edit(run, pair)

    assert (edited.code, edited.out) == (0, SOWING + "\n"), edited.err
    assert changed_lines(desk) == lines
    assert desk.is_clean()


def test_the_commit_tells_of_it(desk: Desk, run: Run) -> None:
    edited = run("--lang", "en", "article", "edit", NAME, "--set", "headline=秋播收官")

    assert edited.err == "Saved “秋播收官”.\n"
    assert desk.commits() == ["Edit article: 秋播收官", "start"]
    assert desk.files_of_last_commit() == [SOWING]
    assert trailers(desk) == {
        "Newsroom-Action": "article-edit",
        "Newsroom-Issue": "2022-10-12",
        "Newsroom-Article": "sowing",
    }


def test_several_fields_are_one_commit(desk: Desk, run: Run) -> None:
    assert edit(run, "page=3", "status=submitted", "deck=副题").code == 0

    assert len(desk.commits()) == 2
    assert changed_lines(desk) == ["+deck: 副题", "+page: 3", "-status: draft", "+status: submitted"]


def test_comments_quotes_and_line_ends_stay(newsroom: NewNewsroom, run: Run) -> None:
    text = (
        '\ufeff---\r\n# 夜班改\r\nheadline: "冬小麦"   # 主题\r\n'
        "mine: [x,  y]\r\nsection:   '社会'\r\n---\r\n正文。\r\n"
    )
    desk = newsroom(with_issue(**{SOWING: text.encode()}))
    desk.git("config", "core.autocrlf", "false")

    assert edit(run, "headline=秋播", "section=经济").code == 0

    assert (desk.root / SOWING).read_bytes().decode() == text.replace("冬小麦", "秋播").replace("社会", "经济")


def test_a_field_of_the_papers_own_can_be_set(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE.replace("status:", "desk: 夜班\nstatus:")}))

    assert edit(run, "desk=白班").code == 0
    assert changed_lines(desk) == ["-desk: 夜班", "+desk: 白班"]


def test_a_field_by_its_other_name_is_set_where_it_stands(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE.replace("headline:", "title:")}))

    assert edit(run, "headline=秋播").code == 0
    assert changed_lines(desk) == ["-title: 冬小麦播种过九成", "+title: 秋播"]


@pytest.mark.parametrize(
    ("byline", "pair", "lines"),
    [
        (
            "byline: 通讯员 姓名",
            "byline[0].name=甲某",
            ["-byline: 通讯员 姓名", "+byline:", "+  - {role: 通讯员, name: 甲某}"],
        ),
        (
            "byline: 本报记者 乙某 通讯员 姓名",
            "byline[1].name=甲某",
            [
                "-byline: 本报记者 乙某 通讯员 姓名",
                "+byline:",
                "+  - {role: 记者, name: 乙某}",
                "+  - {role: 通讯员, name: 甲某}",
            ],
        ),
        ("byline:\n  - 通讯员 姓名", "byline[0].role=记者", ["-  - 通讯员 姓名", "+  - {role: 记者, name: 姓名}"]),
        (
            "author: 通讯员 姓名",
            "byline[0].name=甲某",
            ["-author: 通讯员 姓名", "+author:", "+  - {role: 通讯员, name: 甲某}"],
        ),
    ],
)
def test_a_part_of_a_byline_in_one_string_makes_it_a_list(
    newsroom: NewNewsroom, run: Run, byline: str, pair: str, lines: list[str]
) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE.replace("byline:\n  - {role: 通讯员, name: 姓名}", byline)}))

    assert edit(run, pair).code == 0
    assert changed_lines(desk) == lines


def test_a_part_of_a_photo_credit_in_one_string_makes_it_a_list(newsroom: NewNewsroom, run: Run) -> None:
    text = ARTICLE.replace("credit:\n      - {role: 通讯员, name: 姓名}", "credit: 通讯员 姓名 摄")
    desk = newsroom(with_issue(**{SOWING: text}))

    assert edit(run, "photos[0].credit[0].name=甲某").code == 0
    assert changed_lines(desk) == [
        "-    credit: 通讯员 姓名 摄",
        "+    credit:",
        "+      - {role: 通讯员, name: 甲某}",
    ]


def test_json_is_the_article_as_it_stands_now(desk: Desk, run: Run) -> None:
    edited = run("article", "edit", NAME, "--set", "status=submitted", "--json")

    assert edited.code == 0
    assert list(edited.json) == ARTICLE_KEYS
    assert (edited.json["id"], edited.json["status"]) == ("sowing", "submitted")
    assert edited.json["commit"] == desk.git("rev-parse", "HEAD").strip()


def test_what_is_wrong_then_is_said(desk: Desk, run: Run) -> None:
    edited = edit(run, "section=天气")

    assert edited.code == 0
    assert "[unknown-section]" in edited.err
    assert "[unknown-section]" not in edited.out


def test_setting_what_stands_there_writes_nothing(desk: Desk, run: Run) -> None:
    edited = run("--lang", "en", "article", "edit", NAME, "--set", "headline=冬小麦播种过九成")

    assert (edited.code, edited.err) == (0, "It says so already; nothing to write.\n")
    assert desk.commits() == ["start"]


def test_a_dry_run_shows_it_and_writes_nothing(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    planned = run("--lang", "en", "article", "edit", NAME, "--set", "page=3", "--dry-run")

    assert planned.code == 0
    assert planned.out == f"{SOWING}\n" + ARTICLE.replace("byline:", "page: 3\nbyline:")
    assert planned.err == "This is what would be written.\n"
    assert run("article", "edit", NAME, "--set", "page=3", "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        (("editor=x",), "no-such-field"),
        (("photos[3].caption=x",), "no-such-field"),
        (("photos[1].caption=x",), "no-such-field"),
        (("headline.x=y",), "no-such-field"),
        (("byline[3].name=x",), "no-such-field"),
        (("photos[3].credit[0].name=x",), "no-such-field"),
        (("=x",), "bad-setting"),
        (("headline",), "bad-setting"),
        (("status=done",), "bad-value"),
        (("kind=poem",), "bad-value"),
        (("page=xx",), "not-a-page"),
        (("headline=ok", "page=xx"), "not-a-page"),
        ((), "missing-set"),
    ],
)
def test_what_can_not_be_set_is_a_usage_error(desk: Desk, run: Run, pairs: tuple[str, ...], code: str) -> None:
    before = snapshot(desk)

    error(run("article", "edit", NAME, *(word for pair in pairs for word in ("--set", pair)), "--json"), USAGE, code)

    assert snapshot(desk) == before


@pytest.mark.parametrize("pair", ["photos=x.jpg", "byline.name=x", "photos[0]=x", "photos[0].page=3", "body=x"])
def test_whatever_is_set_the_article_can_still_be_read(desk: Desk, run: Run, pair: str) -> None:
    edited = edit(run, pair)

    assert edited.code in (0, 2, 3), edited.err
    assert run("validate", "--json").json["findings"] == [] or edited.code == 0
    assert run("article", "show", NAME).code == 0


def test_an_unknown_field_says_which_there_are(desk: Desk, run: Run) -> None:
    said = error(run("--lang", "en", "article", "edit", NAME, "--set", "editor=x", "--json"), USAGE, "no-such-field")

    assert said["message"] == "An article has no field editor."
    assert "headline, deck, section" in said["help"]


def test_an_article_that_is_not_there(desk: Desk, run: Run) -> None:
    error(run("article", "edit", "2022-10-12/reaping", "--set", "page=3", "--json"), REFUSED, "no-article")


def test_what_others_staged_and_edited_stays(desk: Desk, run: Run) -> None:
    desk.write("notes.txt", "mine\n")
    desk.git("add", "notes.txt")
    desk.write("newsroom.yaml", desk.read("newsroom.yaml") + "# mine\n")

    assert edit(run, "page=3").code == 0

    assert desk.files_of_last_commit() == [SOWING]
    assert desk.git("status", "--porcelain").splitlines() == [" M newsroom.yaml", "A  notes.txt"]


def test_a_hook_that_says_no_leaves_the_article_as_it_was(desk: Desk, run: Run) -> None:
    desk.write(".git/hooks/pre-commit", "#!/bin/sh\necho no >&2\nexit 1\n").chmod(0o755)
    desk.write(SOWING, ARTICLE + "添一段。\n")
    desk.git("add", SOWING)
    desk.write(SOWING, ARTICLE + "又添一段。\n")
    before = snapshot(desk)

    said = error(run("article", "edit", NAME, "--set", "page=3", "--json"), REFUSED, "hook-failed")

    assert "no" in said["message"]
    assert snapshot(desk) == before


def test_set_takes_out_what_no_paper_prints_and_names_it(newsroom: Callable[..., Desk], run) -> None:
    desk = newsroom(with_issue())

    result = run("--lang", "en", "article", "edit", "2022-10-12/sowing", "--set", "deck=副\u200b题")

    assert "--set deck: Taken out" in result.err
    assert "U+200B (line 1, column 2)" in result.err
    assert "\ndeck: 副题\n" in desk.read("issues/2022-10-12/articles/sowing.md")
