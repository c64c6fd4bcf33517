import pytest

from tests.rules.english.bodies import found_in, mended

RULE = "spelled-number"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("They found twelve dogs.", "They found 12 dogs."),
        ("They found some forty-seven old dogs, and ten people came.",
         "They found some 47 old dogs, and 10 people came."),
        ("It was twenty years ago.", "It was 20 years ago."),
    ],
)  # fmt: skip
def test_a_number_from_ten_on_is_a_figure(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "Twelve dogs came.",
        "They found nine dogs.",
        "“They found twelve dogs,” she said.",
        "We tried ten times, nine or ten weeks long.",
        "It seats a hundred and twelve people, or one hundred twelve people.",
        "The twelve apostles and twenty-somethings.",
        "They came in ten-gallon hats at half past eleven.",
        "Two roads\nand twelve dogs",
    ],
)
def test_starts_of_sentences_sayings_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_it_says_where() -> None:
    finding = found_in("They found twelve dogs.", RULE)[0]
    assert (finding.line, finding.column, finding.length, finding.help) == (4, 12, 6, "12")
