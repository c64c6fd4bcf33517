from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.locale import LANGUAGES
from newsroom.model.issue import Issue
from newsroom.storage.article_file import read_article
from newsroom.storage.paper_file import read_issue
from newsroom.storage.templates import render
from tests.support.desk import Desk

VALUES = {"date": "2022-10-12", "number": 7}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_plan_has_four_pages_and_no_section(tmp_path: Path, language: str) -> None:
    issue = read_issue(render(tmp_path, language, "issue.yaml", **VALUES), Issue("2022-10-12", "issues/2022-10-12"))
    assert (str(issue.date), issue.number) == ("2022-10-12", 7)
    assert [(page.code, page.section) for page in issue.pages] == [("1", ""), ("2", ""), ("3", ""), ("4", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_article_is_an_empty_draft(tmp_path: Path, language: str) -> None:
    text = render(tmp_path, language, "article.md")
    article = read_article(text, id="a", issue="", path="", roles=())
    assert (article.headline, article.body, article.status, article.photos) == ("", "", "draft", ())


def test_the_newsrooms_own_template_wins(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "date: {{ date }}\nnumber: {{ number + 1 }}\n"})
    assert render(desk.root, "zh-CN", "issue.yaml", **VALUES) == "date: 2022-10-12\nnumber: 8\n"
    assert "pages" in render(desk.root, "en", "issue.yaml", **VALUES)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a: b\nc: {{ nothing }}\n", 0),
        ("a: b\nc: {{ date\n", 2),
        ("a: b\n{% if %}\n", 2),
        ("{{ date.__class__.__mro__ }}\n", 0),
        ("{{ number / 0 }}\n", 0),
        ("{{ date + 1 }}\n", 0),
        ("{% for n in range(10**9) %}{{ n }}{% endfor %}\n", 0),
        ("{% include 'newsroom.yaml' %}\n", 0),
        ("{{ number.real.conjugate(1) }}\n", 0),
        ("{{ '%d' % date }}\n", 0),
    ],
)
def test_a_template_at_fault_is_refused(newsroom: Callable[..., Desk], template: str, line: int) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": template})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert caught.value.code == "bad-template"
    assert "templates/zh-CN/issue.yaml" in caught.value.message
    if line:
        assert f"line {line}" in caught.value.message


def test_a_template_in_another_encoding_is_a_refusal(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "# 计划 {{ date }}\n".encode("gb18030")})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert "templates/zh-CN/issue.yaml" in caught.value.message


def test_a_value_is_not_read_as_a_template(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/article.md": "---\nheadline: '{{ headline }}'\n---\n"})
    text = render(desk.root, "zh-CN", "article.md", headline="{{ 1 + 1 }}")
    assert text == "---\nheadline: '{{ 1 + 1 }}'\n---\n"
