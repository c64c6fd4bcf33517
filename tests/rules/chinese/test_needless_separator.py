import pytest

from tests.rules.chinese.copy import article, mended_body, only, said
from tests.rules.harness import found

RULE = "needless-separator"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("书架上有《红楼梦》、《三国演义》和《水浒传》。", "书架上有《红楼梦》《三国演义》和《水浒传》。"),
        ("评出“好邻居”、“好儿媳”。", "评出“好邻居”“好儿媳”。"),
    ],
)
def test_a_separator_between_titles_or_quotations_is_found_and_left_out(typed: str, printed: str) -> None:
    assert said(typed, RULE)
    assert mended_body(typed, RULE) == printed


@pytest.mark.parametrize(
    "body",
    [
        "制定《发展规划》《推进方案》《意见（试行）》等文件。",
        "有《红楼梦》（曹雪芹）、《三国演义》、《水浒传》（施耐庵）。",
        "订有《人民日报》（海外版）、《光明日报》、《时代周刊》。",
        "有“好邻居”奖、“好儿媳”奖。",
        "坚持“取长补短、兼收并蓄”，有《甲》和《乙》。",
    ],
)
def test_a_separator_is_right_where_something_stands_between(body: str) -> None:
    assert said(body, RULE) == []


def test_the_same_several_times_is_one_finding_at_the_first() -> None:
    finding = only(found(article("有《甲》、《乙》、《丙》。\n\n又有《丁》、《戊》。"), RULE))

    assert (finding.line, finding.column, finding.count, finding.severity) == (6, 5, 3, "warning")


def test_a_huge_list_is_read_in_one_go() -> None:
    assert said("》（、《" * 300_000, RULE) == []
