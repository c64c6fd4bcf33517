import pytest

from newsroom.locale import speak
from tests.rules.credits import with_photo
from tests.rules.harness import found

RULE = "unknown-role"


def said(credit: str, language: str = "zh-CN") -> list[tuple[str, str]]:
    speak("zh-CN")
    text = with_photo("播种。", credit)
    return [(it.message, it.help) for it in found(text, RULE, language=language)]


@pytest.mark.parametrize("credit", ["通迅员 高岩 摄", "[{role: 通迅员, name: 高岩}]"])
def test_a_misspelt_role_is_told_of_with_the_right_one(credit: str) -> None:
    assert said(credit) == [("图片署名：本报没有“通迅员”这种身份", "是不是“通讯员”？")]


def test_what_was_written_as_a_role_has_to_be_one() -> None:
    (finding,) = found(with_photo("播种。", "[{role: 志愿者, name: 高岩}]"), RULE)

    assert (finding.field, finding.line, finding.severity) == ("photos[0].credit[0].role", 10, "warning")
    assert "供图" in finding.help


def test_an_english_role_is_told_of() -> None:
    assert said("[{role: Photografer, name: Owen Sandoval}]", "en")[0][1] == "是不是“Photographer”？"


@pytest.mark.parametrize(
    "credit",
    [
        "通讯员 高岩 摄",
        "高岩 摄",
        "新华社 高岩 摄",
        "县融媒体中心 高岩 摄",
        "新华社记者 高岩 摄",
        "[{role: 四平日报通讯员, name: 高岩}]",
        "[{name: 高岩}]",
        "张三 李四 摄",
        "",
    ],
)
def test_a_role_of_the_paper_or_a_house_is_let_be(credit: str) -> None:
    assert said(credit) == []
