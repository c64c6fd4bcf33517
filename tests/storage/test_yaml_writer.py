import random

import pytest

from newsroom.errors import UsageError
from newsroom.storage.yaml_reader import read_yaml
from newsroom.storage.yaml_text import block
from newsroom.storage.yaml_writer import set_value
from tests.storage.hostile import FRONT, MISSING, PLACES, TEXTS, flat, random_texts

ORDER = ("kicker", "headline", "deck", "section", "column", "page", "kind", "byline", "photos", "status")
BEFORE = flat(read_yaml(FRONT))
BLOCKS = ("note", "folded")
INSERTED = ("column", "other", "photos[0].alt", "byline[1].note")  # the other places are in braces


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that were replaced and those that replace them: what is left when both ends that agree are cut off."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_reads_back_from_every_place_it_may_stand_in(text: str) -> None:
    for place in PLACES + MISSING:
        after = set_value(FRONT, place, text, order=ORDER)
        assert flat(read_yaml(after)) == BEFORE | {place: text}, place


@pytest.mark.parametrize("place", PLACES + MISSING)
def test_random_texts_read_back(place: str) -> None:
    for text in random_texts(25, seed=len(place)):
        after = set_value(FRONT, place, text, order=ORDER)
        assert flat(read_yaml(after)) == BEFORE | {place: text}, text


@pytest.mark.parametrize("place", PLACES + MISSING)
def test_only_the_line_of_the_field_changes(place: str) -> None:
    for text in ("改过的标题", 'a: "b" # c', "两行\n文字", "- 'x'"):
        old, new = changed_lines(FRONT, set_value(FRONT, place, text, order=ORDER))
        replaced = 0 if place in INSERTED else 3 if place in BLOCKS else 1
        assert (len(old), len(new)) == (replaced, 1), text


@pytest.mark.parametrize("place", [place for place in PLACES if place not in BLOCKS])
def test_setting_what_is_there_changes_no_other_line(place: str) -> None:
    after = set_value(FRONT, place, BEFORE[place], order=ORDER)
    assert len(after.split("\n")) == len(FRONT.split("\n"))
    assert flat(read_yaml(after)) == BEFORE


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("headline: a\n", "headline", "b", "headline: b\n"),
        ("headline:\n", "headline", "b", "headline: b\n"),
        ("headline: \n", "headline", "b", None),
        ("headline:", "headline", "b", "headline: b\n"),
        ("headline: a", "headline", "b", "headline: b\n"),
        ("headline:  a   # c\n", "headline", "b", "headline:  b   # c\n"),
        ("headline:   # c\n", "headline", "b", None),
        ('headline: "a"\n', "headline", "b", 'headline: "b"\n'),
        ("headline: 'a'\n", "headline", "b", "headline: 'b'\n"),
        ("headline: a\n", "headline", "yes", "headline: 'yes'\n"),
        ("headline: a\n", "headline", "标题: 副题", "headline: '标题: 副题'\n"),
        ("headline: a\n", "headline", "两\n行", 'headline: "两\\n行"\n'),
        ("headline: a\n", "headline", "“三秋”", "headline: “三秋”\n"),
        ("page: 3\n", "page", 4, "page: 4\n"),
        ("page:\n", "page", 4, "page: 4\n"),
        ('page: "3"\n', "page", "A01", 'page: "A01"\n'),
        ("a: {b: c, d: e}\n", "a.b", "x", "a: {b: x, d: e}\n"),
        ("a: {b: c}\n", "a.d", "x", "a: {b: c, d: x}\n"),
        ("a: {}\n", "a.d", "x", "a: {d: x}\n"),
        ("a: [b, c]\n", "a[1]", "x", "a: [b, x]\n"),
        ("photos:\n  - file: a\n", "photos[0].caption", "x", "photos:\n  - file: a\n    caption: x\n"),
        ("photos:\n- file: a\n", "photos[0].caption", "x", "photos:\n- file: a\n  caption: x\n"),
        ("", "headline", "a", "headline: a\n"),
        ("# c\n", "headline", "a", "# c\nheadline: a\n"),
        ("a: b\n# c\n", "d", "e", "a: b\nd: e\n# c\n"),
    ],
)
def test_a_field_is_set_in_place(before: str, name: str, value: object, after: str | None) -> None:
    changed = set_value(before, name, value)
    assert flat(read_yaml(changed))[name] == str(value)
    if after is not None:
        assert changed == after


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("kicker", "kicker: x\nheadline: a\nsection: b\nstatus: c\n"),
        ("deck", "headline: a\ndeck: x\nsection: b\nstatus: c\n"),
        ("page", "headline: a\nsection: b\npage: x\nstatus: c\n"),
        ("status", "headline: a\nsection: b\nstatus: x\n"),
        ("other", "headline: a\nsection: b\nstatus: c\nother: x\n"),
    ],
)
def test_a_new_field_goes_where_the_order_has_it(name: str, after: str) -> None:
    assert set_value("headline: a\nsection: b\nstatus: c\n", name, "x", order=ORDER) == after


def test_a_new_field_goes_behind_the_block_of_the_one_before() -> None:
    front = "byline:\n  - {role: 通讯员, name: 姓名}\n  # 还有谁\nstatus: draft\n"
    after = set_value(front, "photos", [{"file": "a.jpg", "caption": "说明", "credit": []}], order=ORDER)
    assert flat(read_yaml(after)) == flat(read_yaml(front)) | {
        "photos[0].file": "a.jpg", "photos[0].caption": "说明", "photos[0].credit": "",
    }  # fmt: skip
    assert after.startswith("byline:\n  - {role: 通讯员, name: 姓名}\n")
    assert after.endswith("status: draft\n")


CREDITS = [{"role": "通讯员", "name": "张三"}, {"role": "记者", "name": "李四"}]


@pytest.mark.parametrize(
    "byline",
    [
        "byline:\n",
        "byline: 通讯员 姓名\n",
        "byline: '通讯员 姓名'\n",
        "byline: |\n  通讯员 姓名\n",
        "byline: >-\n  通讯员\n  姓名\n",
        "byline: [通讯员 姓名]\n",
        "byline: {role: 通讯员, name: 姓名}\n",
        "byline:\n  role: 通讯员\n  name: 姓名\n",
        "byline:\n  - {role: 通讯员, name: 姓名}\n",
        "byline:\n  - {role: 通讯员, name: 姓名}   # 谁\n",
        "byline:\n- role: 通讯员\n  name: 姓名\n",
        "byline:\n  - role: 通讯员\n    name: |\n      姓名\n",
        'byline:\n  - role: 通讯员\n    name: "姓\n      名"\n',
    ],
)
def test_a_list_takes_the_place_of_whatever_stood_there(byline: str) -> None:
    front = f"headline: a\n{byline}# 注\nstatus: draft\n"
    after = set_value(front, "byline", CREDITS)
    assert flat(read_yaml(after)) == {
        "headline": "a",
        "byline[0].role": "通讯员", "byline[0].name": "张三", "byline[1].role": "记者", "byline[1].name": "李四",
        "status": "draft",
    }  # fmt: skip
    assert "  - {role: 通讯员, name: 张三}\n" in after
    assert after.endswith("}\n# 注\nstatus: draft\n") or after.endswith("}   # 谁\n# 注\nstatus: draft\n")


@pytest.mark.parametrize("value", [4, "4"])
@pytest.mark.parametrize(
    "page", ["page: |\n  3\n", "page: >\n  3\n", "page: '3'\n", "page: 3 # c\n", "page:\n", '"page": 3\n']
)
def test_a_page_takes_the_place_of_whatever_stood_there(page: str, value: object) -> None:
    after = set_value(f"headline: a\n{page}section: b\n", "page", value)
    assert flat(read_yaml(after)) == {"headline": "a", "page": "4", "section": "b"}


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("photos: [file: a.jpg]\n", "photos[0].caption"),
        ("photos: [{file: a.jpg}]\n", "photos[0].caption"),
        ("photos:\n  - file: a.jpg\n    # 说明\n  - file: b.jpg\n", "photos[0].caption"),
        ("photos:\n  - file: a.jpg\n    caption: |\n      说明\n  - file: b.jpg\n", "photos[0].credit"),
        ("photos:\n  -\n    file: a.jpg\n", "photos[0].caption"),
        ("photos:\n  - {file: a.jpg,\n     credit: c}\n", "photos[0].caption"),
        ("photos:\n  - {file: a.jpg, caption}\n", "photos[0].caption"),
        ("photos:\n  - {file: a.jpg, }\n", "photos[0].caption"),
        ("photos:\n  - {file: a.jpg # 图\n    }\n", "photos[0].caption"),
        ("photos:\n", "photos[0].caption"),
        ("photos: []\n", "photos"),
        ("{headline: a, deck: b}\n", "photos"),
        ("{headline: a, deck: b}\n", "deck"),
        ("? headline\n: a\n", "headline"),
        ("headline: a\n  b\n  c\ndeck: d\n", "headline"),
        ("headline: 'a\n\n  b'\ndeck: d\n", "headline"),
        ("note: |+\n  a\n\n\ndeck: d\n", "note"),
        ("note: |2-\n    a\ndeck: d\n", "note"),
        ("note: | # 注\n  a\ndeck: d\n", "note"),
        ("note: |\n  a\n", "headline"),
        ("note: |-\n  a", "headline"),
        ("note: |\n  a", "note"),
        ("a: b\n...\n", "a"),
        ("a: b\n\n\n# c\n", "a"),
        ("tags:\n  -\n  - b\n", "tags[0]"),
        ("tags:\n  - # 注\n  - b\n", "tags[0]"),
    ],
)
@pytest.mark.parametrize("text", ["新的", "a: {b} # 'c'"])
def test_odd_ways_to_write_a_field_are_kept_whole(front: str, name: str, text: str) -> None:
    before = flat(read_yaml(front))
    after = flat(read_yaml(set_value(front, name, text)))
    assert after[name] == text
    assert {key: value for key, value in before.items() if not key.startswith(name) and not name.startswith(key)} == {
        key: value for key, value in after.items() if key != name
    }


def test_crlf_stays_crlf_in_every_line() -> None:
    before = FRONT.replace("\n", "\r\n")
    for place in PLACES + MISSING:
        after = set_value(before, place, "改过：'x' # y", order=ORDER)
        assert after.count("\n") == after.count("\r\n")
        assert after == set_value(FRONT, place, "改过：'x' # y", order=ORDER).replace("\n", "\r\n")


def test_a_blank_line_behind_a_block_stays() -> None:
    assert set_value("note: |\n  a\n\nkind: b\n", "note", "x") == "note: x\n\nkind: b\n"


def test_lines_of_a_mixed_file_keep_the_ends_they_have() -> None:
    after = set_value("kicker: a\r\nheadline: b\nsection: c\r\nstatus: d\n", "section", "x")
    assert after == "kicker: a\r\nheadline: b\nsection: x\r\nstatus: d\n"


@pytest.mark.parametrize(
    "name", ["photos[2].caption", "photos[0].caption.x", "headline.x", "headline[0]", "byline.name", "byline[0][0]", ""]
)
def test_a_field_that_can_not_be_there_is_refused(name: str) -> None:
    with pytest.raises(UsageError) as refusal:
        set_value(FRONT, name, "x")
    assert refusal.value.code == "no-such-field"


def test_several_changes_one_after_the_other_all_hold() -> None:
    dice = random.Random(3)  # noqa: S311
    text, expected = FRONT, dict(BEFORE)
    for _ in range(60):
        place, value = dice.choice(PLACES + MISSING), dice.choice(TEXTS)
        text, expected[place] = set_value(text, place, value, order=ORDER), value
        assert flat(read_yaml(text)) == expected, (place, value)
    assert [line for line in text.splitlines() if line.startswith("#")] == ["# 头一行", "# 中间", "# 末一行"]


def test_a_new_text_has_short_mappings_in_braces() -> None:
    assert block("pages", [{"page": "1"}, {"page": "3", "section": "社会"}]) == (
        "pages:\n  - {page: '1'}\n  - {page: '3', section: 社会}\n"
    )
    assert block("number", 7) + block("kind", "") == "number: 7\nkind:\n"


NEW = {"file": "新.jpg", "caption": "说明。", "credit": [{"role": "通讯员", "name": "姓名"}]}
NEW_LINES = "- file: 新.jpg\n    caption: 说明。\n    credit:\n      - {role: 通讯员, name: 姓名}\n"
IN_BRACES = "{file: 新.jpg, caption: 说明。, credit: [{role: 通讯员, name: 姓名}]}"


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("kind: a\nstatus: x\n", 0, f"kind: a\nphotos:\n  {NEW_LINES}status: x\n"),
        ("photos:\nstatus: x\n", 0, f"photos:\n  {NEW_LINES}status: x\n"),
        ("photos:  # 头图\nstatus: x\n", 0, f"photos:  # 头图\n  {NEW_LINES}status: x\n"),
        ("photos: []\nstatus: x\n", 0, f"photos:\n  {NEW_LINES}status: x\n"),
        (
            "photos:\n  - file: a.jpg  # 一\n    alt:   'x'\n\n# 二\nstatus: x\n",
            1,
            f"photos:\n  - file: a.jpg  # 一\n    alt:   'x'\n  {NEW_LINES}\n# 二\nstatus: x\n",
        ),
        (
            "photos:\n  - file: a.jpg\n    caption: |\n      一\n      二\nstatus: x\n",
            1,
            f"photos:\n  - file: a.jpg\n    caption: |\n      一\n      二\n  {NEW_LINES}status: x\n",
        ),
        ("photos:\n  - a.jpg\n  - file:\nstatus: x\n", 2, f"photos:\n  - a.jpg\n  - file:\n  {NEW_LINES}status: x\n"),
        (
            "photos:\n- file: a.jpg\nstatus: x\n",
            1,
            f"photos:\n- file: a.jpg\n{NEW_LINES.replace(chr(10) + '  ', chr(10))}status: x\n",
        ),
        ("photos: [a.jpg, b.jpg]  # 二\n", 2, f"photos: [a.jpg, b.jpg, {IN_BRACES}]  # 二\n"),
        ("photos: [file: a.jpg]\n", 1, f"photos: [file: a.jpg, {IN_BRACES}]\n"),
        ("photos: [\n  a.jpg,  # 一\n]\n", 1, f"photos: [\n  a.jpg, {IN_BRACES},  # 一\n]\n"),
        ("photos: a.jpg\nstatus: x\n", 1, f"photos:\n  - a.jpg\n  {NEW_LINES}status: x\n"),
        ("photos: 'a, b.jpg'  # 头图\n", 1, f"photos:\n  - 'a, b.jpg'  # 头图\n  {NEW_LINES}"),
        ("photos:\n  a.jpg\nstatus: x\n", 1, f"photos:\n  - a.jpg\n  {NEW_LINES}status: x\n"),
        ("photos: {file: a.jpg,\n  caption: x}\n", 1, f"photos:\n  - {{file: a.jpg,\n    caption: x}}\n  {NEW_LINES}"),
        (
            "photos:\n  file: a.jpg  # 一\n  caption: |\n    甲\n    乙\n  alt: x\nstatus: x\n",
            1,
            f"photos:\n  - file: a.jpg  # 一\n    caption: |\n      甲\n      乙\n    alt: x\n  {NEW_LINES}status: x\n",
        ),
        ("{photos: a.jpg, status: x}\n", 1, f"{{photos: [a.jpg, {IN_BRACES}], status: x}}\n"),
        ("{photos: {file: a.jpg}}\n", 1, f"{{photos: [{{file: a.jpg}}, {IN_BRACES}]}}\n"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_item_is_put_behind_the_last_one_whatever_stands_there(
    before: str, number: int, after: str, line_end: str
) -> None:
    added = set_value(before.replace("\n", line_end), f"photos[{number}]", NEW, order=ORDER)

    assert added == after.replace("\n", line_end)
    was, now = flat(read_yaml(before)), flat(read_yaml(added))
    assert now[f"photos[{number}].credit[0].name"] == "姓名"
    assert set(was.values()) - {""} <= set(now.values())


@pytest.mark.parametrize(("before", "number"), [("photos: [a, b]\n", 3), ("photos: a\n", 2)])
def test_no_item_is_put_further_behind(before: str, number: int) -> None:
    with pytest.raises(UsageError):
        set_value(before, f"photos[{number}]", NEW, order=ORDER)
