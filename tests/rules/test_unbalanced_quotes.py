import pytest

from tests.rules.harness import found

RULE = "unbalanced-quotes"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


def messages(body: str) -> list[str]:
    return [finding.message for finding in found(ZH + body, RULE)]


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("“今年雨水足。他说。", 1),
        ("今年雨水足。”他说。", 7),
        ("把”抢墒“两个字写上。", 2),
        ("“甲“、“乙”", 1),
        ("「好。", 1),
        ('"好。他说。', 1),
        ("他说‘好。", 3),
        ("“他说‘好。”", 4),
        ("他说：好’。", 5),
    ],
)
def test_a_mark_without_its_fellow_is_found_where_it_stands(body: str, column: int) -> None:
    (finding,) = found(ZH + body, RULE)

    assert (finding.line, finding.column) == (7, column)


@pytest.mark.parametrize(
    "body",
    [
        "“一段。\n\n“二段。\n\n“三段。”",
        "“一段。\n\n## 小标题\n\n“二段。”",
        '"First para.\n\n"Second para."',
        "don’t, ’90s, dogs’ and ‘em, rock ’n’ roll, in the ‘90s",
        "“‘Good,’ she said. I didn’t think.”",
        "“He’s 5’10” tall,” she said. The record is 12” wide.",
        '6\' 2" tall, 30" x 40" and 3" deep',
        "“标”“题”，「甲」『乙』，她说‘好’。",
        "“诗一行\n诗二行”",
        "```\n“\n```",
    ],
)
def test_marks_in_pairs_apostrophes_and_inches_are_left_alone(body: str) -> None:
    assert messages(body) == []


def test_of_a_quotation_in_paragraphs_the_last_one_has_to_close() -> None:
    (finding,) = found(ZH + "“第一段。\n\n“第二段。\n\n第三段。", RULE)

    assert finding.line == 9


def test_marks_that_stand_the_wrong_way_round_are_shown() -> None:
    assert messages("把”抢墒“两个字写上。") == ["the quotation marks stand the wrong way round: ”抢墒“"]


def test_headlines_and_captions_are_looked_at() -> None:
    text = ZH.replace("过九成", "过“九成") + "全市秋播进入尾声。"

    assert [finding.field for finding in found(text, RULE)] == ["headline"]


@pytest.mark.parametrize("mark", ["“", "”", "‘", '"'])
def test_a_huge_text_of_one_mark_ends(mark: str) -> None:
    assert len(messages(mark * 1_000_001)) == 1
