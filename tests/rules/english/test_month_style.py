import pytest

from tests.rules.english.bodies import UK, found_in, mended

RULE = "month-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("It opens November 18.", "It opens Nov. 18."),
        ("It opens on September 5, 2026, at noon.", "It opens on Sept. 5, 2026, at noon."),
        ("It opens Apr. 3 or Sep. 4 or Dec 5.", "It opens April 3 or Sept. 4 or Dec. 5."),
        ("It opens Nov. 18th, not May 3rd.", "It opens Nov. 18, not May 3."),
        ("It opens Nov. 08.", "It opens Nov. 8."),
        ("It opened in Nov. 2025.", "It opened in November 2025."),
        ("It opens soon (January 8).", "It opens soon (Jan. 8)."),
        ("“It opens November 18,” she said.", "“It opens Nov. 18,” she said."),
    ],
)
def test_a_date_gets_its_form(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "It opens Nov. 18, 2026, May 3, June 4, and in November 2026 or any November.",
        "In November 20 people came. In May 2 more did. It was July 4th.",
        "The films “September 5” and “November 18” won. August Wilson, 60, and Jan Ruiz, 52, came.",
        "Decamp 5, Novato 7, Mar 3 and Augustus 2.",
        "- November 18: doors",
    ],
)
def test_what_is_in_its_form_or_no_date_is_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_the_day_comes_first() -> None:
    body = "It opens on November 18, 2026, on 3rd April or on 5 Sept. to be sure."
    assert mended(body, RULE, UK) == "It opens on 18 November 2026, on 3 April or on 5 September to be sure."
    assert found_in("It opens on 18 November 2026, after September 11 and in May 2027.", RULE, UK) == []
