import pytest

from newsroom.model.article import Article
from newsroom.model.locate import Locator
from newsroom.model.place import Place
from newsroom.storage.article_file import read_article

FILE = """\
---
headline: {headline}
photos:
  - file: a.jpg
    caption: {caption}
---
{body}
"""


def article(headline: str = "主题", caption: str = "说明", body: str = "正文。", ends: str = "\n") -> Article:
    text = FILE.format(headline=headline, caption=caption, body=body).replace("\n", ends)
    return read_article(text, id="a", issue="2022-10-12", path="a.md", roles=("记者",))


@pytest.mark.parametrize("body", ["第一段。\n\n他说，好。", "Cafe\u0301 和 한국 好。", "\r\n开头\r\n好。"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_stretch_of_the_body_is_found_in_the_file_whatever_its_form(body: str, ends: str) -> None:
    found = article(body=body, ends=ends)
    at = found.body.index("好")
    span = Locator(found).span("body", at, at + 2)

    assert span
    assert found.text[slice(*span)] == "好。"


@pytest.mark.parametrize("written", ["快讯,好", '"快讯,好"', "'快讯,好'"])
def test_a_stretch_of_a_field_is_found_behind_its_quotes(written: str) -> None:
    found = article(headline=written, caption=written)
    for field, value in (("headline", found.headline), ("photos[0].caption", found.photos[0].caption)):
        span = Locator(found).span(field, value.index(","), value.index(",") + 1)
        assert span
        assert found.text[slice(*span)] == ","


@pytest.mark.parametrize("written", [r'"快讯\u002C好"', "'it''s, so'", "快讯,\n      好"])
def test_a_text_that_yaml_writes_otherwise_has_no_stretch_in_the_file(written: str) -> None:
    found = article(caption=written)
    value = found.photos[0].caption

    assert "," in value
    assert Locator(found).span("photos[0].caption", value.index(","), value.index(",") + 1) is None


def test_a_field_that_is_not_there_has_none() -> None:
    assert Locator(article()).span("deck", 0, 1) is None


def test_a_place_counts_from_one_and_ends_with_its_line() -> None:
    locator = Locator(Article(id="a", issue="2022-10-12", path="a.md", text="一二三\n四五六\n"))

    assert locator.place(0, 2) == Place(1, 1, 2)
    assert locator.place(5, 7) == Place(2, 2, 2)
    assert locator.place(1, 6) == Place(1, 2, 2)
    assert locator.place(8, 8) == Place(3, 1, 0)
    assert locator.offset(Place(2, 2)) == 5


def test_a_line_of_a_file_that_is_no_text_is_looked_for_in_vain() -> None:
    locator = Locator(Article(id="a", issue="2022-10-12", path="a.md", text=""))

    assert locator.offset(Place(7)) <= 1


def test_a_huge_text_of_combining_marks_is_gone_through_once() -> None:
    found = article(body="e\u0301" * 200_000)
    locator = Locator(found)

    assert len(found.body) == 200_000
    for at in range(0, 200_000, 10):
        assert locator.span("body", at, at + 1) == (found.body_at + 2 * at, found.body_at + 2 * at + 2)
