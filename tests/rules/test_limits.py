"""The rules long-headline, long-kicker, long-deck, long-caption and long-body."""

import pytest

from newsroom.locale import speak
from newsroom.model.article import Article, Photo
from newsroom.model.issue import Issue
from newsroom.rules.copy import Copy
from newsroom.rules.engine import all_rules
from tests.rules.harness import findings, found, paper

SHORT = "冬小麦播种过九成"
LONG = "加强人才培养提高专业能力全力推进养老服务体系建设让市民安享幸福晚年"  # 33 字


def article(body: str = "全市秋播进入尾声。", **fields: str) -> str:
    given = {"headline": SHORT, "section": "社会", "byline": "通讯员 姓名", **fields}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in given.items()) + f"---\n{body}\n"


def with_caption(caption: str, kind: str = "story") -> str:
    return article(kind=kind, photos=f"\n  - file: sowing.jpg\n    caption: {caption}\n    credit: 通讯员 姓名 摄")


def test_a_headline_over_the_limit_is_marked_with_what_has_to_go() -> None:
    speak("zh-CN")
    (one,) = findings(article(headline=LONG))

    assert (one.rule, one.field, one.severity) == ("long-headline", "headline", "warning")
    assert (one.message, one.help) == ("主题 33 字，上限 30 字", "删 3 字")
    assert (one.line, one.column, one.length) == (2, 11, 33)


def test_the_english_interface_counts_the_characters_of_a_chinese_paper() -> None:
    (one,) = findings(article(headline=LONG))

    assert (one.message, one.help) == ("the headline has 33 characters, the limit is 30", "shorten it by 3")


@pytest.mark.parametrize(("size", "count"), [(30, 0), (31, 1)])
def test_the_limit_itself_is_still_kept(size: int, count: int) -> None:
    assert len(found(article(headline="字" * size), "long-headline")) == count


def test_a_number_or_a_latin_word_is_one_character() -> None:
    headline = "全市第23届Linden国际半程马拉松42.195公里赛道10月12日起试跑"

    assert len(headline) > 30
    assert found(article(headline=headline), "long-headline") == []


@pytest.mark.parametrize("written", [f"'{LONG}'", f'"{LONG}"', f">-\n  {LONG}"])
def test_a_headline_in_quotes_or_folded_is_counted_without_them(written: str) -> None:
    (one,) = found(article(headline=written), "long-headline")

    assert one.message == "the headline has 33 characters, the limit is 30"


@pytest.mark.parametrize(("words", "count"), [(15, 0), (16, 1)])
def test_an_english_headline_is_counted_in_words(words: int, count: int) -> None:
    headline = " ".join(["Sowing"] * words)
    text = article("The sowing is done.", headline=headline, section="News", byline="By Ann Lee, Correspondent")

    assert [one.message for one in found(text, "long-headline", language="en")] == [
        "the headline has 16 words, the limit is 15"
    ] * count


@pytest.mark.parametrize("rule", ["long-kicker", "long-deck"])
def test_kicker_and_deck_have_limits_of_their_own(rule: str) -> None:
    field = rule.removeprefix("long-")

    assert found(article(**{field: "字" * 40}), rule) == []
    assert [one.field for one in found(article(**{field: "字" * 61}), rule)] == [field]


def test_each_caption_that_is_too_long_is_a_finding_at_its_photo() -> None:
    photo = f"\n  - file: sowing.jpg\n    caption: {'字' * 130}\n    credit: 通讯员 姓名 摄"
    found_here = found(article(photos=photo + photo), "long-caption")

    assert [(one.field, one.line) for one in found_here] == [("photos[0].caption", 7), ("photos[1].caption", 10)]
    assert found_here[1].message == "the caption of photo 2 has 130 characters, the limit is 120"


def test_the_caption_of_a_picture_that_stands_alone_may_be_longer() -> None:
    assert found(with_caption("字" * 200, "photo"), "long-caption") == []
    assert len(found(with_caption("字" * 201, "photo"), "long-caption")) == 1
    assert len(found(with_caption("字" * 121), "long-caption")) == 1


def test_only_a_brief_has_a_longest_body_of_its_own_accord() -> None:
    body = "字" * 301

    assert [one.message for one in found(article(body, kind="brief"), "long-body")] == [
        "the body has 301 characters, the limit is 300"
    ]
    assert found(article(body), "long-body") == []


def test_paragraphs_and_markdown_count_nothing() -> None:
    assert found(article("\n\n".join(["字" * 10, "**" + "字" * 10 + "**"] * 15), kind="brief"), "long-body") == []


def test_a_paper_sets_its_own_limit() -> None:
    settings = "rules: {long-headline: {max: 8}, long-body: {max: 5}}\n"

    assert findings(article("全市秋播。"), settings=settings) == []
    assert [one.rule for one in findings(article(headline=SHORT + "半"), settings=settings)] == [
        "long-headline",
        "long-body",
    ]


@pytest.mark.parametrize("said", ["0", "many", "''"])
def test_a_limit_of_nothing_is_the_usual_one(said: str) -> None:
    settings = f"rules: {{long-headline: {{max: {said}}}}}\n"

    assert found(article(), "long-headline", settings=settings) == []
    assert len(found(article(headline=LONG), "long-headline", settings=settings)) == 1


@pytest.mark.parametrize(
    "within",
    ["kind: {commentary: {max: 5}}", "section: {经济: {max: 5}}", 'page: {"1": {max: 5}}', "page: {1: {max: 5}}"],
)
def test_a_limit_holds_only_for_the_kind_the_section_and_the_page_it_is_set_for(within: str) -> None:
    settings = f"rules: {{long-headline: {{max: 20, {within}}}}}\n"

    assert found(article(), "long-headline", settings=settings) == []
    (one,) = found(article(kind="commentary", section="经济", page="1"), "long-headline", settings=settings)
    assert one.message.endswith("the limit is 5")


def test_the_limit_of_a_page_is_stronger_than_that_of_a_kind_and_weaker_than_that_of_a_stage() -> None:
    settings = "rules: {long-headline: {kind: {story: {max: 1}}, page: {1: {max: 2}}, stage: {draft: {max: 3}}}}\n"

    assert "limit is 2" in found(article(page="1"), "long-headline", settings=settings)[0].message
    assert "limit is 3" in found(article(page="1"), "long-headline", settings=settings, stage="draft")[0].message


def test_a_rule_can_be_off_on_a_page() -> None:
    settings = 'rules: {long-headline: {page: {"1": off}}}\n'

    assert found(article(headline=LONG, page="1"), "long-headline", settings=settings) == []
    assert len(found(article(headline=LONG, page="3"), "long-headline", settings=settings)) == 1


@pytest.mark.parametrize("rule", [name for name in all_rules() if name.startswith("long-")])
def test_a_text_without_end_is_counted(rule: str) -> None:
    endless = "字" * 2_000_000 + " a" * 1_000_000
    lines = {"headline": endless, "kicker": endless, "deck": endless, "body": endless}
    issue = Issue("2022-10-12", "issues/2022-10-12")
    long = Article(id="a", issue=issue.id, path="", kind="brief", photos=(Photo(caption=endless),), **lines)

    (one,) = all_rules()[rule].check(Copy(long, issue, paper()))

    assert one.values["length"] == 3_000_000
