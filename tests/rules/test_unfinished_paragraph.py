import pytest

from tests.rules.harness import found

RULE = "unfinished-paragraph"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""
EN = """---
headline: Bridge opens
section: News
byline:
  - {role: Staff Writer, name: June Akers}
---
"""
WHOLE = "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种。"
LATIN = "Alder County crews will spray salt brine on 62 miles of road before storms this winter, in a test. "


@pytest.mark.parametrize(
    "rest",
    ["好于往年同", "好于往年同，", "制定《一村一档》实", "制定《办法》", "发放“布标”", "石桥镇（含北山", "比例达100%"],
)
def test_a_paragraph_that_stops_in_a_sentence_is_found_at_its_end(rest: str) -> None:
    (finding,) = found(ZH + WHOLE + rest + "\n\n" + WHOLE, RULE)

    assert (finding.line, finding.column) == (7, len(WHOLE + rest))


@pytest.mark.parametrize("rest", ["The county will pay for the", "He said the roads are", "It spread “salt”"])
def test_so_is_one_in_english(rest: str) -> None:
    assert len(found(EN + LATIN + rest, RULE, language="en")) == 1


@pytest.mark.parametrize(
    "body",
    [
        WHOLE,
        WHOLE + "（通讯员 姓名）",
        WHOLE + "（来源：新华社）",
        WHOLE + "——姓名",
        WHOLE + "　　江一苇",
        WHOLE + "本报记者 唐一帆 摄",
        WHOLE + "详见www.lj.cn/a",
        WHOLE + "他说：",
        WHOLE + "……",
        f"**{WHOLE}**",
        f"> {WHOLE}好",
        f"1. {WHOLE}好",
        "本报通讯员 高岩",
        "2026年11月18日",
        "抓队伍，强组织，壮经济",
        "一、提高认识，统一思想，切实增强做好秋播工作的责任感",
        "清明时节雨纷纷，\n路上行人欲断魂。\n借问酒家何处有，\n牧童遥指杏花村",
        "| 镇 | 亩 |\n|---|---|\n| 石桥，北山 | 3 |",
        "石桥镇\t三百亩，已播\t四百亩，未播\t五百亩，弃播\t六百亩，补播\t七百亩，重播\t八百亩",
        "地址：临江市望江区滨江路12号，邮编：136000，电话：6218345，传真：6218346，联系人：王芳",
        "一等奖：望江小学、柳堤小学、石桥小学、青渡小学、云溪小学、三塘小学、北山小学、南湖小学、东岭",
    ],
)
def test_what_needs_no_mark_at_its_end_is_left_alone(body: str) -> None:
    assert found(ZH + body, RULE) == []


@pytest.mark.parametrize(
    "body",
    [
        LATIN + "(More on page 3)",
        LATIN + "— June Akers",
        LATIN + "By June Akers",
        LATIN + "“What?”",
        LATIN.strip() + "\nand more of it.",
        "Trying out the lights on Mill Street, before the first snow falls on the town of Linden",
        "Dear editor,",
        "Roses are red,\nViolets are blue",
        "-30-",
    ],
)
def test_nor_does_that_in_english(body: str) -> None:
    assert found(EN + body, RULE, language="en") == []


def test_a_page_that_was_cut_into_columns_is_found_at_every_cut() -> None:
    body = (
        "坚持“一个场所三牌、一个房间一牌”的原则，场所统一设置党群服务中心、计生服务中心。坚持这样的原\n\n"
        "则，规范场所牌匾悬挂。通过规范制度的上墙，使村干\n\n在制度上有章可循，在行为上得到规范。"
    )

    assert [finding.line for finding in found(ZH + body, RULE)] == [7, 9]


def test_an_address_before_its_end_is_shown_as_an_ellipsis() -> None:
    (finding,) = found(ZH + WHOLE + "详见www.lj.cn/a好于往年同", RULE)

    assert finding.message == "a paragraph stops in the middle of a sentence: ……好于往年同"


def test_in_a_draft_it_only_warns() -> None:
    (finding,) = found(ZH + WHOLE + "好于", RULE, stage="draft")

    assert finding.severity == "warning"


def test_a_huge_paragraph_ends() -> None:
    assert len(found(ZH + "一，" * 1_000_000 + "。好", RULE)) == 1


def test_a_sentence_that_begins_with_a_reporter_is_no_credit() -> None:
    body = "崔海宁走访了500户人家，送去莲藕。记者在云溪区看到，护栏旁边贴着编号，扫一扫就能报修"

    assert found(ZH + body, RULE)
