"""Copy of a paper in English, judged by one rule."""

from newsroom.model.finding import Finding
from tests.rules.harness import found

UK = "rules: {english: {edition: uk}}\n"


def article(body: str, head: str = "") -> str:
    return f"---\nkind: notice\n{head}---\n{body}\n"


def found_in(body: str, rule: str, settings: str = "", head: str = "") -> list[Finding]:
    return found(article(body, head), rule, language="en", settings=settings)


def messages(body: str, rule: str, settings: str = "", head: str = "") -> list[str]:
    return [it.message for it in found_in(body, rule, settings, head)]


def helps(body: str, rule: str, settings: str = "") -> list[str]:
    return [it.help for it in found_in(body, rule, settings)]


def mended(body: str, rule: str, settings: str = "") -> str:
    """The body with what the rule mends by itself mended."""
    text = article(body)
    edits = [edit for it in found_in(body, rule, settings) for edit in it.edits]
    for edit in sorted(edits, key=lambda it: it.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.removeprefix("---\nkind: notice\n---\n").removesuffix("\n")
