import pytest

from newsroom.locale import speak
from newsroom.model.article import Article
from newsroom.model.credit import Credit
from newsroom.model.digest import digest_of
from newsroom.rules._name_neighbours import Neighbours
from newsroom.rules.engine import all_rules
from newsroom.rules.rule import IssueCopy
from tests.rules.credits import ISSUE, story
from tests.rules.harness import found, paper

RULE = "misspelt-name"


def issue_of(*bylines: str, before: tuple[str, ...] = ()) -> str:
    files = [f"==> articles/a{at}.md <==\n{story(byline)}" for at, byline in enumerate(bylines)]
    files += [f"==> ../2022-10-11/articles/b{at}.md <==\n{story(byline)}" for at, byline in enumerate(before)]
    return "".join(files)


def names_found(
    usual: str, *others: str, times: int = 5, settings: str = "", language: str = "zh-CN"
) -> list[tuple[str, str]]:
    speak("zh-CN")
    bylines = [f"[{{role: 通讯员, name: {name}}}]" for name in [usual] * times + list(others)]
    findings = found(issue_of(*bylines), RULE, settings=settings, language=language)
    return [(it.path.rpartition("/")[2], it.message) for it in findings]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("王嘉琦", "王佳琦"),
        ("王嘉琦", "汪嘉琦"),
        ("尹莉丽", "尹丽莉"),
        ("欧阳娜娜", "欧阳娜"),
        ("欧阳娜", "欧阳娜娜"),
        ("阿布力孜·买买提", "阿布力孜·买买堤"),
        ("王嘉琦", "王 佳 琦"),
        ("Jane Calloway", "Jane Caloway"),
        ("Jane Calloway", "Jane Callowey"),
        ("Jane Calloway", "Jane Callloway"),
        ("Jane Calloway", "Jnae Calloway"),
        ("Jane Calloway", "JANE CALOWAY"),
    ],
)
def test_a_name_beside_one_that_is_often_credited_is_told_of(usual: str, other: str) -> None:
    assert names_found(usual, other) == [("a5.md", f"“{other}”只在这里署过名，“{usual}”在 5 篇稿件里署名")]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("王嘉琦", "王嘉琦"),
        ("王嘉琦", "王 嘉 琦"),
        ("王嘉琦", "李佳琦"),  # neither the family name nor the rest
        ("王嘉琦", "嘉王琦"),
        ("张三", "张山"),  # two letters
        ("张三丰", "张三"),
        ("第一小学", "第二小学校"),
        ("市第一中学", "市第二中学"),
        ("图书馆", "图书社"),
        ("Jo Li", "Jo Lu"),
        ("Jane A. Doe", "Jane B. Doe"),
        ("J. Calloway", "K. Calloway"),
        ("Jane Calloway", "Joan Callaway"),
        ("Desk 1 Courier", "Desk 2 Courier"),
    ],
)
def test_another_person_is_let_be(usual: str, other: str) -> None:
    assert names_found(usual, other) == []


def test_a_name_that_comes_twice_is_somebody() -> None:
    assert names_found("王嘉琦", "王佳琦", "王佳琦") == []


def test_how_often_is_the_papers_to_say() -> None:
    assert names_found("王嘉琦", "王佳琦", times=4) == []
    assert names_found("王嘉琦", "王佳琦", times=4, settings="rules: {misspelt-name: {often: 4}}\n")
    assert names_found("王嘉琦", "王佳琦", settings="rules: {misspelt-name: {names: [王佳琦]}}\n") == []
    assert names_found("王嘉琦", "王佳琦", settings="rules: {misspelt-name: {often: 0}}\n")


def test_the_issues_before_count() -> None:
    usual = ("通讯员 王嘉琦",) * 5

    (finding,) = found(issue_of("通讯员 王佳琦", before=usual), RULE)
    assert (finding.line, finding.severity) == (4, "warning")
    assert found(issue_of("通讯员 王佳琦", before=(*usual, "通讯员 王佳琦")), RULE) == []
    assert found(issue_of("通讯员 王嘉琦", before=(*usual, "通讯员 王佳琦")), RULE) == []


def test_two_people_of_one_byline_are_two_people() -> None:
    assert found(issue_of("通讯员 王嘉琦、王佳琦", *["通讯员 王嘉琦"] * 5), RULE) == []


def test_a_photo_credit_beside_the_byline_is_told_of() -> None:
    photo = story("通讯员 王嘉琦", photos="photos:\n  - {file: a.jpg, caption: 一。, credit: 王佳琦 摄}\n")
    text = issue_of(*["通讯员 王嘉琦"] * 5) + f"==> articles/z.md <==\n{photo}"

    assert [it.field for it in found(text, RULE)] == ["photos[0].credit[0].name"]


def test_a_name_in_one_article_is_told_once() -> None:
    photo = story("通讯员 王佳琦", photos="photos:\n  - {file: a.jpg, caption: 一。, credit: 王佳琦 摄}\n")
    text = issue_of(*["通讯员 王嘉琦"] * 5) + f"==> articles/z.md <==\n{photo}"

    assert [it.field for it in found(text, RULE)] == ["byline[0].name"]


def test_the_name_that_stands_more_often_is_meant() -> None:
    bylines = ["通讯员 王嘉琦"] * 5 + ["通讯员 王家琦"] * 7 + ["通讯员 王佳琦"]
    speak("zh-CN")

    (finding,) = found(issue_of(*bylines), RULE)
    assert "王家琦" in finding.message


def test_a_name_of_the_register_is_right() -> None:
    register = "==> register.yaml <==\nterms:\n  - {wrong: 王加琦, right: 王佳琦, kind: name}\n"

    bylines = ["通讯员 王嘉琦"] * 5 + ["通讯员 王佳琦"]
    assert found(issue_of(*bylines), RULE)
    assert found(issue_of(*bylines) + register, RULE) == []


def test_a_large_issue_is_looked_through_in_time() -> None:
    names = [f"王{chr(0x4E00 + 2 * at)}{chr(0x6000 + 3 * at)}" for at in range(600)]
    bylines = [(Credit("记者", names[at % 600]), Credit("通讯员", f"李{chr(0x4E00 + at)}")) for at in range(3_000)]
    bylines.append((Credit("记者", f"王鑫{names[0][2]}"),))
    digests = []
    for at, byline in enumerate(bylines):
        one = Article(id=str(at), issue=ISSUE.id, path=f"issues/2022-10-12/articles/{at}.md", byline=byline)
        digests.append(digest_of(one, ISSUE, "zh-CN"))

    (fault,) = all_rules()[RULE].check_issue(IssueCopy(ISSUE, paper(), digests))
    assert (fault.path, fault.values["usual"]) == ("issues/2022-10-12/articles/3000.md", names[0])


def test_a_hostile_name_is_looked_at_in_time() -> None:
    assert names_found("王" * 200_000, "李" * 200_000) == []


def test_neighbours_are_found_and_nothing_else() -> None:
    known = Neighbours(["abcd", "wxyz"])

    assert {name for name in ("abxd", "abd", "abcxd", "acbd", "xabcd", "bcd") if "abcd" not in known.of(name)} == set()
    assert [name for name in ("abyx", "ab", "dcba", "", "abcdxy") if list(known.of(name))] == []
