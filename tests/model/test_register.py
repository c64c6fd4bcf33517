import datetime

import pytest

from newsroom.model.near_form import NearForm, bigrams_of
from newsroom.model.register import Register, Term

DAY = datetime.date(2022, 10, 12)
KEPT = "铸牢中华民族共同体意识"


def pairs(text: str) -> frozenset[str]:
    return frozenset(bigrams_of(text.replace("\n", " ")))


def wrong(text: str, *terms: Term, day: datetime.date | None = DAY) -> list[str]:
    return [text[it.start : it.end] for it in Register(terms).wrong_in(text, pairs(text), day)]


def altered(text: str, *terms: Term, day: datetime.date | None = DAY) -> list[str]:
    return [text[it.start : it.end] for it in Register(terms).altered_in(text, pairs(text), day)]


def test_wrong_forms_are_found_wherever_they_stand() -> None:
    text = "高研说，高妍也说，高研笑。"
    assert wrong(text, Term(("高研", "高妍"), "高岩")) == ["高研", "高妍", "高研"]


def test_within_a_right_form_nothing_is_wrong() -> None:
    term = Term(("副区长",), "区委常委、副区长")
    assert wrong("区委常委、副区长到场，副区长讲话。", term) == ["副区长"]
    assert wrong("高岩松到场，高岩讲话。", Term(("高岩",), "高研"), Term(right="高岩松", kind="name")) == ["高岩"]


def test_the_longest_wrong_form_is_told_of() -> None:
    assert wrong("常委副区长到场。", Term(("副区长",), "区长"), Term(("常委副区长",), "常委")) == ["常委副区长"]


def test_a_form_of_latin_letters_is_a_whole_word() -> None:
    term = Term(("Kiev",), "Kyiv")
    assert wrong("Kiev, Kievan, McKiev, in Kiev.", term) == ["Kiev", "Kiev"]
    assert wrong("在Kiev举行", term) == ["Kiev"]


def test_a_form_may_stand_at_the_start_of_a_sentence() -> None:
    text = "E-mail us, or use e-mail."
    found = Register((Term(("e-mail",), "email"),)).wrong_in(text, pairs(text), DAY)
    assert [(text[it.start : it.end], it.right) for it in found] == [("E-mail", "Email"), ("e-mail", "email")]


def test_a_form_may_be_wrapped_over_two_lines() -> None:
    assert wrong("the Friends of\nHarlow Bridge met", Term(("Friends of Harlow Bridge",), "Bridge Friends")) == [
        "Friends of\nHarlow Bridge"
    ]


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        (None, None, None, True),
        (DAY, None, None, False),
        (DAY, DAY, DAY, True),
        (None, DAY, DAY + datetime.timedelta(1), False),
        (DAY, None, DAY - datetime.timedelta(1), False),
    ],
)
def test_an_entry_holds_from_one_day_to_another(
    since: datetime.date | None, until: datetime.date | None, day: datetime.date | None, holds: bool
) -> None:
    term = Term(("高研",), "高岩", since=since, until=until)
    assert bool(wrong("高研", term, day=day)) == holds
    assert bool(altered("筑牢中华民族共同体意识", Term(keep=KEPT, since=since, until=until), day=day)) == holds


@pytest.mark.parametrize(
    "near",
    [
        "筑牢中华民族共同体意识",  # another first one
        "铸劳中华民族共同体意识",
        "铸牢中华民族的共同体意识",
        "铸牢中华民共同体意识",
        "铸牢中华民族共同意识",
        "铸牢中化民族共同体意事",
        "铸牢中华民族命运共同体意识",
    ],
)
def test_an_altered_wording_is_found(near: str) -> None:
    assert altered(f"学校以{near}为主线。", Term(keep=KEPT)) == [near]
    assert altered(f"{KEPT}，{near}", Term(keep=KEPT)) == [near]


@pytest.mark.parametrize(
    "text",
    [
        KEPT,
        f"{KEPT}{KEPT}",
        "增强中华民族共同体意识",
        "中华民族共同体意识",
        "铸牢“中华民族共同体意识”",
        "铸牢中华民族\n共同体意识",
        "铸牢中华民族共同体。意识形态",
        "中华民族，共同富裕，意识到",
        "",
    ],
)
def test_another_phrase_or_other_marks_are_no_alteration(text: str) -> None:
    assert altered(text, Term(keep=KEPT)) == []


def test_a_form_that_the_register_names_is_no_alteration() -> None:
    near = "筑牢中华民族共同体意识"
    assert altered(near, Term(keep=KEPT), Term(right=near)) == []
    assert altered(near, Term(keep=KEPT), Term((near,), KEPT)) == []


def test_of_a_short_wording_one_character_within_may_differ() -> None:
    assert altered("全过程人名民主，半过程人民民主，全程人民民主", Term(keep="全过程人民民主")) == [
        "全过程人名民主", "全程人民民主",
    ]  # fmt: skip


def test_known_names_are_those_of_people() -> None:
    terms = (Term(right="高岩", kind="name"), Term(("高妍",), "高研", kind="name"), Term(right="临江", kind="place"))
    assert Register(terms).known_names == {"高岩", "高研"}


def test_anchors_never_touch() -> None:
    for length, count in ((6, 2), (9, 2), (10, 3), (30, 3)):
        form = NearForm.of("甲" * length, {"甲甲": 1})
        assert len(form.anchors) == count
        assert all(abs(a - b) > 1 for a in form.anchors for b in form.anchors if a != b)


def test_a_huge_register_and_a_huge_text() -> None:
    terms = [Term((f"错{number:05}字",), f"对{number:05}字") for number in range(10_000)]
    terms += [Term(keep=f"提法第{number:05}号全文") for number in range(5_000)]
    register = Register(tuple(terms))
    text = "错00042字" + "甲" * 1_000_000 + "提法第00042号会文"
    found = register.wrong_in(text, pairs(text), DAY)
    assert [it.right for it in found] == ["对00042字"]
    assert "提法第00042号全文" in [it.right for it in register.altered_in(text, pairs(text), DAY)]


def test_a_text_of_one_character_against_forms_of_it() -> None:
    text = "甲" * 300_000
    assert len(altered(text, Term(keep="甲" * 40 + "乙"))) < 2_000  # as many as anybody reads
    assert len(wrong(text, Term(("甲甲",), "乙乙"))) == 150_000
    assert wrong(text, Term(("乙甲",), "甲乙")) == []
