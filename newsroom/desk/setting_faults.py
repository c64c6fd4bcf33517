"""What is wrong in the settings of rules: a rule, an option, a kind that is not there.

It is passed over, but not in silence.
"""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.locale import _, listed
from newsroom.model.issue import is_page_code
from newsroom.model.near import nearest_to
from newsroom.model.paper import Option, Paper, RuleSetting
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import PACKS, OptionValue, is_number
from newsroom.rules.stages import STAGES

_BY_WORDS = {"kind": "kind", "section": "section", "page": "page", "stage": "stage"}


def setting_faults(paper: Paper) -> Iterator[tuple[int, str]]:
    """The faults in `rules:` of `newsroom.yaml`, each with its line."""
    for name, setting in paper.rules.items():
        if name in PACKS:  # an option for each rule of the pack that has it
            of_pack = [rule.options for rule in all_rules().values() if rule.language == PACKS[name]]
            yield from _of_options(name, {it: value for options in of_pack for it, value in options.items()}, setting)
            if setting.severity:
                yield setting.line, _("{name} has no severity of its own: set it for each of its rules", name=name)
            continue
        rule = all_rules().get(name)
        if rule is None:
            yield setting.line, _("there is no rule {name}; {near}", name=name, near=_near(name, all_rules()))
            continue
        yield from _of_options(name, rule.options, setting)
        for (by, value), inner in setting.within.items():
            known = {"kind": paper.kinds, "section": paper.sections, "page": ("1", "A01"), "stage": STAGES}[by]
            if value not in known and not (by == "page" and is_page_code(value)):
                what = _("{rule}: there is no {by} {name}; known are: {known}")
                yield inner.line, what.format(rule=name, by=_(_BY_WORDS[by]), name=value, known=listed(known))
            yield from _of_options(name, rule.options, inner)


def _of_options(rule: str, options: Mapping[str, OptionValue], setting: RuleSetting) -> Iterator[tuple[int, str]]:
    for name, value in setting.options.items():
        if name not in options:
            near = _near(name, ("severity", *options))
            yield setting.line, _("{rule} has no option {name}; {near}", rule=rule, name=name, near=near)
        elif not _fits(value, options[name]):
            yield setting.line, _("{rule}: {name} should be a number", rule=rule, name=name)


def _fits(value: Option, default: OptionValue) -> bool:
    return not isinstance(default, int) or (isinstance(value, str) and is_number(value))


def _near(name: str, known: Iterable[str]) -> str:
    near = nearest_to(name, known)
    return _("did you mean {name}?", name=near) if near else _("see newsroom rules")
