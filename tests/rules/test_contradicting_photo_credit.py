import pytest

from newsroom.locale import speak
from tests.rules.credits import faults, story, with_photo
from tests.rules.harness import found

RULE = "contradicting-photo-credit"
OWEN = "[{role: Photographer, name: Owen Sandoval}]"


def said(caption: str, credit: str = "通讯员 王嘉琦 摄", language: str = "zh-CN") -> list[str]:
    speak("zh-CN")
    return [finding.message for finding in found(with_photo(caption, credit), RULE, language=language)]


@pytest.mark.parametrize(
    "caption",
    [
        "农机手在地头。本报通讯员 芦鑫鑫 摄",
        "农机手在地头。\\n本报通讯员 芦鑫鑫 摄",
        "农机手在地头 本报通讯员 芦鑫鑫 摄",
        "农机手在地头。（芦鑫鑫 摄）",
        "农机手在地头。(本报记者 芦鑫鑫摄)",
        "农机手在地头（本报记者芦鑫鑫摄影）。",
        "农机手在地头。芦鑫鑫/摄",
        "农机手在地头。（王嘉琦 芦鑫鑫 摄）",
        "农机手在地头。 芦鑫鑫 供图",
        "农机手在地头。新华社发（芦鑫鑫 摄）",
        "左图：播种。（王嘉琦 摄）右图：浇水。（芦鑫鑫 摄）",
    ],
)
def test_another_photographer_in_the_caption_is_told_of(caption: str) -> None:
    assert said(caption) == ["图片说明里署的是“芦鑫鑫”，图片署名是“王嘉琦”"]


def test_it_stands_where_the_name_does() -> None:
    (finding,) = found(with_photo("农机手在地头。本报通讯员 芦鑫鑫 摄"), RULE)

    assert (finding.field, finding.line, finding.column, finding.length) == ("photos[0].caption", 9, 28, 3)


@pytest.mark.parametrize(
    "caption",
    [
        "农机手在地头。本报通讯员 王嘉琦 摄",
        "农机手在地头。",
        "农机手在地头。（受访者供图）",
        "农机手在地头。（县委宣传部供图）",
        "农机手在地头。（图书馆供图）",
        "农机手在地头。（资料图片）",
        "农机手在地头。（视频截图）",
        "由航拍器拍摄。",
        "这张照片由王明拍摄。",
        "11月16日，张三在地头拍摄。",
        "摄影师张三在地头。",
        "张三的摄影展开幕。",
        "",
    ],
)
def test_a_caption_that_agrees_or_credits_nobody_is_let_be(caption: str) -> None:
    assert said(caption) == []


def test_a_photo_without_a_credit_is_let_be() -> None:
    assert said("农机手在地头。（芦鑫鑫 摄）", "") == []
    assert said("农机手在地头。（芦鑫鑫 摄）", "[{role: 摄影}]") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Hal tests lights. Photo by Jane Doe",
        "Hal tests lights. (Photo by Jane Doe)",
        "Hal tests lights. Photo: Jane Doe/AP",
        "Hal tests lights. Photos by Jane Doe and Owen Sandoval",
        "Photo by Jane Doe",
    ],
)
def test_another_english_photographer_is_told_of(caption: str) -> None:
    assert said(caption, OWEN, "en") == ["图片说明里署的是“Jane Doe”，图片署名是“Owen Sandoval”"]


@pytest.mark.parametrize(
    "caption",
    [
        "Hal tests lights. Photo by Owen Sandoval.",
        "Hal tests lights. PHOTO BY OWEN SANDOVAL",
        "Hal holds a photo by Jane Doe of the bridge.",
        "Photo by Jane Doe shows the bridge.",
        "Hal tests lights. Photo courtesy of Linden Library",
        "Hal tests lights. Photo by the Courier staff",
    ],
)
def test_an_english_caption_that_agrees_or_credits_nobody_is_let_be(caption: str) -> None:
    assert said(caption, OWEN, "en") == []


def test_each_photo_has_its_own_credit() -> None:
    photos = """\
photos:
  - {file: a.jpg, caption: 一。（张三 摄）, credit: 张三 摄}
  - {file: b.jpg, caption: 二。（张三 摄）, credit: 李四 摄}
"""
    assert [it.field for it in found(story(photos=photos), RULE)] == ["photos[1].caption"]


@pytest.mark.parametrize("unit", ["（", "（张三摄", "摄", "Photo by A", "photo ", "张三 "])
def test_a_hostile_caption_is_read_in_time(unit: str) -> None:
    faults(with_photo(unit * (500_000 // len(unit)) + "摄"), RULE)
