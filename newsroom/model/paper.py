"""The paper: what `newsroom.yaml` says of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from newsroom.model.kind import DEFAULT_KINDS, Kind

if TYPE_CHECKING:
    from newsroom.model.register import Register

Severity = Literal["error", "warning"]

DEFAULT_ROLES: Mapping[str, Sequence[str]] = {
    "zh-CN": ("记者", "通讯员", "实习记者", "特约记者", "摄影", "供图"),
    "en": ("Correspondent", "Staff Writer", "Contributor", "Photographer"),
}


Option = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What the paper changes of a rule: its severity (`off` or None for as it is), and the rule's own options.

    `within` holds what is otherwise for a kind, a section, a page or a stage: by ("kind", "brief") and so on.
    """

    severity: Severity | Literal["off"] | None = None
    options: Mapping[str, Option] = field(default_factory=dict)
    line: int = 1
    within: Mapping[tuple[str, str], "RuleSetting"] = field(default_factory=dict)

    def at(self, *, kind: str, section: str, page: str, stage: str) -> "RuleSetting":
        """The setting for such an article: the stage has the last word, then the page, the section, the kind."""
        severity, options = self.severity, dict(self.options)
        for key in (("kind", kind), ("section", section), ("page", page), ("stage", stage)):
            inner = self.within.get(key)
            if inner:
                severity = inner.severity or severity
                options |= inner.options
        return RuleSetting(severity, options, self.line)


@cache  # the same for every paper without one
def _no_register() -> "Register":
    from newsroom.model.register import Register  # few papers keep one, and every command reads the paper

    return Register()


@dataclass(frozen=True, slots=True)
class Paper:
    """A newspaper: its name, its language, the parts it has and the rules it keeps.

    `open_register` gives its register; it is read only when somebody asks for it.
    """

    name: str
    language: str
    sections: tuple[str, ...]
    roles: tuple[str, ...]
    kinds: Mapping[str, Kind] = field(default_factory=lambda: DEFAULT_KINDS)
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    open_register: "Callable[[], Register]" = field(default=_no_register, compare=False, repr=False)

    @property
    def register(self) -> "Register":
        """The paper's own names, titles and terms."""
        return self.open_register()
