"""A finding: one thing that is wrong, at a path and line."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.model.paper import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Lines and columns count from 1, columns and `length` in code points.

    `excerpt` is the line at fault, for reports that show it.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    field: str
    message: str
    help: str
    length: int = 0
    excerpt: str = ""

    def as_json(self) -> dict[str, object]:
        """The finding as the contract's JSON has it."""
        names = ("rule", "severity", "path", "line", "column", "field", "message", "help")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Report:
    """What was validated and what was found."""

    articles: int
    findings: Sequence[Finding]

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors
