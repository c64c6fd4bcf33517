import pytest

from newsroom.desk.setting_faults import setting_faults
from newsroom.storage.paper_file import read_paper
from tests.rules.english.bodies import found_in

RULE = "percent-style"
BRITISH = "It rose 5 per cent."


@pytest.mark.parametrize(
    ("settings", "is_british"),
    [
        ("", False),
        ("rules: {percent-style: {edition: uk}}\n", True),
        ("rules: {english: {edition: uk}}\n", True),
        ("rules: {english: {edition: uk}, percent-style: {edition: us}}\n", False),
        ("rules: {english: {kind: {notice: {edition: uk}}}}\n", True),
        ("rules: {english: {kind: {brief: {edition: uk}}}}\n", False),
        ("rules: {percent-style: {edition: [uk, us]}}\n", False),
        ("rules: {english: {edition: fr}}\n", False),
    ],
)
def test_the_edition_is_that_of_the_rule_else_of_the_pack_else_american(settings: str, is_british: bool) -> None:
    assert (found_in(BRITISH, RULE, settings) == []) == is_british


def test_the_setting_of_the_pack_is_known_with_its_options() -> None:
    paper = "name: Linden Courier\nlanguage: en\nrules: {english: {edition: uk}}\n"
    assert list(setting_faults(read_paper(paper))) == []
    assert [line for line, _ in setting_faults(read_paper(paper.replace("edition", "editon")))] == [3]
