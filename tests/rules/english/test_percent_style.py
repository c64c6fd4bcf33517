import pytest

from tests.rules.english.bodies import UK, found_in, mended

RULE = "percent-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("It rose 5 percent.", "It rose 5%."),
        ("It rose five percent or 3.5 per cent.", "It rose 5% or 3.5%."),
        ("It rose 5 %, they said.", "It rose 5%, they said."),
        ("It rose twenty-one percent.", "It rose 21%."),
        ("“It rose 5 percent,” she said.", "“It rose 5%,” she said."),
    ],
)
def test_a_percentage_gets_its_sign(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


def test_a_range_is_for_a_person_to_mend() -> None:
    assert found_in("It rose 5 to 10 percent.", RULE)
    assert mended("It rose 5 to 10 percent.", RULE) == "It rose 5 to 10 percent."


@pytest.mark.parametrize(
    "body",
    [
        "It rose 5%, or 3 percentage points. The percent of voters fell by half a percent.",
        "“It was ten percent luck,” she said. Twenty percent stayed.",
        "The one percent, the top one percent, a hundred percent, five and a half percent.",
        "In Python, 7 %2 is 1.",
    ],
)
def test_what_is_no_figure_with_percent_is_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_it_is_two_words_or_the_sign() -> None:
    assert found_in("It rose 5 per cent, then 5%, five per cent in all.", RULE, UK) == []
    assert mended("It rose 5 percent or 3 %.", RULE, UK) == "It rose 5 per cent or 3%."
