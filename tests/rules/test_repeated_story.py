from dataclasses import replace

import pytest

from newsroom.model.article import Article
from newsroom.model.digest import Digest, digest_of
from newsroom.model.issue import Issue
from newsroom.rules.repeated_story import RepeatedStory
from newsroom.rules.rule import IssueCopy
from tests.rules.harness import found, paper
from tests.support.examples import story

RULE = "repeated-story"
SENTENCES = (
    "全市秋播已经进入尾声。",
    "冬小麦播种面积过了九成。",
    "农技员住在村里指导农户。",
    "合作社买了新的播种机。",
    "明年夏粮丰收有了基础。",
)
OTHERS = ("集市昨天搬进新的大棚。", "摊位比去年多了一倍。", "停车场能停三百辆车。", "早市从五点开到九点。")
TOLD = "".join(SENTENCES)


@pytest.mark.parametrize(
    ("body", "percent"),
    [
        (TOLD, 100),
        ("".join(SENTENCES[:3]), 100),  # cut down
        (TOLD + "".join(OTHERS), 100),  # and made longer
        (TOLD.replace("新的播种机", "三台播种机"), 60),
        ("\n\n".join(SENTENCES), 100),  # set otherwise
        ("".join(SENTENCES[:2]), None),  # too little to say
        ("".join((*SENTENCES[1:4], *OTHERS)), None),
        ("".join(OTHERS), None),
        ("", None),
    ],
)
def test_three_fifths_of_the_shorter_one_are_the_same_story(body: str, percent: int | None) -> None:
    findings = found(story("a", body=TOLD) + story("b", body=body, headline="秋播"), RULE)

    assert [it.message for it in findings] == (
        [f"{percent}% of the copy stands in issues/2022-10-12/articles/a.md, too"] if percent else []
    )


def test_the_later_one_is_at_fault() -> None:
    [finding] = found(story("a", body=TOLD) + story("b", body=TOLD), RULE)

    assert (finding.path, finding.severity) == ("issues/2022-10-12/articles/b.md", "warning")
    assert finding.help == "keep one: newsroom article remove 2022-10-12/b"


def test_of_the_issues_before_the_nearest_is_named() -> None:
    text = story("a", body=TOLD, day="2022-10-01") + story("a", body=TOLD, day="2022-10-11") + story("b", body=TOLD)

    [finding] = found(text, RULE)
    assert "issues/2022-10-11/articles/a.md" in finding.message


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ("2022-10-11", "status: killed\n"),  # it was not printed
        ("2022-10-11", "kind: notice\n"),  # a notice runs for several days
        ("2022-10-12-early", ""),  # another edition of the same day
    ],
)
def test_what_may_stand_again(before: str, more: str) -> None:
    earlier = story("a", body=TOLD, more=more).replace("articles/a.md", f"../{before}/articles/a.md")
    recent = _digests(earlier, before)

    assert not list(
        RepeatedStory().check_issue(_copy(_digests(story("b", body=TOLD, more=more), "2022-10-12"), recent))
    )


def test_a_notice_twice_in_one_issue_is_found() -> None:
    notice = "kind: notice\n"

    assert len(found(story("a", body=TOLD, more=notice) + story("b", body=TOLD, more=notice), RULE)) == 1


def test_killed_copy_repeats_nothing() -> None:
    assert not found(story("a", body=TOLD, more="status: killed\n") + story("b", body=TOLD), RULE)


def test_a_story_is_found_though_others_share_a_part_of_it() -> None:
    told = _digest(0, range(40))
    series = [_digest(number, [*range(20), *range(100 * number, 100 * number + 20)]) for number in range(1, 30)]

    faults = list(RepeatedStory().check_issue(_copy([told, *series, _digest(99, range(40))], [])))

    assert [(fault.path, fault.values["other"]) for fault in faults] == [("articles/99.md", "articles/0.md")]


@pytest.mark.parametrize("shared", [38, 20])
def test_three_thousand_stories_that_are_nearly_the_same_are_not_compared_with_each_other(
    shared: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = [
        _digest(number, [*range(shared), *range(100 * number, 100 * number + 40 - shared)]) for number in range(1, 3001)
    ]
    looked_at: list[int] = []
    whole = Digest.__getattribute__

    def counted(self: Digest, name: str) -> object:
        if name == "sentences":
            looked_at.append(1)
        return whole(self, name)

    monkeypatch.setattr(Digest, "__getattribute__", counted)
    faults = list(RepeatedStory().check_issue(_copy(stories, [])))

    assert len(faults) == (2999 if shared == 38 else 0)
    assert len(looked_at) <= 3000 * 12


def _digest(number: int, sentences: object) -> Digest:
    issue = Issue("2022-10-12", "issues/2022-10-12")
    empty = digest_of(Article(id=str(number), issue=issue.id, path=f"articles/{number}.md"), issue, "zh-CN")
    return replace(empty, sentences=tuple(sentences))  # type: ignore[arg-type]


def _digests(text: str, day: str) -> list[Digest]:
    from newsroom.storage.article_file import read_article

    issue = Issue(day, f"issues/{day}")
    article = read_article(text.partition("\n")[2], id="a", issue=day, path=f"{issue.path}/articles/a.md", roles=())
    return [] if article.status == "killed" else [digest_of(article, issue, "zh-CN")]


def _copy(articles: list[Digest], recent: list[Digest]) -> IssueCopy:
    return IssueCopy(Issue("2022-10-12", "issues/2022-10-12"), paper(), articles, recent)
