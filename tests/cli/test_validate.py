"""`newsroom validate`: what it finds, what it takes, how it says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import ENGLISH, FINDING_KEYS, REFUSED, USAGE, error
from tests.support.desk import ARTICLE, ISSUE, SETTINGS, Desk, Result, photo_bytes, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING = f"{ISSUE}/articles/sowing.md"
CAPTION = "    caption: 农机手在地头调试播种机。\n"
SECTION = "section: 乡村振兴\n"
BYLINE = "byline:\n  - {role: 通讯员, name: 姓名}\n"


def places(result: Result) -> list[tuple[str, str, int, int, str]]:
    names = ("rule", "path", "line", "column", "field")
    return [tuple(found[name] for name in names) for found in result.json["findings"]]


def two_issues() -> dict[str, str | bytes]:
    """One issue in which nothing is wrong, and one whose one article lacks a section."""
    return with_issue(
        **{
            "issues/2022-10-13/issue.yaml": "date: 2022-10-13\n",
            "issues/2022-10-13/articles/bad.md": "---\nheadline: 题\nbyline: 记者 姓名\n---\n正文。\n",
            "issues/2022-10-13/articles/good.md": "---\nheadline: 题\nsection: 社会\nbyline: 记者 姓名\n---\n正文。\n",
        }
    )


def test_an_issue_with_nothing_wrong(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    checked = run("--lang", "en", "validate", "2022-10-12")

    assert (checked.code, checked.out, checked.err) == (0, "1 article, nothing wrong.\n", "")


def test_json_of_nothing_wrong(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())

    checked = run("validate", "2022-10-12", "--json")

    assert checked.code == 0
    assert checked.json == {"schema_version": 1, "articles": 1, "errors": 0, "warnings": 0, "findings": []}


def test_json_is_as_the_contract_has_it(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace(CAPTION, "")}))

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert checked.code == 1
    assert list(checked.json) == ["schema_version", "articles", "errors", "warnings", "findings"]
    assert [list(found) for found in checked.json["findings"]] == [FINDING_KEYS]
    assert checked.json == {
        "schema_version": 1,
        "articles": 1,
        "errors": 1,
        "warnings": 0,
        "findings": [
            {
                "rule": "missing-caption",
                "severity": "error",
                "path": SOWING,
                "line": 7,
                "column": 5,
                "field": "photos[0].caption",
                "message": "the photo sowing.jpg has no caption",
                "help": "add a line to this photo, caption: who, where, doing what",
            }
        ],
    }


@pytest.mark.parametrize(
    "flags", [("--format", "json"), ("--format=json",), ("--json",), ("--json", "--format", "text")]
)
def test_json_has_two_names(newsroom: NewNewsroom, run: Run, flags: tuple[str, ...]) -> None:
    newsroom(with_issue())

    assert run("validate", *flags).json["articles"] == 1


def test_one_caption_one_byline_and_one_section_are_three_findings(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        with_issue(
            **{
                f"{ISSUE}/articles/a.md": ARTICLE.replace(CAPTION, "").replace("sowing.jpg", "a.jpg"),
                f"{ISSUE}/articles/b.md": ARTICLE.replace(BYLINE, "").replace("sowing.jpg", "b.jpg"),
                f"{ISSUE}/articles/c.md": ARTICLE.replace(SECTION, "").replace("sowing.jpg", "c.jpg"),
                **{f"{ISSUE}/photos/{name}.jpg": photo_bytes(900 + ord(name)) for name in "abc"},
            }
        )
    )

    checked = run("validate", "2022-10-12", "--json")

    assert checked.code == 1
    assert (checked.json["articles"], checked.json["errors"], checked.json["warnings"]) == (4, 3, 0)
    assert places(checked) == [
        ("missing-caption", f"{ISSUE}/articles/a.md", 7, 5, "photos[0].caption"),
        ("missing-byline", f"{ISSUE}/articles/b.md", 1, 1, "byline"),
        ("missing-section", f"{ISSUE}/articles/c.md", 1, 1, "section"),
    ]


def test_an_empty_value_stands_at_its_key(newsroom: NewNewsroom, run: Run) -> None:
    text = ARTICLE.replace(CAPTION, "    caption:\n").replace(BYLINE, "byline:\n").replace(SECTION, "section: ''\n")
    newsroom(with_issue(**{SOWING: text}))

    assert places(run("validate", "--json")) == [
        ("missing-section", SOWING, 3, 1, "section"),
        ("missing-byline", SOWING, 4, 1, "byline"),
        ("missing-caption", SOWING, 7, 5, "photos[0].caption"),
    ]


def test_columns_count_code_points(newsroom: NewNewsroom, run: Run) -> None:
    text = ARTICLE.replace(BYLINE, "byline: [{role: 𠮷野家, name: 甲某}, {role: 通讯员}]\n")
    newsroom(with_issue(**{SOWING: text}))

    found = [place for place in places(run("validate", "--json")) if place[4].startswith("byline[1]")]
    assert [(line, column) for _rule, _path, line, column, _field in found] == [
        (4, text.splitlines()[3].index("{role: 通讯员}") + 1)
    ]


def test_text_marks_the_place_and_ends_with_the_sum(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace(CAPTION, "")}))

    checked = run("validate", "2022-10-12")

    assert checked.code == 1
    assert checked.out == (
        f"{SOWING}:7:5: error: 图片 sowing.jpg 没有图片说明 [missing-caption]\n"
        "    7 |   - file: sowing.jpg\n"
        "      |     ^^^^^^^^^^^^^^^^ 在这张图片下补一行 caption: 谁、在哪里、在做什么\n"
        "1 篇稿件，1 个错误，0 个警告。看规则说明：newsroom rules missing-caption\n"
    )
    assert checked.err == ""


def test_a_photo_that_is_not_there(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace("sowing.jpg", "reaping.jpg")}))

    assert places(run("validate", "--json")) == [("photo-not-found", SOWING, 7, 11, "photos[0].file")]


@pytest.mark.parametrize(
    ("stage", "status", "severity", "code"),
    [
        ("submitted", "draft", "error", 1),
        ("draft", "draft", "warning", 0),
        ("draft", "submitted", "warning", 0),
        ("current", "draft", "warning", 0),
        ("current", "submitted", "error", 1),
        ("current", "approved", "error", 1),
        ("published", "draft", "error", 1),
    ],
)
def test_a_gap_only_warns_in_a_draft(
    newsroom: NewNewsroom, run: Run, stage: str, status: str, severity: str, code: int
) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace(SECTION, "").replace("status: draft", f"status: {status}")}))

    checked = run("validate", "--stage", stage, "--json")

    assert checked.code == code
    assert [(found["rule"], found["severity"]) for found in checked.json["findings"]] == [("missing-section", severity)]


def test_killed_copy_is_not_judged(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(**{SOWING: ARTICLE.replace(SECTION, "").replace("status: draft", "status: killed")}))

    assert run("validate", "--json").json["findings"] == []


@pytest.mark.parametrize(("option", "value"), [("--stage", "done"), ("--format", "xml")])
def test_a_value_that_is_not_known_says_which_are(newsroom: NewNewsroom, run: Run, option: str, value: str) -> None:
    newsroom(with_issue())

    said = error(run("--lang", "en", "validate", option, value, "--json"), USAGE, "bad-value")
    assert said["message"] == f"{option} can not be {value}."
    assert said["help"].startswith("Known are: ")


def test_bare_it_takes_every_issue_and_says_so(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({**two_issues(), "issues/pool/articles/later.md": ARTICLE})

    checked = run("--lang", "en", "validate", "--json")

    assert checked.err == "All 3 issues.\n"
    assert (checked.code, checked.json["articles"], checked.json["errors"]) == (1, 4, 2)


def test_bare_with_one_issue_or_none(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue())
    assert run("--lang", "en", "validate").err == "1 issue, all there is.\n"


def test_a_newsroom_without_issues_has_nothing_wrong(newsroom: NewNewsroom, run: Run) -> None:
    newsroom()

    checked = run("--lang", "en", "validate")

    assert (checked.code, checked.out) == (0, "0 articles, nothing wrong.\n")


@pytest.mark.parametrize("folder", ["issues/2022-10-13", "issues/2022-10-13/articles"])
def test_inside_an_issues_folder_it_takes_that_issue_and_says_so(
    newsroom: NewNewsroom, run: Run, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = newsroom(two_issues())
    monkeypatch.chdir(desk.root / folder)

    checked = run("--lang", "en", "validate", "--json")

    assert checked.err == "Issue 2022-10-13, where you are.\n"
    assert places(checked) == [("missing-section", "issues/2022-10-13/articles/bad.md", 1, 1, "section")]


@pytest.mark.parametrize(
    ("targets", "articles"),
    [
        (("2022-10-13",), 2),
        (("2022-10-12", "2022-10-13"), 3),
        (("2022-10-13", "2022-10-13"), 2),
        (("2022-10-13/bad",), 1),
        (("2022-10-13/bad", "2022-10-13/bad"), 1),
        (("2022-10-13/bad", "2022-10-13"), 2),
        (("2022-10-13", "2022-10-13/bad"), 2),
        (("issues/2022-10-13/articles/bad.md",), 1),
        (("issues/2022-10-13/articles/bad.md", "issues/2022-10-12/articles/sowing.md"), 2),
        (("issues/2022-10-13",), 2),
        (("issues/2022-10-13/",), 2),
        (("issues/2022-10-13/articles",), 2),
        (("issues/2022-10-13/issue.yaml",), 2),
        (("issues/2022-10-12/photos",), 1),
        (("issues",), 3),
        ((".",), 3),
        (("./issues/../issues/2022-10-13",), 2),
        (("pool",), 0),
    ],
)
def test_issues_articles_and_folders_are_targets(
    newsroom: NewNewsroom, run: Run, targets: tuple[str, ...], articles: int
) -> None:
    newsroom(two_issues())

    checked = run("validate", *targets, "--json")

    assert checked.json["articles"] == articles
    assert checked.err == ""


def test_a_path_counts_from_where_we_are(newsroom: NewNewsroom, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(two_issues())
    monkeypatch.chdir(desk.root / ISSUE / "articles")

    assert run("validate", "../../2022-10-13", "--json").json["articles"] == 2
    assert run("validate", "sowing.md", "--json").json["articles"] == 1
    assert run("validate", desk.root / SOWING, "--json").json["articles"] == 1


@pytest.mark.parametrize(
    "target",
    [
        "2022-10-14",
        "2022-10-13/none",
        "nothing.md",
        "newsroom.yaml",
        "..",
        "/",
        "issues/2022-10-13/photos/x.jpg",
        "2022-10-13/../2022-10-12/articles/sowing",
    ],
)
def test_what_is_no_target_is_refused(newsroom: NewNewsroom, run: Run, target: str) -> None:
    newsroom(two_issues())

    said = error(run("--lang", "en", "validate", target, "--json"), REFUSED, "no-such-target")
    assert target in said["message"]
    assert "newsroom issue list" in said["help"]


def test_a_rule_that_there_is_not_is_said_with_its_line(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(), settings=SETTINGS + "rules:\n  missing-kaption: off\n")

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert (checked.code, checked.json["findings"]) == (0, [])
    assert checked.err == "newsroom.yaml, line 6: there is no rule missing-kaption; did you mean missing-caption?\n"


@pytest.mark.parametrize(
    ("setting", "severities", "code"),
    [("off", [], 0), ("warning", ["warning"], 0), ("error", ["error"], 1), ("{severity: warning}", ["warning"], 0)],
)
def test_the_paper_may_change_a_rule(
    newsroom: NewNewsroom, run: Run, setting: str, severities: list[str], code: int
) -> None:
    settings = SETTINGS + f"rules:\n  missing-section: {setting}\n"
    newsroom(with_issue(**{SOWING: ARTICLE.replace(SECTION, "")}), settings=settings)

    checked = run("validate", "--json")

    assert ([found["severity"] for found in checked.json["findings"]], checked.code) == (severities, code)


def test_a_kind_may_require_more(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(), settings=SETTINGS + "kinds:\n  story: {require: [deck]}\n")

    assert places(run("validate", "--json")) == [("missing-deck", SOWING, 1, 1, "deck")]


def test_a_plan_that_can_not_be_read_is_a_finding_and_the_articles_are_judged(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        with_issue(**{f"{ISSUE}/issue.yaml": "date: 2022-10-12\nnumber: many\n", SOWING: ARTICLE.replace(SECTION, "")})
    )

    checked = run("validate", "--json")

    assert checked.code == 1
    assert [(place[0], place[1], place[2]) for place in places(checked)] == [
        ("unreadable-issue", f"{ISSUE}/issue.yaml", 2),
        ("missing-section", SOWING, 1),
    ]


def test_settings_that_can_not_be_read_are_refused(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(with_issue(), settings=SETTINGS + "rules:\n  missing-section: maybe\n")

    said = error(run("--lang", "en", "validate", "--json"), REFUSED, "malformed-newsroom")
    assert said["message"] == "newsroom.yaml, line 6: the severity maybe is not known."


def test_it_needs_no_git(newsroom: NewNewsroom, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = newsroom(with_issue())
    (desk.root / ".git").rename(tmp_path / "gone")
    monkeypatch.setenv("PATH", "")

    assert run("validate").code == 0


def test_it_speaks_the_language_of_the_paper(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/articles/a.md": "---\nkind: notice\n---\n"}, settings=ENGLISH)

    assert run("validate").out.splitlines()[-1] == (
        "1 article, 1 error, 0 warnings. To have a rule explained: newsroom rules missing-body"
    )


def test_hidden_files_and_others_are_not_articles(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(
        with_issue(
            **{
                f"{ISSUE}/articles/.sowing.md.swp": "x",
                f"{ISSUE}/articles/.x.md": "x",
                f"{ISSUE}/articles/notes.txt": "x",
            }
        )
    )

    assert run("validate", "--json").json["articles"] == 1
