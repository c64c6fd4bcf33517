import pytest

from newsroom.desk.setting_faults import setting_faults
from newsroom.locale import speak
from tests.rules.harness import paper


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("  missing-captoin: off\n", "there is no rule missing-captoin; did you mean missing-caption?"),
        ("  Missing_Caption: off\n", "there is no rule Missing_Caption; did you mean missing-caption?"),
        ("  nothing-like-it: off\n", "there is no rule nothing-like-it; see newsroom rules"),
        ("  long-headline: {maxx: 3}\n", "long-headline has no option maxx; did you mean max?"),
        ("  long-headline: {max: many}\n", "long-headline: max should be a number"),
        ("  long-headline: {max: [1, 2]}\n", "long-headline: max should be a number"),
        (
            "  long-headline: {stage: {daft: off}}\n",
            "long-headline: there is no stage daft; known are: draft, submitted, approved, published",
        ),
        ("  english: off\n", "english has no severity of its own: set it for each of its rules"),
        ("  long-headline: {kind: {brief: {mix: 3}}}\n", "long-headline has no option mix; did you mean max?"),
    ],
)
def test_what_is_not_there_is_said_with_its_line(settings: str, said: str) -> None:
    ((line, what),) = setting_faults(paper("rules:\n" + settings))

    assert what == said
    assert line == 6


def test_in_chinese_the_part_of_the_paper_is_named_in_chinese() -> None:
    speak("zh-CN")
    ((_line, what),) = setting_faults(paper("rules:\n  long-headline: {stage: {daft: off}}\n"))

    assert what.startswith("long-headline：没有这个阶段：daft；可以写：")


def test_what_is_there_is_passed_over() -> None:
    settings = "rules:\n  long-headline: {max: 9, severity: error, stage: {draft: off}, kind: {brief: {max: 7}}}\n"

    assert list(setting_faults(paper(settings))) == []
