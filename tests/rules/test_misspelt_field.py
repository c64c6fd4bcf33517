import pytest

from newsroom.locale import speak
from tests.rules.harness import found

FIELDS = (
    "kicker",
    "headline",
    "deck",
    "section",
    "column",
    "page",
    "kind",
    "byline",
    "credit_line",
    "source",
    "dateline",
    "embargo",
    "length",
    "photos",
    "waive",
    "status",
    "title",
    "subtitle",
    "author",
    "authors",
    "correspondents",
)


def near(key: str, rest: str = "", language: str = "zh-CN") -> list[str]:
    return [one.help for one in found(f"---\n{key}: 秋播\n{rest}---\n", "misspelt-field", language=language)]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("headlin", "headline"),
        ("Headline", "headline"),
        ("HEADLINE", "headline"),
        ("headlien", "headline"),
        ("haedline", "headline"),
        ("headine", "headline"),
        ("headlime", "headline"),
        ("headlines", "headline"),
        ("Title", "title"),
        ("tilte", "title"),
        ("ByLine", "byline"),
        ("by-line", "byline"),
        ("by line", "byline"),
        ("bylines", "byline"),
        ("credit-line", "credit_line"),
        ("creditline", "credit_line"),
        ("Kicker", "kicker"),
        ("sections", "section"),
        ("seciton", "section"),
        ("pages", "page"),
        ("pgae", "page"),
        ("lenght", "length"),
        ("photo", "photos"),
        ("image", "photos"),
        ("hed", "headline"),
        ("dek", "deck"),
        ("standfirst", "deck"),
        ("waivers", "waive"),
        ("waived", "waive"),
        ("stauts", "status"),
        ("colum", "column"),
        ("correspondent", "correspondents"),
        ("标题", "headline"),
        ("主题", "headline"),
        ("引题", "kicker"),
        ("副题", "deck"),
        ("署名", "byline"),
        ("图片", "photos"),
        ("版次", "page"),
        ("版名", "section"),
        ("栏目", "column"),
        ("体裁", "kind"),
        ("通迅员", "通讯员"),
        ("字数", "length"),
        ("电头", "credit_line"),
        ('"标题："', "headline"),
    ],
)
def test_a_key_that_looks_like_a_field_names_the_field(key: str, field: str) -> None:
    assert near(key) == [f"write: {field}"]


@pytest.mark.parametrize(
    "key",
    [
        "note",
        "notes",
        "editor",
        "desk",
        "date",
        "tags",
        "slug",
        "id",
        "ticker",
        "state",
        "tile",
        "age",
        "pace",
        "kin",
        "king",
        "line",
        "deadline",
        "lead",
        "summary",
        "type",
        "category",
        "resources",
        "action",
        "priority",
        "series",
        "自己的",
        "责编",
        "备注",
        "摘要",
        "日期",
        "关键词",
        "记着",
        "版式",
        "主编",
        "图",
        "a" * 5000,
        "头" * 5000,
        "headline2",
        "photos[0]",
        "photo.file",
        "x-headline",
    ],
)
def test_a_papers_own_field_is_its_own(key: str) -> None:
    assert near(f'? "{key}"\n') == []


@pytest.mark.parametrize("key", [*FIELDS, "记者", "通讯员"])
def test_a_field_of_newsroom_is_none(key: str) -> None:
    text = f"---\n{key}:\n---\n"

    assert found(text, "misspelt-field") == []
    assert found(text, "unreadable-article") == []


def test_a_role_of_the_paper_is_a_field_too() -> None:
    assert near("Correspondent", language="en") == []
    assert near("correspondent", language="en") == ["write: Correspondent"]
    assert near("staff_writer", language="en") == ["write: Staff Writer"]
    assert near("Corespondent", language="en") == ["write: Correspondent"]
    assert near("通迅员", language="en") == []


def test_another_word_for_a_field_that_has_something_in_it_is_the_papers_own() -> None:
    assert near("标题", "headline: 冬小麦播种过九成\n") == []
    assert near("photo", "photos:\n  - sowing.jpg\n") == []
    assert near("字数", "length: 800\n") == []
    assert near("来源", "source: own\n") == []


def test_a_slip_is_one_also_beside_the_field_itself() -> None:
    assert near("Headline", "headline: 冬小麦播种过九成\n") == ["write: headline"]


def test_the_finding_stands_at_the_key() -> None:
    speak("zh-CN")
    (one,) = found("---\nheadline: 秋播\nHeadlin: 秋播\nnote: x\n---\n", "misspelt-field")

    assert (one.field, one.line, one.column, one.severity) == ("Headlin", 3, 1, "warning")
    assert (one.message, one.help) == ("字段“Headlin”newsroom 不认识", "应写：headline")
