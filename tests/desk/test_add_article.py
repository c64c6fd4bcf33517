import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk.add_article import (
    Answers,
    PhotoAnswer,
    PlannedArticle,
    body_text,
    file_article,
    missing_flags,
    plan_article,
    read_body,
)
from newsroom.errors import Refused, UsageError
from newsroom.model.credit import Credit
from newsroom.model.kind import DEFAULT_KINDS
from newsroom.storage.files import MAX_ARTICLE
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile
from tests.storage.hostile import TEXTS
from tests.support.desk import ARTICLE, ISSUE, Desk, photo_bytes, with_issue

CREDIT = (Credit("通讯员", "姓名"),)
STORY = Answers(headline="秋播过九成", section="乡村振兴", byline=CREDIT, body="全市秋播进入尾声。")


def photo(name: str = "a.jpg", color: str = "green", caption: str = "农机手在地头。", size: int = 40) -> PhotoAnswer:
    content = photo_bytes(size, size, color=color)
    return PhotoAnswer(PhotoFile(name, content, "JPEG", size, size), caption, CREDIT)


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    return Newsroom(newsroom(with_issue()).root)


def plan(room: Newsroom, **answers: object) -> PlannedArticle:
    return plan_article(room, room.issue("2022-10-12"), replace(STORY, **answers))


def test_a_story_is_planned_as_it_will_stand(room: Newsroom) -> None:
    planned = plan(room, photos=[photo()])
    assert planned.article.path == f"{ISSUE}/articles/秋播过九成.md"
    assert planned.article.text == (
        "---\nkicker:\nheadline: 秋播过九成\ndeck:\nsection: 乡村振兴\npage:\nkind: story\n"
        "byline:\n  - {role: 通讯员, name: 姓名}\n"
        "photos:\n  - file: a.jpg\n    caption: 农机手在地头。\n    credit:\n      - {role: 通讯员, name: 姓名}\n"
        "status: draft\n---\n全市秋播进入尾声。\n"
    )
    assert planned.findings == ()
    assert [change.path for change in planned.changes] == [f"{ISSUE}/articles/秋播过九成.md", f"{ISSUE}/photos/a.jpg"]


def test_planning_writes_nothing_and_filing_is_one_commit(room: Newsroom) -> None:
    desk = Desk(room.root)
    planned = plan(room, photos=[photo()])
    assert desk.is_clean()
    commit = file_article(room, planned)
    assert commit == desk.git("rev-parse", "HEAD").strip()
    assert desk.files_of_last_commit() == sorted(change.path for change in planned.changes)
    assert desk.git("log", "-1", "--format=%B").strip() == (
        "Add article: 秋播过九成\n\n"
        "Newsroom-Action: article-add\nNewsroom-Issue: 2022-10-12\nNewsroom-Article: 秋播过九成"
    )
    assert desk.is_clean()


@pytest.mark.parametrize(
    ("answers", "slug"),
    [
        ({"headline": "秋播 过九成！"}, "秋播-过九成"),
        ({"headline": "Don't Stop"}, "dont-stop"),
        ({"headline": "", "photos": [photo(caption="农机手在地头")]}, "农机手在地头"),
        ({"headline": "！！", "photos": [photo(caption="农机手在地头")]}, "农机手在地头"),
        ({"headline": None, "photos": [photo("IMG 0042.JPG", caption="")]}, "img-0042"),
        ({"headline": None, "photos": [photo("——.jpg", caption="")]}, "story"),
        ({"headline": None, "kind": "notice"}, "notice"),
        ({"headline": "秋播", "slug": "sowing-2"}, "sowing-2"),
        ({"headline": "Sowing"}, "sowing-2"),
    ],
)
def test_the_slug_is_made_of_what_there_is(room: Newsroom, answers: dict[str, object], slug: str) -> None:
    assert plan(room, **answers).article.id == slug


def test_a_slug_from_a_caption_is_short(room: Newsroom) -> None:
    slug = plan(room, headline=None, photos=[photo(caption="农机手在地头调试播种机" * 5)]).article.id
    assert slug == ("农机手在地头调试播种机" * 5)[:16]


def test_each_story_of_one_headline_gets_the_next_number(room: Newsroom) -> None:
    ids = []
    for _ in range(3):
        planned = plan(room)
        file_article(room, planned)
        ids.append(planned.article.id)
    assert ids == ["秋播过九成", "秋播过九成-2", "秋播过九成-3"]


def test_a_slug_that_the_user_named_and_that_is_taken_is_refused(room: Newsroom) -> None:
    with pytest.raises(Refused) as caught:
        plan(room, slug="sowing")
    assert caught.value.code == "article-exists"


@pytest.mark.parametrize("slug", ["", "A b", "../x", "a/b", "冬" * 27])
def test_a_slug_that_can_not_name_an_article_is_refused(room: Newsroom, slug: str) -> None:
    with pytest.raises(Refused) as caught:
        plan(room, slug=slug)
    assert caught.value.code == "bad-slug"


def test_a_slug_that_no_windows_file_can_have_writes_nothing(room: Newsroom) -> None:
    with pytest.raises(Refused) as caught:
        file_article(room, plan(room, slug="con"))
    assert caught.value.code == "bad-slug"
    assert Desk(room.root).is_clean()


@pytest.mark.parametrize(
    ("answers", "code"),
    [({"kind": "诗歌"}, "unknown-kind"), ({"page": "头版"}, "not-a-page"), ({"page": "1234"}, "not-a-page")],
)
def test_a_value_that_is_not_of_its_kind_is_refused(room: Newsroom, answers: dict[str, object], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan(room, **answers)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("page", "line"),
    [("3", "page: 3\n"), ("A01", "page: A01\n"), ("03", None), ("4-5", "page: 4-5\n"), ("", "page:\n")],
)
def test_a_page_is_written_so_that_it_reads_back(room: Newsroom, page: str, line: str | None) -> None:
    article = plan(room, page=page).article
    assert article.page == page
    if line:
        assert line in article.text


def names(planned: PlannedArticle) -> tuple[list[str], list[str]]:
    """The files that the article names, and those that are new with it."""
    return [photo.file for photo in planned.article.photos], [Path(change.path).name for change in planned.photos]


def test_the_same_photo_twice_is_kept_once(room: Newsroom) -> None:
    assert names(plan(room, photos=[photo(), photo(caption="另一处")])) == (["a.jpg", "a.jpg"], ["a.jpg"])


def test_a_photo_that_is_in_the_issue_already_is_not_written_again(room: Newsroom) -> None:
    there = PhotoAnswer(PhotoFile("sowing.jpg", photo_bytes(), "JPEG", 60, 40), "说明", CREDIT)
    planned = plan(room, photos=[there])
    assert names(planned) == (["sowing.jpg"], [])
    file_article(room, planned)
    assert Desk(room.root).files_of_last_commit() == [planned.article.path]


@pytest.mark.parametrize("size", [4, 40, 900])
def test_another_photo_of_a_name_that_is_taken_gets_a_number(room: Newsroom, size: int) -> None:
    planned = plan(room, photos=[photo("sowing.jpg", "red", size=size)])
    assert names(planned) == (["sowing-2.jpg"], ["sowing-2.jpg"])
    file_article(room, planned)
    assert (room.root / ISSUE / "photos/sowing.jpg").read_bytes() == photo_bytes()


def test_two_photos_of_one_name_are_both_kept(room: Newsroom) -> None:
    planned = plan(room, photos=[photo(), photo(color="red"), photo(color="blue"), photo(color="red")])
    assert names(planned) == (["a.jpg", "a-2.jpg", "a-3.jpg", "a-2.jpg"], ["a.jpg", "a-2.jpg", "a-3.jpg"])


def test_a_photo_is_named_in_nfc(room: Newsroom) -> None:
    assert names(plan(room, photos=[photo("cafe\u0301.jpg")]))[0] == ["café.jpg"]


def test_a_photo_keeps_its_bytes(room: Newsroom) -> None:
    file_article(room, plan(room, photos=[photo()]))
    assert (room.root / ISSUE / "photos/a.jpg").read_bytes() == photo().photo.content


@pytest.mark.parametrize("text", [text for text in TEXTS if text.strip()], ids=ascii)
def test_whatever_is_typed_is_read_back(room: Newsroom, text: str) -> None:
    answers = {"headline": text, "deck": text, "kicker": text, "source": text, "slug": "a"}
    article = plan(room, **answers, photos=[photo(caption=text)]).article
    wanted = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    assert (article.headline, article.deck, article.kicker) == (wanted, wanted, wanted)
    assert article.photos[0].caption == wanted
    assert (article.status, article.section, article.body) == ("draft", "乡村振兴", "全市秋播进入尾声。")


@pytest.mark.parametrize("name", ["为什么?", "a: b", "1:20", "{", "a, b", "yes", "#1", "'", 'Ann "Bo" Lee'])
def test_a_name_in_a_credit_is_read_back(room: Newsroom, name: str) -> None:
    article = plan(room, byline=(Credit("通讯员", name),), photos=[photo()]).article
    assert article.byline == (Credit("通讯员", name),)


def test_the_body_is_nfc_with_lf(room: Newsroom) -> None:
    text = plan(room, body="\r\nCafe\u0301\r\n\r\n二。\r\n\r\n").article.text
    assert text.endswith("\n---\nCafé\n\n二。\n")


def test_the_papers_own_template_is_filled(newsroom: Callable[..., Desk]) -> None:
    template = "---\n# 本报\nheadline:\nkind:\n栏目主持: 姓名\nstatus: draft\n---\n（{{ issue }}）\n"
    room = Newsroom(newsroom(with_issue(**{"templates/zh-CN/article.md": template})).root)
    text = plan(room, body=None).article.text
    assert text == (
        "---\n# 本报\nheadline: 秋播过九成\nsection: 乡村振兴\nkind: story\n"
        "byline:\n  - {role: 通讯员, name: 姓名}\n栏目主持: 姓名\nstatus: draft\n---\n（2022-10-12）\n"
    )


def test_the_findings_of_the_plan_are_those_of_the_article(room: Newsroom) -> None:
    planned = plan(room, byline=(), section="")
    assert [finding.rule for finding in planned.findings] == ["missing-section", "missing-byline"]


@pytest.mark.parametrize(
    ("kind", "answers", "flags"),
    [
        ("story", {}, ["--headline", "--section", "--byline", "--body"]),
        ("story", {"headline": "", "section": "", "byline": (), "body": ""}, []),
        ("story", {"source": "新华社"}, ["--headline", "--section", "--body"]),
        ("story", {"source": "own"}, ["--headline", "--section", "--byline", "--body"]),
        ("story", {"page": "3"}, ["--headline", "--byline", "--body"]),
        ("story", {"page": "1"}, ["--headline", "--section", "--byline", "--body"]),
        ("commentary", {"source": "新华社"}, ["--headline", "--section", "--byline", "--body"]),
        ("photo", {}, ["--section", "--photo"]),
        ("notice", {}, ["--body"]),
    ],
)
def test_what_is_missing_is_named_by_its_flags(
    room: Newsroom, kind: str, answers: dict[str, object], flags: list[str]
) -> None:
    assert missing_flags(Answers(**answers), room.issue("2022-10-12"), DEFAULT_KINDS[kind]) == flags


def test_a_body_in_another_encoding_is_refused_with_the_command_to_convert_it(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes("全市秋播进入尾声，冬小麦播种过九成。\n".encode("gb18030"))
    with pytest.raises(Refused) as caught:
        read_body(tmp_path / "稿.txt")
    assert caught.value.code == "not-utf-8"
    assert "稿.txt, line 1:" in caught.value.message
    assert f"iconv -f GB18030 -t UTF-8 {tmp_path / '稿.txt'}" in caught.value.help


def test_a_body_is_text_without_its_byte_order_mark() -> None:
    assert body_text(b"\xef\xbb\xbf\xe4\xb8\x80\n", "-") == "一\n"


def test_an_article_that_appears_meanwhile_is_not_overwritten(room: Newsroom) -> None:
    planned = plan(room, photos=[photo()])
    Desk(room.root).write(planned.article.path, ARTICLE)
    with pytest.raises(Refused) as caught:
        file_article(room, planned)
    assert caught.value.code == "exists"
    assert Desk(room.root).read(planned.article.path) == ARTICLE
    assert not (room.root / ISSUE / "photos/a.jpg").exists()


def test_an_article_that_nobody_could_read_again_is_refused(room: Newsroom) -> None:
    with pytest.raises(Refused) as caught:
        plan(room, body="字" * (MAX_ARTICLE // 3))
    assert caught.value.code == "too-large"
