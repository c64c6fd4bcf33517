import pytest

from newsroom.locale import speak
from tests.rules.credits import story, with_photo
from tests.rules.harness import found

RULE = "doubled-credit"


@pytest.mark.parametrize(
    ("byline", "message"),
    [
        ("记者 张三、李四、张三", "署名里“张三”署了两次"),
        ("[{role: 记者, name: 张三}, {role: 通讯员, name: 张 三}]", "署名里“张 三”署了两次，一处是记者，一处是通讯员"),
        ("[{role: 记者, name: 张三}, {name: 张三}]", "署名里“张三”署了两次"),
        ("[{name: Jane Doe}, {name: JANE  DOE}]", "署名里“JANE  DOE”署了两次"),
    ],
)
def test_a_person_who_is_named_twice_is_told_of(byline: str, message: str) -> None:
    speak("zh-CN")

    assert [it.message for it in found(story(byline), RULE)] == [message]


def test_it_stands_at_the_second_one() -> None:
    (finding,) = found(story("\n  - {role: 记者, name: 张三}\n  - {role: 通讯员, name: 张三}"), RULE)

    assert (finding.field, finding.line, finding.column) == ("byline[1].name", 6, 23)


def test_a_photo_has_a_credit_of_its_own() -> None:
    assert [it.field for it in found(with_photo("播种。", "通讯员 高岩 高岩 摄"), RULE)] == ["photos[0].credit[1].name"]
    assert found(with_photo("播种。", "通讯员 高岩 摄"), RULE) == []


@pytest.mark.parametrize(
    "byline",
    [
        "记者 张三 通讯员 李四",
        "记者 张三、张三丰",
        "[{role: 记者}, {role: 记者}]",
        "",
        "[{name: Jane Doe}, {name: Jane Dow}]",
    ],
)
def test_people_who_are_named_once_are_let_be(byline: str) -> None:
    assert found(story(byline), RULE) == []
