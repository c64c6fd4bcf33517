"""Findings for an editor: one line a fact, the place marked, the way out beside it; the last line is the sum."""

from collections.abc import Callable, Iterator

from newsroom.locale import _, listed, plural
from newsroom.model.finding import Finding, Report
from newsroom.model.text import display_width, one_line, printable, shorten, wrap

# How a piece of the report is set: given the piece and what it is ("error", "warning", "place", "help").
Paint = Callable[[str, str], str]


def as_text(report: Report, *, width: int, paint: Paint, folds: bool = False) -> Iterator[str]:
    """The lines of the report; marks and excerpts fit into `width` columns, prose where it `folds`, too."""
    for finding in report.findings:
        yield from finding_lines(finding, width=width, paint=paint, folds=folds)
    for finding in report.waived:
        yield from _waived(finding, width=width, paint=paint, folds=folds)
    yield from wrap(_sum(report), width) if folds else [_sum(report)]


def finding_lines(finding: Finding, *, width: int, paint: Paint, folds: bool = False) -> Iterator[str]:
    """One finding: where and what, the line at fault, and under it a mark and what to do."""
    where = f"{printable(finding.path)}:{finding.line}:{finding.column}:"
    # The severity stays English, as compilers have it: editors find the place by it.
    severity = paint(f"{finding.severity}:", finding.severity)
    yield f"{paint(where, 'place')} {severity} {finding.message} [{finding.rule}]"
    number = f"{finding.line:>5} | "
    margin = " " * (len(number) - 2) + "| "
    excerpt, mark = _excerpt(finding, width - len(number))
    if excerpt.strip() not in ("", "---"):
        yield number + excerpt
    if mark and len(margin) + display_width(mark) + 1 + display_width(finding.help) <= width:
        yield margin + paint(mark, finding.severity) + (f" {paint(finding.help, 'help')}" if finding.help else "")
        return
    if mark:
        yield margin + paint(mark, finding.severity)
    if finding.help:
        for line in wrap(finding.help, width - len(margin)) if folds else [finding.help]:
            yield margin + paint(line, "help")


def _waived(finding: Finding, *, width: int, paint: Paint, folds: bool) -> Iterator[str]:
    """What somebody answers for: where and what, who, and why."""
    where = f"{printable(finding.path)}:{finding.line}:{finding.column}:"
    yield f"{paint(where, 'place')} waived: {finding.message} [{finding.rule}]"
    if finding.waiver:
        values = {"by": finding.waiver.by, "reason": finding.waiver.reason}
        line = "      | " + one_line(_("{by}: {reason}", **values))
        yield from wrap(line, width) if folds else [line]


def _excerpt(finding: Finding, width: int) -> tuple[str, str]:
    """The line at fault in `width` columns, and carets under what is at fault, by display width.

    In a long paragraph it begins shortly before that place.
    """
    text, start = finding.excerpt.replace("\t", " "), finding.column - 1
    marked = printable(text[start : start + min(finding.length, width)].rstrip())
    near = max(0, start - width) if finding.length else 0
    before, cut = printable(text[near:start]), "…" if near else ""
    if display_width(before) + display_width(marked) > width and finding.length:
        room = max(width // 3, width - display_width(printable(text[start : start + width])) - 2)
        while display_width(before) > room:
            before, cut = before[max(1, len(before) // 8) :], "…"
    excerpt = shorten(cut + before + printable(text[start:]), width)
    if not finding.length or not text.strip():
        return excerpt, ""
    at = display_width(cut + before)
    return excerpt, " " * at + "^" * min(display_width(marked) or 1, max(width - at, 1))


def _sum(report: Report) -> str:
    articles = plural(report.articles, "{count} article", "{count} articles")
    waived = plural(len(report.waived), "{count} waived", "{count} waived")
    if not report.findings:
        if report.waived:
            return _("{articles}, nothing wrong, {waived}.", articles=articles, waived=waived)
        return _("{articles}, nothing wrong.", articles=articles)
    errors = plural(report.errors, "{count} error", "{count} errors")
    warnings = plural(report.warnings, "{count} warning", "{count} warnings")
    if report.waived:
        warnings = listed([warnings, waived])
    first = next((finding for finding in report.findings if finding.severity == "error"), report.findings[0])
    return _(
        "{articles}, {errors}, {warnings}. To have a rule explained: newsroom rules {rule}",
        articles=articles,
        errors=errors,
        warnings=warnings,
        rule=first.rule,
    )
