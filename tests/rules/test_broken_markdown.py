import pytest

from tests.rules.harness import found

RULE = "broken-markdown"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""
LONG = "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种，大家心里有底。"


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("他说**“好”**的", 3),
        ("**注意：**请带", 1),
        ("**《办法》**规定", 1),
        ("增长**5%**的", 3),
        ("** 加粗 **的话", 1),
        ("**没有收尾的话。", 1),
        ("他说：**好", 4),
        ("##小标题", 1),
        ("＃＃ 小标题", 1),
        ("＊＊加粗＊＊的", 1),
        (f"    {LONG}", 1),
        (f"\t{LONG}", 1),
        ("换行<br>了", 3),
    ],
)
def test_what_is_not_set_as_it_was_meant_is_found_where_it_stands(body: str, column: int) -> None:
    (finding,) = found(ZH + body, RULE)

    assert (finding.line, finding.column) == (7, column)


@pytest.mark.parametrize(
    "body",
    [
        "他说 **“好”** 的，**注意**：请带，“**甲**”",
        "张**明、李**强",
        "张**、李**、王**",
        f"　　{LONG}",
        "#话题#很热",
        "## 小标题\n\n**小标题**",
        "小标题\n---",
        f"{LONG}\n\n---\n\n***\n\n* * *",
        f"{LONG}\n    接着说",
        "1. 清沟。\n\n    清一条，验一条。",
        "- 甲\n    - 乙",
        "3<5，a<b，<名字>，<https://a.cn>，`<br>`",
        "电话138**1234，2**10=1024",
        "```\n##x\n\n    y\n<br>\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "＃1号楼，张＊＊、李＊＊",
        "1.第一",
    ],
)
def test_what_is_set_as_it_was_meant_is_left_alone(body: str) -> None:
    assert found(ZH + body, RULE) == []


@pytest.mark.parametrize(
    ("body", "fixes"),
    [
        ("##小标题", ["## "]),
        (f"{LONG}\n---", ["\n---"]),
        (f"{LONG}\n===", []),
        (f"    {LONG}\n\n    {LONG}", ["", ""]),
        ("**注意：**请带", []),
    ],
)
def test_only_what_can_not_be_meant_otherwise_is_mended(body: str, fixes: list[str]) -> None:
    (finding,) = found(ZH + body, RULE)

    assert [edit.text for edit in finding.edits] == fixes


@pytest.mark.parametrize("text", ["**", "**a", "** ", "##", "\n##a", "\n---", "\n\n    b", "<b ", "<p>"])
def test_a_huge_text_ends(text: str) -> None:
    assert len(found(ZH + text * 100_000, RULE)) <= 2
