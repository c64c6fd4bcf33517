import pytest

from tests.rules.chinese.copy import article, only, said
from tests.rules.harness import found

RULE = "unplaced-place"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("傍晚，青渡镇沙湾村亮起了车灯。", "青渡镇"),
        ("傍晚，在青渡镇沙湾村，车灯亮了。", "青渡镇"),
        ("沙湾村村民赶着夜色下种。", "沙湾村"),
        ("记者来到柳河乡政府。", "柳河乡"),
        ("全市秋播进入尾声，仁兴街道电业社区清扫楼道。", "仁兴街道"),
        ("电业社区党支部清扫楼道。", "电业社区"),
    ],
)
def test_a_place_without_its_county_is_found(body: str, place: str) -> None:
    assert said(body, RULE) == [f"“{place}”: of which county or city?"]


@pytest.mark.parametrize(
    "body",
    [
        "望江区青渡镇沙湾村亮起了车灯。",
        "石桥县的集市热闹。\n\n青渡镇沙湾村亮起了车灯。",
        "青渡镇沙湾村地处望江区。",
        "他说：“青渡镇沙湾村亮起了车灯。”",
        "示范村村民、贫困村党支部、特色小镇政府、各乡镇政府、全村村民都来了。",
        "三个村党支部、该村村民、邻村村民、行政村村委会。",
        "乡村振兴、农村、城镇、街道、社区。",
        "走进青渡，小镇很美。",
    ],
)
def test_a_placed_one_and_what_is_no_name_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "望江区秋播过九成"},
        {"dateline": "石桥县"},
        {"credit_line": "本报石桥县讯"},
        {"kind": "commentary", "byline": "[{name: 姓名}]"},
    ],
)
def test_a_county_above_the_copy_is_enough_and_a_commentary_is_let_be(fields: dict[str, str]) -> None:
    assert said("青渡镇沙湾村亮起了车灯。", RULE, **fields) == []


def test_a_paper_may_know_its_towns() -> None:
    settings = "rules: {unplaced-place: {known: [青渡镇]}}\n"

    assert found(article("青渡镇沙湾村亮起了车灯。"), RULE, settings=settings) == []


def test_it_stands_at_the_name_and_is_said_once() -> None:
    finding = only(found(article("夜里，在青渡镇沙湾村。\n\n柳河乡政府派了人。"), RULE))

    assert (finding.line, finding.column, finding.length, finding.count) == (6, 5, 3, 1)


@pytest.mark.parametrize("unit", ["镇", "“青渡镇党委", "青渡镇党委", "全村村民"])
def test_it_is_quick_with_a_huge_text(unit: str) -> None:
    assert len(said("“" + unit * 200_000, RULE)) == 0
