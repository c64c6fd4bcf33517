import pytest

from tests.rules.english.bodies import found_in, mended

RULE = "double-space"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("It is open.  Everybody came.", "It is open. Everybody came."),
        ("“It is open.”  “So it is!”   14 came,  too.", "“It is open.” “So it is!” 14 came, too."),
        ("It is  open.", "It is open."),
        ("Come at 7 PM.  It is open.", "Come at 7 PM. It is open."),
    ],
)
def test_two_blanks_become_one(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "It is open.  \nEverybody came, and it was a day that nobody forgot.",
        "  It is open. Everybody came.",
        "Linden  21  14  35",
        "Team  Won  Lost\nLinden  2  1\nAlder  1  2",
        "| It is.  Open |",
        "-  It is.  Open",
        "1.  It is open.",
        "Smith ......  12",
        "```\nIt is.  Open\n```",
    ],
)
def test_line_ends_indents_tables_lists_and_code_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_blanks_in_a_headline_count_too_and_are_one_finding() -> None:
    findings = found_in("It is.  Open.  All day.", RULE, head="headline: It is  open\n")
    assert [(it.field, it.count) for it in findings] == [("headline", 3)]
