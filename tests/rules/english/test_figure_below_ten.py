import pytest

from tests.rules.english.bodies import found_in, mended, messages

RULE = "figure-below-ten"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("They found 3 dogs.", "They found three dogs."),
        ("The last 2 people left, and all 7 new schools closed.",
         "The last two people left, and all seven new schools closed."),
        ("He waited for 5 years and 8 months.", "He waited for five years and eight months."),
        ("It had 10 dogs, with 6 cats.", "It had 10 dogs, with six cats."),
    ],
)  # fmt: skip
def test_a_small_figure_that_counts_is_a_word(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "The story is on page 3 of the guide.",
        "The store on Route 9 sells phase 2 permits.",
        "She walked for 5 miles and 3 minutes.",
        "It is for children under 5 years or with 6 years of age.",
        "He made 3 of 9 shots, and 2 in 5 people saw it.",
        "“We found 3 dogs,” she said.",
        "\"We found 3 dogs,\" she said.",
        "- They found 3 dogs.",
        "Stir in 2 teaspoons of salt, then add the 3 eggs.",
        "They lost 3-2 with 4-year-olds at $5 shops and 6% taxes in 7 a.m. games.",
        "The 5 million people, the 3 billion bees.",
        "The 3.5 dogs and the 4,000 dogs.",
    ],
)  # fmt: skip
def test_labels_measures_ages_scores_lists_recipes_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_the_headline_may_have_figures() -> None:
    assert found_in("One.", RULE, head="headline: They found 3 dogs\n") == []


def test_a_caption_is_copy_too() -> None:
    head = "photos:\n  - file: sowing.jpg\n    caption: They found 3 dogs.\n    credit: June Akers\n"
    finding = found_in("One.", RULE, head=head)[0]
    assert (finding.field, finding.line, finding.column) == ("photos[0].caption", 5, 25)


def test_the_same_count_is_one_finding() -> None:
    findings = found_in("They found 3 dogs.\n\nThey lost 3 dogs.", RULE)
    assert [(it.count, it.line, it.column, it.length) for it in findings] == [(2, 4, 12, 1)]
    assert messages("They found 3 dogs.", RULE) == ["“3 dogs”: below 10, a number is a word"]
