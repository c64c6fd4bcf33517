from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.desk.add_article import PhotoAnswer
from newsroom.desk.add_photo import Suggestion, check_addition, plan_photo, save_photo, suggested
from newsroom.errors import Refused
from newsroom.model.article import Article
from newsroom.model.credit import Credit
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import PhotoFile, read_photo
from tests.storage.hostile import TEXTS
from tests.support.desk import ARTICLE, ISSUE, SETTINGS, Desk, photo_bytes, with_issue
from tests.support.photos import BYLINE, COPYRIGHT, CREDIT, alt, iim, jpeg, resources, xmp

PATH = f"{ISSUE}/articles/sowing.md"
PEOPLE = (Credit("通讯员", "林小满"),)
ITEM = "  - file: lamp.jpg\n    caption: 灯下夜读。\n    credit:\n      - {role: 通讯员, name: 林小满}\n"
PHOTOS = ARTICLE[ARTICLE.index("photos:") : ARTICLE.index("status:")]


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    return Newsroom(newsroom(with_issue()).root)


def article(room: Newsroom) -> Article:
    found = room.article_at("2022-10-12", "sowing.md")
    assert isinstance(found, Article)
    return found


def answer(name: str = "lamp.jpg", color: str = "red", caption: str = "灯下夜读。") -> PhotoAnswer:
    return PhotoAnswer(PhotoFile(name, photo_bytes(color=color), "JPEG", 60, 40), caption, PEOPLE)


def add(room: Newsroom, photo: PhotoAnswer) -> Desk:
    save_photo(room, plan_photo(room, article(room), photo))
    return Desk(room.root)


def of(room: Newsroom, tmp_path: Path, content: bytes) -> Suggestion:
    (tmp_path / "a.jpg").write_bytes(content)
    return suggested(read_photo(tmp_path / "a.jpg"), room.paper)


def with_names(byline: str, credit: str = "") -> bytes:
    """A photo with a by-line and a credit line."""
    texts = ((BYLINE, byline), (CREDIT, credit), (COPYRIGHT, "临江日报社"))
    return jpeg(photoshop=resources(iim(*((2, number, text.encode("gbk")) for number, text in texts if text))))


def test_a_photo_is_one_more_item_and_one_commit(room: Newsroom) -> None:
    desk = add(room, answer())
    assert desk.read(PATH) == ARTICLE.replace("status:", f"{ITEM}status:")
    assert (room.root / ISSUE / "photos/lamp.jpg").read_bytes() == photo_bytes(color="red")
    assert desk.files_of_last_commit() == [PATH, f"{ISSUE}/photos/lamp.jpg"]
    assert desk.git("log", "-1", "--format=%B").strip() == (
        "Add photo: 冬小麦播种过九成\n\n"
        "Newsroom-Action: photo-add\nNewsroom-Issue: 2022-10-12\nNewsroom-Article: sowing"
    )
    assert desk.is_clean()


def test_planning_writes_nothing(room: Newsroom) -> None:
    planned = plan_photo(room, article(room), answer())
    assert Desk(room.root).is_clean()
    assert planned.after.photos[1].caption == "灯下夜读。"
    assert planned.findings == ()


def test_what_is_wrong_then_is_found(room: Newsroom) -> None:
    planned = plan_photo(room, article(room), answer(caption=""))
    assert [(found.rule, found.field) for found in planned.findings] == [("missing-caption", "photos[1].caption")]


@pytest.mark.parametrize(
    ("photos", "after"),
    [
        ("", f"photos:\n{ITEM}"),
        ("photos:\n", f"photos:\n{ITEM}"),
        ("photos: []\n", f"photos:\n{ITEM}"),
        ("photos: sowing.jpg  # 头图\n", f"photos:\n  - sowing.jpg  # 头图\n{ITEM}"),
        (
            "photos:\n  file: sowing.jpg  # 头图\n  note: x\n",
            f"photos:\n  - file: sowing.jpg  # 头图\n    note: x\n{ITEM}",
        ),
        (
            "photos: [sowing.jpg]\n",
            "photos: [sowing.jpg, {file: lamp.jpg, caption: 灯下夜读。, credit: [{role: 通讯员, name: 林小满}]}]\n",
        ),
    ],
    ids=["missing", "empty", "no items", "a text", "a mapping", "in brackets"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_other_line_stays_whatever_stands_there(room: Newsroom, photos: str, after: str, line_end: str) -> None:
    desk = Desk(room.root)
    desk.git("config", "core.autocrlf", "false")
    text = "\ufeff" + ARTICLE.replace("section:", "mine:   [x,  y]  # 夜班\nsection:")
    desk.write(PATH, text.replace(PHOTOS, photos).replace("\n", line_end))
    desk.git("commit", "-qam", "another shape")

    add(room, answer())

    assert desk.read(PATH) == text.replace(PHOTOS, after).replace("\n", line_end)
    assert article(room).photos[-1].file == "lamp.jpg"


def test_a_picture_of_the_issue_is_kept_once_whatever_it_is_called(room: Newsroom) -> None:
    desk = Desk(room.root)
    desk.write(f"{ISSUE}/photos/moon.jpg", photo_bytes(color="blue"))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "a photo")

    add(room, answer("IMG_1.jpg", "blue"))

    assert article(room).photos[1].file == "moon.jpg"
    assert desk.files_of_last_commit() == [PATH]


def test_another_picture_of_a_name_that_is_taken_gets_a_number(room: Newsroom) -> None:
    desk = add(room, answer("sowing.jpg"))
    assert article(room).photos[1].file == "sowing-2.jpg"
    assert desk.files_of_last_commit() == [PATH, f"{ISSUE}/photos/sowing-2.jpg"]


@pytest.mark.parametrize(
    ("name", "color", "status", "listed", "code"),
    [
        ("sowing.jpg", "green", "draft", "sowing.jpg", "photo-exists"),
        ("IMG_1.jpg", "green", "draft", "sowing.jpg", "photo-exists"),
        ("lamp.jpg", "red", "killed", "sowing.jpg", "killed-article"),
        ("reaping.jpg", "red", "draft", "reaping.jpg", "photo-not-there"),
    ],
)
def test_a_photo_that_can_not_be_added_is_refused(
    room: Newsroom, name: str, color: str, status: str, listed: str, code: str
) -> None:
    desk = Desk(room.root)
    desk.write(PATH, ARTICLE.replace("draft", status).replace("sowing.jpg", listed))
    for attempt in (
        lambda: check_addition(room, article(room), answer(name, color).photo),
        lambda: plan_photo(room, article(room), answer(name, color)),
    ):
        with pytest.raises(Refused) as caught:
            attempt()
        assert caught.value.code == code
        assert "sowing" in caught.value.message
        assert caught.value.help


def test_what_somebody_changed_meanwhile_is_not_lost(room: Newsroom) -> None:
    desk = Desk(room.root)
    planned = plan_photo(room, article(room), answer())
    desk.write(PATH, ARTICLE + "添一段。\n")
    with pytest.raises(Refused):
        save_photo(room, planned)
    assert desk.read(PATH) == ARTICLE + "添一段。\n"
    assert not (room.root / ISSUE / "photos/lamp.jpg").exists()


@pytest.mark.parametrize("text", [text for text in TEXTS if text.strip()], ids=ascii)
def test_whatever_is_said_of_a_photo_is_read_back(room: Newsroom, text: str) -> None:
    after = plan_photo(room, article(room), answer(caption=text)).after
    assert (after.photos[0], len(after.photos)) == (article(room).photos[0], 2)
    assert after.photos[1].credit == PEOPLE
    assert after.status == "draft"


@pytest.mark.parametrize(
    ("byline", "credit", "people", "supplier"),
    [
        ("周一新", "", [("摄影", "周一新")], ""),
        ("周一新 摄", "", [("摄影", "周一新")], ""),
        ("本报记者 周一新", "", [("记者", "周一新")], ""),
        ("周一新、林小满", "", [("摄影", "周一新"), ("摄影", "林小满")], ""),
        ("周一新", "新华社", [("摄影", "周一新")], "新华社"),
        ("周一新", "临江日报", [("摄影", "周一新")], ""),
        ("周一新", "通讯员 周一新 摄", [("通讯员", "周一新")], ""),
        ("", "新华社记者 周一新 摄", [("新华社记者", "周一新")], ""),
        ("", "新华社", [("", "新华社")], ""),
        ("", "", [], ""),
    ],
)
def test_who_took_it_is_suggested_as_the_credit(
    room: Newsroom, tmp_path: Path, byline: str, credit: str, people: list[tuple[str, str]], supplier: str
) -> None:
    found = of(room, tmp_path, with_names(byline, credit))
    assert [(person.role, person.name) for person in found.credit] == people
    assert (found.supplier, found.copyright) == (supplier, "临江日报社")


def test_a_paper_without_photographers_credits_the_name_alone(newsroom: Callable[..., Desk], tmp_path: Path) -> None:
    room = Newsroom(newsroom(settings=SETTINGS.replace("摄影, ", "")).root)
    assert of(room, tmp_path, with_names("周一新")).credit == (Credit("", "周一新"),)


def test_the_caption_is_suggested_in_the_language_of_the_paper(room: Newsroom, tmp_path: Path) -> None:
    content = jpeg(xmp=xmp(description=alt(x_default="In the field.", zh_CN="地头。")))
    assert of(room, tmp_path, content) == Suggestion("地头。")


def test_a_photo_that_says_nothing_suggests_nothing(room: Newsroom, tmp_path: Path) -> None:
    assert of(room, tmp_path, photo_bytes()) == Suggestion()
