"""Findings as JSON, as the contract has them."""

from newsroom.model.finding import Report
from newsroom.reports import SCHEMA_VERSION


def as_json(report: Report) -> dict[str, object]:
    """The report as a JSON document."""
    waived = {"waived": [finding.as_json() for finding in report.waived]} if report.waived else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "articles": report.articles,
        "errors": report.errors,
        "warnings": report.warnings,
        "findings": [finding.as_json() for finding in report.findings],
        **waived,
    }
