import datetime
import os
from collections.abc import Callable

import pytest

from newsroom.errors import Malformed, Refused
from newsroom.model.register import Term
from newsroom.storage.newsroom import open_newsroom
from newsroom.storage.register_file import read_register, read_terms
from tests.support.desk import Desk, Result, with_issue

TEXT = """\
# 本报规范用语
terms:
  - wrong: [常委副区长, 常务副区长兼]
    right: 区委常委、副区长
    why: 机构改革后的名称
    kind: title
    from: 2022-01-01
    until: 2022-12-31
    fix: yes
  - keep: 铸牢中华民族共同体意识
  - {right: 高岩, kind: name}
"""


def test_a_register_is_read() -> None:
    days = datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)
    first = Term(("常委副区长", "常务副区长兼"), "区委常委、副区长", "", "机构改革后的名称", "title", *days, fix=True)
    assert read_terms(TEXT) == [first, Term(keep="铸牢中华民族共同体意识"), Term(right="高岩", kind="name")]


@pytest.mark.parametrize("text", ["", "terms:\n", "# nothing yet\n", "---\n", "terms: []\n"])
def test_an_empty_register_is_one(text: str) -> None:
    assert read_terms(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# a\n- {wrong: 高研, right: 高岩}\n", 2),
        ("names: []\n", 1),
        ("terms: 高岩\n", 1),
        ("terms: {a: b}\n", 1),
        ("terms:\n  - 高岩\n", 2),
        ("terms:\n  - [高岩]\n", 2),
        ("terms:\n  - {wrng: 高研, right: 高岩}\n", 2),
        ("terms:\n  - {why: 高研}\n", 2),
        ("terms:\n  - {wrong: {a: b}, right: 高岩}\n", 2),
        ("terms:\n  - {wrong: [[高研]], right: 高岩}\n", 2),
        ("terms:\n  - {wrong: 高, right: 高岩}\n", 2),
        (f"terms:\n  - {{wrong: {'高' * 101}, right: 高岩}}\n", 2),
        ("terms:\n  - wrong: |\n      高\n      研\n    right: 高岩\n", 2),
        ("terms:\n  - {wrong: 高岩, right: 高岩}\n", 2),
        ("terms:\n  - {keep: 铸牢中华民族共同体意识, right: 高岩}\n", 2),
        ("terms:\n  - {keep: 四个意识}\n", 2),
        ("terms:\n  - {right: [高岩]}\n", 2),
        ("terms:\n  - {right: 高岩, kind: people}\n", 2),
        ("terms:\n  - {right: 高岩, from: 2022-02-31}\n", 2),
        ("terms:\n  - {right: 高岩, from: 2022-03-01, until: 2022-02-01}\n", 2),
        ("terms:\n  - {right: 高岩, fix: yes}\n", 2),
        ("terms:\n  - {right: 高岩, fix: maybe, wrong: 高研}\n", 2),
        ("terms:\n  - &a {right: 高岩}\n  - *a\n", 2),
        ("terms:\n  - {<<: {right: 高岩}}\n", 2),
        ("terms:\n  - !!python/object:os.system {right: 高岩}\n", 2),
        ("terms:\n  - right: 高岩\n    right: 高研\n", 3),
        ("terms:\n  - {right: 高岩\n", 2),
        ("terms:\n  - right：高岩\n", 2),
        ("terms: " + "[" * 50, 1),
        ("terms:\n" + "  - a\n" * 400_001, 399_999),
    ],
)
def test_what_is_no_register_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Malformed) as caught:
        read_terms(text)
    assert abs(caught.value.line - line) <= (0 if line < 100 else 10)
    assert caught.value.message
    assert caught.value.help


def test_more_entries_than_anybody_keeps_are_refused() -> None:
    with pytest.raises(Malformed) as caught:
        read_terms("terms:\n" + "  - {right: 高岩}\n" * 3, at_most=2)
    assert caught.value.line == 4


def test_thousands_of_entries_are_read() -> None:
    text = "terms:\n" + "".join(f"  - {{wrong: 错{n}, right: 对{n}, why: 见通知, kind: term}}\n" for n in range(10_000))
    assert len(read_register({"register.yaml": text.encode()}).terms) == 10_000


def test_a_newsroom_has_a_register_of_several_files(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"register.yaml": TEXT, "register/people.yaml": "terms:\n  - {right: 林小满, kind: name}\n"})
    desk.write("register/notes.txt", "no register\n")
    register = open_newsroom(desk.root).paper.register
    assert len(register.terms) == 4
    assert register.known_names == {"高岩", "林小满"}


def test_a_newsroom_without_a_register_has_an_empty_one(newsroom: Callable[..., Desk]) -> None:
    assert open_newsroom(newsroom().root).paper.register.terms == ()


@pytest.mark.parametrize("path", ["register.yaml", "register/people.yaml"])
def test_a_register_that_can_not_be_read_is_refused_with_its_place(
    newsroom: Callable[..., Desk], run: Callable[..., Result], path: str
) -> None:
    newsroom({**with_issue(), path: "terms:\n  - {right: 高岩, knd: name}\n"})
    done = run("--lang", "en", "validate")
    assert done.code == 3
    assert f"{path}, line 2:" in done.err


def test_a_register_that_is_no_plain_file_is_refused(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    desk = newsroom(with_issue())
    (desk.root / "register.yaml").mkdir()
    assert run("--lang", "en", "validate").code == 3
    (desk.root / "register.yaml").rmdir()
    os.mkfifo(desk.root / "register.yaml")
    assert run("--lang", "en", "validate").code == 3
    (desk.root / "register.yaml").unlink()
    (desk.root / "register").symlink_to("issues")
    with pytest.raises(Refused) as caught:
        open_newsroom(desk.root).paper.register  # noqa: B018
    assert "it is a link" in caught.value.message


def test_a_register_in_another_encoding_is_refused(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom()
    desk.write("register.yaml", TEXT.encode("gb18030"))
    with pytest.raises(Refused) as caught:
        open_newsroom(desk.root).paper.register  # noqa: B018
    assert caught.value.code == "malformed-register"
