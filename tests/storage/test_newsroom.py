import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.model.article import Article, Unreadable
from newsroom.storage.newsroom import find_root, open_newsroom
from tests.support.desk import ARTICLE, ISSUE, PLAN, Desk, photo_bytes, with_issue


def test_a_newsroom_is_found_upward(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    for folder in ("", "issues", f"{ISSUE}/articles"):
        assert open_newsroom(desk.root / folder).root == desk.root


def test_the_nearest_newsroom_wins(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({"inner/newsroom.yaml": "name: 内\n"})
    assert open_newsroom(desk.root / "inner").paper.name == "内"
    assert open_newsroom(desk.root).paper.name == "临江日报"


def test_no_newsroom_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        open_newsroom(tmp_path)
    assert caught.value.code == "no-newsroom"
    assert "newsroom init" in caught.value.help
    assert find_root(tmp_path) is None


def test_a_folder_named_like_the_settings_is_no_newsroom(tmp_path: Path) -> None:
    (tmp_path / "newsroom.yaml").mkdir()
    assert find_root(tmp_path) is None


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("name: [a]\n", "newsroom.yaml, line 1:"),
        ("name: a\nname: b\n", "newsroom.yaml, line 2:"),
        ("\nlanguage: xx\n", "newsroom.yaml, line 2:"),
    ],
)
def test_settings_that_can_not_be_read_are_refused_with_their_line(
    newsroom: Callable[..., Desk], settings: str, says: str
) -> None:
    desk = newsroom(settings=settings)
    with pytest.raises(Refused) as caught:
        open_newsroom(desk.root).paper  # noqa: B018
    assert caught.value.code == "malformed-newsroom"
    assert caught.value.message.startswith(says)


def test_settings_in_another_encoding_are_refused(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom()
    desk.write("newsroom.yaml", "name: 临江日报\n".encode("gb18030"))
    with pytest.raises(Refused) as caught:
        open_newsroom(desk.root).paper  # noqa: B018
    assert "GB18030" in caught.value.message


def test_issues_come_by_date_the_pool_last(newsroom: Callable[..., Desk]) -> None:
    names = ("pool", "2022-10-13", "2022-10-12-evening", "2022-10-12", "2021-12-31", "2022-02-31", "draft", ".hidden")
    desk = newsroom({f"issues/{name}/issue.yaml": "" for name in names} | {"issues/2022-10-14": "a file"})
    assert open_newsroom(desk.root).issue_ids() == [
        "2021-12-31", "2022-10-12", "2022-10-12-evening", "2022-10-13", "pool",
    ]  # fmt: skip


def test_a_newsroom_without_issues_has_none(newsroom: Callable[..., Desk]) -> None:
    assert open_newsroom(newsroom().root).issue_ids() == []


def test_the_pool_is_always_there_and_an_issue_when_it_has_a_folder(newsroom: Callable[..., Desk]) -> None:
    room = open_newsroom(newsroom(with_issue()).root)
    assert [room.has_issue(name) for name in ("pool", "2022-10-12", "2022-10-13", "..", "articles", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_an_issue_that_is_a_link_is_not_there(newsroom: Callable[..., Desk], tmp_path: Path) -> None:
    desk = newsroom(with_issue())
    (tmp_path / "outside/articles").mkdir(parents=True)
    (tmp_path / "outside/articles/a.md").write_text(ARTICLE)
    (desk.root / "issues/2022-10-13").symlink_to(tmp_path / "outside")
    room = open_newsroom(desk.root)
    assert room.issue_ids() == ["2022-10-12"]
    assert not room.has_issue("2022-10-13")


def test_articles_behind_a_folder_that_is_a_link_are_not_read(newsroom: Callable[..., Desk], tmp_path: Path) -> None:
    desk = newsroom({"issues/2022-10-13/issue.yaml": ""})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.md").write_text(ARTICLE)
    (desk.root / "issues/2022-10-13/articles").symlink_to(tmp_path / "outside")
    found = list(open_newsroom(desk.root).articles("2022-10-13"))
    assert not [article for article in found if isinstance(article, Article)]


def test_an_issue_knows_its_plan_and_its_photos(newsroom: Callable[..., Desk]) -> None:
    decomposed = unicodedata.normalize("NFD", "café.jpg")
    desk = newsroom(with_issue(**{f"{ISSUE}/photos/{decomposed}": b"x", f"{ISSUE}/photos/folder/a.jpg": b"x"}))
    (desk.root / ISSUE / "photos/link.jpg").symlink_to("sowing.jpg")
    issue = open_newsroom(desk.root).issue("2022-10-12")
    assert (issue.number, issue.path, [page.code for page in issue.pages]) == (10234, ISSUE, ["1", "3"])
    assert issue.photo_names == {"sowing.jpg", "café.jpg"}


def test_an_issue_that_is_not_there_is_refused(newsroom: Callable[..., Desk]) -> None:
    with pytest.raises(Refused) as caught:
        open_newsroom(newsroom().root).issue("2022-10-12")
    assert (caught.value.code, caught.value.message) == ("no-issue", "There is no issue 2022-10-12.")
    assert "newsroom issue new 2022-10-12" in caught.value.help


def test_a_plan_that_can_not_be_read_is_a_fault_beside_the_bare_issue(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/issue.yaml": "date: 2022-10-12\nnumber: 十\n"}))
    room = open_newsroom(desk.root)
    issue, fault = room.issue_and_fault("2022-10-12")
    assert isinstance(fault, Unreadable)
    assert (fault.path, fault.line, fault.column, fault.kind) == (f"{ISSUE}/issue.yaml", 2, 9, "issue")
    assert fault.text == "date: 2022-10-12\nnumber: 十\n"
    assert (issue.number, issue.photo_names) == (None, {"sowing.jpg"})
    with pytest.raises(Refused) as caught:
        room.issue("2022-10-12")
    assert caught.value.message.startswith(f"{ISSUE}/issue.yaml, line 2:")


def test_a_plan_that_is_a_link_is_a_fault(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    plan = desk.root / ISSUE / "issue.yaml"
    plan.rename(desk.root / "plan.yaml")
    plan.symlink_to(desk.root / "plan.yaml")
    fault = open_newsroom(desk.root).issue_and_fault("2022-10-12")[1]
    assert fault is not None
    assert "it is a link" in fault.cause


def test_only_markdown_that_is_not_hidden_is_an_article(newsroom: Callable[..., Desk]) -> None:
    names = ("b.md", "a.md", ".hidden.md", "a.md.swp", "notes.txt", "秋播.md", "a.MD", "#a.md#")
    desk = newsroom({f"{ISSUE}/articles/{name}": ARTICLE for name in names})
    assert open_newsroom(desk.root).article_names("2022-10-12") == ["a.md", "b.md", "秋播.md"]


def test_an_article_is_read_with_its_slug_in_nfc(newsroom: Callable[..., Desk]) -> None:
    decomposed = unicodedata.normalize("NFD", "café.md")
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/{decomposed}": ARTICLE}))
    room = open_newsroom(desk.root)
    article = room.article_at("2022-10-12", decomposed)
    assert isinstance(article, Article)
    assert (article.id, article.issue, article.path) == ("café", "2022-10-12", f"{ISSUE}/articles/{decomposed}")
    assert room.slugs("2022-10-12") == {"café", "sowing"}


def test_articles_that_are_no_files_are_unreadable_not_left_out(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    folder = desk.root / ISSUE / "articles"
    (folder / "link.md").symlink_to("sowing.md")
    (folder / "passwd.md").symlink_to("/etc/passwd")
    (folder / "gone.md").symlink_to("nowhere")
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")
    found = {Path(article.path).name: article for article in open_newsroom(desk.root).articles("2022-10-12")}
    assert [name for name, article in found.items() if isinstance(article, Article)] == ["sowing.md"]
    assert sorted(found) == ["folder.md", "gone.md", "link.md", "passwd.md", "pipe.md", "sowing.md"]
    for name in ("link.md", "passwd.md", "gone.md", "folder.md", "pipe.md"):
        article = found[name]
        assert isinstance(article, Unreadable)
        assert (article.line, article.column, article.text) == (1, 1, "")


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b"\xff\xfe", 1), ("---\nheadline: 冬小麦\n---\n".encode("gb18030"), 2), (b"---\na: b\na: c\n---\n", 3)],
)
def test_an_article_that_can_not_be_read_says_the_line(
    newsroom: Callable[..., Desk], content: bytes, line: int
) -> None:
    desk = newsroom(with_issue(**{f"{ISSUE}/articles/bad.md": content}))
    article = open_newsroom(desk.root).article_at("2022-10-12", "bad.md")
    assert isinstance(article, Unreadable)
    assert (article.path, article.line, article.kind) == (f"{ISSUE}/articles/bad.md", line, "article")


def test_a_name_that_is_no_text_does_not_stop_the_others(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    (desk.root / ISSUE / "articles" / os.fsdecode(b"\xff.md")).write_text(ARTICLE)
    assert len(list(open_newsroom(desk.root).articles("2022-10-12"))) == 2


def test_a_path_is_printed_from_the_newsroom(newsroom: Callable[..., Desk]) -> None:
    room = open_newsroom(newsroom(with_issue()).root)
    assert room.relative(room.root / ISSUE / "issue.yaml") == f"{ISSUE}/issue.yaml"
    assert room.relative(room.root) == "."


def test_a_plan_is_optional(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({f"{ISSUE}/articles/a.md": ARTICLE})
    issue = open_newsroom(desk.root).issue("2022-10-12")
    assert (issue.number, issue.pages, str(issue.date)) == (None, (), "2022-10-12")
    assert "number" in PLAN


def test_a_photo_is_looked_at_when_something_is_asked_of_it_and_once(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    issue = open_newsroom(desk.root).issue("2022-10-12")
    desk.write(f"{ISSUE}/photos/sowing.jpg", photo_bytes(1234, 600))

    facts = issue.facts("sowing.jpg")
    assert facts is not None
    assert (facts.is_photo, facts.width) == (True, 1234)

    desk.write(f"{ISSUE}/photos/sowing.jpg", b"none")
    assert issue.facts("sowing.jpg") is facts
    assert issue.facts("none.jpg") is None


def test_a_photo_whose_name_the_system_takes_apart_is_found(newsroom: Callable[..., Desk]) -> None:
    name = "café.jpg"
    desk = newsroom(with_issue(**{f"{ISSUE}/photos/{unicodedata.normalize('NFD', name)}": photo_bytes()}))

    facts = open_newsroom(desk.root).issue("2022-10-12").facts(name)

    assert facts is not None
    assert facts.is_photo


def test_photos_behind_a_link_are_not_looked_at(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom(with_issue())
    (desk.root / ISSUE / "photos/link.jpg").symlink_to("sowing.jpg")
    (desk.root / ISSUE / "photos").rename(desk.root / "elsewhere")
    (desk.root / ISSUE / "photos").symlink_to("../../elsewhere")

    issue, _fault = open_newsroom(desk.root).issue_and_fault("2022-10-12")

    assert [issue.facts(name) for name in ("sowing.jpg", "link.jpg")] == [None, None]
