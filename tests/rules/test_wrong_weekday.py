import pytest

from tests.rules.harness import found

ARTICLE = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
%s
"""
RULE = "wrong-weekday"


@pytest.mark.parametrize(
    ("copy", "says"),
    [
        ("农机服务队10月14日（星期四）下乡。", "“10月14日（星期四）”: 2022-10-14 is 星期五"),
        ("农机服务队10月14日(周四)下乡。", "“10月14日(周四)”: 2022-10-14 is 周五"),
        ("农机服务队2026年11月20日星期四下乡。", "“2026年11月20日星期四”: 2026-11-20 is 星期五"),
        ("农机服务队10月16日礼拜六下乡。", "“10月16日礼拜六”: 2022-10-16 is 礼拜日"),
        ("去年10月14日（星期五）下过乡。", "“去年10月14日（星期五）”: 2021-10-14 is 星期四"),
        ("1月2日（周二）下乡。", "“1月2日（周二）”: 2023-01-02 is 周一"),  # the nearest one
        ("The market opens Thursday, Oct. 14.", "“Thursday, Oct. 14”: 2022-10-14 is Friday"),
        ("It opens on Monday, October 14, 2022, at noon.", "“Monday, October 14, 2022”: 2022-10-14 is Friday"),
        ("It opens on Monday 14 October 2022.", "“Monday 14 October 2022”: 2022-10-14 is Friday"),
        ("It opens Oct. 14 (Monday).", "“Oct. 14 (Monday)”: 2022-10-14 is Friday"),
        ("It opens Sat., Oct. 14.", "“Sat., Oct. 14”: 2022-10-14 is Friday"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_found(copy: str, says: str) -> None:
    (finding,) = found(ARTICLE % copy, RULE)
    assert finding.message == says
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "copy",
    [
        "农机服务队10月14日（星期五）下乡，10月16日周日返回，10月17日（周一）总结。",
        "2026年11月20日（星期五）22时至11月21日（星期六）6时停水。",
        "10月14日周一新到任。",  # a person
        "10月14日至10月16日（星期五至星期日）下乡。",
        "10月14日、10月15日（星期五、星期六）下乡。",
        "农历10月14日（星期一）下乡。",
        "当年10月14日（星期一）建校。",
        "1949年建校，那时的10月14日（星期五）还没有路。",
        "二〇二五年10月14日（星期二）建校。",
        "1949年的事。10月1日（星期六）是开学的日子。",
        "2月30日（星期一）没有这一天。",
        "On Friday and Saturday, Oct. 14 and 15, we sow.",
        "The fair, Friday-Sunday, Oct. 14-16, is free.",
        "It opens Friday, Oct. 14, 2022, and Saturday, Oct. 15.",
        "A vote on Tuesday, 14 of them against, ended it. Monday May came.",
    ],
)
def test_what_may_be_right_is_let_pass(copy: str) -> None:
    assert found(ARTICLE % copy, RULE) == []


def test_without_a_date_of_the_issue_only_a_date_with_its_year_is_judged() -> None:
    copy = ARTICLE.replace("headline:", "headline: 10月14日（星期四）\ndeck:") % "2022年10月14日（星期四）下乡。"
    assert len(found(copy, RULE)) == 2


def test_it_is_found_in_a_caption_with_its_place() -> None:
    photos = "photos:\n  - {file: sowing.jpg, caption: 10月14日（周四）下乡。, credit: 姓名 摄}\n---"
    (finding,) = found((ARTICLE % "全市秋播。").replace("---\n全市", photos + "\n全市"), RULE)
    assert (finding.field, finding.line, finding.column) == ("photos[0].caption", 7, 33)


def test_the_same_fault_twice_is_one_finding() -> None:
    (finding,) = found(ARTICLE % "10月14日（星期四）下乡。\n\n10月14日（星期四）返回。", RULE)
    assert finding.count == 2
    assert "(2 times)" in finding.message


def test_a_huge_text_is_judged_in_time() -> None:
    assert found(ARTICLE % ("1月" * 100_000 + "日周" * 50_000), RULE) == []
    assert found(ARTICLE % ("Monday, " * 30_000 + "Nov. " * 30_000), RULE) == []
