import json

from newsroom.model.finding import Finding, Report
from newsroom.reports.json import as_json

FINDING = Finding(
    "missing-caption", "error", "issues/2022-10-12/articles/sowing.md", 12, 5, "photos[0].caption", "图片没有图片说明",
    "补一行", 16, "  - file: sowing.jpg",
)  # fmt: skip
WARNING = Finding("long-headline", "warning", "a.md", 3, 11, "headline", "m", "h")


def test_a_report_has_the_keys_of_the_contract_in_their_order() -> None:
    document = as_json(Report(7, [FINDING, WARNING]))
    assert list(document.items())[:4] == [("schema_version", 1), ("articles", 7), ("errors", 1), ("warnings", 1)]
    assert list(document) == ["schema_version", "articles", "errors", "warnings", "findings"]


def test_a_finding_has_the_keys_of_the_contract_in_their_order() -> None:
    assert list(FINDING.as_json().items()) == [
        ("rule", "missing-caption"),
        ("severity", "error"),
        ("path", "issues/2022-10-12/articles/sowing.md"),
        ("line", 12),
        ("column", 5),
        ("field", "photos[0].caption"),
        ("message", "图片没有图片说明"),
        ("help", "补一行"),
    ]


def test_a_report_without_findings_has_an_empty_list() -> None:
    assert as_json(Report(0, [])) == {"schema_version": 1, "articles": 0, "errors": 0, "warnings": 0, "findings": []}


def test_a_report_is_json_as_it_is() -> None:
    assert json.loads(json.dumps(as_json(Report(1, (FINDING,)))))["findings"][0]["column"] == 5
