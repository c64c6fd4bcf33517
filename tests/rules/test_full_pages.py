import pytest

from tests.rules.harness import found
from tests.support.examples import plan, story

BODY = "播" * 100  # 字


def on(page: str, name: str = "a", body: str = BODY) -> str:
    return story(name, more=f"page: {page}\n", body=body)


def rules(text: str, *, settings: str = "", stage: str = "submitted") -> list[str]:
    return [
        it.rule
        for rule in ("overfull-page", "underfull-page")
        for it in found(text, rule, settings=settings, stage=stage)
    ]


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (181, ["overfull-page"]),
        (182, []),  # 200 are not more than a tenth over
        (200, []),
        (250, []),
        (251, ["underfull-page"]),
        (0, []),
    ],
)
def test_a_page_may_have_a_tenth_more_or_a_fifth_less(planned: int, said: list[str]) -> None:
    text = plan(f'{{page: "3", length: {planned}}}') + on("3") + on("3", "b")

    assert rules(text) == said


def test_it_is_said_in_the_plan_by_how_much() -> None:
    page = '{page: "3", length: 150}'
    [over] = found(plan(page) + on("3") + on("3", "b"), "overfull-page")
    [under] = found(plan(page) + on("3"), "underfull-page")

    assert over.message == "page 3 has 200 words, 50 more than planned"
    assert under.message == "page 3 has 100 words, 50 fewer than planned"
    assert (over.path, over.line, over.field) == ("issues/2022-10-12/issue.yaml", 3, "pages[0]")


def test_a_paper_sets_its_own_tolerance() -> None:
    text = plan('{page: "3", length: 150}') + on("3") + on("3", "b")

    assert rules(text, settings="rules: {overfull-page: {tolerance: 40}}\n") == []
    strict = "rules: {underfull-page: {tolerance: 0}}\n"
    assert rules(plan('{page: "3", length: 101}') + on("3"), settings=strict) == ["underfull-page"]


def test_pages_without_a_planned_length_or_without_copy_are_not_measured() -> None:
    assert rules(plan('{page: "3"}') + on("3")) == []
    assert rules(plan('{page: "1", length: 900}', '{page: "3"}') + on("3")) == []


def test_copy_on_a_spread_is_counted_to_the_spread() -> None:
    assert rules(plan("{page: 4-5, length: 100}") + on("4") + on("5", "b") + on("4-5", "c")) == ["overfull-page"]
    assert rules(plan('{page: "4", length: 10}', '{page: "5", length: 10}') + on("4-5")) == []


def test_while_copy_is_drafted_a_page_may_lack_some() -> None:
    assert rules(plan('{page: "3", length: 900}') + on("3"), stage="draft") == []
    assert rules(plan('{page: "3", length: 9}') + on("3"), stage="draft") == ["overfull-page"]


def test_killed_copy_takes_no_room() -> None:
    killed = story("b", more="page: 3\nstatus: killed\n", body=BODY)

    assert rules(plan('{page: "3", length: 100}') + on("3") + killed) == []
