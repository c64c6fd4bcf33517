"""How newspapers write, as data: one edition for each side of the Atlantic.

A paper chooses once for the whole pack, `rules: {english: {edition: uk}}`, or for one rule,
`rules: {time-style: {edition: us}}`. Without a word it is `us`.

us: The Associated Press Stylebook. Its entries: ages; cents; composition titles; dash; dateline; dollars; midnight;
months; numerals; noon; percent, percentage; state names; time of day; titles.
uk: the Guardian and Observer style guide. Its entries: abbreviations; ages; dashes; dates; job titles; money; numbers;
per cent; times.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.rules.rule import Copy, OptionValue, Rule

EDITION_OPTION: Mapping[str, OptionValue] = {"edition": "us"}
PACK = "english"  # the entry of the settings that speaks for every rule here


@dataclass(frozen=True, slots=True)
class Edition:
    """What one edition wants. Times and amounts are patterns for `str.format`."""

    name: str
    ages_in_figures: bool  # also below 10
    am: str
    pm: str
    time: str  # of {hour}, {minutes} with their mark, {half}
    minutes_mark: str
    million: str  # written behind the figure
    billion: str
    dash: str
    title_stop: str  # behind Mr, Mrs, Dr


EDITIONS = {
    "us": Edition("us", ages_in_figures=True, am="a.m.", pm="p.m.", time="{hour}{minutes} {half}", minutes_mark=":",
                  million=" million", billion=" billion", dash=" — ", title_stop="."),
    "uk": Edition("uk", ages_in_figures=False, am="am", pm="pm", time="{hour}{minutes}{half}", minutes_mark=".",
                  million="m", billion="bn", dash=" – ", title_stop=""),
}  # fmt: skip
US, UK = EDITIONS["us"], EDITIONS["uk"]


def edition_of(rule: Rule, copy: Copy) -> Edition:
    """The edition that the paper chose for this rule, else for the whole pack, else `us`."""
    settings = copy.paper.rules
    if not settings:
        return US
    said = rule.setting(copy).options.get("edition")
    if said is None and PACK in settings:
        section = copy.article.section_in(copy.issue)
        pack = settings[PACK].at(kind=copy.article.kind, section=section, page=copy.article.page, stage=copy.stage)
        said = pack.options.get("edition")
    return EDITIONS.get(said, US) if isinstance(said, str) else US
