import pytest

from tests.rules.english.bodies import UK, found_in, mended, messages

RULE = "time-style"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Come at 7pm Friday.", "Come at 7 p.m. Friday."),
        ("Come at 7 PM or 7:30AM.", "Come at 7 p.m. or 7:30 a.m."),
        ("Come at 7:00 p.m. or 07:15 P.M. today.", "Come at 7 p.m. or 7:15 p.m. today."),
        ("Come from 7-9pm.", "Come from 7-9 p.m."),
        ("Come from 9am-5pm.", "Come from 9 a.m.-5 p.m."),
        ("Come by 12 noon or 12 midnight.", "Come by noon or midnight."),
        ("Come at 7 p.m. in the evening.", "Come at 7 p.m."),
        ("“Come at 7pm,” she said.", "“Come at 7 p.m.,” she said."),
    ],
)
def test_a_time_gets_its_form(body: str, wanted: str) -> None:
    assert mended(body, RULE) == wanted


@pytest.mark.parametrize("body", ["Come at 12 p.m. sharp.", "Come at 12am."])
def test_twelve_is_for_a_person_to_mend(body: str) -> None:
    assert found_in(body, RULE)
    assert mended(body, RULE) == body


@pytest.mark.parametrize(
    "body",
    [
        "Come at 7 p.m. The 7:30 a.m. train is late, the 12:40 p.m. train is not.",
        "AM 740 plays 10 ampere hits; the 1010 AM band, 7 amps, 5 pmol, size 10 am I.",
        "Come at 10 o’clock in the morning, at noon, at 19:00.",
        "- 7pm: doors",
        "At 7 p.m., it ends. It ends at 7 p.m.",
    ],
)
def test_what_is_in_its_form_or_no_time_is_left_alone(body: str) -> None:
    assert found_in(body, RULE) == []


def test_in_britain_it_is_short() -> None:
    assert mended("Come at 7 p.m. on Friday or 7:30 PM.", RULE, UK) == "Come at 7pm on Friday or 7.30pm."
    assert found_in("Come at 7pm. It ends at 7.30am.", RULE, UK) == []
    assert mended("Come at 7.30 p.m. It ends.", RULE, UK) == "Come at 7.30 p.m. It ends."


def test_it_says_what_was_written() -> None:
    assert messages("Come at 7pm Friday.", RULE) == ["the time “7pm” is not in its form"]
