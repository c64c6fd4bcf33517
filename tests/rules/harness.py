"""The rules run on a text, in the paper that their own examples are written for."""

from newsroom.desk.explain import findings_in
from newsroom.model.finding import Finding
from newsroom.model.paper import Paper
from newsroom.storage.paper_file import read_paper
from tests.support.desk import SETTINGS

KIND = "专访"


def paper(settings: str = "") -> Paper:
    return read_paper(SETTINGS + settings)


def findings(text: str, *, language: str = "zh-CN", stage: str = "submitted", settings: str = "") -> list[Finding]:
    """What all rules find in an example (see newsroom/desk/explain.py): an article, a plan, or several files."""
    return findings_in(text, language, stage=stage, settings=settings)


def found(
    text: str, rule: str, *, language: str = "zh-CN", stage: str = "submitted", settings: str = ""
) -> list[Finding]:
    """What one rule finds in an example."""
    return [it for it in findings(text, language=language, stage=stage, settings=settings) if it.rule == rule]
