import pytest

from tests.rules.harness import found

RULE = "placeholder"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""


def shown(body: str, settings: str = "") -> list[str]:
    return [finding.message.rpartition(": ")[2] for finding in found(ZH + body, RULE, settings=settings)]


@pytest.mark.parametrize(
    ("body", "placeholder"),
    [
        ("市里播了XX万亩。", "XX"),
        ("播了XXX", "XXX"),
        ("TK people came.", "TK"),
        ("TKTK", "TKTK"),
        ("It cost $XX million.", "XX"),
        ("xxx", "xxx"),
        ("11月，X月X日开播", "X月X日"),
        ("×××镇已经播完。", "×××"),
        ("站长（待补）说", "（待补）"),
        ("【待定】", "【待定】"),
        ("张三（？？？）说", "？？？"),
        ("some ??? people", "???"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("opens on [date].", "[date]"),
        ("TBD", "TBD"),
        ("记者 某某", "记者 某某"),
        ("《》", "《》"),
        ("【】", "【】"),
    ],
)
def test_what_was_to_be_filled_in_is_found(body: str, placeholder: str) -> None:
    assert shown(body) == [placeholder]


@pytest.mark.parametrize(
    "body",
    [
        "Super Bowl XXX, the XXX Olympiad, Louis XX, XXL, Malcolm X, XX chromosomes",
        "TK Maxx opened. TK平台",
        "138××××1234，138XXXX1234，吉C××××1",
        "张某、李某某、某某公司",
        "时间待定，地点待定（时间待定），空缺待补",
        "什么？？？ What???",
        "[the mayor] said [sic], [x] done, [Name](http://x.cn)",
        "5×3×2，第XX届",
        "www.xxx.com",
    ],
)
def test_roman_numbers_masks_and_the_courts_are_left_alone(body: str) -> None:
    assert shown(body) == []


def test_a_paper_has_words_of_its_own() -> None:
    assert shown("〇〇镇", "rules: {placeholder: {words: [〇〇]}}\n") == ["〇〇"]


def test_a_credit_line_and_a_byline_are_looked_at() -> None:
    text = ZH.replace("姓名", "某某").replace("byline:", "credit_line: 本报讯（通讯员 XXX）\nbyline:")

    assert {finding.field for finding in found(text + "好。", RULE)} == {"credit_line", "byline[0].name"}


@pytest.mark.parametrize("text", ["X" * 1_000_000, "×" * 1_000_000, "[" * 1_000_000, "XXX" + "A" * 1_000_000])
def test_a_huge_text_ends(text: str) -> None:
    assert len(found(ZH + text, RULE)) <= 1
