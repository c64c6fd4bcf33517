import pytest

from newsroom.errors import Malformed
from newsroom.storage.yaml_reader import MAX_DEPTH, MAX_NODES, Fields, Items, Text, read_yaml
from tests.storage.hostile import flat


def refusal(text: str, first_line: int = 1) -> Malformed:
    with pytest.raises(Malformed) as caught:
        read_yaml(text, first_line=first_line)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "column", "cause"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "the field a stands here twice"),
        ("a: {b: 1, c: 2, b: 3}\n", 1, 17, "the field b stands here twice"),
        ('标题: 1\n"标题": 2\n', 2, 1, "the field 标题 stands here twice"),
        ("a: &x 1\n", 1, 4, "an alias or an anchor (&)"),
        ("a: 1\nb: *x\n", 2, 4, "an alias or an anchor (*)"),
        ("a: &x {b: 1}\n", 1, 4, "an alias or an anchor (&)"),
        ("&x a: b\n", 1, 1, "an alias or an anchor (&)"),
        ("a: 1\n<<: {b: 2}\n", 2, 1, "a merge key (<<)"),
        ("d: &d {x: 1}\n<<: *d\n", 2, 1, "a merge key (<<)"),
        ("a: 1\nb: !!str x\n", 2, 4, "a YAML tag (!!str)"),
        ("a: !python/object/apply:os.system [x]\n", 1, 4, "a YAML tag (!python/object/apply:os.system)"),
        ("!!map\na: b\n", 1, 1, "a YAML tag (!!map)"),
        ("a: ! x\n", 1, 4, "a YAML tag (!)"),
        ("a: 1\nb: x\x85y\n", 2, 5, "an invisible character (U+0085)"),
        ("a: x\u2028y\n", 1, 5, "an invisible character (U+2028)"),
        ("a: 'x\u2029y'\n", 1, 6, "an invisible character (U+2029)"),
        ("a: 1\nb: x\x07y\n", 2, 5, "a control character"),
        ("a: \x00\n", 1, 4, "a control character"),
        ("a: 1\nb: \uffff\n", 2, 4, "a control character"),
        ("- a\n- b\n", 1, 1, "this is not a list of fields"),
        ("正文第一段。\n", 1, 1, "this is not a list of fields"),
        ("~\n", 1, 1, "this is not a list of fields"),
        ("[a]: b\n", 1, 1, "a field name that is not text"),
        ("a: 1\n{b: c}: d\n", 2, 1, "a field name that is not text"),
        ("标题：冬小麦\n", 1, 1, "a full-width colon after 标题"),
        ("headline：冬小麦\nsection: b\n", 1, 1, "a full-width colon after headline"),
        ("a: 1\n标题：冬小麦\nb: c\n", 2, 1, "a full-width colon after 标题"),
        ("photos:\n  - file：a.jpg\n    caption: b\n", 2, 5, "a full-width colon after file"),
        ("a: b\n\tc: d\n", 2, 1, "a tab where spaces belong"),
        ("photos:\n\t- file: a\n", 2, 1, "a tab where spaces belong"),
        ('a: 1\nb: "open\nc: d\n', 2, 4, "a quote that is not closed"),
        ("a: 1\nb: 'open\nc: d\n", 2, 4, "a quote that is not closed"),
        ("标题: 副题: 再副\n", 1, 7, "a colon inside a value"),
        ('a: "x\\q"\n', 1, 6, "a backslash inside double quotes"),
        ("a: 1\nb: [b, c\nd: e\n", 2, 4, "a bracket that is not closed"),
        ("a: {b: c\nd: e\n", 1, 4, "a bracket that is not closed"),
        ("a: @x\n", 1, 4, "a value can not begin with @"),
        ("a: `x`\n", 1, 4, "a value can not begin with `"),
        ("a: %x\n", 1, 4, "a value can not begin with %"),
        ("a:\n  - b\n c: d\n", 3, 2, "this line does not fit the ones above it"),
        ('a: "冬小麦"播种\n', 1, 9, "this line does not fit the ones above it"),
        ("a: [图]冬小麦\n", 1, 7, "this line does not fit the ones above it"),
        ("a: 1\n...\nb: 2\n", 3, 1, "this line does not fit the ones above it"),
        ("a: " + "[" * (MAX_DEPTH + 4) + "\n", 1, 3 + MAX_DEPTH, "brackets nested too deeply"),
        ("a: [" + "x," * (MAX_NODES + 1) + "]\n", 1, 2 * MAX_NODES - 1, "too many values"),
    ],
)
def test_what_is_refused_is_said_with_its_place(text: str, line: int, column: int, cause: str) -> None:
    fault = refusal(text)
    assert (fault.message, fault.line, fault.column) == (cause, line, column)
    assert fault.help


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\na: 2\n", 8), ("a: x\u2028y\n", 7), ("a: 'open\n", 7), ("a: 1\nb: [\n", 8), ("- a\n", 7)]
)
def test_lines_count_from_the_first_line_in_the_file(text: str, line: int) -> None:
    assert refusal(text, first_line=7).line == line


@pytest.mark.parametrize("text", ["", "\n", "# 注\n", "---\n", "{}\n", "\n\n# 注\n\n"])
def test_nothing_is_a_list_of_no_fields(text: str) -> None:
    assert read_yaml(text).values == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("null", "null"),
        ("~", "~"),
        ("750", "750"),
        ("0x1f", "0x1f"),
        ("010", "010"),
        ("1:20", "1:20"),
        ("2022-10-12", "2022-10-12"),
        (".inf", ".inf"),
        ("", ""),
        ("''", ""),
        ("'a'", "a"),
        ("冬小麦：播种过九成", "冬小麦：播种过九成"),
        ("a#b", "a#b"),
        ("a # b", "a"),
        ("'a # b'", "a # b"),
        ('"\\u51ac\\n"', "冬\n"),
        ('"<<"', "<<"),
        ("|\n  一\n  二", "一\n二\n"),
        (">-\n  one\n  two", "one two"),
        ("🎉", "🎉"),
        ("\u3000全角", "\u3000全角"),
    ],
)
def test_every_value_is_text(text: str, value: str) -> None:
    assert flat(read_yaml(f"a: {text}\nb: c\n")) == {"a": value, "b": "c"}


def test_a_quoted_merge_key_is_a_name_like_any_other() -> None:
    assert flat(read_yaml('"<<": a\n')) == {"<<": "a"}


def test_a_node_knows_where_it_stands() -> None:
    text = "标题: 冬小麦\nphotos:\n  - file: '图.jpg'\n    tags: [a, b]\n"
    tree = read_yaml(text, first_line=2)
    headline, photos = tree.values["标题"], tree.values["photos"]
    assert isinstance(headline, Text)
    assert (headline.line, headline.column, text[headline.start : headline.end]) == (2, 5, "冬小麦")
    assert (tree.keys["photos"].line, tree.keys["photos"].column) == (3, 1)
    assert isinstance(photos, Items)
    assert (photos.line, photos.column, photos.flow) == (4, 3, False)
    photo = photos.items[0]
    assert isinstance(photo, Fields)
    assert (photo.line, photo.column) == (4, 5)
    file, tags = photo.values["file"], photo.values["tags"]
    assert isinstance(file, Text)
    assert (file.line, file.column, file.quote, text[file.start : file.end]) == (4, 11, "'", "'图.jpg'")
    assert isinstance(tags, Items)
    assert (tags.line, tags.column, tags.flow, text[tags.start : tags.end]) == (5, 11, True, "[a, b]")


def test_crlf_does_not_move_a_place() -> None:
    tree = read_yaml("a: b\r\n标题: 冬小麦\r\n")
    node = tree.values["标题"]
    assert (node.line, node.column, node.end - node.start) == (2, 5, 3)


def test_columns_count_code_points_also_beyond_the_basic_plane() -> None:
    node = read_yaml("a: {𠮷野家🎉: x, b: y}\n").values["a"]
    assert isinstance(node, Fields)
    assert node.values["b"].column == 17


@pytest.mark.parametrize("text", ["a: x\rb: y\nc: z\n", "a: 'x\ry'\nc: z\n", "# 注\r注\nb: 1\nc: z\n"])
def test_a_lone_carriage_return_moves_no_line(text: str) -> None:
    try:
        tree = read_yaml(text)
    except Malformed as fault:
        assert fault.line == 1
    else:
        assert tree.values["c"].line == text.count("\n")


def test_a_byte_order_mark_inside_moves_no_column() -> None:
    text = "\ufeffa: 1\nb: 2\na: 3\n"
    fault = refusal(text)
    assert (fault.line, fault.column) in ((3, 1), (1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 20_000,
        "a: " + "{b: " * 20_000,
        "a: " + "[" * 20_000 + "]" * 20_000,
        "- " * 20_000 + "a",
        "? " * 20_000,
        "".join(" " * depth + "a:\n" for depth in range(1000)),
        "a: " + '"' * 20_001,
        "a: 'x\n" * 5000,
        "标题：" * 20_000,
        "a: [" + "b: c, " * 20_000 + "]",
        "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    ],
    ids=range(11),
)
def test_text_made_to_hurt_is_refused(text: str) -> None:
    assert refusal(text).line >= 1


def test_many_fields_are_read() -> None:
    text = "".join(f"字段{number}: 值\n" for number in range(4000))
    assert len(read_yaml(text).values) == 4000
