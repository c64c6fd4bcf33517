"""A finding: one thing that is wrong, at a path and line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.model.article import Waiver
from newsroom.model.paper import Severity


@dataclass(frozen=True, slots=True)
class Edit:
    """What a file should say from `start` to `end`, offsets into its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Lines and columns count from 1, columns and `length` in code points.

    `excerpt` is the line at fault, for reports that show it. `edits` mend it without changing what is said; `count` is
    how often the fault stands in the article; `waiver` says why it is let pass.
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
    count: int = 1
    edits: tuple[Edit, ...] = ()
    waiver: Waiver | None = None

    def as_json(self) -> dict[str, object]:
        """The finding as the contract's JSON has it."""
        names = ("rule", "severity", "path", "line", "column", "field", "message", "help")
        found = {name: getattr(self, name) for name in names}
        if self.waiver:
            found["waiver"] = {"reason": self.waiver.reason, "by": self.waiver.by}
        return found


_KEPT = (
    "rule", "severity", "path", "line", "column", "field", "message", "help", "length", "excerpt", "count",
)  # fmt: skip


def to_row(finding: Finding) -> list[Any]:
    """A finding as it is kept between two runs: without what mends it."""
    waiver = finding.waiver
    return [*(getattr(finding, name) for name in _KEPT), waiver and [waiver.rule, waiver.reason, waiver.by]]


def from_row(row: list[Any]) -> Finding:
    """The finding that was kept."""
    *values, waiver = row
    return Finding(**dict(zip(_KEPT, values, strict=True)), waiver=Waiver(*waiver) if waiver else None)


@dataclass(frozen=True, slots=True)
class Report:
    """What was validated, what was found, and what of it somebody answers for (`waived`).

    `remarks` are about the settings by which it was judged.
    """

    articles: int
    findings: Sequence[Finding]
    waived: Sequence[Finding] = ()
    remarks: Sequence[str] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors
