from tests.rules.harness import found

RULE = "repeated-paragraph"
ZH = """---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
"""
LONG = "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种，大家心里有底。"


def test_a_paragraph_that_comes_again_is_found_where_it_does() -> None:
    (finding,) = found(ZH + f"{LONG}\n\n好。\n\n{LONG}", RULE)

    assert (finding.line, finding.column) == (11, 1)


def test_so_is_one_right_below_itself() -> None:
    assert len(found(ZH + f"{LONG}\n{LONG}", RULE)) == 1


def test_each_time_more_is_counted() -> None:
    (finding,) = found(ZH + "\n\n".join([LONG] * 4), RULE)

    assert finding.count == 3


def test_short_lines_lists_and_refrains_may_come_back() -> None:
    refrain = "清明时节雨纷纷，路上行人欲断魂，\n借问酒家何处有，牧童遥指杏花村。"

    assert found(ZH + f"“播完了吗？”\n\n好。\n\n“播完了吗？”\n\n{refrain}\n\n好。\n\n{refrain}", RULE) == []
    assert found(ZH + f"- {LONG}\n- {LONG}", RULE) == []


def test_paragraphs_that_share_a_line_are_two() -> None:
    one = (
        "The county will pay for the bridge this year, she said,\nand the state will pay for the road that leads to it."
    )

    assert found(ZH + one + "\n\n" + one.replace("road", "path"), RULE) == []


def test_a_huge_text_of_one_paragraph_ends() -> None:
    assert found(ZH + f"{LONG}\n\n" * 5_000, RULE)[0].count == 4_999
