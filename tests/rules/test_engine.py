import itertools
import json

import pytest

from newsroom.errors import Malformed
from newsroom.locale import speak
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding
from newsroom.model.issue import Issue
from newsroom.rules.engine import Judge, all_rules, judge
from newsroom.storage.article_file import read_article
from newsroom.storage.paper_file import read_paper
from tests.rules.harness import KIND, findings, found, paper

BARE = Issue("2022-10-12", "issues/2022-10-12", photo_names=frozenset({"sowing.jpg"}))
GOOD = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
photos:
  - file: sowing.jpg
    caption: 农机手在地头调试播种机。
    credit:
      - {role: 通讯员, name: 姓名}
status: draft
---
全市秋播进入尾声。
"""


def without(*lines: str) -> str:
    """The good article without the lines that begin so."""
    return "".join(line for line in GOOD.splitlines(keepends=True) if not line.strip().startswith(lines))


def judge_in_cafe(text: str) -> list[Finding]:
    """What is found in a paper with one section, Café."""
    paper = read_paper("name: 临江日报\nlanguage: zh-CN\nsections: [Café]\n")
    article = read_article(text, id="a", issue=BARE.id, path="issues/2022-10-12/articles/a.md", roles=paper.roles)
    return list(judge([article], BARE, paper))


def places(found: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(finding.rule, finding.field, finding.line, finding.column) for finding in found]


def test_a_good_article_has_no_finding() -> None:
    assert findings(GOOD) == []


def test_a_photo_without_a_file_is_called_by_its_number() -> None:
    text = GOOD.replace("sowing.jpg", "").replace("农机手在地头调试播种机。", "")
    said = [
        finding.message for finding in findings(text.replace("      - {role: 通讯员, name: 姓名}\nstatus", "status"))
    ]

    assert {"the photo 1 has no caption", "the photo 1 has no credit"} <= set(said)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (without("headline"), ("missing-headline", "headline", 1, 1)),
        (GOOD.replace("冬小麦播种过九成", ""), ("missing-headline", "headline", 2, 1)),
        (GOOD.replace("冬小麦播种过九成", "''"), ("missing-headline", "headline", 2, 1)),
        (GOOD.replace("冬小麦播种过九成", '"  "'), ("missing-headline", "headline", 2, 1)),
        (GOOD.replace("headline:", "title:").replace("冬小麦播种过九成", ""), ("missing-headline", "headline", 2, 1)),
        (without("section"), ("missing-section", "section", 1, 1)),
        (GOOD.replace("社会", "社会新闻"), ("unknown-section", "section", 3, 10)),
        (GOOD.replace("section: 社会", "section:   '社会新闻'"), ("unknown-section", "section", 3, 12)),
        (without("caption"), ("missing-caption", "photos[0].caption", 7, 5)),
        (GOOD.replace("农机手在地头调试播种机。", ""), ("missing-caption", "photos[0].caption", 8, 5)),
        (GOOD.replace("农机手在地头调试播种机。", "|"), ("missing-caption", "photos[0].caption", 8, 5)),
        (GOOD.replace("sowing.jpg", "harvest.jpg"), ("photo-not-found", "photos[0].file", 7, 11)),
        (GOOD.replace("file: sowing.jpg\n    ", ""), ("photo-not-found", "photos[0].file", 7, 5)),
        (GOOD.replace("sowing.jpg", ""), ("photo-not-found", "photos[0].file", 7, 5)),
        (
            GOOD.replace("{role: 通讯员, name: 姓名}\nstatus", "{role: 通讯员}\nstatus"),
            ("missing-photo-credit", "photos[0].credit[0].name", 10, 9),
        ),
        (
            GOOD.replace("{role: 通讯员, name: 姓名}\nstatus", "{role: 通讯员, name: }\nstatus"),
            ("missing-photo-credit", "photos[0].credit[0].name", 10, 21),
        ),
        (
            GOOD.replace("\n      - {role: 通讯员, name: 姓名}\nstatus", "\nstatus"),
            ("missing-photo-credit", "photos[0].credit", 9, 5),
        ),
        (
            GOOD.replace("    credit:\n      - {role: 通讯员, name: 姓名}\n", ""),
            ("missing-photo-credit", "photos[0].credit", 7, 5),
        ),
        (GOOD.replace("byline:\n  - {role: 通讯员, name: 姓名}\n", ""), ("missing-byline", "byline", 1, 1)),
        (GOOD.replace("byline:\n  - {role: 通讯员, name: 姓名}\n", "byline:\n"), ("missing-byline", "byline", 4, 1)),
        (GOOD.replace("byline:\n  - {role: 通讯员, ", "byline:\n  - {"), ("missing-byline", "byline[0].role", 5, 5)),
        (
            GOOD.replace("byline:\n  - {role: 通讯员", "byline:\n  - {role: 通迅员"),
            ("missing-byline", "byline[0].role", 5, 12),
        ),
        (GOOD.replace("全市秋播进入尾声。", ""), ("missing-body", "body", 1, 1)),
        (GOOD.replace("section: 社会", "section:\t社会\n\tx"), ("unreadable-article", "", 4, 1)),
    ],
)
def test_a_fault_is_one_finding_where_it_stands(text: str, found: tuple[str, str, int, int]) -> None:
    assert places(findings(text)) == [found]


@pytest.mark.parametrize("form", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_neither_a_byte_order_mark_nor_crlf_moves_a_finding(form) -> None:
    text = GOOD.replace("社会", "社会新闻").replace("农机手在地头调试播种机。", "")
    found = findings(form(text))
    assert places(found) == [
        ("unknown-section", "section", 3, 10),
        ("missing-caption", "photos[0].caption", 8, 5),
    ]
    assert [finding.excerpt for finding in found] == ["section: 社会新闻", "    caption: "]


def test_columns_count_the_code_points_of_the_file_also_where_they_are_decomposed() -> None:
    text = GOOD.replace("{role: 通讯员, name: 姓名}\nphotos", "{name: Rene\u0301, role: Nobody}\nphotos")
    (found,) = findings(text)
    assert (found.line, found.column, found.length) == (5, 25, 6)
    assert "Nobody" in found.message


def test_a_section_that_is_decomposed_in_the_file_is_known() -> None:
    cafe = [judge_in_cafe(GOOD.replace("社会", name)) for name in ("Café", "Cafe\u0301")]
    assert cafe == [[], []]


def test_the_length_of_a_finding_covers_what_is_at_fault() -> None:
    (found,) = findings(GOOD.replace("社会", "社会新闻"))
    assert (found.length, found.excerpt) == (4, "section: 社会新闻")


def test_two_photos_without_captions_are_two_findings() -> None:
    text = without("caption").replace("status:", "  - file: sowing.jpg\n    credit: 通讯员 姓名\nstatus:")
    assert places(findings(text)) == [
        ("missing-caption", "photos[0].caption", 7, 5),
        ("missing-caption", "photos[1].caption", 10, 5),
    ]


def test_findings_come_by_line() -> None:
    text = GOOD.replace("社会", "社会新闻").replace("sowing.jpg", "x.jpg").replace("冬小麦播种过九成", "")
    assert [finding.line for finding in findings(text)] == [2, 3, 7]


@pytest.mark.parametrize(
    ("setting", "severities"),
    [
        ("", ["error"]),
        ("rules:\n  missing-caption: error\n", ["error"]),
        ("rules:\n  missing-caption: warning\n", ["warning"]),
        ("rules:\n  missing-caption: {severity: warning}\n", ["warning"]),
        ("rules:\n  missing-caption: off\n", []),
        ("rules:\n  missing-caption: {severity: off}\n", []),
        ("rules:\n  missing-caption:\n", ["error"]),
        ("rules:\n  missing-caption: {max: 3}\n", ["error"]),
        ("rules:\n  missing-headline: off\n", ["error"]),
    ],
)
def test_a_paper_sets_the_severity_of_a_rule(setting: str, severities: list[str]) -> None:
    assert [finding.severity for finding in findings(without("caption"), settings=setting)] == severities


@pytest.mark.parametrize("stage", ["submitted", "approved", "published"])
def test_a_gap_in_what_is_handed_in_is_an_error(stage: str) -> None:
    assert [finding.severity for finding in findings(without("caption"), stage=stage)] == ["error"]


def test_a_gap_in_a_draft_only_warns_but_a_wrong_word_does_not() -> None:
    text = without("caption").replace("社会", "社会新闻")
    assert [(finding.rule, finding.severity) for finding in findings(text, stage="draft")] == [
        ("unknown-section", "error"),
        ("missing-caption", "warning"),
    ]


def test_a_draft_stays_quiet_on_what_the_paper_turned_off() -> None:
    assert findings(without("caption"), stage="draft", settings="rules:\n  missing-caption: off\n") == []


def test_a_draft_softens_what_the_paper_made_an_error() -> None:
    found = findings(without("caption"), stage="draft", settings="rules:\n  missing-caption: error\n")
    assert [finding.severity for finding in found] == ["warning"]


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("status: draft", "warning"),
        ("status:", "warning"),
        ("", "warning"),
        ("status: submitted", "error"),
        ("status: approved", "error"),
        ("status: published", "error"),
    ],
)
def test_the_current_stage_of_an_article_is_its_own_status(status: str, severity: str) -> None:
    text = without("caption").replace("status: draft", status)
    assert [finding.severity for finding in findings(text, stage="current")] == [severity]


@pytest.mark.parametrize("stage", ["draft", "submitted", "current"])
def test_killed_copy_is_not_judged(stage: str) -> None:
    assert findings("---\nstatus: killed\n---\n", stage=stage) == []


def test_what_can_not_be_read_is_an_error_at_every_stage() -> None:
    for stage in ("draft", "current"):
        assert [finding.severity for finding in findings("---\nheadline: x\n", stage=stage)] == ["error"]


def test_only_gaps_are_softened_in_a_draft() -> None:
    softened = {name for name, rule in all_rules().items() if rule.warns_in_draft}
    gaps = {name for name in all_rules() if name.startswith("missing-")} - {"missing-agency-credit"}
    assert softened == gaps | {"photo-not-found", "placeholder", "unfinished-paragraph", "ai-made-photo"}


def test_a_kind_that_the_paper_does_not_know_needs_nothing() -> None:
    assert [finding.rule for finding in findings("---\nkind: 诗歌\n---\n")] == ["unknown-kind"]


def test_a_kind_of_the_papers_own_needs_what_it_says() -> None:
    found = findings("---\nkind: 专访\n---\n")
    assert sorted(finding.rule for finding in found) == [
        "missing-body", "missing-byline", "missing-column", "missing-deck", "missing-headline", "missing-kicker",
        "missing-page", "missing-photo", "missing-section",
    ]  # fmt: skip
    assert "专访" in KIND


def test_one_unreadable_article_does_not_hide_the_next() -> None:
    found = findings("==> articles/a.md <==\n---\n==> articles/b.md <==\n" + without("caption"))
    assert [finding.rule for finding in found] == ["unreadable-article", "missing-caption"]


def test_a_value_in_a_message_can_not_steer_the_terminal() -> None:
    (found,) = findings(GOOD.replace("社会", '"\\e[31m社会"'))
    assert "\x1b" not in found.message
    assert "\\x1b[31m社会" in found.message


def test_a_value_with_braces_stays_what_it_is() -> None:
    (found,) = findings(GOOD.replace("社会", "'{roles}{0}{'"))
    assert found.message == "the paper has no section {roles}{0}{"


def test_the_message_is_in_the_spoken_language() -> None:
    speak("zh-CN")
    (found,) = findings(without("caption"))
    assert found.message == "图片 sowing.jpg 没有图片说明"
    assert found.help == "在这张图片下补一行 caption: 谁、在哪里、在做什么"


def test_the_same_said_of_several_places_is_one_finding_with_a_count() -> None:
    (one,) = found(GOOD.replace("全市秋播进入尾声。", "全市,秋播,进入尾声。\n\n他说,好。"), "half-width-punctuation")

    assert one.message.endswith(" (3 times)")
    assert (one.count, len(one.edits), one.line, one.column) == (3, 3, 13, 3)


def test_what_is_said_of_one_article_by_one_rule_has_an_end() -> None:
    body = "\n\n".join(
        f"第{number}段的话没有说完，只写到这里就断在了半路上，后面的字怎么找也找不到了，第{number}处"
        for number in range(500)
    )
    many = found(GOOD.replace("全市秋播进入尾声。", body), "unfinished-paragraph")

    assert len(many) == 100


@pytest.mark.parametrize(
    ("setting", "severities"),
    [
        ("{kind: {story: off}}", []),
        ("{kind: {brief: off}}", ["warning"]),
        ("{section: {社会: error}}", ["error"]),
        ("{section: {社会: error}, stage: {submitted: off}}", []),
        ("{severity: off, kind: {story: warning}}", ["warning"]),
    ],
)
def test_a_rule_is_set_by_kind_section_and_stage(setting: str, severities: list[str]) -> None:
    text = GOOD.replace("尾声。", "尾声,好。")
    settings = f"rules:\n  half-width-punctuation: {setting}\n"

    assert [it.severity for it in found(text, "half-width-punctuation", settings=settings)] == severities


def test_a_message_is_one_line_and_no_longer_than_one_can_read() -> None:
    value = "a\tb\n" * 10_000
    (finding,) = found(without("section").replace("status: draft", f"status: {json.dumps(value)}"), "unknown-status")

    assert len(finding.message) < 400
    assert "\n" not in finding.message
    assert "\t" not in finding.message


def test_a_waived_finding_is_none_and_the_next_one_stays() -> None:
    waiver = "waive:\n  - {rule: half-width-punctuation, reason: 照录, by: 周一新}\nstatus:"
    text = without("section").replace("尾声。", "尾声,好。").replace("status:", waiver)

    assert [it.rule for it in findings(text)] == ["missing-section"]


def test_articles_that_are_judged_together_are_judged_as_alone() -> None:
    """Of each kind one, of each status one: they have plans of their own, and some can not be read or are killed."""
    texts = [GOOD, without("caption"), GOOD.replace("---\n", "---\nkind: 专访\n", 1), without("role"), "---\n"]
    files = [
        _file(f"{number}", text.replace("status: draft", f"status: {status}"))
        for number, (text, status) in enumerate(itertools.product(texts, ("draft", "submitted", "killed")))
    ]
    issue, severe = Issue("2022-10-12", "issues/2022-10-12"), paper("rules:\n  long-headline: {kind: {专访: error}}\n")
    for stage, severities in (("current", {"error", "warning"}), ("submitted", {"error"})):
        together = Judge(severe, stage).articles(files, issue)
        assert together == [Judge(severe, stage).article(file, issue) for file in files]
        assert [] in together
        assert {finding.severity for found in together for finding in found} == severities


def _file(id: str, text: str) -> Article | Unreadable:
    path = f"issues/2022-10-12/articles/{id}.md"
    try:
        return read_article(text, id=id, issue="2022-10-12", path=path, roles=paper().roles)
    except Malformed as fault:
        return Unreadable(path, fault.line, fault.column, fault.message, fault.help, text)
