import pytest

from tests.rules.english.bodies import found_in

RULE = "unnamed-caption"


def captions(*captions: str) -> str:
    return "photos:\n" + "".join(
        f"  - file: sowing.jpg\n    caption: {caption}\n    credit: June Akers\n" for caption in captions
    )


@pytest.mark.parametrize(
    ("caption", "who"),
    [
        ("The mayor cuts the ribbon at Harlow Bridge on Monday.", "The mayor"),
        ("A local man reads on the steps.", "A local man"),
        ("Children cheer as the superintendent sings.", "the superintendent"),
    ],
)
def test_somebody_with_an_office_has_a_name(caption: str, who: str) -> None:
    findings = found_in("One.", RULE, head=captions(caption))
    assert [it.message for it in findings] == [f"the caption does not name “{who}”"]


@pytest.mark.parametrize(
    "caption",
    [
        "The mayor, Ann Smith, cuts the ribbon.",
        "Ann Smith and the mayor cut the ribbon.",
        "Gov. Smith and the mayor cut the ribbon.",
        "A woman reads on the steps.",
        "Volunteers paint the mayor’s office.",
    ],
)
def test_names_and_people_at_large_are_left_alone(caption: str) -> None:
    assert found_in("One.", RULE, head=captions(caption)) == []


def test_who_was_named_before_need_not_be_named_again() -> None:
    assert found_in("One.", RULE, head=captions("Ann Smith, the mayor, waits.", "The mayor cuts the ribbon.")) == []
