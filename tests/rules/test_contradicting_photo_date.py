import datetime

import pytest

from newsroom.rules._caption_dates import date_said
from tests.rules.harness import found
from tests.support.examples import with_photo

RULE = "contradicting-photo-date"
ISSUED = datetime.date(2022, 10, 12)


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("10月9日，农机手在地头。", "2022-10-09"),
        ("10月9日傍晚，农机手在地头。", "2022-10-09"),
        ("10月9日（星期日）上午，农机手在地头。", "2022-10-09"),
        ("▲2022年10月9日，农机手在地头。", "2022-10-09"),
        ("12月30日，农机手在地头。", "2021-12-30"),  # last year's: the issue is of October
        ("图为10月9日拍摄的播种现场。", "2022-10-09"),
        ("10月1日，芦江大桥通车。这是10月9日拍摄的大桥。", "2022-10-09"),
        ("Ann Roe sows wheat Sunday, Oct. 9.", "2022-10-09"),
        ("Ann Roe sows wheat Sunday, October 9, 2022, near Linden.", "2022-10-09"),
        ("Ann Roe hangs a sign Sunday, Oct. 9. The fair opens Friday, Oct. 21.", "2022-10-09"),
    ],
)
def test_the_day_that_a_caption_says(caption: str, day: str) -> None:
    assert date_said(caption, ISSUED) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    "caption",
    [
        "农机手在地头。",
        "10月9日投入使用的播种机。",
        "展览持续到10月9日，免费参观。",
        "10月9日至10月11日，农机手在地头。",
        "10月9日，农机手在地头。10月11日播种结束。",
        "10月9日，农机手在地头。（资料图片）",
        "10月20日，集市将开张。",
        "13月9日，农机手在地头。",
        "2月30日，农机手在地头。",
        "2023年10月9日，农机手在地头。",
        "9日，农机手在地头。",
        "Ann Roe stands in the house rebuilt after the fire Monday, Oct. 3.",
        "The fair closes by Sunday, Oct. 9.",
        "Ann Roe in a file photo of Sunday, Oct. 9.",
        "Ann Roe sows wheat on Oct. 9.",
        "Ann Roe prepares Friday, Oct. 21.",
        "Ann Roe sows wheat Sunday, Oct. 39.",
        "月日，",
    ],
)
def test_a_caption_that_says_no_day_for_sure_says_none(caption: str) -> None:
    assert date_said(caption, ISSUED) is None


@pytest.mark.parametrize(
    ("taken", "is_other"),
    [
        ("2022-10-09 09:12", False),
        ("2022-10-08 23:59", False),  # the camera's clock stands in another time zone
        ("2022-10-10 00:01", False),
        ("2022-10-07 09:12", True),
        ("2022-10-11", True),
        ("2021-10-09 09:12", True),
        ("2015-01-01 00:00", False),  # a clock that nobody has set
        ("2023-10-07 09:12", False),
        ("2022-10-13 09:12", False),  # after the issue: it goes wrong
    ],
)
def test_two_days_off_are_another_day(taken: str, is_other: bool) -> None:
    assert bool(found(with_photo(f"taken: {taken}", caption="10月9日，农机手在地头。"), RULE)) == is_other


def test_a_print_that_was_photographed_is_no_contradiction() -> None:
    assert not found(with_photo("taken: 2022-10-07", caption="1976年10月9日，农机手在地头。"), RULE)


def test_both_days_are_named_at_the_caption() -> None:
    [finding] = found(with_photo("taken: 2022-10-06 08:00", caption="10月9日，农机手在地头。"), RULE)

    assert finding.message == "harvest.jpg was taken on 2022-10-06, its caption says 2022-10-09"
    assert (finding.field, finding.line, finding.severity) == ("photos[0].caption", 6, "warning")


@pytest.mark.parametrize("text", ["1月1日", "月日，", "Monday, ", "（", "摄"])
def test_a_caption_of_megabytes_says_nothing(text: str) -> None:
    assert date_said(text * 1_000_000, ISSUED) is None
