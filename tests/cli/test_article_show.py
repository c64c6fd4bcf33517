"""`newsroom article show`, and the ways to name an article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import ARTICLE_KEYS, FINDING_KEYS, REFUSED, error
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING = f"{ISSUE}/articles/sowing.md"


def test_it_shows_the_file_and_says_where_it_is(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    shown = run("article", "show", "2022-10-12/sowing")

    assert (shown.code, shown.out, shown.err) == (0, ARTICLE, SOWING + "\n")


def test_what_is_wrong_follows(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace("section: 乡村振兴\n", "")}))

    shown = run("--lang", "en", "article", "show", "2022-10-12/sowing")

    assert shown.code == 0
    assert f"{SOWING}:1:1: error: " in shown.out
    assert "[missing-section]" in shown.out


@pytest.mark.parametrize(
    "name",
    [
        "sowing",
        "2022-10-12/sowing",
        "2022-10-12/sowing.md",
        SOWING,
        f"./{SOWING}",
        f"issues/../{SOWING}",
    ],
)
def test_an_article_has_several_names(newsroom: NewNewsroom, run: Run, name: str) -> None:
    newsroom(with_issue())

    shown = run("article", "show", name)

    assert (shown.code, shown.out) == (0, ARTICLE)


def test_an_absolute_path_is_a_name(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())

    assert run("article", "show", desk.root / SOWING).out == ARTICLE


def test_a_path_counts_from_where_we_are(newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(with_issue())
    monkeypatch.chdir(desk.root / ISSUE / "articles")

    assert run("article", "show", "sowing.md").out == ARTICLE
    assert run("article", "show", "sowing").out == ARTICLE


def test_an_issue_given_aside_is_where_the_slug_is_looked_for(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{"issues/2022-10-13/issue.yaml": ""}))

    assert run("article", "show", "sowing", "--issue", "2022-10-12").code == 0
    error(run("article", "show", "sowing", "--json"), REFUSED, "no-article")


def test_a_decomposed_name_finds_a_composed_file(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/articles/caf\u00e9.md": ARTICLE})

    assert run("article", "show", "2022-10-12/cafe\u0301").code == 0


def test_json_is_the_article_with_its_commit_and_findings(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue(**{SOWING: ARTICLE.replace("    caption: 农机手在地头调试播种机。\n", "")}))

    shown = run("article", "show", "2022-10-12/sowing", "--json")

    assert shown.code == 0, shown.err
    assert list(shown.json) == ARTICLE_KEYS
    assert shown.json["commit"] == desk.git("rev-parse", "HEAD").strip()
    assert shown.json["photos"] == [
        {"file": "sowing.jpg", "caption": "", "credit": [{"role": "通讯员", "name": "姓名"}]}
    ]
    assert [list(found) for found in shown.json["findings"]] == [FINDING_KEYS]
    assert [(found["rule"], found["line"], found["field"]) for found in shown.json["findings"]] == [
        ("missing-caption", 7, "photos[0].caption")
    ]


def test_the_other_names_of_fields_are_read(newsroom: NewNewsroom, run: Run) -> None:
    text = "---\ntitle: no\nsubtitle: 750\nsection: 社会\nauthor: 本报记者 甲某、乙某\n---\n正文。\n"
    newsroom({f"{ISSUE}/articles/a.md": text})

    shown = run("article", "show", "2022-10-12/a", "--json").json

    assert (shown["headline"], shown["deck"]) == ("no", "750")
    assert shown["byline"] == [{"role": "记者", "name": "甲某"}, {"role": "记者", "name": "乙某"}]


def test_an_article_that_is_not_there(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    said = error(run("--lang", "en", "article", "show", "2022-10-12/reaping", "--json"), REFUSED, "no-article")
    assert said["message"] == "There is no article reaping in issue 2022-10-12."
    assert said["help"] == "See what there is: newsroom article list --issue 2022-10-12"


def test_an_article_that_can_not_be_read_is_named_with_its_line(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/articles/bad.md": "---\nheadline: a\nheadline: b\n---\n"})

    said = error(run("--lang", "en", "article", "show", "2022-10-12/bad", "--json"), REFUSED, "unreadable-article")
    assert said["message"] == f"{ISSUE}/articles/bad.md, line 3: the field headline stands here twice."


@pytest.mark.parametrize(
    "path", ["README.md", "issues/notes/articles/a.md", f"{ISSUE}/readme.md", f"{ISSUE}/articles/deep/a.md"]
)
def test_a_file_that_is_no_article(newsroom: NewNewsroom, run: Run, path: str) -> None:
    newsroom(with_issue(**{path: "x\n"}))

    said = error(run("article", "show", path, "--json"), REFUSED, "not-an-article")
    assert path in said["message"]


def test_a_file_outside_the_newsroom(newsroom: NewNewsroom, run: Run, tmp_path: Path) -> None:
    newsroom(with_issue())
    (tmp_path / "secret.md").write_text("---\n---\n")

    error(run("article", "show", "../secret.md", "--json"), REFUSED, "not-an-article")


def test_a_link_is_not_followed(newsroom: NewNewsroom, run: Run, tmp_path: Path) -> None:
    desk = newsroom(with_issue())
    (tmp_path / "secret.md").write_text("---\nheadline: secret\n---\n")
    (desk.root / ISSUE / "articles/link.md").symlink_to(tmp_path / "secret.md")

    refused = run("article", "show", "2022-10-12/link", "--json")

    assert error(refused, REFUSED, "unreadable-article")
    assert "secret" not in refused.out


def test_a_folder_with_the_name_of_an_article_is_refused(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/articles/dir.md/x.txt": "x\n"})

    error(run("article", "show", "2022-10-12/dir", "--json"), REFUSED, "unreadable-article")
