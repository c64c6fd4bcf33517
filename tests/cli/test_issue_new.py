"""`newsroom issue new`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, USAGE, error, snapshot, trailers
from tests.support.desk import Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]


def test_an_issue_is_made_from_the_template_in_one_commit(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()

    made = run("--lang", "en", "issue", "new", "2022-10-12", "--number", "10234")

    assert (made.code, made.out) == (0, "issues/2022-10-12/issue.yaml\n")
    assert made.err == ("Issue 2022-10-12 is ready, number 10234.\nNext: newsroom article add --issue 2022-10-12\n")
    assert desk.read("issues/2022-10-12/issue.yaml") == (
        'date: 2022-10-12\nnumber: 10234\npages:\n  - {page: "1"}\n  - {page: "2"}\n  - {page: "3"}\n  - {page: "4"}\n'
    )
    assert desk.commits()[0] == "New issue: 2022-10-12"
    assert desk.files_of_last_commit() == ["issues/2022-10-12/issue.yaml"]
    assert trailers(desk) == {"Newsroom-Action": "issue-new", "Newsroom-Issue": "2022-10-12"}
    assert desk.is_clean()


def test_json_is_the_issue_with_its_commit(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()

    made = run("issue", "new", "2022-10-12", "--number", "7", "--json")

    assert made.json == {
        "id": "2022-10-12",
        "path": "issues/2022-10-12",
        "date": "2022-10-12",
        "number": 7,
        "pages": [{"page": code, "section": "", "editor": ""} for code in "1234"],
        "commit": desk.git("rev-parse", "HEAD").strip(),
    }


def test_the_newsrooms_own_template_is_used(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "date: {{ date }}\nnumber: {{ number }}\npages: [A01]\n"})

    assert run("issue", "new", "2022-10-12", "--number", "7").code == 0

    assert desk.read("issues/2022-10-12/issue.yaml") == "date: 2022-10-12\nnumber: 7\npages: [A01]\n"


def test_a_template_at_fault_is_refused_with_its_line(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "date: {{ date }}\nnumber: {{ nummer }}\n"})
    before = snapshot(desk)

    said = error(run("--lang", "en", "issue", "new", "2022-10-12", "--json"), REFUSED, "bad-template")
    assert "issue.yaml" in said["message"]
    assert "nummer" in said["message"]
    assert "ships with newsroom" in said["help"]
    assert snapshot(desk) == before


def test_without_a_number_it_is_the_one_after_the_last(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("issue", "new", "2022-10-13", "--json").json["number"] == 10235


def test_the_first_issue_has_no_number_unless_it_is_said(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()

    made = run("--lang", "en", "issue", "new", "2022-10-12")

    assert made.code == 0
    assert "Issue 2022-10-12 is ready.\n" in made.err
    assert "number: \n" in desk.read("issues/2022-10-12/issue.yaml")
    assert run("issue", "show", "2022-10-12", "--json").json["number"] is None


def test_an_issue_before_the_last_gets_no_number(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("issue", "new", "2022-10-11", "--json").json["number"] is None


def test_a_second_issue_of_a_day_has_a_suffix(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())

    made = run("issue", "new", "2022-10-12-evening", "--json")

    assert made.code == 0
    assert (made.json["id"], made.json["date"], made.json["number"]) == ("2022-10-12-evening", "2022-10-12", 10235)
    assert desk.files_of_last_commit() == ["issues/2022-10-12-evening/issue.yaml"]


@pytest.mark.parametrize(
    "day",
    [
        "2022-02-31",
        "2022-13-01",
        "12 October",
        "2022-10-12-",
        "2022-10-12/x",
        "../2022-10-12",
        "pool",
        "",
        "２０２２-10-12",
    ],
)
def test_what_is_no_date_is_a_usage_error(newsroom: NewNewsroom, run: Run, day: str) -> None:
    desk = newsroom()
    before = snapshot(desk)

    said = error(run("--lang", "en", "issue", "new", day, "--json"), USAGE, "not-a-date")
    assert day in said["message"]
    assert "2022-10-12-evening" in said["help"]
    assert snapshot(desk) == before


def test_an_issue_that_is_there_is_not_made_again(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    before = snapshot(desk)

    said = error(run("--lang", "en", "issue", "new", "2022-10-12", "--json"), REFUSED, "issue-exists")
    assert said["message"] == "The issue 2022-10-12 is there already."
    assert said["help"] == "See it: newsroom issue show 2022-10-12"
    assert snapshot(desk) == before


def test_a_dry_run_writes_nothing(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()
    before = snapshot(desk)

    planned = run("--lang", "en", "issue", "new", "2022-10-12", "--dry-run")

    assert (planned.code, planned.out) == (0, "issues/2022-10-12/issue.yaml\n")
    assert planned.err == "This is what would be written.\n"
    assert run("issue", "new", "2022-10-12", "--dry-run", "--json").json["commit"] is None
    assert snapshot(desk) == before


def test_outside_a_newsroom_it_says_where_to_go(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    said = error(run("issue", "new", "2022-10-12", "--json"), REFUSED, "no-newsroom")
    assert str(tmp_path) in said["message"]
    assert "newsroom init" in said["help"]
