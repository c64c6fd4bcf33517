import pytest

from tests.rules.english.bodies import found_in, mended

RULE = "straight-quote"


def test_straight_marks_among_curly_ones_are_curled() -> None:
    body = '“That’s it,” he said. "It\'s done," she said ("at last").'
    assert mended(body, RULE) == "“That’s it,” he said. “It’s done,” she said (“at last”)."
    assert [it.count for it in found_in(body, RULE)] == [5]


@pytest.mark.parametrize(
    "body",
    [
        '"That\'s it," he said.',
        "“That’s it,” he said.",
        "It’s 6'2\" tall and from the '90s.",
        'It’s here: `it\'s "code"`.',
    ],
)
def test_one_sort_alone_and_signs_of_two_meanings_are_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []
