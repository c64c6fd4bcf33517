import pytest

from tests.rules.harness import found

ARTICLE = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
%s
"""
RULE = "wrong-sum"


@pytest.mark.parametrize(
    ("copy", "total", "parts"),
    [
        ("公办17家，民办11家，共30家。", "28, not 30", "17 + 11"),
        ("全县建成养老机构28家,公办17家,民办11家,共30家。", "28, not 30", "17 + 11"),
        ("各类养老机构共30家，公办17家，民办11家，床位2450张。", "28, not 30", "17 + 11"),
        ("停水影响5230户，其中居民4980户、商户260户。", "5240, not 5230", "4980 + 260"),
        ("全市共有28家合作社参与秋收，其中公办17家，民办12家。", "29, not 28", "17 + 12"),
        ("补种1.2万棵，其中香樟7000棵、栾树6000棵。", "13000, not 12000", "7000 + 6000"),
        ("共运送412人次，其中6路138人次、11路171人次、19路113人次。", "422, not 412", "138 + 171 + 113"),
        ("来了三十人，其中教师十二人、学生二十八人。", "40, not 30", "12 + 28"),
        ("甲村3.7亩，乙村46.3亩，合计51亩。", "50, not 51", "3.7 + 46.3"),
        ("购书12册、画报8册，共花费200元，合计30册。", "20, not 30", "12 + 8"),
        ("工业占42.5%、农业占31.2%、服务业占36.3%。", "110%, more than all there is", "42.5% + 31.2% + 36.3%"),
        ("The county has 28 homes, 17 public and 12 private.", "29, not 28", "17 + 12"),
        ("Of the 1,340 cards, 905 belong to adults and 445 to children.", "1350, not 1340", "905 + 445"),
        ("They fixed 90 items: 31 lamps, 26 coats, 15 bicycles and eight clocks.", "80, not 90", "31 + 26 + 15 + 8"),
        ("They sold 17 pies and 11 cakes, for a total of 29.", "28, not 29", "17 + 11"),
        ("They sold 17 pies and 11 cakes, 29 in all.", "28, not 29", "17 + 11"),
    ],
)
def test_parts_that_do_not_make_the_total_are_found(copy: str, total: str, parts: str) -> None:
    (finding,) = found(ARTICLE % copy, RULE)
    assert f"add up to {total}: {parts}" in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "copy",
    [
        "全县建成各类养老机构28家,公办17家,民办11家,床位2450张,建成居家养老服务中心2家。",
        "停水影响5230户，其中居民4980户、商户250户。",
        "合作社有播种机9台，其中轮式5台、履带式3台。",  # some of them
        "合作社有播种机9台，其中轮式5台。",
        "全市共有28家合作社参与秋收，其中公办17家，民办11家。",
        "有28家合作社参与秋收，其中公办17家，民办12家。",  # of those, or of all
        "共有28家合作社，今年都参与了秋收，其中公办17家，民办12家。",
        "2026年11月20日22时至11月21日6时，共8小时。",
        "去年28家，今年公办17家、民办11家，共28家。",
        "公办17家，民办11家，共约30家。",
        "公办17家，民办10余家，共30家。",
        "补种1.2万棵，其中香樟7000棵、栾树5040棵。",  # rounded
        "共有党员28人，其中女党员17人、35岁以下12人。",  # who overlap
        "每箱12册，每册3元，共38册。",
        "中共党员17名，村民11名，共同到会30名。",
        "公办占60%，民办占40%，增长20%。",
        "60岁以上占48%，女性占55%。",
        "He saw 3 cities: 2 days in Paris and 4 days in Rome.",
        "It has 2 buildings: 12 classrooms and 5 labs.",
        "On Day 30, 17 men and 12 women left.",
        "Neighbors brought 28 things, 17 lamps and 12 radios.",  # not said to be all
        "The board voted 5-2 on Nov. 17, 2026, and 1,340 cards, 905 of adults and 435 of children, came back.",
        "They sold 17 pies and 11 cakes, 28 in all.",
    ],
)
def test_what_may_be_right_is_let_pass(copy: str) -> None:
    assert found(ARTICLE % copy, RULE) == []


def test_it_stands_at_the_total() -> None:
    (finding,) = found(ARTICLE % "全市秋播。\n\n乡镇有公办17家，民办11家，共30家。", RULE)
    assert (finding.line, finding.column, finding.length) == (9, 17, 3)


def test_a_huge_text_is_judged_in_time() -> None:
    for piece in ("共1", "其中1家、", "1家，", "and 1 ", "共", "1" * 40, "占1%，"):
        assert found(ARTICLE % (piece * 20_000), RULE) == []
