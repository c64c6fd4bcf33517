"""`newsroom issue list`."""

from collections.abc import Callable

from tests.support.desk import ARTICLE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]


def test_a_newsroom_without_issues_says_how_to_make_one(newsroom: NewNewsroom, run: Run) -> None:
    newsroom()

    listed = run("--lang", "en", "issue", "list")

    assert (listed.code, listed.out) == (0, "")
    assert listed.err == "No issue yet. Make one: newsroom issue new 2022-10-12\n"
    assert run("issue", "list", "--json").json == {"schema_version": 1, "issues": []}


def test_issues_come_oldest_first_with_tabs_where_no_terminal_is(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        with_issue(
            **{
                "issues/2022-10-12-evening/issue.yaml": "date: 2022-10-12\n",
                "issues/2022-09-30/issue.yaml": "number: 10222\npages: ['1']\n",
                "issues/pool/articles/later.md": ARTICLE,
                "issues/notes/readme.txt": "not an issue\n",
            }
        )
    )

    listed = run("issue", "list")

    assert listed.code == 0
    assert listed.out == (
        "2022-09-30\t10222\t1\t0\n2022-10-12\t10234\t2\t1\n2022-10-12-evening\t\t0\t0\npool\t\t0\t1\n"
    )
    assert listed.err == ""


def test_json_has_the_plan_and_the_number_of_articles(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    assert run("issue", "list", "--json").json == {
        "schema_version": 1,
        "issues": [
            {
                "id": "2022-10-12",
                "path": "issues/2022-10-12",
                "date": "2022-10-12",
                "number": 10234,
                "pages": [
                    {"page": "1", "section": "", "editor": ""},
                    {"page": "3", "section": "社会", "editor": ""},
                ],
                "articles": 1,
            }
        ],
    }


def test_an_issue_whose_plan_can_not_be_read_is_listed_all_the_same(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({"issues/2022-10-12/issue.yaml": "pages: [\n"})

    assert run("issue", "list").out == "2022-10-12\t\t0\t0\n"
