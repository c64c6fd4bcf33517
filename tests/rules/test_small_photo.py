import pytest

from tests.rules.harness import found
from tests.support.examples import with_photo

RULE = "small-photo"


@pytest.mark.parametrize(
    ("facts", "width", "is_small"),
    [
        ("width: 787\nheight: 500", "", True),  # 10 cm at 200 pixels an inch are 788
        ("width: 788\nheight: 500", "", False),
        ("width: 500\nheight: 788", "", False),
        ("width: 1417\nheight: 900", "18 cm", True),
        ("width: 1418\nheight: 900", "18 cm", False),
        ("width: 900\nheight: 1500", "180 mm", True),  # an upright one, by its width
        ("width: 300\nheight: 400", "3.5厘米", False),
        ("width: 300\nheight: 400", "wide", True),
    ],
)
def test_a_photo_is_measured_at_the_width_at_which_it_is_placed(facts: str, width: str, is_small: bool) -> None:
    text = with_photo(facts, more=f"    width: {width}\n" if width else "")

    assert bool(found(text, RULE)) == is_small


def test_it_is_said_how_wide_it_can_be_printed() -> None:
    [finding] = found(with_photo("width: 1280\nheight: 960", more="    width: 18 cm\n"), RULE)

    assert finding.message == "harvest.jpg is 1280 pixels wide and prints well up to 16.2 cm, not at 18 cm"
    assert finding.help.endswith("at 200 pixels an inch, 18 cm need 1418")
    assert (finding.field, finding.line, finding.severity) == ("photos[0].file", 5, "warning")


def test_a_press_may_need_more_pixels_or_none() -> None:
    text = with_photo("width: 1000\nheight: 700")

    assert not found(text, RULE)
    [finding] = found(text, RULE, settings="rules: {small-photo: {dpi: 300, severity: error}}\n")
    assert finding.severity == "error"
    assert "300" in finding.help
    assert not found(with_photo("width: 1\nheight: 1"), RULE, settings="rules: {small-photo: {dpi: 0}}\n")


def test_what_is_no_picture_or_is_not_there_has_no_size() -> None:
    assert not found(with_photo("is_photo: no\nwidth: 1\nheight: 1"), RULE)
    assert not found(with_photo().replace("file: harvest", "file: other"), RULE)
