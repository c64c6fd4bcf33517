import pytest

from tests.rules.english.bodies import UK, found_in, mended

RULE = "title-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Governor Ann Smith met Senator Hale.", "Gov. Ann Smith met Sen. Hale."),
        ("Lieutenant Governor Ann Smith came.", "Lt. Gov. Ann Smith came."),
        ("The Reverend Paul Dunn prayed with Doctor Ruiz.", "The Rev. Paul Dunn prayed with Dr. Ruiz."),
        ("Ann Smith, the Mayor, came.", "Ann Smith, the mayor, came."),
        ("The Superintendent said so.", "The superintendent said so."),
        ("Mr Smith and Dr Hale came.", "Mr. Smith and Dr. Hale came."),
    ],
)
def test_a_title_gets_its_form(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "Gov. Ann Smith met Sen. Hale, the senator, and the mayor said so. Mayor Ruiz came.",
        "He went to Governor Mifflin High School, Senator Theater and Representative Town Meeting.",
        "Governor General Ann Smith, Doctor Who and Doctor Strange drank Dr Pepper.",
        "“Governor Smith came, and the Mayor said so,” she said.",
        "He read The Mayor of Casterbridge. The President Hotel closed.",
    ],
)
def test_names_of_other_things_and_quotations_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_there_is_no_stop() -> None:
    assert mended("Mr. Smith met Governor Hale and Dr. Ruiz.", RULE, UK) == "Mr Smith met Governor Hale and Dr Ruiz."
    assert mended("Ann Smith, the Mayor, came.", RULE, UK) == "Ann Smith, the mayor, came."
