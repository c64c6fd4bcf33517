"""What a paper sets for a rule, and the entries of its register, are plain words and never patterns."""

import pytest

from newsroom.rules.engine import all_rules
from tests.rules.harness import findings

PATTERNS = ["(a+)+$", ".*", "[", "(?P<", "a{9999999}", "\\"]
WORDS = ["zqzq", "qzqz", "zzqq", "qqzz", "zqqz", "qzzq"]
A_BODY = "a" * 200_000
FRONT = "---\nheadline: 主题\nsection: 社会\nbyline: 记者 周一新\n---\n"
LANGUAGES = ("zh-CN", "en")


def said(settings: str, language: str) -> list[tuple[str, int, int]]:
    found = findings(f"{FRONT}{A_BODY}\n\n{'a ' * 1000}\n", language=language, settings=settings)
    return [(it.rule, it.line, it.column) for it in found]


def with_options(texts: list[str]) -> str:
    """Every option of every rule that is a text or a list of texts, set to these."""
    rules = []
    for name, rule in all_rules().items():
        options = [option for option, usual in rule.options.items() if not isinstance(usual, int)]
        if options:
            rules.append(f"  {name}:\n" + "".join(f"    {option}: {_listed(texts)}\n" for option in options))
    return "rules:\n" + "".join(rules)


def _listed(texts: list[str]) -> str:
    return "[" + ", ".join(f"'{text}'" for text in texts) + "]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_in_settings_are_taken_as_words(language: str) -> None:
    settings = with_options(PATTERNS)

    assert settings.count("(a+)+$") > 3
    assert said(settings, language) == said(with_options(WORDS), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pattern_where_a_number_belongs_changes_nothing(language: str) -> None:
    numbers = [
        (name, option)
        for name, rule in all_rules().items()
        for option, usual in rule.options.items()
        if isinstance(usual, int)
    ]
    settings = "rules:\n" + "".join(f"  {name}: {{{option}: '(a+)+$'}}\n" for name, option in dict(numbers).items())

    assert numbers
    assert said(settings, language) == said("", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_in_the_register_are_taken_as_words(language: str) -> None:
    entries = "".join(
        f"  - {{wrong: '{text}', right: right}}\n  - {{keep: '{text} 农技人员分片包村'}}\n"
        for text in ("(a+)+$", "[a]+", "a.*a")
    )
    files = f"==> register.yaml <==\nterms:\n{entries}==> articles/a.md <==\n{FRONT}{A_BODY}\n\na.*a\n"
    found = [it for it in findings(files, language=language) if it.rule == "register-term"]

    assert [(it.line, it.column, it.count) for it in found] == [(8, 1, 1)]
