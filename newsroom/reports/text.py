"""Findings for an editor: one line a fact, the place marked, the way out beside it; the last line is the sum."""

from collections.abc import Callable, Iterator

from newsroom.locale import _, plural
from newsroom.model.finding import Finding, Report
from newsroom.model.text import display_width, printable, shorten, wrap

# How a piece of the report is set: given the piece and what it is ("error", "warning", "place", "help").
Paint = Callable[[str, str], str]


def as_text(report: Report, *, width: int, paint: Paint, folds: bool = False) -> Iterator[str]:
    """The lines of the report; marks and excerpts fit into `width` columns, prose where it `folds`, too."""
    for finding in report.findings:
        yield from finding_lines(finding, width=width, paint=paint, folds=folds)
    yield from wrap(_sum(report), width) if folds else [_sum(report)]


def finding_lines(finding: Finding, *, width: int, paint: Paint, folds: bool = False) -> Iterator[str]:
    """One finding: where and what, the line at fault, and under it a mark and what to do."""
    where = f"{printable(finding.path)}:{finding.line}:{finding.column}:"
    # The severity stays English, as compilers have it: editors find the place by it.
    severity = paint(f"{finding.severity}:", finding.severity)
    yield f"{paint(where, 'place')} {severity} {finding.message} [{finding.rule}]"
    number = f"{finding.line:>5} | "
    excerpt = printable(finding.excerpt.replace("\t", " "))
    if excerpt.strip() not in ("", "---"):
        yield number + shorten(excerpt, width - len(number))
    mark = _mark(finding, width - len(number))
    if not finding.help:
        if mark:
            yield " " * (len(number) - 2) + "| " + paint(mark, finding.severity)
        return
    margin = " " * (len(number) - 2) + "| "
    if mark and len(margin) + display_width(mark) + 1 + display_width(finding.help) <= width:
        yield margin + paint(mark, finding.severity) + " " + paint(finding.help, "help")
    else:
        if mark:
            yield margin + paint(mark, finding.severity)
        for line in wrap(finding.help, width - len(margin)) if folds else [finding.help]:
            yield margin + paint(line, "help")


def _mark(finding: Finding, width: int) -> str:
    """Carets under what is at fault, by display width: a Chinese character takes two."""
    text = finding.excerpt.replace("\t", " ")
    if not finding.length or not text.strip():
        return ""
    start = finding.column - 1
    before = display_width(printable(text[:start]))
    marked = display_width(printable(text[start : start + finding.length].rstrip())) or 1
    return " " * before + "^" * min(marked, width - before) if before < width else ""


def _sum(report: Report) -> str:
    articles = plural(report.articles, "{count} article", "{count} articles")
    if not report.findings:
        return _("{articles}, nothing wrong.", articles=articles)
    errors = plural(report.errors, "{count} error", "{count} errors")
    warnings = plural(report.warnings, "{count} warning", "{count} warnings")
    first = next((finding for finding in report.findings if finding.severity == "error"), report.findings[0])
    return _(
        "{articles}, {errors}, {warnings}. To have a rule explained: newsroom rules {rule}",
        articles=articles,
        errors=errors,
        warnings=warnings,
        rule=first.rule,
    )
