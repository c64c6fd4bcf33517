import inspect
import re
import string
import sys

import pytest

from newsroom.locale import LANGUAGES, SOURCE, speak
from newsroom.model.kind import REQUIRABLE
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Rule, Wording
from tests.rules.harness import findings

RULES = [pytest.param(rule, id=name) for name, rule in all_rules().items()]
FAILS = [
    pytest.param(rule, text, id=f"{name}-{number}")
    for name, rule in all_rules().items()
    for number, text in enumerate(rule.page.fails)
]
PASSES = [
    pytest.param(rule, text, id=f"{name}-{number}")
    for name, rule in all_rules().items()
    for number, text in enumerate(rule.page.passes)
]


@pytest.mark.parametrize(("rule", "example"), FAILS)
def test_an_example_that_fails_is_found_by_its_rule(rule: Rule, example: str) -> None:
    assert rule.name in [finding.rule for finding in findings(example, language=rule.language)]


@pytest.mark.parametrize(("rule", "example"), PASSES)
def test_an_example_that_passes_is_found_by_no_rule(rule: Rule, example: str) -> None:
    assert [(finding.rule, finding.message) for finding in findings(example, language=rule.language)] == []


@pytest.mark.parametrize(("rule", "example"), FAILS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_is_said_in_one_line_without_a_gap(rule: Rule, example: str, language: str) -> None:
    speak(language)
    for finding in findings(example, language=rule.language):
        if finding.rule == rule.name:
            assert finding.message.strip()
            assert finding.help.strip()
            assert not re.search(r"\{\w+\}|\n", finding.message)
            assert not re.search(r"\{\w+\}|\n", finding.help)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_its_page_in_both_languages(rule: Rule) -> None:
    page = rule.page
    assert page.fails
    assert page.passes
    assert set(page.what) == set(page.why) == set(LANGUAGES)
    for part in (page.what, page.why):
        assert not _has_chinese(part[SOURCE][:20])
        assert _has_chinese(part["zh-CN"])


@pytest.mark.parametrize("rule", RULES)
def test_every_wording_of_a_rule_says_the_same_in_both_languages(rule: Rule) -> None:
    places = (vars(sys.modules[type(rule).__module__]), *(vars(each) for each in type(rule).__mro__))
    wordings = [value for place in places for value in place.values() if isinstance(value, Wording)]
    assert wordings
    for wording in wordings:
        assert all((*wording.en, *wording.zh))
        assert _placeholders(wording.en[0]) == _placeholders(wording.zh[0])
        assert _placeholders("".join(wording.en)) == _placeholders("".join(wording.zh))
        assert _has_chinese(wording.zh[0])
        assert not _has_chinese("".join(wording.en))


@pytest.mark.parametrize("rule", RULES)
def test_a_file_holds_one_rule_named_like_it(rule: Rule) -> None:
    module = sys.modules[type(rule).__module__]
    here = [
        value
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, Rule) and value.__module__ == module.__name__
    ]
    assert here == [type(rule)]
    assert type(rule).__name__ == "".join(word.title() for word in rule.name.split("-"))
    assert module.__doc__ == f"The rule `{rule.name}`."


@pytest.mark.parametrize("field", REQUIRABLE)
def test_whatever_a_kind_may_require_has_a_rule(field: str) -> None:
    assert f"missing-{field.removesuffix('s') if field == 'photos' else field}" in all_rules()


def test_the_rules_come_in_the_order_of_their_names() -> None:
    assert list(all_rules()) == sorted(all_rules())
    assert {"missing-caption", "missing-photo-credit", "photo-not-found", "unreadable-article"} <= set(all_rules())


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _has_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
