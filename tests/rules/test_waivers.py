"""The rules unneeded-waiver and incomplete-waiver."""

import pytest

from newsroom.locale import speak
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.rules.engine import Judge, judge
from newsroom.storage.article_file import read_article
from tests.rules.harness import findings, paper

LONG = "加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年"
GOOD = "{rule: long-headline, reason: 整句引语, by: 姓名}"


def article(*waivers: str, headline: str = LONG) -> str:
    waive = "".join(f"  - {waiver}\n" for waiver in waivers)
    fields = f"headline: {headline}\nsection: 社会\nbyline: 通讯员 姓名\nwaive:\n{waive}"
    return f"---\n{fields}---\n全市秋播进入尾声。\n"


def brief(found: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(one.rule, one.field, one.line, one.column) for one in found]


def test_what_is_waived_is_not_among_the_findings_but_kept_with_its_waiver() -> None:
    issue = Issue("2022-10-12", "issues/2022-10-12")
    read = read_article(
        article(GOOD), id="a", issue=issue.id, path="issues/2022-10-12/articles/a.md", roles=paper().roles
    )

    assert list(judge([read], issue, paper())) == []
    (one,) = Judge(paper(), "submitted").article(read, issue)
    assert one.rule == "long-headline"
    assert one.waiver
    assert (one.waiver.reason, one.waiver.by) == ("整句引语", "姓名")


@pytest.mark.parametrize(
    ("waiver", "missing"),
    [
        ("{rule: long-headline, reason: 整句引语}", "by"),
        ("{rule: long-headline, reason: 整句引语, by: }", "by"),
        ("{rule: long-headline, by: 姓名}", "reason"),
        ("{reason: 整句引语, by: 姓名}", "rule"),
        ("{rule: long-headline}", "reason, by"),
        ("long-headline", "reason, by"),
    ],
)
def test_an_incomplete_waiver_waives_nothing_and_is_a_finding(waiver: str, missing: str) -> None:
    found = findings(article(waiver))

    assert brief(found)[0][0] == "long-headline"
    assert brief(found)[1] == ("incomplete-waiver", "waive[0]", 6, 5)
    assert (found[1].severity, found[1].message) == (
        "warning",
        f"the waiver waives nothing: it has no {missing}",
    )


def test_a_waiver_of_what_is_not_wrong_is_not_needed() -> None:
    (one,) = findings(article(GOOD, headline="冬小麦播种过九成"))

    assert brief([one]) == [("unneeded-waiver", "waive[0]", 6, 5)]
    assert one.severity == "warning"
    assert one.message == "the waiver of long-headline is not needed: it finds nothing here"


@pytest.mark.parametrize(
    ("rule", "help"),
    [
        ("long-headlin", "write: long-headline"),
        ("Long-Headline", "write: long-headline"),
        ("long_headline", "write: long-headline"),
        ("everything", "see what there is: newsroom rules"),
        ("x" * 5000, "see what there is: newsroom rules"),
    ],
)
def test_a_waiver_of_a_rule_that_there_is_not_names_the_nearest(rule: str, help: str) -> None:
    found = findings(article(f"{{rule: {rule}, reason: 整句引语, by: 姓名}}", headline="秋播过半"))

    assert brief(found) == [("unneeded-waiver", "waive[0]", 6, 5)]
    assert found[0].help == help


def test_each_waiver_is_judged_by_itself() -> None:
    found = findings(article(GOOD, "{rule: missing-caption, reason: x, by: y}", "unknown-page"))

    assert brief(found) == [("unneeded-waiver", "waive[1]", 7, 5), ("incomplete-waiver", "waive[2]", 8, 5)]


def test_an_empty_entry_is_passed_over() -> None:
    assert findings(article("''", headline="秋播过半")) == []


@pytest.mark.parametrize("off", ["off", "{stage: {draft: off}}", "{kind: {story: off}}", "{section: {社会: off}}"])
def test_the_waiver_of_a_rule_that_is_off_here_is_left_alone(off: str) -> None:
    settings = f"rules: {{long-headline: {off}}}\n"

    assert findings(article(GOOD), settings=settings, stage="draft") == []
    assert [one.rule for one in findings(article("long-headline"), settings=settings, stage="draft")] == [
        "incomplete-waiver"
    ]


def test_the_waiver_of_a_rule_about_issues_is_judged_only_with_the_issue() -> None:
    text = article("{rule: wrong-issue-date, reason: 试刊, by: 姓名}", headline="秋播过半")

    assert findings(text) == []
    (one,) = findings(f"==> articles/a.md <==\n{text}")
    assert (one.rule, one.path, one.field) == ("unneeded-waiver", "issues/2022-10-12/articles/a.md", "waive[0]")


def test_the_waiver_of_a_rule_about_articles_is_judged_once_with_the_issue() -> None:
    assert [one.rule for one in findings("==> articles/a.md <==\n" + article(GOOD, headline="秋播过半"))] == [
        "unneeded-waiver"
    ]


def test_the_findings_about_waivers_are_no_matter_for_a_waiver() -> None:
    waiver = "{rule: unneeded-waiver, reason: x, by: y}"

    assert [one.rule for one in findings(article(waiver, headline="秋播过半"))] == ["unneeded-waiver"]


def test_they_are_said_in_chinese() -> None:
    speak("zh-CN")
    found = findings(article(GOOD, "missing-deck", headline="秋播过半"))

    assert [(one.message, one.help) for one in found] == [
        ("不必豁免 long-headline：它在这篇稿件里没有问题", "删掉这条豁免"),
        ("豁免不起作用：没有写 reason、by", "补上 reason、by"),
    ]
