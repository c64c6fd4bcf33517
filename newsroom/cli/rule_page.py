"""The page of a rule: what it finds and why, examples with what is wrong in them marked, how a paper sets it."""

import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newsroom.cli.screen import paint, show, width
from newsroom.locale import _, spoken
from newsroom.model.finding import Finding
from newsroom.model.paper import Option, RuleSetting
from newsroom.model.text import display_width, printable, reflow, wrap
from newsroom.rules.rule import Rule
from newsroom.storage.newsroom import SETTINGS

SEVERITY_WORDS = {"error": "error", "warning": "warning", "off": "off"}
COLORS = {"error": "red", "warning": "yellow", "off": "bright_black"}
PAPER_WORDS = {"zh-CN": "Only for papers in Chinese.", "en": "Only for papers in English."}
_WIDEST = 100
_MARGIN = "    "


def severity_of(rule: Rule, settings: Mapping[str, RuleSetting]) -> str:
    """The severity that the rule has in this paper, or `off`."""
    setting = settings.get(rule.name)
    return (setting and setting.severity) or rule.severity


def show_page(rule: Rule, settings: Mapping[str, RuleSetting]) -> None:
    """Print the page, as the rule is set in this paper."""
    page, severity = rule.page, severity_of(rule, settings)
    word = paint(_(SEVERITY_WORDS[severity]), sys.stdout, fg=COLORS[severity])
    show(_bold(rule.name) + f"  {word}")
    if severity != rule.severity:
        at, usual = settings[rule.name].line, _(SEVERITY_WORDS[rule.severity])
        prose(_("Set in {path}, line {line}; else it is: {severity}", path=SETTINGS, line=at, severity=usual))
    if rule.language:
        prose(_(PAPER_WORDS[rule.language]))
    _paragraphs(page.what[spoken()])
    show("\n" + _bold(_("Why is this bad?")))
    _paragraphs(page.why[spoken()], gap="")
    for title, examples in ((_("What it finds"), page.fails), (_("What is right"), page.passes)):
        show("\n" + _bold(title))
        for example in examples:
            show("")
            _show_example(example, rule.name)
    show("\n" + _bold(_("To change it, in {path} (off, warning or error):", path=SETTINGS)))
    show(f"{_MARGIN}rules: {{{rule.name}: off}}")
    if rule.options:
        said = settings[rule.name].options if rule.name in settings else {}
        options = [f"{name}: {_option(said.get(name, value))}" for name, value in rule.options.items()]
        show(f"{_MARGIN}rules: {{{rule.name}: {{{', '.join([f'severity: {rule.severity}', *options])}}}}}")


def prose(text: str) -> None:
    """Print a paragraph, no wider than is well read."""
    for line in wrap(text, page_width()):
        show(line)


def page_width() -> int:
    """The columns of a page on this terminal."""
    return min(width(), _WIDEST)


def _bold(text: str) -> str:
    return paint(text, sys.stdout, bold=True)


def _paragraphs(text: str, gap: str = "\n") -> None:
    for number, paragraph in enumerate(text.split("\n\n")):
        show(("\n" if number else gap) + "\n".join(wrap(reflow(paragraph), page_width())))


def _option(value: Option | int) -> str:
    """An option as it stands in the settings; what is empty is for the paper to fill in."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(printable, value)) or '…'}]"
    return printable(str(value or "…"))


def _show_example(example: str, rule: str) -> None:
    from newsroom.desk.explain import lines_with_faults

    for line, faults in lines_with_faults(example, rule):
        for start, end, margin, piece in _folded(line.replace("\t", " ")):
            show(margin + printable(piece.rstrip()))
            for fault in faults:
                for marked in _marked(fault, line, (start, end), margin):
                    show(marked)


def _folded(line: str) -> Iterator[tuple[int, int, str, str]]:
    """The pieces in which a line is shown, each with where it begins and ends, and the margin before it."""
    indent = line[: len(line) - len(line.lstrip())]
    folded = wrap(line[len(indent) :], page_width() - len(_MARGIN + indent))
    starts = [0]
    for piece, after in pairwise(folded):
        starts.append(line.index(after, starts[-1] + len(piece)))
    for start, end in zip(starts, [*starts[1:], len(line) + 1], strict=True):
        yield start, end, _MARGIN + indent * bool(start), line[start:end]


def _marked(fault: Finding, line: str, piece: tuple[int, int], margin: str) -> Iterator[str]:
    """Carets under what is at fault, or under the whole line, and under the last of them what is wrong with it."""
    begin = fault.column - 1 if fault.length else len(line) - len(line.lstrip())
    end = max(min(begin + fault.length, len(line)) if fault.length else len(line.rstrip()), begin + 1)
    start, stop = max(begin, piece[0]), min(end, piece[1])
    if start >= stop:
        return
    before, marked = (printable(it.replace("\t", " ")) for it in (line[piece[0] : start], line[start:stop]))
    at = margin + " " * display_width(before)
    carets = "^" * max(1, display_width(marked.rstrip()))
    message = fault.message if end <= piece[1] else ""
    beside = display_width(f"{at}{carets} {message}") <= page_width()
    yield at + paint(carets, sys.stdout, fg="red") + (f" {message}" if message and beside else "")
    if message and not beside:
        yield from (_MARGIN + text for text in wrap(message, page_width() - len(_MARGIN)))
