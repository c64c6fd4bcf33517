import pytest

from tests.rules.harness import found

RULE = "doubled-word"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("The the bridge", 5),
        ("at the the corner", 8),
        ("bridges bridges opened", 9),
        ("我们我们去", 3),
        ("农户进行进行指导", 5),
        ("完成了了任务", 4),
        ("正在在路上", 3),
        ("好的的事", 3),
        ("他是是站长", 3),
        ("水利局和和农业局", 5),
    ],
)
def test_a_word_that_stands_there_again_is_found_where_it_does(body: str, column: int) -> None:
    (finding,) = found(ZH + body, RULE)

    assert (finding.line, finding.column) == (7, column)


@pytest.mark.parametrize(
    "body",
    [
        "that that, had had, Duran Duran, New York New York, very very, really really",
        "The law came in in May. It goes on on Monday. By by-products, grade A a day, we’re we",
        "the\n\nthe end",
        "目的的，不了了之，为了了解，实实在在的，是是非非，和和气气，农业和和平，参与与会，记者记者节",
        "研究研究，讨论讨论，高高兴兴，慢慢看看，婚礼进行进行曲",
    ],
)
def test_what_is_doubled_on_purpose_is_left_alone(body: str) -> None:
    assert found(ZH + body, RULE) == []


def test_the_same_word_is_one_finding_with_a_count() -> None:
    (finding,) = found(ZH + "我们我们去，我们我们来。", RULE)

    assert finding.count == 2


@pytest.mark.parametrize("text", ["的", "和", "the ", "a ", "我们"])
def test_a_huge_text_of_one_word_ends(text: str) -> None:
    assert len(found(ZH + text * 500_000, RULE)) <= 1
