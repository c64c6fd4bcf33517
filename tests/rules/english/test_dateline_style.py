import pytest

from tests.rules.english.bodies import UK, found_in, helps, mended

RULE = "dateline-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Springfield, IL - The bridge is open.", "SPRINGFIELD, Ill. — The bridge is open."),
        ("SPRINGFIELD, ILL. — The bridge is open.", "SPRINGFIELD, Ill. — The bridge is open."),
        ("SPRINGFIELD, Illinois—The bridge is open.", "SPRINGFIELD, Ill. — The bridge is open."),
        ("Chicago (AP) -- The bridge is open.", "CHICAGO (AP) — The bridge is open."),
        ("PORTLAND, ME – “It is open,” he said.", "PORTLAND, Maine — “It is open,” he said."),
        ("New York, N.Y. (AP) - The bridge is open.", "NEW YORK, N.Y. (AP) — The bridge is open."),
    ],
)
def test_a_dateline_gets_its_form(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted
    assert found_in(body, "hyphen-for-dash") == []


def test_the_place_that_the_article_names_makes_a_dateline() -> None:
    body = "Linden — The bridge is open."
    assert found_in(body, RULE) == []
    findings = found_in(body, RULE, head="dateline: Linden\n")
    assert [(it.line, it.column, it.help) for it in findings] == [(5, 1, "LINDEN —")]


@pytest.mark.parametrize(
    "body",
    [
        "CHICAGO (AP) — The bridge is open.",
        "McALLEN, Texas — The bridge is open.",
        "LINDEN — The bridge is open.",
        "Peace — That was all they wanted.",
        "Hendry — A retired teacher.",
        "The bridge is open.\n\nSpringfield, IL - The bridge is open.",
        "Paris, France — It rained.",
        "",
    ],
)
def test_what_is_in_its_form_or_no_dateline_is_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_it_is_quiet() -> None:
    assert helps("Springfield, IL — The bridge is open.", RULE, UK) == []
