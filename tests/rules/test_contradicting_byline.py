import pytest

from newsroom.locale import speak
from tests.rules.credits import faults, story
from tests.rules.harness import found

RULE = "contradicting-byline"
RUTH = "[{role: Staff Writer, name: Ruth Calloway}]"


def said(body: str, byline: str = "通讯员 高岩", language: str = "zh-CN") -> list[str]:
    speak("zh-CN")
    return [finding.message for finding in found(story(byline, body), RULE, language=language)]


@pytest.mark.parametrize(
    "body",
    [
        "本报讯（通讯员 刘帅）为引导农村留守儿童，双辽市开展活动。",
        "本报讯(通讯员 刘帅)为引导农村留守儿童，双辽市开展活动。",
        "本报（通讯员 刘帅）为全面做好环境保洁工作，社区开展活动。",
        "本报北京11月16日电（记者 刘帅）双辽市开展活动。",
        "本报讯 记者刘帅报道：双辽市开展活动。",
        "本报通讯员 刘帅\n\n双辽市开展活动。",
        "□ 本报通讯员 刘 帅\n\n双辽市开展活动。",
        "**本报通讯员 刘帅**\n\n双辽市开展活动。",
        "走进村屯 宣讲政策\n\n——双辽市开展活动\n\n本报通讯员 刘帅\n\n双辽市开展活动。",
        "双辽市开展活动。（通讯员 刘帅）",
        "双辽市开展活动。(本报记者 刘帅)",
        "双辽市开展活动。\n\n本报通讯员 刘帅",
        "双辽市开展活动。" * 100 + "\n\n本报通讯员 刘帅\n",
        "双辽市开展活动。（通讯员 高岩 实习生 刘帅）",
    ],
)
def test_another_author_in_the_copy_is_told_of(body: str) -> None:
    names = ("刘帅", "刘 帅")

    (message,) = said(body)
    assert message in [f"稿内署的是“{name.replace(' ', '')}”，署名里是“高岩”" for name in names]


def test_it_stands_where_the_name_does() -> None:
    (finding,) = found(story(body="标题\n\n本报通讯员 刘帅\n\n双辽市开展活动。"), RULE)

    assert (finding.field, finding.line, finding.column, finding.length) == ("body", 10, 7, 2)


def test_another_role_is_told_of() -> None:
    assert said("本报记者 高岩\n\n双辽市开展活动。") == ["“高岩”在稿内是记者，在署名里是通讯员"]


@pytest.mark.parametrize(
    "body",
    [
        "本报讯（通讯员 高岩）双辽市开展活动。",
        "本报讯（通讯员 高 岩）双辽市开展活动。",
        "本报讯（全媒体通讯员 高岩）双辽市开展活动。",
        "双辽市开展活动。",
        "记者从双辽市气象局获悉，明天有雨。",
        "记者手记\n\n双辽市开展活动。",
        "记者调查\n\n双辽市开展活动。",
        "本报记者调查\n\n双辽市开展活动。",
        "通讯员培训班开班\n\n双辽市开展活动。",
        "记者 节 快乐\n\n双辽市开展活动。",
        "本报（第3版）曾报道双辽市开展活动。",
        "双辽市开展活动。\n\n本报通讯员 刘帅 摄",
        "双辽市开展活动。（通讯员 刘帅 摄）",
        "双辽市开展活动。（编辑 刘帅）",
        "“我是记者 刘帅”，他说。双辽市开展活动。",
        "双辽市开展活动。\n\n记者 刘帅 的故事，在当地流传。\n\n活动结束。",
        "",
    ],
)
def test_copy_that_agrees_or_credits_nobody_is_let_be(body: str) -> None:
    assert said(body) == []


@pytest.mark.parametrize("byline", ["", "[{role: 通讯员}]", "记者 张三 通讯员 刘帅"])
def test_a_byline_that_is_missing_or_has_the_name_is_let_be(byline: str) -> None:
    assert said("本报讯（通讯员 刘帅）双辽市开展活动。", byline) == []


@pytest.mark.parametrize(
    "body",
    [
        "By Jane Doe\n\nA story.",
        "By Jane Doe, Staff Writer\n\nA story.",
        "BY JANE DOE\n\nA story.",
        "**By Jane Doe**\n\nA.",
    ],
)
def test_another_english_author_is_told_of(body: str) -> None:
    (finding,) = found(story(RUTH, body), RULE, language="en")

    assert finding.line == 8
    assert "ruth calloway" in finding.message.lower()
    assert "jane doe" in finding.message.lower()


@pytest.mark.parametrize(
    "body",
    [
        "By Ruth Calloway\n\nA story.",
        "BY RUTH CALLOWAY\n\nA story.",
        "By Monday, the crew was done.",
        "By Noon the River Rose\n\nA story.",
        "By Land and Sea\n\nA story.",
        "By The Associated Press\n\nA story.",
        "A story by Jane Doe.",
    ],
)
def test_english_copy_that_agrees_or_credits_nobody_is_let_be(body: str) -> None:
    assert said(body, RUTH, "en") == []


@pytest.mark.parametrize("unit", ["记者 ", "（", "本报讯（记者 张三", "By A", "张", "\n", "）", " "])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    body = "本报" + unit * (2_000_000 // len(unit)) + "（记者 刘帅）"

    assert [it.values["name"] for it in faults(story(body=body), RULE)][-1:] == ["刘帅"]
