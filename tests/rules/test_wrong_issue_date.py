from newsroom.desk.explain import findings_in
from newsroom.model.issue import POOL, Issue
from newsroom.rules.copy import IssueCopy
from newsroom.rules.engine import Judge
from newsroom.storage.paper_file import read_issue
from tests.rules.harness import paper


def test_a_date_from_another_issue_is_an_error_where_it_stands() -> None:
    (one,) = findings_in("==> issue.yaml <==\nnumber: 10234\ndate: 2022-10-11\n")

    assert (one.rule, one.severity, one.path) == ("wrong-issue-date", "error", "issues/2022-10-12/issue.yaml")
    assert (one.field, one.line, one.column, one.length) == ("date", 2, 7, 10)
    assert one.message == "the issue is dated 2022-10-11, its folder 2022-10-12"
    assert one.help == "write: 2022-10-12"


def test_an_evening_issue_is_of_its_day_and_the_pool_of_none() -> None:
    for issue_id, day in (("2022-10-12-evening", "2022-10-12"), (POOL, "2022-10-11"), ("2022-10-12", "")):
        issue = read_issue(f"date: {day}\n", Issue(issue_id, f"issues/{issue_id}"))
        assert Judge(paper(), "submitted").issue(IssueCopy(issue, paper(), []), lambda _path: None) == []
