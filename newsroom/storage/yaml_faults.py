"""What is wrong with YAML that libyaml can not read, said as a reporter would see it.

libyaml names the state that its parser was in, at the place where it gave up, often lines after the mistake. This looks
at the text for the mistakes that people make.
"""

import re
from typing import Any

from newsroom.locale import _

Fault = tuple[int, str, str]  # the offset into the text, the cause, what to do

FULL_WIDTH_COLON = re.compile(r"^[ \t-]*([^\s:：\"'#]{1,20})：", re.MULTILINE)
_OPEN_QUOTE = re.compile(r"""[^#\n]*?[:-][ ]+(?P<quote>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)\r?$""")
_LONGEST_LINE_SEARCHED = 2000  # the search for an open quote is quadratic in a line made for it


def full_width_colon(match: re.Match[str]) -> Fault:
    """The fault of a field whose colon is the full-width one."""
    return (
        match.start(1),
        _("a full-width colon after {name}", name=match[1]),
        _("Use a half-width colon and a space: {name}: …", name=match[1]),
    )


def explain(text: str, error: Any) -> Fault:
    """The mistake behind a `MarkedYAMLError` of ruamel.yaml."""
    at = (error.problem_mark or error.context_mark).index
    problem, context = error.problem or "", error.context or ""
    line_start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", at)
    before = text[: line_end if line_end >= 0 else len(text)]

    for colon in FULL_WIDTH_COLON.finditer(before):
        if before.count("\n", colon.start(), at) <= 1:
            return full_width_colon(colon)
    if "tab" in problem or text[at : at + 1] == "\t" or text[line_start : line_start + 1] == "\t":
        return at, _("a tab where spaces belong"), _("Replace the tab by two spaces.")
    quote = _open_quote(before)
    if quote is not None:
        return quote, _("a quote that is not closed"), _("Close it, or write “ ” instead.")
    if "mapping values" in problem:
        return (
            at,
            _("a colon inside a value"),
            _("Put the whole value in quotes, or write a full-width colon in it."),
        )
    if "escape" in problem:
        return at, _("a backslash inside double quotes"), _("Write it twice, or use single quotes.")
    if "',' or" in problem or "flow" in context or text[line_start : line_start + 1] in ("[", "{"):
        start = error.context_mark.index if "flow" in context else line_start
        if not text[start : start + 1].strip():  # the end of the text: the bracket is the last that was opened
            start = max(text.rfind(sign, 0, start) for sign in "[{")
        return start, _("a bracket that is not closed"), _("Close it, or put the value in quotes.")
    if "start any token" in problem:
        sign = text[at : at + 1]
        return at, _("a value can not begin with {sign}", sign=sign), _("Put the value in quotes.")
    return (
        at,
        _("this line does not fit the ones above it"),
        _("Check its indent; put a value with quotes or colons in it in quotes as a whole."),
    )


def _open_quote(text: str) -> int | None:
    offset = 0
    for line in text.split("\n"):
        match = _OPEN_QUOTE.match(line) if len(line) <= _LONGEST_LINE_SEARCHED else None
        if match:
            return offset + match.start("quote")
        offset += len(line) + 1
    return None
