import pytest

from tests.rules.harness import found

ARTICLE = """\
---
headline: %s
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
%s
"""
RULE = "headline-not-in-body"


@pytest.mark.parametrize(
    ("headline", "body", "ours", "theirs"),
    [
        ("望江区补种行道树1200棵", "计划补种行道树1300棵。", "1200棵", "1300棵"),
        ("店主民警接力，40分钟找到家人", "大家接力，45分钟找到家人。", "40分钟", "45分钟"),
        ("三条线路末班车延时", "区里四条线路末班车延至零点。", "三条", "四条"),
        ("九成受访者满意", "八成受访者满意。", "九成", "八成"),
        ("办好10件实事", "办好了12件实事。", "10件", "12件"),
        ("1340人参赛", "昨天有1430人到场比赛。", "1340人", "1430人"),
        ("《临江秋播图》展出", "《临江秋播园》在市文化馆展出。", "《临江秋播图》", "《临江秋播园》"),
        ("Three people hurt in crash", "Four people were hurt on Monday.", "Three people", "Four people"),
        ("31 years at the corner", "After 30 years at the corner, she left.", "31 years", "30 years"),
        ("1,340 cards come back", "People use 1,430 cards again.", "1,340 cards", "1,430 cards"),
        ("Harlow Bridge opens", "The red Harlaw Bridge opens.", "Harlow", "Harlaw"),
        ("Crossing guard Reyes retires", "Opal Rayes, 80, put down her sign.", "Reyes", "Rayes"),
        ("Hendry listens", "Old Hednry listens.", "Hendry", "Hednry"),
    ],
)
def test_what_the_body_says_otherwise_is_found(headline: str, body: str, ours: str, theirs: str) -> None:
    (finding,) = found(ARTICLE % (headline, body), RULE)
    assert finding.message == f"the headline says “{ours}”, the body “{theirs}”"
    assert finding.severity == "warning"


def test_a_precise_number_has_to_stand_in_the_body() -> None:
    (finding,) = found(ARTICLE % ("1341人参赛", "活动很热闹。"), RULE)
    assert finding.message == "the headline says “1341人”, the body does not"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("望江区补种行道树1200棵", "其中香樟700棵、栾树500棵。"),
        ("望江区补种行道树1200棵", "补种行道树1,200棵。"),
        ("望江区补种行道树1200棵", "补种行道树一千二百棵。"),
        ("望江区补种行道树1200棵", "补种行道树1187棵。"),  # rounded
        ("望江区补种行道树1.2万棵", "补种行道树11980棵。"),
        ("40分钟找到家人", "接力，四十分钟找到家人。路上用了25分钟。"),
        ("三条线路末班车延时", "3条线路末班车延至零点。"),
        ("九成受访者满意", "92.6%受访者满意。"),
        ("冬小麦播种过九成", "已播86.3%。"),
        ("10条措施稳岗", "一是减税，二是贷款。"),
        ("新增300个车位", "新增150个岗位。"),
        ("一枚布标送老人回家", "两枚布标。"),
        ("2026年新增300人", "去年100人，今年200人。"),
        ("《一村一档》", "《一村一档》和《一村两档》。"),
        ("Three people hurt in crash", "A man and two women were hurt. About 20 people watched."),
        ("Marsh geese return", "We saw the geese in March at Cattail Marsh."),
        ("Library Drops Fees", "The Library drops fees. The Drop Box is open."),
        ("Reyes’ last day", "Opal Reyes put down her sign."),
        ("After three winters, a bridge opens", "After 3 winters, the bridge opens."),
    ],
)
def test_what_may_be_right_is_let_pass(headline: str, body: str) -> None:
    assert found(ARTICLE % (headline, body), RULE) == []


def test_without_a_body_there_is_nothing_to_compare() -> None:
    assert found(ARTICLE % ("1341人参赛", ""), RULE) == []


def test_deck_and_kicker_are_compared_too() -> None:
    copy = (ARTICLE % ("标题", "补种行道树1300棵。")).replace("section", "deck: 补种行道树1200棵\nsection")
    (finding,) = found(copy, RULE)
    assert (finding.field, finding.line, finding.column, finding.length) == ("deck", 3, 12, 5)


def test_a_huge_text_is_judged_in_time() -> None:
    for headline, body in (
        ("1棵2棵3棵4棵" * 30, "5棵" * 14_000),
        ("《甲乙丙》" * 60, "《甲乙丁戊》" * 4_000),
        ("Abcde " * 60, "x Abcdx " * 3_500),
    ):
        found(ARTICLE % (headline, body), RULE)
    assert found(ARTICLE % ("1200棵", "棵" * 1_000_000), RULE) == []
