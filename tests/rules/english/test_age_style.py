import pytest

from tests.rules.english.bodies import UK, found_in, helps, mended

RULE = "age-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("The 6 year old girl ran.", "The 6-year-old girl ran."),
        ("The 6-year old girl and the 7 year-old boy ran.", "The 6-year-old girl and the 7-year-old boy ran."),
        ("Two 6 year olds ran.", "Two 6-year-olds ran."),
        ("A six-year-old ran.", "A 6-year-old ran."),
        ("She is twenty-one years old.", "She is 21 years old."),
        ("The one-year-old ran.", "The 1-year-old ran."),
        ("She is one year old.", "She is 1 year old."),
    ],
)
def test_an_age_gets_its_figure_and_its_hyphens(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize("body", ["She is 9-years-old.", "The 10 to 12 year olds ran.", "A girl aged 6 years old ran."])
def test_what_can_be_read_in_two_ways_is_only_said(body: str) -> None:
    assert found_in(body, RULE)
    assert mended(body, RULE) == body


def test_an_age_that_is_said_twice_is_said() -> None:
    assert helps("A girl aged 6 years old ran.", RULE) == ["aged 6, or 6 years old"]


@pytest.mark.parametrize(
    "body",
    [
        "The 6-year-old and the 7-year-olds are 8 years old. The baby is 1 year old.",
        "Six-year-old Mia ran. The hundred-year-old barn is a hundred and six years old.",
        "It was a year old. They were years older. A 3- to 5-year-old and the 147-year-old bridge.",
        "“My six-year-old ran,” she said.",
    ],
)
def test_ages_in_their_form_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_ages_may_be_words() -> None:
    assert found_in("A six-year-old is six years old.", RULE, UK) == []
    assert mended("A six year old girl ran.", RULE, UK) == "A six-year-old girl ran."
