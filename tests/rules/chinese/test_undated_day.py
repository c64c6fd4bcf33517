import pytest

from tests.rules.chinese.copy import only, said, with_caption
from tests.rules.harness import found

RULE = "undated-day"


@pytest.mark.parametrize(
    "body",
    [
        "近日，铁西区清扫楼道。",
        "为保洁，近日，铁西区清扫楼道。",
        "记者日前从铁西区获悉，楼道已清扫。",
        "梨树县妇联日前组织培训。",
        "本报讯（通讯员 姓名）日前，楼道已清扫。",
        "日前，2022年培训班开班。",
    ],
)
def test_a_day_without_a_date_is_found(body: str) -> None:
    assert len(said(body, RULE)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "近日，铁西区清扫楼道，到10月11日扫完。",
        "日前，楼道已清扫。昨天又清扫了一次。",
        "11月20日前，楼道要清扫。",
        "国庆节日前，楼道要清扫；生日前，截止日前。",
        "附近日均车流上千辆。",
        "代表团日前往省城。",
        "最近日子好过了。",
    ],
)
def test_a_date_or_another_word_is_let_be(body: str) -> None:
    assert said(body, RULE) == []


@pytest.mark.parametrize(
    "fields", [{"dateline": "临江10月11日电"}, {"credit_line": "本报10月11日讯"}, {"deck": "10月11日起"}]
)
def test_a_date_in_a_line_above_the_copy_is_enough(fields: dict[str, str]) -> None:
    assert said("近日，铁西区清扫楼道。", RULE, **fields) == []


def test_a_caption_needs_its_own_date() -> None:
    finding = only(found(with_caption("日前，志愿者清扫楼道。", "10月11日，铁西区清扫楼道。"), RULE))

    assert (finding.field, finding.line, finding.column) == ("photos[0].caption", 7, 14)


def test_the_copy_and_a_caption_are_two_findings_each_at_the_first_word() -> None:
    findings = found(with_caption("日前，志愿者清扫楼道。", "日前，清扫楼道。\n\n日前，又清扫了一次。"), RULE)

    assert [(finding.field, finding.line, finding.count) for finding in findings] == [
        ("photos[0].caption", 7, 1),
        ("body", 10, 1),
    ]


def test_it_is_quick_with_a_huge_text() -> None:
    assert len(said("中日前" * 300_000 + "，近日，", RULE)) == 1
