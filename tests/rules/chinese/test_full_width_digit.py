from tests.rules.chinese.copy import article, mended, mended_body, only, said
from tests.rules.harness import found

RULE = "full-width-digit"


def test_full_width_digits_and_letters_are_found_once_and_mended() -> None:
    text = article("截至１０月１１日，已播４６．３万亩，占５０．５％。", headline="村村通上５Ｇ")
    finding = only(found(text, RULE))

    assert (finding.line, finding.column, finding.count) == (2, 15, 5)
    assert "headline: 村村通上5G\n" in mended(text, RULE)
    assert "截至10月11日，已播46.3万亩，占50.5%。" in mended(text, RULE)


def test_half_width_ones_and_full_width_marks_are_let_be() -> None:
    assert said("占5％，（WTO）：10月＋1，～", RULE) == []


def test_a_full_width_comma_between_them_may_part_two_numbers() -> None:
    assert mended_body("第３，５号楼", RULE) == "第3，5号楼"
