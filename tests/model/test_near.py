import pytest

from newsroom.model.near import nearest_to

KNOWN = ("story", "brief", "commentary", "专访")


@pytest.mark.parametrize(
    ("word", "near"),
    [("storey", "story"), ("STORY", "story"), ("comentary", "commentary"), ("poem", None), ("诗歌", None), ("", None)],
)
def test_the_nearest_word_is_the_one_that_was_meant(word: str, near: str | None) -> None:
    assert nearest_to(word, KNOWN) == near


def test_what_is_too_long_for_a_slip_is_near_to_nothing() -> None:
    assert nearest_to("story" * 1_000_000, KNOWN) is None
