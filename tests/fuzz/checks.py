"""What has to be true of everything that validate says, whatever it was given."""

import json
import re
from collections.abc import Iterator

from newsroom.desk.fix import mended
from newsroom.errors import Malformed
from newsroom.model.article import Article
from newsroom.model.finding import Finding, Report
from newsroom.reports.json import as_json
from newsroom.reports.text import as_text
from newsroom.storage.files import decode_text
from newsroom.storage.newsroom import Newsroom

_STEERS = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
_LONGEST = 2_000  # characters of a message


def problems(report: Report, newsroom: Newsroom) -> Iterator[str]:
    """What is wrong with a report on this newsroom, which still stands as it was judged."""
    yield from _of_output(report)
    by_path: dict[str, list[Finding]] = {}
    for finding in (*report.findings, *report.waived):
        by_path.setdefault(finding.path, []).append(finding)
    for path, findings in by_path.items():
        content = (newsroom.root / path).read_bytes() if (newsroom.root / path).is_file() else b""
        try:
            text = decode_text(content)
        except Malformed:
            text = content.decode("latin-1")
        lines = text.split("\n")
        for finding in findings:
            yield from _of_place(finding, lines, len(text))
        if "/articles/" in path:
            yield from _of_mending(newsroom, text, findings)


def said(report: Report) -> list[tuple[object, ...]]:
    """A report as it can be compared with another one."""
    return [
        (it.rule, it.severity, it.path, it.line, it.column, it.message, it.help, it.count, it.waiver)
        for it in (*report.findings, *report.waived)
    ]


def _of_output(report: Report) -> Iterator[str]:
    for folds in (False, True):
        for line in (*as_text(report, width=80, paint=lambda text, _what: text, folds=folds), *report.remarks):
            if re.search(_STEERS, line):
                yield f"a control character is shown: {line[:200]!r}"
            if len(line) > _LONGEST:
                yield f"a line of {len(line)} characters is shown: {line[:100]!r}"
    try:
        text = json.dumps(as_json(report), ensure_ascii=False)
        json.loads(text.encode())
    except ValueError as error:
        yield f"no JSON: {error}"


def _of_place(finding: Finding, lines: list[str], size: int) -> Iterator[str]:
    where = f"{finding.rule} {finding.path}:{finding.line}:{finding.column}"
    if not 1 <= finding.line <= len(lines):
        yield f"{where} is beyond the file, which has {len(lines)} lines"
    elif not 1 <= finding.column <= len(lines[finding.line - 1]) + 1:
        yield f"{where} is beyond its line, which has {len(lines[finding.line - 1])} characters"
    if finding.length < 0 or finding.count < 1 or not finding.message:
        yield f"{where}: {finding.length} characters, {finding.count} times, {finding.message!r}"
    for edit in finding.edits:
        if not 0 <= edit.start <= edit.end <= size:
            yield f"{where}: mends {edit.start} to {edit.end} of {size}"


def _of_mending(newsroom: Newsroom, text: str, findings: list[Finding]) -> Iterator[str]:
    if not any(finding.edits for finding in findings):
        return
    _issues, issue_id, _articles, name = findings[0].path.split("/", 3)
    after = newsroom.article_of(mended(text, findings).encode(), issue_id, name)
    if not isinstance(after, Article):
        yield f"what was mended can not be read: {after.cause}"
