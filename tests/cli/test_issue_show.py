"""`newsroom issue show`, and which issue a command takes when it is not told."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.cli.checks import ARTICLE_KEYS, ENGLISH, REFUSED, error
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
TODAY = date.today()


def day(offset: int) -> str:
    return (TODAY + timedelta(offset)).isoformat()


def test_it_shows_the_plan_and_the_articles(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    shown = run("issue", "show", "2022-10-12")

    assert shown.code == 0
    assert shown.out == (
        "2022-10-12 星期三  总第 10234 期  2 版  1 篇稿件\n"
        "\n"
        "1\t\t\t0\t0\t\t0\t\t\n"
        "3\t社会\t\t0\t0\t\t0\t\t\n"
        "\n"
        "\t乡村振兴\t冬小麦播种过九成\t通讯员 姓名\t9\t1\t草稿\n"
    )
    assert shown.err == '还没有计划字数。在 issue.yaml 里给版面写上：{page: "1", length: 4800}\n'


def stories(**lengths: str) -> dict[str, str | bytes]:
    """Articles of page 1 with ten characters each, and what their files say of their length."""
    return {
        f"{ISSUE}/articles/{slug}.md": f"---\nheadline: 题\npage: 1\nlength: {length}\n---\n一二三四五六七八九十\n"
        for slug, length in lengths.items()
    }


def page_line(run: Run) -> list[str]:
    """Articles, planned length, real length, difference, and what is said of it."""
    cells = run("--lang", "en", "issue", "show", "2022-10-12").out.splitlines()[2].split("\t")
    return [cells[3], *cells[5:]]


@pytest.mark.parametrize(
    ("planned", "line"),
    [
        (40, ["2", "40", "20", "-20", "room left"]),
        (20, ["2", "20", "20", "+0", ""]),
        (10, ["2", "10", "20", "+10", "too full"]),
        (0, ["2", "0", "20", "+20", ""]),
    ],
)
def test_a_page_is_held_against_its_planned_length(
    newsroom: NewNewsroom, run: Run, planned: int, line: list[str]
) -> None:
    plan = f"pages:\n  - {{page: '1', length: {planned}}}\n"
    newsroom({f"{ISSUE}/issue.yaml": plan, **stories(a="", b="")})

    assert page_line(run) == line


def test_a_page_without_a_length_has_that_of_its_articles(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/issue.yaml": "pages: ['1']\n", **stories(a="30字", b="about 1,000")})

    assert page_line(run) == ["2", "1030", "20", "-1010", "room left"]


def test_a_sum_that_leaves_articles_out_is_not_compared(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/issue.yaml": "pages: ['1']\n", **stories(a="5", b="")})

    assert page_line(run) == ["2", "5", "20", "", "1 article not planned"]


def test_killed_copy_fills_no_page_and_a_page_outside_the_plan_is_shown(newsroom: NewNewsroom, run: Run) -> None:
    killed = "---\nheadline: 题\npage: 1\nstatus: killed\n---\n一二三\n"
    elsewhere = "---\nheadline: 题\npage: A9\n---\n一二三\n"
    newsroom(
        {
            f"{ISSUE}/issue.yaml": "pages: ['1']\n",
            f"{ISSUE}/articles/a.md": killed,
            f"{ISSUE}/articles/b.md": elsewhere,
        }
    )

    shown = run("--lang", "en", "issue", "show", "2022-10-12")

    assert shown.out.splitlines()[2:4] == ["1\t\t\t0\t0\t\t0\t\t", "A9\t(not in the plan)\t\t1\t0\t\t3\t\t"]


def test_it_speaks_english(newsroom: NewNewsroom, run: Run) -> None:
    plan = "date: 2022-10-12\nnumber: 5\npages:\n  - {page: A01, section: News, editor: Rivera}\n"
    newsroom({"issues/2022-10-12/issue.yaml": plan}, settings=ENGLISH)

    assert run("issue", "show", "2022-10-12").out == (
        "2022-10-12 Wednesday  No. 5  1 page  0 articles\n\nA01\tNews\tRivera\t0\t0\t\t0\t\t\n"
    )


def test_json_has_the_plan_and_the_articles(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    shown = run("issue", "show", "2022-10-12", "--json").json

    assert list(shown) == ["schema_version", "id", "path", "date", "number", "pages", "articles"]
    assert shown["schema_version"] == 1
    assert [list(article) for article in shown["articles"]] == [ARTICLE_KEYS]
    assert shown["pages"][1] == {
        "page": "3",
        "section": "社会",
        "editor": "",
        "in_plan": True,
        "articles": 0,
        "photos": 0,
        "planned": None,
        "length": 0,
    }


def test_an_issue_that_is_not_there_is_refused(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    said = error(run("--lang", "en", "issue", "show", "2022-10-13", "--json"), REFUSED, "no-issue")
    assert said["message"] == "There is no issue 2022-10-13."
    assert said["help"] == "See newsroom issue list, or make it: newsroom issue new 2022-10-13"


@pytest.mark.parametrize("name", ["..", "../..", "/etc", "2022-10-12/articles", "notes"])
def test_a_name_that_is_no_issue_never_leads_elsewhere(newsroom: NewNewsroom, run: Run, name: str) -> None:
    newsroom(with_issue(**{"issues/notes/x.txt": "x"}))

    error(run("issue", "show", name, "--json"), REFUSED, "no-issue")


def test_a_plan_that_can_not_be_read_is_refused_with_its_line(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({"issues/2022-10-12/issue.yaml": "date: 2022-10-12\npages:\n  - {page: xx}\n"})

    said = error(run("--lang", "en", "issue", "show", "2022-10-12", "--json"), REFUSED, "malformed-issue")
    assert said["message"].startswith("issues/2022-10-12/issue.yaml, line 3: ")


def test_with_no_issue_at_all_it_says_how_to_make_one(newsroom: NewNewsroom, run: Run) -> None:
    newsroom()

    said = error(run("--lang", "en", "issue", "show", "--json"), REFUSED, "no-issue-yet")
    assert said["help"] == f"Make one: newsroom issue new {TODAY.isoformat()}"


def test_left_out_it_is_the_nearest_from_today_that_is_not_published(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        {
            f"issues/{day(-1)}/issue.yaml": "",
            f"issues/{day(1)}/issue.yaml": "status: published\n",
            f"issues/{day(3)}/issue.yaml": "",
            f"issues/{day(9)}/issue.yaml": "",
        }
    )

    shown = run("--lang", "en", "issue", "show", "--json")

    assert shown.json["id"] == day(3)
    assert shown.err == f"Issue {day(3)}, the next one.\n"


def test_todays_issue_is_the_nearest(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"issues/{day(0)}/issue.yaml": "", f"issues/{day(1)}/issue.yaml": ""})

    assert run("issue", "show", "--json").json["id"] == day(0)


def test_where_all_are_past_it_is_the_newest(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{"issues/2022-10-11/issue.yaml": "", "issues/pool/articles/x.md": ""}))

    shown = run("--lang", "en", "issue", "show", "--json")

    assert (shown.json["id"], shown.err) == ("2022-10-12", "Issue 2022-10-12, the newest.\n")


def test_the_environment_may_name_it(newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom(with_issue(**{"issues/2022-10-11/issue.yaml": ""}))
    monkeypatch.setenv("NEWSROOM_ISSUE", "2022-10-11")

    shown = run("--lang", "en", "issue", "show", "--json")

    assert (shown.json["id"], shown.err) == ("2022-10-11", "Issue 2022-10-11, from NEWSROOM_ISSUE.\n")


def test_the_folder_that_we_are_in_wins(newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(with_issue(**{"issues/2022-10-11/photos/x.txt": "x"}))
    monkeypatch.setenv("NEWSROOM_ISSUE", "2022-10-12")
    monkeypatch.chdir(desk.root / "issues/2022-10-11/photos")

    shown = run("--lang", "en", "issue", "show", "--json")

    assert (shown.json["id"], shown.err) == ("2022-10-11", "Issue 2022-10-11, where you are.\n")


def test_a_date_that_is_none_is_not_offered_to_be_made(newsroom: Callable[..., Desk], run) -> None:
    newsroom(with_issue())

    said = error(run("--lang", "en", "issue", "show", "2026-13-01", "--json"), REFUSED, "no-issue")

    assert said["help"] == "See what there is: newsroom issue list"


def test_the_pool_has_no_plan_to_be_asked_for(newsroom: Callable[..., Desk], run) -> None:
    newsroom({"issues/pool/articles/later.md": ARTICLE})

    assert "planned" not in run("--lang", "en", "issue", "show", "pool").err
