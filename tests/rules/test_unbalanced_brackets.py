import pytest

from tests.rules.harness import found

RULE = "unbalanced-brackets"
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
        ("《秋播方案，要求。", 1),
        ("方案》要求。", 3),
        ("（设在镇里。", 1),
        ("镇里）的。", 3),
        ("[甲", 1),
        ("甲】", 2),
        ("（甲（乙）", 1),
        ("甲)。", 2),
        ("a) 甲(乙", 5),
    ],
)
def test_a_bracket_without_its_fellow_is_found_where_it_stands(body: str, column: int) -> None:
    (finding,) = found(ZH + body, RULE)

    assert (finding.line, finding.column) == (7, column)


@pytest.mark.parametrize(
    "body",
    [
        "（甲)，(乙）",
        "1) 甲\n2) 乙",
        "a) 甲；b) 乙，一）清沟；二）翻地",
        "好 :) 的，:-(",
        "see (https://a.cn/b_(c)). And (www.a.cn).",
        "[甲](http://a.cn/(b))",
        "《甲〈乙〉丙》，(甲(乙)丙)",
        "（编者按：甲。\n\n乙。）",
        "他说:(笑)好。",
    ],
)
def test_pairs_numbers_of_lists_smileys_and_addresses_are_left_alone(body: str) -> None:
    assert found(ZH + body, RULE) == []


def test_the_words_by_which_it_is_found_are_shown() -> None:
    (finding,) = found(ZH + "市里印发《秋播工作方案，要求抢墒下种。", RULE)

    assert finding.message == "a bracket is opened and not closed: 《秋播工作方案，要求…"
    assert finding.help == "type 》 where it ends"


@pytest.mark.parametrize("mark", ["（", "）", "《", "1)", "["])
def test_a_huge_text_of_one_mark_ends(mark: str) -> None:
    assert len(found(ZH + mark * 500_000, RULE)) == 1
