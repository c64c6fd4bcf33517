import pytest

from tests.rules.english.bodies import UK, found_in, mended

RULE = "hyphen-for-dash"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("The bridge - red and old - is open.", "The bridge — red and old — is open."),
        ("The bridge--red and old -- is open.", "The bridge — red and old — is open."),
        ("“It is open” - “So it is.”", "“It is open” — “So it is.”"),
    ],
)
def test_a_hyphen_becomes_a_dash(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "The bridge — red and old — is a well-known one in mid- and late June.",
        "Linden won 3 - 2, and 555 - 0142 is the number.",
        "- One - two\n- Two -- three",
        "The option --fix is read.",
        "One\n\n---\n\nTwo came, and then there were more -",
        "| a - b | c -- d |",
        "7 p.m. - 9 p.m.",
    ],
)
def test_hyphens_scores_lists_rules_and_tables_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_the_dash_is_shorter() -> None:
    assert mended("The bridge - red and old - is open.", RULE, UK) == "The bridge – red and old – is open."


def test_a_headline_has_dashes_too() -> None:
    assert [it.field for it in found_in("One.", RULE, head="headline: Harlow Bridge - open again\n")] == ["headline"]
