"""Copy that is made to be slow. What takes more than linear time does not end here."""

import datetime

import pytest

from newsroom.model.article import Article
from newsroom.model.issue import Issue
from newsroom.model.paper import Paper
from newsroom.rules.copy import Copy
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import Rule

SIZE = 100_000
PIECES = (
    "1", "1 ", "1 a ", "a", " ", "  ", "- ", "--", "a - b ", "“", '"', "’", "$1", "$1,000,000 ", "year old ",
    "1 year old ", "five dollars ", "percent ", "5 percent ", "7pm ", "November ", "November 18 ", "Ill., ",
    "in Ab, IL, ","Governor ", "Governor Ab ", "the Mayor, ", "“A,” he stated ",
    "a. 14 a ", "14 a.\n\n", "twelve dogs ", "3 dogs ", "the 3 dogs ",
    "A", "A ", "Ab ", "|", "\n", "it's ", "'", ", ", ". ",
)  # fmt: skip


@pytest.mark.parametrize("rule", [pytest.param(it, id=name) for name, it in all_rules().items() if it.language == "en"])
def test_a_huge_text_is_judged(rule: Rule) -> None:
    day = "2026-11-18"
    issue = Issue(day, f"issues/{day}", datetime.date.fromisoformat(day), 1, ())
    for piece in PIECES:
        body = f"’“x” Nov. {piece * (SIZE // len(piece))}"
        copy = Copy(Article(id="a", issue=day, path="a", body=body, kind="notice"), issue, Paper("", "en", (), ()))
        assert sum(1 for _ in rule.check(copy)) <= len(body)
