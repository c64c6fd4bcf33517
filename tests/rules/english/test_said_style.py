import pytest

from tests.rules.english.bodies import found_in, mended, messages

RULE = "said-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("“It is open,” he stated.", "“It is open,” he said."),
        ("“It is open,” remarked Ann Smith.", "“It is open,” said Ann Smith."),
        ("“Is it open?” the county engineer commented.", "“Is it open?” the county engineer said."),
        ("\"It is open,\" Mayor Ann M. O’Brien-Smith opined on Monday.",
         "\"It is open,\" Mayor Ann M. O’Brien-Smith said on Monday."),
    ],
)  # fmt: skip
def test_said_does_it(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize("verb", ["noted", "exclaimed"])
def test_what_says_more_than_said_is_for_a_person_to_mend(verb: str) -> None:
    body = f"“It is open!” she {verb}."
    assert messages(body, RULE) == [f"“{verb}” after a quotation"]
    assert mended(body, RULE) == body


@pytest.mark.parametrize(
    "body",
    [
        "“It is open,” he said. She stated the date and noted it.",
        "The report stated, “It is open.” He commented on “Beloved.”",
        "“Beloved,” noted author Toni Morrison’s best, was sold. “Beloved,” noted Morrison scholar Ann Ray’s pick.",
        "“It is open.” He noted it.",
        "She signed it “Ann” and remarked on it.",
    ],
)
def test_verbs_elsewhere_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_the_same_verb_is_one_finding() -> None:
    findings = found_in("“It is,” he stated.\n\n“It was,” she stated.", RULE)
    assert [(it.count, it.line, it.column, it.length) for it in findings] == [(2, 4, 13, 6)]
