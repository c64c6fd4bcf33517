import pytest

from tests.rules.english.bodies import UK, found_in, mended

RULE = "money-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("It cost $5,000,000.", "It cost $5 million."),
        ("It cost $1,860,000, they said.", "It cost $1.86 million, they said."),
        ("It cost $1,250,000,000 or €3,000,000.", "It cost $1.25 billion or €3 million."),
        ("It cost five million dollars.", "It cost $5 million."),
        ("It cost 12 dollars and five cents.", "It cost $12 and 5 cents."),
        ("It cost $5 dollars.", "It cost $5."),
        ("It cost $5 million dollars.", "It cost $5 million."),
        ("It cost $5M, then $6 mil, then $7bn.", "It cost $5 million, then $6 million, then $7 billion."),
        ("It cost 5¢ or 6 ¢.", "It cost 5 cents or 6 cents."),
    ],
)
def test_an_amount_gets_its_form(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "It cost $4,351,242, $18,500, $1.86 million, $412,000 and $.50.",
        "It cost $1,860,000.50, $2 trillion, US$5 and 5 cents.",
        "It felt like a million dollars, a few hundred dollars, five hundred dollars, 500 Canadian dollars.",
        "My two cents are worth one dollar; two adolescents agreed.",
        "“It cost five million dollars,” she said.",
        "| $5,000,000 | five million dollars |",
        "He has a $5-a-day habit and $40 pounds of flour.",
    ],
)
def test_exact_sums_sayings_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_millions_are_short() -> None:
    body = "It cost £5 million, $2,000,000 and €3 billion."
    assert mended(body, RULE, UK) == "It cost £5m, $2m and €3bn."
    assert found_in("It cost £5m, 5 dollars and £412,000.", RULE, UK) == []
    assert mended("It cost £5 pounds.", RULE, UK) == "It cost £5."
