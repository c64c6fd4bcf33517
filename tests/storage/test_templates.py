import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.locale import LANGUAGES
from newsroom.model.issue import Issue
from newsroom.storage.article_file import read_article
from newsroom.storage.paper_file import read_issue
from newsroom.storage.templates import SECONDS, article_template, render
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
    ("template", "said"),
    [
        ("a: b\nc: {{ nothing }}\n", "line 2: it has no value nothing; known are: date, number."),
        ("a: b\nc: {{ date\n", "line 2: it is not written as Jinja2 wants it"),
        ("a: b\n{% if %}\n", "line 2: it is not written as Jinja2 wants it"),
        ("\n{{ date.__class__.__mro__ }}\n", "line 2: it reaches for what a template may not have"),
        ("{{ ''['__class__'] }}\n", "line 1: it reaches for what a template may not have"),
        ("{{ date|attr('__class__') }}\n", "line 1: it reaches for what a template may not have"),
        ("{{ '{0.__class__}'.format(date) }}\n", "line 1: it reaches for what a template may not have"),
        ("{{ cycler.__init__.__globals__ }}\n", "line 1: it reaches for what a template may not have"),
        ("{{ [].append(1) }}\n", "line 1: it reaches for what a template may not have"),
        ("{{ number / 0 }}\n", "line 1: it can not be filled in"),
        ("a: b\n\n{{ date + 1 }}\n", "line 3: it can not be filled in"),
        ("{% for n in range(10**9) %}{{ n }}{% endfor %}\n", "line 1: it can not be filled in (Range too big"),
        ("{% include 'newsroom.yaml' %}\n", "line 1: it can not be filled in"),
        ("{{ number.real.conjugate(1) }}\n", "line 1: it can not be filled in"),
        ("{{ '%d' % date }}\n", "line 1: it can not be filled in"),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}\n", "line 1: it can not be filled in"),
        ("{{ '\\ud800' }}\n", ": it can not be filled in"),
        ("a\n{{ '\\x00' }}\n", "line 2: it is not text"),
        (f"{{{{ {'(' * 100_000}1{')' * 100_000} }}}}\n", ": it can not be filled in"),
    ],
)
def test_a_template_at_fault_is_refused(newsroom: Callable[..., Desk], template: str, said: str) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": template})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert caught.value.code == "bad-template"
    assert caught.value.message.startswith("The template templates/zh-CN/issue.yaml can not be used")
    assert said in caught.value.message
    assert caught.value.help


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("a\n{{ 'x' * 10**9 }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ 10**9 * 'x' }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ [date] * 10**9 }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ '%1000000000d' % number }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ '%*d' % (1000000000, number) }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ number ** (9 ** 9) }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ (7 ** 1200) * (7 ** 1200) }}\n", "line 2: it makes more than 1 MB."),
        ("a\n{{ ('x' * 1000000) + ('x' * 1000000) }}\n", "line 2: it makes more than 1 MB."),
        ("{% for n in range(9999) %}{{ 'x' * 9999 }}{% endfor %}\n", ": it makes more than 1 MB."),
    ],
)
def test_a_template_that_makes_too_much_is_refused(newsroom: Callable[..., Desk], template: str, said: str) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": template})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert caught.value.code == "bad-template"
    assert said in caught.value.message


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds the memory of a process")
@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x'.ljust(10**9) }}\n",
        "{{ 'x'|center(1000000000) }}\n",
        "{{ ('x' * 1000000)|replace('x', 'x' * 1000000) }}\n",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}\n",
    ],
)
def test_a_template_gets_no_more_memory_than_it_may(newsroom: Callable[..., Desk], template: str) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": template})
    with pytest.raises(Refused, match="line 1: it needs more memory than a template may have"):
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)


def test_a_template_without_an_end_is_ended(newsroom: Callable[..., Desk]) -> None:
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}\n"
    desk = newsroom({"templates/zh-CN/issue.yaml": loops})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert (
        f"templates/zh-CN/issue.yaml can not be used: it takes longer than {SECONDS} seconds." in caught.value.message
    )


def test_nothing_that_lies_in_the_newsroom_takes_the_place_of_a_library(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "number: {{ number }}\n"})
    for name in ("jinja2.py", "json.py", "faulthandler.py"):
        desk.write(name, "raise SystemExit('taken')\n")
    assert render(desk.root, "zh-CN", "issue.yaml", **VALUES) == "number: 7\n"


def test_a_template_with_windows_line_ends_makes_lines_as_everywhere(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "\ufeffdate: {{ date }}\r\n", "templates/en/issue.yaml": "a:\r\n"})
    assert render(desk.root, "zh-CN", "issue.yaml", **VALUES) == "date: 2022-10-12\n"
    assert render(desk.root, "en", "issue.yaml", **VALUES) == "a:\n"


def test_braces_of_yaml_are_no_braces_of_a_template(newsroom: Callable[..., Desk]) -> None:
    text = "# {role: 通讯员, name: 姓名}\npages: [{page: '1'}]\n"
    desk = newsroom({"templates/zh-CN/issue.yaml": text})
    assert render(desk.root, "zh-CN", "issue.yaml", **VALUES) == text


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("photo", "article-photo.md"),
        ("图片新闻", "article-图片新闻.md"),
        (unicodedata.normalize("NFD", "café"), "article-café.md"),
        ("story", "article.md"),
        ("", "article.md"),
        ("../../../secret", "article.md"),
        ("../article-photo", "article.md"),
        ("x/../../en/article", "article.md"),
        ("/etc/passwd", "article.md"),
        ("a\0b", "article.md"),
        ("x" * 5000, "article.md"),
    ],
)
def test_a_kind_has_the_template_of_its_name_in_that_folder_alone(
    newsroom: Callable[..., Desk], kind: str, name: str
) -> None:
    files = [
        "templates/zh-CN/article-photo.md",
        "templates/zh-CN/article-图片新闻.md",
        "templates/zh-CN/article-café.md",
    ]
    more = ["templates/zh-CN/article-../x.md", "templates/zh-CN/article-x/y.md", "secret.md", "templates/en/article.md"]
    desk = newsroom(dict.fromkeys([*files, *more], "---\n---\n"))
    assert article_template(desk.root, "zh-CN", kind) == name


def test_without_templates_of_its_own_a_newsroom_has_the_general_one(newsroom: Callable[..., Desk]) -> None:
    assert article_template(newsroom().root, "zh-CN", "photo") == "article.md"


def test_a_template_in_another_encoding_is_a_refusal(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/issue.yaml": "# 计划 {{ date }}\n".encode("gb18030")})
    with pytest.raises(Refused) as caught:
        render(desk.root, "zh-CN", "issue.yaml", **VALUES)
    assert "templates/zh-CN/issue.yaml" in caught.value.message


def test_a_value_is_not_read_as_a_template(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"templates/zh-CN/article.md": "---\nheadline: '{{ headline }}'\n---\n"})
    text = render(desk.root, "zh-CN", "article.md", headline="{{ 1 + 1 }}")
    assert text == "---\nheadline: '{{ 1 + 1 }}'\n---\n"
