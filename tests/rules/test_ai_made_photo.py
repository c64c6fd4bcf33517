import pytest

from tests.rules.harness import found
from tests.support.examples import with_photo

RULE = "ai-made-photo"
MADE = "digital_source: trainedAlgorithmicMedia"
PARTLY = "digital_source: compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize(
    "caption",
    [
        "未来的无人农场（AI生成）。",
        "未来的无人农场（AI 制图）。",
        "人工智能绘制的无人农场。",
        "无人农场的合成图。",
        "A farm without people (A.I.-generated image).",
        "A farm without people, computer generated.",
    ],
)
def test_a_caption_may_say_so(caption: str) -> None:
    assert not found(with_photo(MADE, caption=caption), RULE)


@pytest.mark.parametrize(
    "caption", ["未来的无人农场。", "OPENAIR农场开张。", "A fair of chairs.", "农机手在 AIDA 号旁。"]
)
def test_a_caption_that_does_not_say_so_is_found(caption: str) -> None:
    assert len(found(with_photo(MADE, caption=caption), RULE)) == 1


def test_the_credit_may_say_so() -> None:
    assert not found(with_photo(MADE, credit="AI 制图"), RULE)


def test_a_part_that_was_made_is_called_a_part() -> None:
    [whole], [part] = found(with_photo(MADE), RULE), found(with_photo(PARTLY), RULE)

    assert "AI made it" in whole.message
    assert "AI made a part of it" in part.message
    assert (part.field, part.severity) == ("photos[0].caption", "error")


def test_a_draft_only_warns() -> None:
    assert [it.severity for it in found(with_photo(MADE), RULE, stage="draft")] == ["warning"]


@pytest.mark.parametrize("source", ["digitalCapture", "negativeFilm", "algorithmicMedia", "compositeCapture", "AI"])
def test_other_sources_are_nobody_s_business(source: str) -> None:
    assert not found(with_photo(f"digital_source: {source}"), RULE)
