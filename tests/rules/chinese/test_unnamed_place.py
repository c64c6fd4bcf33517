import pytest

from tests.rules.chinese.copy import article, only, said
from tests.rules.harness import found

RULE = "unnamed-place"


@pytest.mark.parametrize("place", ["我市", "我县", "我区", "我省", "我镇", "我校"])
def test_a_place_without_its_name_is_found(place: str) -> None:
    assert said(f"截至10月11日，{place}秋播过九成。", RULE) == [f"“{place}” without its name"]


@pytest.mark.parametrize(
    "body",
    [
        "他说：“我市秋播过九成。”",
        "他说：“我市秋播过九成。\n\n“我县也是。”",
        "印发《关于我市秋播的意见》。",
        "自我区分、自我镇定、敌我区别。",
        "他让我区分开，我省下钱，我镇静下来，我校对稿子。",
        "我记得，我校门口有一盏灯。",
        "我国秋播过九成。",
    ],
)
def test_quotations_titles_other_words_and_first_persons_are_let_be(body: str) -> None:
    assert said(body, RULE) == []


def test_a_paper_may_allow_one() -> None:
    text = article("截至10月11日，我市秋播过九成，我县过半。")

    findings = found(text, RULE, settings="rules: {unnamed-place: {allow: [我市]}}\n")
    assert only(findings).message == "“我县” without its name"
    assert found(text, RULE, settings="rules: {unnamed-place: {allow: 我市}}\n") == findings


def test_the_same_several_times_is_one_finding() -> None:
    finding = only(found(article("我市秋播过九成。\n\n我市不少人下田。", headline="我市秋播过九成"), RULE))

    assert (finding.field, finding.line, finding.column, finding.count) == ("headline", 2, 11, 3)


@pytest.mark.parametrize("unit", ["“我市", "我自", "“"])
def test_it_is_quick_with_a_huge_text(unit: str) -> None:
    assert said(unit * 300_000, RULE) == []
