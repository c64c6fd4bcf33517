import pytest

from tests.rules.english.bodies import found_in, messages

RULE = "leading-figure"


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("14 volunteers came.", "14 volunteers"),
        ("One came.\n\n14 volunteers came.", "14 volunteers"),
        ("They came home. 57 things worked.", "57 things"),
        ("“They came,” he said. 57% of them worked.", "57% of"),
        ("“They came.” 57 worked.", "57 worked"),
        ("It was free. 3,500-pound trucks came.", "3,500-pound trucks"),
    ],
)
def test_a_sentence_does_not_begin_with_a_figure(body: str, figure: str) -> None:
    assert messages(body, RULE) == [f"the sentence begins with a figure, “{figure}”"]


@pytest.mark.parametrize(
    "body",
    [
        "2026 was a good year. 1879 was, too.",
        "10 a.m. is early. It is here. 7:30pm is late.",
        "12 Depot St. is open. 7-Eleven is near. 4-H is fun. 3D is new. 50-50 is fair.",
        "It was No. 5. It was on Sept. 5 at approx. 30 miles from Conn. 14 road, p. 14 of it.",
        "1. 14 volunteers came.\n2. 15 more came.",
        "14 volunteers came, at last",
        "She said: “14 volunteers came. 57 things worked.”",
        "555-0142 is the number. 911 Emergency is on TV.",
    ],
)
def test_years_times_names_lists_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_a_line_wrapped_by_hand_does_not_begin_a_sentence() -> None:
    assert found_in("Crews replaced all the timbers that had gone bad,\n47 of them by hand.", RULE) == []


def test_a_caption_does_not_begin_with_a_figure_either() -> None:
    head = "photos:\n  - file: sowing.jpg\n    caption: 14 volunteers came.\n    credit: June Akers\n"
    assert [(it.field, it.line, it.column) for it in found_in("One.", RULE, head=head)] == [
        ("photos[0].caption", 5, 14)
    ]
