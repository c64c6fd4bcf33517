import pytest

from tests.rules.english.bodies import UK, found_in, helps, mended

RULE = "state-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("He left Springfield, IL, in May.", "He left Springfield, Illinois, in May."),
        ("He left Springfield, Ill., in May.", "He left Springfield, Illinois, in May."),
        ("He works in New London, MA, now.", "He works in New London, Massachusetts, now."),
        ("He left Fargo, ND and never returned.", "He left Fargo, North Dakota and never returned."),
    ],
)
def test_a_state_is_spelled_out(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


def test_where_the_stop_may_end_the_sentence_a_person_mends() -> None:
    body = "He lives in Tulsa, Okla. He likes it."
    assert helps(body, RULE) == ["Oklahoma"]
    assert mended(body, RULE) == body


@pytest.mark.parametrize(
    "body",
    [
        "Write to 12 Depot St., Springfield, IL 62701, or Springfield, IL, 62701-1234.",
        "Rep. Ann Hale, D-Ill., and Jane Murphy, MD, met Paul Dunn, PA, and said: Fine, OK, we will.",
        "It is done in English, as in Portland, Maine. Larry, Moe and Chase, Va. and Mo. agreed.",
        "“I left Springfield, IL, in May,” she said.",
        "SPRINGFIELD, Ill. — The bridge is open.",
        "STAY, OR ELSE, NEAR THE DOOR, IN A LINE.",
    ],
)
def test_addresses_parties_degrees_datelines_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_a_caption_may_abbreviate_but_not_by_postal_code() -> None:
    head = "photos:\n  - file: sowing.jpg\n    caption: Ann Smith in {place}, on Monday.\n    credit: June Akers\n"
    assert found_in("One.", RULE, head=head.format(place="Springfield, Ill.")) == []
    assert found_in("One.", RULE, head=head.format(place="Springfield, IL"))


def test_in_britain_it_is_quiet() -> None:
    assert found_in("He left Springfield, IL, in May.", RULE, UK) == []
