import pytest

from newsroom.locale import speak
from tests.rules.credits import faults, story
from tests.rules.harness import found

RULE = "missing-agency-credit"


def said(text: str, language: str = "zh-CN") -> list[str]:
    speak("zh-CN")
    return [finding.message for finding in found(text, RULE, language=language)]


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("新华社北京11月16日电（记者 张三）秋播结束。", "新华社"),
        ("新华社北京11月16日电 秋播结束。", "新华社"),
        ("据新华社电 秋播结束。", "新华社"),
        ("中新社上海16日电 秋播结束。", "中新社"),
        ("秋播结束。（据新华社）", "新华社"),
        ("秋播结束。(据新华社)\n", "新华社"),
        ("秋播结束。（新华社发）", "新华社"),
        ("秋播结束。（新华社记者 张三）", "新华社"),
        ("秋播结束。（据《人民日报》报道）", "人民日报"),
        ("秋播结束。（据四平日报）", "四平日报"),
        ("秋播结束。（来源：新华网）", "新华网"),
        ("秋播结束。（综合新华社、央视新闻）", "新华社、央视新闻"),
        ("新华社记者 张三\n\n秋播结束。", "新华社"),
    ],
)
def test_copy_of_an_agency_that_runs_as_our_own_is_told_of(body: str, agency: str) -> None:
    assert said(story(body=body)) == [f"稿件来自{agency}，来源却是本报"]


def test_it_stands_where_the_agency_is_named() -> None:
    (finding,) = found(story(body="秋播结束。（据新华社）"), RULE)

    assert (finding.field, finding.line, finding.column, finding.length) == ("body", 8, 6, 6)


def test_another_agency_than_the_source_is_told_of() -> None:
    assert said(story(body="秋播结束。（据新华社）", source="中新社")) == ["稿件里写的是新华社，来源却是中新社"]


def test_the_credit_line_is_looked_at() -> None:
    (finding,) = found(story(line="新华社北京11月16日电"), RULE)

    assert (finding.field, finding.line) == ("credit_line", 5)


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("新华社北京11月16日电 秋播结束。", "新华社"),
        ("秋播结束。（据新华社）", "新华网"),
        ("秋播结束。（据新华社）", "综合新华社、央视"),
        ("秋播结束。（据新华社）", "市委宣传部"),
        ("秋播结束。", "新华社"),
        ("据新华社报道，秋播结束。", ""),
        ("新华社记者来到临江，秋播结束。", ""),
        ("新华社11月16日的报道提到沙湾村。", ""),
        ("新华社创建于11月7日，靠手摇发电。", ""),
        ("秋播结束。（据统计）", ""),
        ("秋播结束。（据《史记》）", ""),
        ("秋播结束。（据临江日报）", ""),
        ("秋播结束（据新华社），临江下雨。", ""),
        ("新华社记者 张三 本报记者 高岩\n\n秋播结束。", ""),
    ],
)
def test_copy_that_says_so_or_only_mentions_an_agency_is_let_be(body: str, source: str) -> None:
    assert said(story(body=body, source=source)) == []


def test_a_reporter_of_the_agency_in_the_byline_says_so() -> None:
    assert said(story("新华社记者 张三", "新华社记者 张三\n\n秋播结束。")) == []


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("LONDON (AP) — A story.", "AP"),
        ("LINDEN, Ohio (AP) — A story.", "AP"),
        ("LONDON, Nov. 16 (Reuters) - A story.", "Reuters"),
        ("A story. (Reuters)", "Reuters"),
        ("By The Associated Press\n\nA story.", "Associated Press"),
    ],
)
def test_english_copy_of_an_agency_is_told_of(body: str, agency: str) -> None:
    assert said(story(body=body), "en") == [f"稿件来自{agency}，来源却是本报"]
    assert said(story(body=body, source=agency), "en") == []


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("LONDON (AP) — A story.", "The Associated Press"),
        ("By The Associated Press\n\nA story.", "AP"),
        ("The company (AP) said so.", ""),
        ("NASA (AP photo) — A story.", ""),
        ("The Associated Press contributed to this report.", ""),
        ("Residents of LINDEN (Reuters) — A story.", ""),
        ("By Monday, AP said so.", ""),
    ],
)
def test_english_copy_that_says_so_or_only_mentions_an_agency_is_let_be(body: str, source: str) -> None:
    assert said(story(body=body, source=source), "en") == []


@pytest.mark.parametrize("unit", ["新华社", "（据", "AB", "A (", "）", " ", "据新华社、"])
def test_hostile_copy_is_read_in_time(unit: str) -> None:
    assert faults(story(body=unit * (2_000_000 // len(unit))), RULE) == []
