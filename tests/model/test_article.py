import pytest

from newsroom.model.article import Article, Photo
from newsroom.model.credit import Credit
from newsroom.model.issue import Issue, Page
from newsroom.model.kind import DEFAULT_KINDS, Kind
from newsroom.model.place import Place

ISSUE = Issue("2022-10-12", "issues/2022-10-12", pages=(Page("1"), Page("3", "社会")))


def article(**fields: object) -> Article:
    return Article(id="sowing", issue=ISSUE.id, path="issues/2022-10-12/articles/sowing.md", **fields)


PLACES = {"photos": Place(4, 1), "photos[0]": Place(5, 5, 9), "photos[0].credit": Place(7, 5), "headline": Place(2, 11)}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("headline", Place(2, 11)),
        ("deck", Place(1)),
        ("photos[0].caption", Place(5, 5, 9)),
        ("photos[0].credit", Place(7, 5)),
        ("photos[0].credit[1].name", Place(7, 5)),
        ("photos[1].caption", Place(4, 1)),
        ("byline[0].name", Place(1)),
        ("", Place(1)),
    ],
)
def test_a_missing_field_stands_at_what_misses_it(name: str, place: Place) -> None:
    assert article(places=PLACES).place(name) == place


@pytest.mark.parametrize(
    ("fields", "section"),
    [
        ({"section": "副刊", "page": "3"}, "副刊"),
        ({"page": "3"}, "社会"),
        ({"page": "1"}, ""),
        ({"page": "9"}, ""),
        ({}, ""),
    ],
)
def test_a_page_gives_its_section_to_articles_that_say_none(fields: dict[str, str], section: str) -> None:
    assert article(**fields).section_in(ISSUE) == section


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"headline": "冬小麦", "body": "正文"}, "冬小麦"),
        ({"photos": (Photo(caption="农机手\n在地头"),), "body": "正文"}, "农机手 在地头"),
        ({"body": "\n第一段。\n\n第二段。"}, "第一段。"),
        ({"body": "一" * 60}, "一" * 24 + "…"),
        ({}, "sowing"),
    ],
)
def test_an_article_is_called_by_what_it_has(fields: dict[str, object], title: str) -> None:
    assert article(**fields).title == title


def test_the_json_of_a_photo_has_its_three_parts_in_order() -> None:
    photo = Photo("a.jpg", "说明", (Credit("通讯员", "姓名"),))
    assert list(photo.as_json().items()) == [
        ("file", "a.jpg"),
        ("caption", "说明"),
        ("credit", [{"role": "通讯员", "name": "姓名"}]),
    ]


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        ("story", {"headline", "section", "byline", "body"}),
        ("brief", {"section", "byline", "body"}),
        ("photo", {"section", "photos"}),
        ("commentary", {"headline", "section", "byline", "body"}),
        ("notice", {"body"}),
    ],
)
def test_each_kind_needs_what_the_contract_says(kind: str, needs: set[str]) -> None:
    assert DEFAULT_KINDS[kind].needs == needs


def test_agency_copy_excuses_the_byline_of_stories_and_briefs_only() -> None:
    assert {kind.name for kind in DEFAULT_KINDS.values() if kind.source_for_byline} == {"story", "brief"}
    assert {kind.name for kind in DEFAULT_KINDS.values() if kind.name_is_enough} == {"commentary"}


@pytest.mark.parametrize(
    ("needs", "takes"), [({"photos"}, False), ({"photos", "body"}, True), ({"body"}, True), (set(), True)]
)
def test_only_a_picture_that_stands_alone_takes_no_body(needs: set[str], takes: bool) -> None:
    assert Kind("x", frozenset(needs)).takes_body is takes
