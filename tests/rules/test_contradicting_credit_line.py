import pytest

from newsroom.locale import speak
from tests.rules.credits import faults, story
from tests.rules.harness import found

RULE = "contradicting-credit-line"
TWO = "[{role: 记者, name: 张三}, {role: 通讯员, name: 李四光}]"
RUTH = "[{role: Staff Writer, name: Ruth Calloway}]"


def said(text: str, language: str = "zh-CN") -> list[str]:
    speak("zh-CN")
    return [finding.message for finding in found(text, RULE, language=language)]


def test_another_name_is_told_of_with_both() -> None:
    (finding,) = found(story(line="本报讯（通讯员 刘帅）"), RULE)

    assert (finding.line, finding.column, finding.length) == (5, 22, 2)
    assert said(story(line="本报讯（通讯员 刘帅）")) == ["电头署的是“刘帅”，署名里是“高岩”"]


@pytest.mark.parametrize(
    ("byline", "line", "message"),
    [
        (TWO, "本报讯（记者 张三）", "署名里有“李四光”，电头里没有"),
        ("通讯员 高岩", "本报讯（记者 张三 通讯员 高岩）", "电头里有“张三”，署名里没有"),
        ("通讯员 高岩", "本报记者 高岩", "“高岩”在电头里是记者，在署名里是通讯员"),
        ("通讯员 高岩", "高炎", "电头署的是“高炎”，署名里是“高岩”"),
        ("通讯员 高岩", "本报讯(通讯员 高炎)", "电头署的是“高炎”，署名里是“高岩”"),
        ("通讯员 高岩", "本报讯（通迅员 高岩）", "“高岩”在电头里是通迅员，在署名里是通讯员"),
        ("通讯员 高岩", "本报讯 通讯员高炎", "电头署的是“高炎”，署名里是“高岩”"),
        (TWO, "本报记者 张三、李四光", "“李四光”在电头里是记者，在署名里是通讯员"),
    ],
)
def test_what_differs_is_said(byline: str, line: str, message: str) -> None:
    assert said(story(byline, line=line)) == [message]


@pytest.mark.parametrize(
    ("byline", "line"),
    [
        (TWO, "本报讯（通讯员 李四光 记者 张 三）"),
        (TWO, "本报记者 张三 通讯员 李四光"),
        ("记者 张三、李四光", "本报讯（记者 张三、李四光）"),
        ("[{role: 记者, name: 张三}, {role: 摄影, name: 李四光}]", "本报讯（记者 张三）"),
        ("通讯员 高岩", "本报通讯员 高岩 摄影报道"),
        ("通讯员 高岩", "本报讯（通讯员 高岩 文/图）"),
        ("通讯员 高岩", "本报讯（通讯员高岩）"),
        ("通讯员 高岩", "本报讯（高岩）"),
        ("通讯员 高岩", "高岩"),
        ("高岩", "本报通讯员 高岩"),
        ("新华社记者 高岩", "新华社北京11月16日电（记者 高岩）"),
        ("记者 高岩", "本报讯（首席记者 高岩）"),
        ("通讯员 高岩", "本报讯"),
        ("通讯员 高岩", "本报综合消息"),
        ("通讯员 高岩", "综合新华社、人民网"),
        ("通讯员 高岩", "新华社北京11月16日电"),
        ("通讯员 高岩", ""),
        ("", "本报讯（通讯员 高岩）"),
        ("[{role: 通讯员}]", "本报讯（通讯员 高岩）"),
        ("通讯员 阿布力孜·买买提", "本报通讯员 阿布力孜•买买提"),
    ],
)
def test_what_agrees_or_names_nobody_is_let_be(byline: str, line: str) -> None:
    assert said(story(byline, line=line)) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("By Jane Doe", "电头署的是“Jane Doe”，署名里是“Ruth Calloway”"),
        ("By Ruth Calloway and Jane Doe", "电头里有“Jane Doe”，署名里没有"),
        ("By Ruth Calloway, Correspondent", "“Ruth Calloway”在电头里是Correspondent，在署名里是Staff Writer"),
    ],
)
def test_an_english_credit_line_is_compared(line: str, message: str) -> None:
    assert said(story(RUTH, line=line), "en") == [message]


@pytest.mark.parametrize(
    "line",
    [
        "By Ruth Calloway",
        "By RUTH CALLOWAY",
        "By Ruth Calloway, Staff Writer",
        "Staff Writer Ruth Calloway",
        "By Ruth Calloway, Linden Courier",
        "Staff report",
        "By the Courier staff",
        "By The Associated Press",
    ],
)
def test_an_english_credit_line_that_agrees_is_let_be(line: str) -> None:
    assert said(story(RUTH, line=line), "en") == []


def test_two_letters_that_begin_a_longer_name_are_another_person() -> None:
    assert said(story("通讯员 李四", line="本报讯（通讯员 李四光）")) == ["电头署的是“李四光”，署名里是“李四”"]


def test_a_hostile_credit_line_is_read_in_time() -> None:
    for unit in ("张", "（记者 ", "记者 张三 ", "By ", "A B, "):
        faults(story(line=f'"{unit * 200_000}"'), RULE)
