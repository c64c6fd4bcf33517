import pytest

from newsroom.model.photo_size import NARROWEST_CM, large_enough, pixels_needed, print_width_cm


def test_a_newspaper_prints_200_pixels_an_inch() -> None:
    assert print_width_cm(200) == 2.54
    assert print_width_cm(4000) == pytest.approx(50.8)


@pytest.mark.parametrize(
    ("width", "height", "enough"),
    [(4000, 3000, True), (3000, 4000, True), (788, 500, True), (500, 788, True), (787, 787, False), (60, 40, False)],
)
def test_a_photo_is_large_enough_by_its_longer_side(width: int, height: int, enough: bool) -> None:
    assert large_enough(width, height) is enough


def test_the_pixels_that_are_asked_for_are_enough_and_one_less_is_not() -> None:
    assert print_width_cm(pixels_needed()) >= NARROWEST_CM
    assert print_width_cm(pixels_needed() - 1) < NARROWEST_CM
