import random

import pytest

from newsroom.locale import speak
from newsroom.model.finding import Finding, Report
from newsroom.model.text import display_width
from newsroom.reports.text import as_text, finding_lines

PATH = "issues/2022-10-12/articles/sowing.md"


def finding(**fields: object) -> Finding:
    values = {
        "rule": "missing-caption",
        "severity": "error",
        "path": PATH,
        "line": 12,
        "column": 5,
        "field": "photos[0].caption",
        "message": "the photo sowing.jpg has no caption",
        "help": "add a line",
        "length": 16,
        "excerpt": "  - file: sowing.jpg",
    }
    return Finding(**(values | fields))


def plain(text: str, kind: str) -> str:
    return text


def lines(found: Finding, width: int = 100) -> list[str]:
    return list(finding_lines(found, width=width, paint=plain))


def test_a_finding_is_a_line_its_excerpt_and_a_mark_with_the_way_out() -> None:
    assert lines(finding()) == [
        f"{PATH}:12:5: error: the photo sowing.jpg has no caption [missing-caption]",
        "   12 |   - file: sowing.jpg",
        "      |     ^^^^^^^^^^^^^^^^ add a line",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "mark"),
    [
        ("headline: 冬小麦播种过九成", 11, 8, " " * 10 + "^" * 16),
        ("标题: 冬小麦", 5, 3, " " * 6 + "^" * 6),
        ("标题冬: abc", 6, 3, " " * 8 + "^" * 3),
        ("a: Cafe\u0301 x", 10, 1, " " * 8 + "^"),
        ("a: 🎉b", 5, 1, " " * 5 + "^"),
        ("a: 冬小麦   ", 4, 6, " " * 3 + "^" * 6),
        ("\ta: b", 2, 1, " ^"),
        ("a: \x1bb", 5, 1, " " * 7 + "^"),
        ("a: 冬", 4, 9, " " * 3 + "^^"),
        ("a:", 3, 1, "  ^"),
    ],
)
def test_the_mark_stands_under_what_is_at_fault_by_display_width(
    excerpt: str, column: int, length: int, mark: str
) -> None:
    last = lines(finding(excerpt=excerpt, column=column, length=length))[-1]
    assert last == f"      | {mark} add a line"


@pytest.mark.parametrize("excerpt", ["", "   ", "---"])
def test_a_line_with_nothing_on_it_is_not_shown(excerpt: str) -> None:
    assert lines(finding(excerpt=excerpt, length=0, line=1, column=1)) == [
        f"{PATH}:1:1: error: the photo sowing.jpg has no caption [missing-caption]",
        "      | add a line",
    ]


def test_without_a_way_out_there_is_only_the_mark() -> None:
    assert lines(finding(help=""))[2:] == ["      |     ^^^^^^^^^^^^^^^^"]
    assert len(lines(finding(help="", length=0))) == 2


def test_a_way_out_that_does_not_fit_beside_the_mark_has_a_line_of_its_own() -> None:
    assert lines(finding(), width=36)[2:] == ["      |     ^^^^^^^^^^^^^^^^", "      | add a line"]


@pytest.mark.parametrize("width", [20, 30, 40, 79, 80, 120])
def test_no_excerpt_and_no_mark_is_wider_than_the_terminal(width: int) -> None:
    dice = random.Random(width)  # noqa: S311
    for _ in range(200):
        excerpt = "".join(dice.choices("冬小麦播种abc 🎉\t\x1b\u202e，。e\u0301", k=dice.randint(1, 120)))
        column = dice.randint(1, len(excerpt) + 1)
        found = finding(excerpt=excerpt, column=column, length=dice.randint(0, 60), help="")
        for line in lines(found, width)[1:]:
            assert display_width(line) <= width, excerpt


def test_of_a_long_line_the_place_at_fault_is_shown() -> None:
    found = finding(excerpt="冬" * 89 + "春夏" + "秋" * 100, column=90, length=2)
    excerpt, mark = lines(found, width=40)[1:3]

    assert "春夏" in excerpt
    assert "…" in excerpt[8:10]
    assert excerpt.endswith("…")
    assert display_width(excerpt) <= 40
    assert mark.startswith(" " * 6 + "|")
    assert display_width(excerpt[: excerpt.index("春")]) == mark.index("^")
    assert mark.count("^") == 4


@pytest.mark.parametrize("raw", ["\x1b]0;x\x07", "\x9b2J", "\r", "\u202e", "\u2028", "\x08", "\ufeff"])
def test_nothing_from_a_file_can_steer_the_terminal(raw: str) -> None:
    found = finding(excerpt=f"a: {raw}b", path=f"issues/a{raw}.md", column=4, length=3)
    shown = "\n".join(lines(found))
    for letter in raw:
        if not letter.isprintable():
            assert letter not in shown
    assert ascii(raw[0])[1:-1] in shown


def test_each_piece_is_painted_as_what_it_is() -> None:
    painted = list(finding_lines(finding(), width=100, paint=lambda text, kind: f"<{kind}>{text}</>"))
    assert painted == [
        f"<place>{PATH}:12:5:</> <error>error:</> the photo sowing.jpg has no caption [missing-caption]",
        "   12 |   - file: sowing.jpg",
        "      |     <error>^^^^^^^^^^^^^^^^</> <help>add a line</>",
    ] or painted == [
        f"<place>{PATH}:12:5:</> <error>error:</> the photo sowing.jpg has no caption [missing-caption]",
        "   12 |   - file: sowing.jpg",
        "      | <error>    ^^^^^^^^^^^^^^^^</> <help>add a line</>",
    ]


@pytest.mark.parametrize(
    ("articles", "findings", "last"),
    [
        (0, [], "0 articles, nothing wrong."),
        (1, [], "1 article, nothing wrong."),
        (7, ["error"], "7 articles, 1 error, 0 warnings. To have a rule explained: newsroom rules missing-caption"),
        (
            7,
            ["warning", "error", "error"],
            "7 articles, 2 errors, 1 warning. To have a rule explained: newsroom rules missing-caption",
        ),
    ],
)
def test_the_last_line_is_the_sum(articles: int, findings: list[str], last: str) -> None:
    report = Report(articles, [finding(severity=severity) for severity in findings])
    assert list(as_text(report, width=80, paint=plain))[-1] == last


def test_the_rule_to_read_about_is_that_of_the_first_error() -> None:
    report = Report(1, [finding(severity="warning", rule="a"), finding(rule="b")])
    assert list(as_text(report, width=80, paint=plain))[-1].endswith("newsroom rules b")


def test_the_sum_is_in_chinese_and_the_severity_stays_english() -> None:
    speak("zh-CN")
    said = list(as_text(Report(7, [finding()]), width=80, paint=plain))
    assert f"{PATH}:12:5: error:" in said[0]
    assert said[-1].startswith("7 篇稿件")
    assert said[-1].endswith("newsroom rules missing-caption")


def test_prose_is_folded_where_it_is_read_on_a_terminal() -> None:
    found = finding(help="word " * 30 + "end", length=0)

    lines = list(as_text(Report(12345, [found]), width=40, paint=plain, folds=True))

    assert lines[0].endswith(f"[{found.rule}]"), "the place stays on one line, for programs that look for it"
    assert len(lines) > 5
    assert max(map(display_width, lines[2:])) <= 40
    assert " ".join(line.strip(" |") for line in lines).count("word") == 30
