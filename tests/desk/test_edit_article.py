from collections.abc import Callable

import pytest

from newsroom.desk.edit_article import plan_edit, save_edit
from newsroom.errors import NewsroomError, Refused, UsageError
from newsroom.model.article import Article
from newsroom.model.credit import Credit
from newsroom.storage.newsroom import Newsroom
from tests.storage.hostile import TEXTS
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

PATH = f"{ISSUE}/articles/sowing.md"


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    return Newsroom(newsroom(with_issue()).root)


def article(room: Newsroom) -> Article:
    found = room.article_at("2022-10-12", "sowing.md")
    assert isinstance(found, Article)
    return found


def edit(room: Newsroom, settings: dict[str, str]) -> Article:
    """The article as it stands once the change is committed."""
    save_edit(room, plan_edit(room, article(room), settings))
    return article(room)


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("headline", "改过: 的", "headline: 冬小麦播种过九成", "headline: '改过: 的'"),
        ("section", "社会", "section: 乡村振兴", "section: 社会"),
        ("status", "submitted", "status: draft", "status: submitted"),
        ("photos[0].caption", "新说明", "    caption: 农机手在地头调试播种机。", "    caption: 新说明"),
        ("photos[0].file", "b.jpg", "  - file: sowing.jpg", "  - file: b.jpg"),
        ("byline[0].name", "张三", "  - {role: 通讯员, name: 姓名}", "  - {role: 通讯员, name: 张三}"),
        ("byline", "记者 张三", "  - {role: 通讯员, name: 姓名}", "  - {role: 记者, name: 张三}"),
        ("deck", "——副题", "section: 乡村振兴", "deck: ——副题\nsection: 乡村振兴"),
        ("page", "3", "byline:", "page: 3\nbyline:"),
    ],
)
def test_only_the_line_of_the_field_changes(room: Newsroom, name: str, value: str, old: str, new: str) -> None:
    edit(room, {name: value})
    assert Desk(room.root).read(PATH) == ARTICLE.replace(old, new, 1)


def test_the_credit_of_a_photo_is_given_as_one_text(room: Newsroom) -> None:
    after = edit(room, {"photos[0].credit": "摄影 张三"})
    assert after.photos[0].credit == (Credit("摄影", "张三"),)
    assert after.byline == (Credit("通讯员", "姓名"),)
    assert after.text == ARTICLE.replace("      - {role: 通讯员, name: 姓名}", "      - {role: 摄影, name: 张三}")


def test_several_fields_are_one_commit(room: Newsroom) -> None:
    edit(room, {"headline": "新标题", "photos[0].caption": "新说明"})
    desk = Desk(room.root)
    assert desk.files_of_last_commit() == [PATH]
    assert desk.git("log", "-1", "--format=%B").strip() == (
        "Edit article: 新标题\n\nNewsroom-Action: article-edit\nNewsroom-Issue: 2022-10-12\nNewsroom-Article: sowing"
    )
    assert desk.is_clean()


@pytest.mark.parametrize("form", ["bom", "crlf", "bom and crlf"])
def test_a_byte_order_mark_and_line_ends_are_kept(room: Newsroom, form: str) -> None:
    desk = Desk(room.root)
    content = ARTICLE.replace("\n", "\r\n") if "crlf" in form else ARTICLE
    content = "\ufeff" + content if "bom" in form else content
    desk.write(PATH, content)
    assert edit(room, {"section": "社会"}).section == "社会"
    assert desk.read(PATH) == content.replace("乡村振兴", "社会")


def test_comments_and_unknown_fields_are_kept(room: Newsroom) -> None:
    content = ARTICLE.replace("status:", "# 主编改过\n自己的:   {a: 1}   # 别动\nstatus:")
    Desk(room.root).write(PATH, content)
    edit(room, {"section": "社会", "自己的.a": "2"})
    assert Desk(room.root).read(PATH) == content.replace("乡村振兴", "社会").replace("{a: 1}", "{a: '2'}")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", "red", "no-such-field"),
        ("photos[4].caption", "x", "no-such-field"),
        ("headline.x", "x", "no-such-field"),
        ("status", "done", "bad-value"),
        ("kind", "诗歌", "bad-value"),
        ("page", "头版", "not-a-page"),
        ("", "x", "no-such-field"),
    ],
)
def test_a_field_or_value_that_is_none_is_refused(room: Newsroom, name: str, value: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        plan_edit(room, article(room), {name: value})
    assert caught.value.code == code
    assert caught.value.help
    assert Desk(room.root).read(PATH) == ARTICLE


def test_the_findings_are_those_after_the_change(room: Newsroom) -> None:
    planned = plan_edit(room, article(room), {"photos[0].caption": ""})
    assert [finding.rule for finding in planned.findings] == ["missing-caption"]
    assert planned.before.text == ARTICLE


@pytest.mark.parametrize("name", ["byline", "photos[0].credit"])
def test_a_credit_can_be_taken_away(room: Newsroom, name: str) -> None:
    planned = plan_edit(room, article(room), {name: ""})
    assert [finding.field for finding in planned.findings] == [name]


def test_a_change_by_somebody_else_meanwhile_is_not_overwritten(room: Newsroom) -> None:
    planned = plan_edit(room, article(room), {"headline": "新标题"})
    theirs = ARTICLE.replace("全市", "全县")
    Desk(room.root).write(PATH, theirs)
    with pytest.raises(Refused) as caught:
        save_edit(room, planned)
    assert caught.value.code == "changed-meanwhile"
    assert Desk(room.root).read(PATH) == theirs


def test_an_article_that_is_gone_meanwhile_is_a_refusal(room: Newsroom) -> None:
    planned = plan_edit(room, article(room), {"headline": "新标题"})
    (room.root / PATH).unlink()
    with pytest.raises(Refused) as caught:
        save_edit(room, planned)
    assert caught.value.code in ("changed-meanwhile", "no-file")


def test_setting_what_is_there_already_is_no_fault(room: Newsroom) -> None:
    planned = plan_edit(room, article(room), {"section": "乡村振兴"})
    assert planned.after.text == ARTICLE


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("name", ["headline", "photos[0].caption", "byline[0].name", "source", "deck"])
def test_no_text_breaks_an_article(room: Newsroom, name: str, text: str) -> None:
    try:
        after = plan_edit(room, article(room), {name: text}).after
    except NewsroomError as refusal:
        assert refusal.exit_code == 2, refusal.message
    else:
        assert (after.section, after.status, after.body) == ("乡村振兴", "draft", "全市秋播进入尾声。")
