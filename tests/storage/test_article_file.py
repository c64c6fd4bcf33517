import pytest

from newsroom.errors import Malformed, UsageError
from newsroom.model.article import Article, Photo
from newsroom.model.credit import Credit
from newsroom.model.paper import DEFAULT_ROLES
from newsroom.model.place import Place
from newsroom.storage.article_file import FIELD_ORDER, read_article, set_body, set_field, split
from tests.storage.hostile import FRONT, TEXTS
from tests.support.desk import ARTICLE

ROLES = DEFAULT_ROLES["zh-CN"]


def read(text: str) -> Article:
    return read_article(text, id="sowing", issue="2022-10-12", path="issues/2022-10-12/articles/sowing.md", roles=ROLES)


def front(*lines: str) -> Article:
    return read("\n".join(("---", *lines, "---", "正文。", "")))


def test_an_article_is_read_with_every_field() -> None:
    article = front(
        "kicker: 引题", "headline: 主题", "deck: ——副题", "section: 社会", "column: 走基层", "page: 3", "kind: brief",
        "byline: 通讯员 姓名", "credit_line: 本报讯(通讯员 姓名)", "source: 新华社", "dateline: 临江",
        "photos:", "  - {file: a.jpg, caption: 说明, credit: 姓名 摄}", "status: submitted", "自己的: 值",
    )  # fmt: skip
    assert article == Article(
        id="sowing", issue="2022-10-12", path="issues/2022-10-12/articles/sowing.md",
        kicker="引题", headline="主题", deck="——副题", section="社会", column="走基层", page="3", kind="brief",
        byline=(Credit("通讯员", "姓名"),), credit_line="本报讯(通讯员 姓名)", source="新华社", dateline="临江",
        photos=(Photo("a.jpg", "说明", (Credit("", "姓名"),)),), status="submitted", body="正文。",
        text=article.text, places=article.places, unknown=("自己的",), body_at=article.body_at,
    )  # fmt: skip


def test_what_is_not_said_has_its_default() -> None:
    article = read("---\n---\n")
    assert (article.kind, article.source, article.status) == ("story", "own", "draft")
    assert (article.headline, article.byline, article.photos, article.body) == ("", (), (), "")


@pytest.mark.parametrize(("line", "kind"), [("kind:", "story"), ("kind: ''", "story"), ("kind: photo", "photo")])
def test_an_empty_kind_is_a_story(line: str, kind: str) -> None:
    assert front(line).kind == kind


@pytest.mark.parametrize(
    ("value", "headline"),
    [("yes", "yes"), ("no", "no"), ("750", "750"), ("2022-10-12", "2022-10-12"), ("null", "null"), ("~", "~")],
)
def test_a_headline_is_always_text(value: str, headline: str) -> None:
    assert front(f"headline: {value}").headline == headline


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: 主题", "headline", "主题"),
        ("subtitle: 副题", "deck", "副题"),
        ("author: 通讯员 姓名", "byline", (Credit("通讯员", "姓名"),)),
        ("authors: [张三, 李四]", "byline", (Credit("", "张三"), Credit("", "李四"))),
        ("correspondents: [通讯员 姓名]", "byline", (Credit("通讯员", "姓名"),)),
        ("记者: 姓名", "byline", (Credit("记者", "姓名"),)),
        ("通讯员: 张三、李四", "byline", (Credit("通讯员", "张三"), Credit("通讯员", "李四"))),
        ("通讯员: [张三, 李四]", "byline", (Credit("通讯员", "张三"), Credit("通讯员", "李四"))),
        ("通讯员: 张三\n记者: 李四", "byline", (Credit("记者", "李四"), Credit("通讯员", "张三"))),
        ("byline: 通讯员 姓名", "byline", (Credit("通讯员", "姓名"),)),
        ("byline: 姓名", "byline", (Credit("", "姓名"),)),
        ("byline: [通讯员 姓名, {name: 张三}]", "byline", (Credit("通讯员", "姓名"), Credit("", "张三"))),
        ("byline: {role: 通讯员, name: 姓名}", "byline", (Credit("通讯员", "姓名"),)),
        ("byline: {name: no}", "byline", (Credit("", "no"),)),
        ("byline:", "byline", ()),
        ("byline: []", "byline", ()),
        ("photos:", "photos", ()),
        ("photos: []", "photos", ()),
        ("photos: a.jpg", "photos", (Photo("a.jpg"),)),
        ("photos: [a.jpg, b.jpg]", "photos", (Photo("a.jpg"), Photo("b.jpg"))),
        ("photos: {file: a.jpg}", "photos", (Photo("a.jpg"),)),
        ("headline: '  两端  '", "headline", "两端"),
        ("headline: Cafe\u0301", "headline", "Café"),
        ("headline: |\n  一行\n", "headline", "一行"),
        ("headline: 主题\ntitle: 另一个", "headline", "主题"),
    ],
)
def test_other_ways_to_write_a_field_are_read(line: str, field: str, value: object) -> None:
    assert getattr(front(line), field) == value


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("headline", Place(2, 11, 8)),
        ("section", Place(3, 10, 4)),
        ("byline", Place(4, 1, 6)),
        ("byline[0]", Place(5, 5, 21)),
        ("byline[0].name", Place(5, 23, 2)),
        ("photos", Place(6, 1, 6)),
        ("photos[0]", Place(7, 5, 16)),
        ("photos[0].file", Place(7, 11, 10)),
        ("photos[0].credit", Place(9, 5, 6)),
        ("photos[0].credit[0].role", Place(10, 16, 3)),
        ("status", Place(11, 9, 5)),
    ],
)
def test_every_field_knows_its_place(name: str, place: Place) -> None:
    assert read(ARTICLE).places[name] == place


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "no-front-matter", 1, 1),
        ("正文。\n", "no-front-matter", 1, 1),
        ("\n---\n---\n", "no-front-matter", 1, 1),
        ("----\n---\n", "no-front-matter", 1, 1),
        (" ---\n---\n", "no-front-matter", 1, 1),
        ("---\nheadline: a\n", "open-front-matter", 1, 1),
        ("---\n", "open-front-matter", 1, 1),
        ("---", "open-front-matter", 1, 1),
        ("---\nheadline: [a]\n---\n", "misshapen-field", 2, 11),
        ("---\nheadline: {a: b}\n---\n", "misshapen-field", 2, 11),
        ("---\nstatus: [draft]\n---\n", "misshapen-field", 2, 9),
        ("---\nbyline: [[a]]\n---\n", "misshapen-field", 2, 10),
        ("---\nbyline: {name: [a]}\n---\n", "misshapen-field", 2, 16),
        ("---\nphotos: [[a.jpg]]\n---\n", "misshapen-field", 2, 10),
        ("---\nphotos:\n  - file: a.jpg\n    caption: [b]\n---\n", "misshapen-field", 4, 14),
        ("---\nphotos:\n  - file: a.jpg\n    credit: [[b]]\n---\n", "misshapen-field", 4, 14),
        ("---\na: b\na: c\n---\n", "malformed-yaml", 3, 1),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        read(text)
    assert (caught.value.code, caught.value.line, caught.value.column) == (code, line, column)


@pytest.mark.parametrize("mark", ["---", "--- ", "---\t", "---\r"])
def test_a_mark_may_have_space_behind_it(mark: str) -> None:
    article = read(f"{mark}\nheadline: a\n{mark}\n正文。\n")
    assert (article.headline, article.body) == ("a", "正文。")


def test_the_body_begins_behind_the_second_mark_and_keeps_others() -> None:
    parts = split("---\nheadline: a\n---\n\n一。\n\n---\n\n二。\n")
    assert (parts.front, parts.body) == ("headline: a\n", "\n一。\n\n---\n\n二。\n")


@pytest.mark.parametrize("gap", ["\x0c", "\x0b", "\x1c", "\x85", "\u2028"])
def test_only_a_line_feed_ends_a_line(gap: str) -> None:
    assert read(f"---\nheadline: a\n---\n一{gap}---\n二。\n").body == f"一{gap}---\n二。"


def test_a_body_is_nfc_with_lf_and_without_blank_lines_around() -> None:
    assert read("---\r\n---\r\n\r\nCafe\u0301\r\n\r\n二。\r\n\r\n").body == "Café\n\n二。"


def test_only_the_line_of_the_field_changes_in_an_article() -> None:
    after = set_field(ARTICLE, "photos[0].caption", "改过的说明")
    assert after == ARTICLE.replace("农机手在地头调试播种机。", "改过的说明")


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("name", ["headline", "deck", "photos[0].caption", "byline[0].name"])
def test_a_hostile_text_in_a_field_leaves_body_and_other_fields_alone(name: str, text: str) -> None:
    before = read(ARTICLE)
    changed = set_field(ARTICLE, name, text)
    after = read(changed)
    assert changed.endswith("---\n全市秋播进入尾声。\n")
    assert (after.body, after.section, after.status) == (before.body, before.section, before.status)
    assert after.photos[0].file == before.photos[0].file
    if name in ("headline", "deck"):
        assert after.photos == before.photos
        assert after.byline == before.byline


@pytest.mark.parametrize(
    ("key", "name", "after"),
    [
        ("title: a", "headline", "title: x"),
        ("subtitle: a", "deck", "subtitle: x"),
        ("author: a", "byline", "author: x"),
        ("headline: a", "headline", "headline: x"),
    ],
)
def test_a_field_is_set_under_the_name_that_the_file_gives_it(key: str, name: str, after: str) -> None:
    assert set_field(f"---\n{key}\n---\n", name, "x") == f"---\n{after}\n---\n"


@pytest.mark.parametrize(
    "before",
    ["photos: a.jpg", "photos: [a.jpg]", "photos:\n  - a.jpg", "photos: {file: a.jpg}", "photos:\n  file: a.jpg"],
)
def test_a_caption_can_be_set_wherever_a_finding_misses_it(before: str) -> None:
    article = read(set_field(f"---\n{before}\n---\n", "photos[0].caption", "说明"))
    assert article.photos == (Photo("a.jpg", "说明"),)


def test_setting_a_byline_replaces_the_one_that_stands_under_its_role() -> None:
    changed = set_field("---\n记者: 张三\n---\n", "byline", [{"role": "通讯员", "name": "李四"}])
    assert read(changed).byline == (Credit("通讯员", "李四"),)


def test_fields_are_added_in_the_order_of_the_paper() -> None:
    text = "---\n---\n"
    for name in ("status", "photos", "headline", "kicker", "page", "section"):
        text = set_field(text, name, "x")
    names = [line.partition(":")[0] for line in split(text).front.splitlines()]
    assert names == ["kicker", "headline", "section", "page", "photos", "status"]
    assert sorted(names, key=FIELD_ORDER.index) == names


@pytest.mark.parametrize("name", ["photos[1].caption", "headline.x", "byline[0].name.x"])
def test_a_field_that_an_article_can_not_have_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        set_field(ARTICLE, name, "x")


def test_a_front_matter_of_every_shape_survives_a_change() -> None:
    text = f"---\n{FRONT}---\n正文。\n"
    assert set_field(text, "section", "要闻") == text.replace("section: 社会", "section: 要闻")


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("新的。", "---\nheadline: a\n---\n新的。\n"),
        ("\n\n新的。\r\n\r\n二。\n\n", "---\nheadline: a\n---\n新的。\n\n二。\n"),
        ("---\n不是文件头\n---", "---\nheadline: a\n---\n---\n不是文件头\n---\n"),
        ("Cafe\u0301", "---\nheadline: a\n---\nCafé\n"),
        ("", "---\nheadline: a\n---\n"),
    ],
)
def test_a_body_is_replaced_and_the_front_matter_stays(body: str, after: str) -> None:
    assert set_body("---\nheadline: a\n---\n旧的。\n", body) == after


def test_a_body_goes_on_a_line_of_its_own_where_the_file_ends_at_its_mark() -> None:
    assert read(set_body("---\nheadline: a\n---", "新的。")).body == "新的。"


@pytest.mark.parametrize(
    ("written", "planned"),
    [("800", 800), ("800字", 800), ("about 1,200 words", 1200), ('"0"', 0), ("", None), ("short", None), ("٣٠٠", None)],
)
def test_a_planned_length_is_the_first_number_that_stands_there(written: str, planned: int | None) -> None:
    article = read_article(
        f"---\nlength: {written}\nembargo: 2022-10-13 06:00\n---\n", id="a", issue="i", path="p", roles=()
    )
    assert article.planned_length == planned
    assert article.embargo == "2022-10-13 06:00"


def test_what_a_waiver_says_is_cut_where_nobody_reads_on() -> None:
    """It is shown with every finding that it answers for."""
    text = f"---\nwaive: [{{rule: missing-deck, reason: {'字' * 100_000}, by: 周一新}}]\n---\n"
    (waiver,) = read_article(text, id="a", issue="2022-10-12", path="a.md", roles=()).waivers

    assert waiver.is_complete
    assert len(waiver.reason) == 500
