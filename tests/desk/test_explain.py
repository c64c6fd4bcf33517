import pytest

from newsroom.desk.explain import lines_with_faults
from newsroom.rules.engine import all_rules


def at_fault(example: str, rule: str) -> list[str]:
    return [line for line, faults in lines_with_faults(example, rule) if faults]


def test_every_line_of_an_example_comes_once_and_in_order() -> None:
    for name, rule in all_rules().items():
        for example in (*rule.page.fails, *rule.page.passes):
            lines = [line for line, _ in lines_with_faults(example, name)]
            assert lines == example.rstrip("\n").split("\n"), name


@pytest.mark.parametrize("name", sorted(all_rules()))
def test_what_a_rule_finds_in_its_examples_stands_at_a_line_of_them(name: str) -> None:
    for example in all_rules()[name].page.fails:
        assert at_fault(example, name), example


def test_a_line_is_counted_in_its_file() -> None:
    story = "---\nheadline: 秋播\nsection: 社会\nbyline: 通讯员 姓名\n---\n"
    text = "全市秋播进入尾声。冬小麦播种已经过了九成。农技员住在村里指导。\n"
    example = f"==> articles/one.md <==\n{story}{text}==> articles/two.md <==\n{story}{text}"

    (index,) = [at for at, (_, faults) in enumerate(lines_with_faults(example, "repeated-story")) if faults]
    assert index == 13


def test_an_example_of_one_file_is_an_article_or_a_plan() -> None:
    assert at_fault("---\nheadline: 秋播\nkind: essay\n---\n正文。\n", "unknown-kind") == ["kind: essay"]
    assert at_fault("date: 2022-02-31\n", "unreadable-issue") == ["date: 2022-02-31"]
