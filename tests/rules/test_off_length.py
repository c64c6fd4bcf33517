import pytest

from newsroom.locale import speak
from tests.rules.harness import found


def lengths(
    planned: str, body: str, *, stage: str = "submitted", settings: str = "", language: str = "zh-CN"
) -> list[str]:
    text = f"---\nheadline: 秋播\nlength: {planned}\n---\n{body}\n"
    return [one.message for one in found(text, "off-length", stage=stage, settings=settings, language=language)]


@pytest.mark.parametrize(
    ("planned", "count", "wrong"),
    [(100, 120, False), (100, 121, True), (100, 80, False), (100, 79, True), (100, 100, False)],
)
def test_a_fifth_more_or_less_is_let_pass(planned: int, count: int, wrong: bool) -> None:
    assert bool(lengths(str(planned), "字" * count)) == wrong


def test_the_finding_stands_at_the_planned_length() -> None:
    speak("zh-CN")
    (one,) = found("---\nheadline: 秋播\nlength: 800字\n---\n" + "字" * 1000, "off-length")

    assert (one.field, one.line, one.column, one.length, one.severity) == ("length", 3, 9, 4, "warning")
    assert (one.message, one.help) == ("正文 1000 字，计划 800 字", "删 200 字，或者改计划字数")


def test_a_draft_may_be_too_short_but_not_too_long() -> None:
    assert lengths("100", "字" * 10, stage="draft") == []
    assert lengths("100", "字" * 10) == ["the copy has only 10, planned are 100"]
    assert lengths("100", "字" * 200, stage="draft") == ["the copy has 200, planned are 100"]


@pytest.mark.parametrize("planned", ["", "0", "soon", "800-1000", "800至1000字", "about 800 to 1,000 words"])
def test_without_one_planned_length_nothing_is_compared(planned: str) -> None:
    assert lengths(planned, "字" * 100) == []


def test_what_has_no_body_yet_is_not_compared() -> None:
    assert lengths("800", "") == []


def test_a_picture_that_stands_alone_is_counted_by_its_caption() -> None:
    photos = f"photos:\n  - file: sowing.jpg\n    caption: {'字' * 50}\n"

    assert found(f"---\nkind: photo\nlength: 50\n{photos}---\n", "off-length") == []
    assert len(found(f"---\nkind: photo\nlength: 20\n{photos}---\n", "off-length")) == 1


def test_an_english_paper_plans_words() -> None:
    assert lengths('"1,000 words"', "Sown again. " * 500, language="en") == []
    assert lengths("100", "Sown again. " * 500, language="en") == ["the copy has 1000, planned are 100"]


def test_a_paper_sets_its_own_tolerance() -> None:
    assert lengths("100", "字" * 106, settings="rules: {off-length: {tolerance: 5}}\n")
    assert not lengths("100", "字" * 149, settings="rules: {off-length: {tolerance: 50}}\n")
