"""`newsroom article list`."""

from collections.abc import Callable

from tests.cli.checks import ARTICLE_KEYS, ENGLISH, REFUSED, error
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]


def test_an_article_is_a_line_with_tabs_where_no_terminal_is(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    listed = run("--lang", "en", "article", "list", "--issue", "2022-10-12")

    assert (listed.code, listed.err) == (0, "")
    assert listed.out == "\t乡村振兴\t冬小麦播种过九成\t通讯员 姓名\t9\t1\tdraft\n"


def test_they_come_in_the_order_of_the_paper(newsroom: NewNewsroom, run: Run) -> None:
    plan = "pages: ['4', {page: '3', section: 社会}, '10']\n"
    pages = {"a": "10", "b": "3", "c": "", "d": "4", "e": "3", "f": "9"}
    newsroom(
        {
            f"{ISSUE}/issue.yaml": plan,
            **{
                f"{ISSUE}/articles/{slug}.md": f"---\nheadline: {slug}\npage: {page}\n---\n"
                for slug, page in pages.items()
            },
        }
    )

    listed = run("article", "list", "--issue", "2022-10-12")

    assert [line.split("\t")[:3] for line in listed.out.splitlines()] == [
        ["4", "", "d"],
        ["3", "社会", "b"],
        ["3", "社会", "e"],
        ["10", "", "a"],
        ["9", "", "f"],
        ["", "", "c"],
    ]


def test_json_is_a_list_under_its_version_each_with_its_commit(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    start = desk.git("rev-parse", "HEAD").strip()
    desk.write(f"{ISSUE}/articles/second.md", ARTICLE)
    desk.git("add", ".")
    desk.git("commit", "-qm", "second")
    desk.write(f"{ISSUE}/articles/third.md", ARTICLE)

    listed = run("article", "list", "--issue", "2022-10-12", "--json")

    assert listed.code == 0, listed.err
    assert list(listed.json) == ["schema_version", "articles"]
    assert listed.json["schema_version"] == 1
    assert [list(article) for article in listed.json["articles"]] == [ARTICLE_KEYS] * 3
    assert {article["id"]: article["commit"] for article in listed.json["articles"]} == {
        "sowing": start,
        "second": desk.git("rev-parse", "HEAD").strip(),
        "third": None,
    }


def test_json_in_a_folder_of_a_repository_has_the_commits_too(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom({f"paper/{path}": content for path, content in with_issue(**{"newsroom.yaml": ENGLISH}).items()})

    listed = run("-C", "paper", "article", "list", "--issue", "2022-10-12", "--json")

    assert [article["commit"] for article in listed.json["articles"]] == [desk.git("rev-parse", "HEAD").strip()]


def test_json_does_without_a_repository(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    (desk.root / ".git").rename(desk.root / "not-git")

    listed = run("article", "list", "--issue", "2022-10-12", "--json")

    assert [(article["id"], article["commit"]) for article in listed.json["articles"]] == [("sowing", None)]


def test_an_issue_without_articles_says_what_to_type(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/issue.yaml": ""})

    listed = run("--lang", "en", "article", "list", "--issue", "2022-10-12")

    assert (listed.code, listed.out) == (0, "")
    assert listed.err == ("Issue 2022-10-12 has no article yet. File one: newsroom article add --issue 2022-10-12\n")


def test_what_can_not_be_read_is_listed_as_such(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": "no front matter\n"}))

    listed = run("--lang", "en", "article", "list", "--issue", "2022-10-12")

    assert listed.out.splitlines()[-1] == "\t\tbad.md\t\t\t\tunreadable"


def test_an_article_without_a_headline_goes_by_its_caption_or_body(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        {
            f"{ISSUE}/articles/a.md": "---\nkind: photo\nphotos:\n  - {file: x.jpg, caption: 灯下夜读。}\n---\n",
            f"{ISSUE}/articles/b.md": "---\nkind: brief\n---\n停水通知。\n\n第二段。\n",
            f"{ISSUE}/articles/c.md": "---\nkind: brief\n---\n",
        }
    )

    listed = run("article", "list", "--issue", "2022-10-12")

    assert [line.split("\t")[2] for line in listed.out.splitlines()] == ["灯下夜读。（图）", "停水通知。", "c"]


def test_the_pool_is_always_there(newsroom: NewNewsroom, run: Run) -> None:
    newsroom()

    listed = run("--lang", "en", "article", "list", "--issue", "pool")

    assert (listed.code, listed.out) == (0, "")
    assert run("article", "list", "--issue", "pool", "--json").json == {"schema_version": 1, "articles": []}


def test_an_issue_that_is_not_there_is_refused(newsroom: NewNewsroom, run: Run) -> None:
    newsroom()

    error(run("article", "list", "--issue", "2022-10-12", "--json"), REFUSED, "no-issue")
