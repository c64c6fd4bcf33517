import itertools

import pytest

from newsroom.model.credit import Credit, is_known_role, parse_credits
from newsroom.model.paper import DEFAULT_ROLES

CHINESE = [
    ("", []),
    ("  ", []),
    ("通讯员 姓名", [("通讯员", "姓名")]),
    ("本报通讯员 姓名", [("通讯员", "姓名")]),
    ("本报通讯员 姓名 摄", [("通讯员", "姓名")]),
    ("本报通讯员 姓名摄", [("通讯员", "姓名")]),
    ("本报记者 张三 通讯员 李四", [("记者", "张三"), ("通讯员", "李四")]),
    ("本报记者 张三 本报通讯员 李四", [("记者", "张三"), ("通讯员", "李四")]),
    ("本报记者 张三、李四", [("记者", "张三"), ("记者", "李四")]),
    ("本报记者 张三 李四 通讯员 王五", [("记者", "张三"), ("记者", "李四"), ("通讯员", "王五")]),
    ("记者 张三，李四；王五", [("记者", "张三"), ("记者", "李四"), ("记者", "王五")]),
    ("特约记者 张三", [("特约记者", "张三")]),
    ("姓名 摄", [("", "姓名")]),
    ("姓名 供图", [("供图", "姓名")]),
    ("摄影 姓名", [("摄影", "姓名")]),
    ("姓名", [("", "姓名")]),
    ("张三、李四", [("", "张三"), ("", "李四")]),
    ("张 三", [("", "张三")]),
    ("记者 张 三", [("记者", "张三")]),
    ("本报记者 张 三 通讯员 李四光", [("记者", "张三"), ("通讯员", "李四光")]),
    ("记者 张 三 李 四", [("记者", "张三"), ("记者", "李四")]),
    ("通讯员姓名", [("通讯员", "姓名")]),
    ("本报记者张三", [("记者", "张三")]),
    ("实习记者张三", [("实习记者", "张三")]),
    ("通讯员", [("通讯员", "")]),
    ("记者 张三 通讯员", [("记者", "张三"), ("通讯员", "")]),
    ("通迅员 姓名", [("通迅员", "姓名")]),
    ("新华社记者 姓名", [("新华社记者", "姓名")]),
    ("四平日报通讯员 姓名", [("四平日报通讯员", "姓名")]),
    ("记者 阿布力孜·买买提", [("记者", "阿布力孜·买买提")]),
    ("记者张三 通讯员李四", [("记者", "张三"), ("通讯员", "李四")]),
    ("本报讯(通讯员 刘帅)", [("通讯员", "刘帅")]),
    ("本报（通讯员 尹莉丽）", [("通讯员", "尹莉丽")]),
    ("本报讯（通讯员 王 强 李小明）", [("通讯员", "王强"), ("通讯员", "李小明")]),
    ("本报讯 记者张三 通讯员李四", [("记者", "张三"), ("通讯员", "李四")]),
    ("本报北京11月16日电（记者 张三）", [("记者", "张三")]),
    ("新华社北京11月16日电（记者 张三、李四）", [("记者", "张三"), ("记者", "李四")]),
    ("（本报记者 张三摄）", [("记者", "张三")]),
    ("（张三 摄）", [("", "张三")]),
    ("□ 本报记者 张三", [("记者", "张三")]),
    ("本报讯", []),
    ("新华社记者张三", [("新华社记者", "张三")]),
    ("见习记者张三", [("见习记者", "张三")]),
    ("记者 张三 实习生 李四", [("记者", "张三"), ("实习生", "李四")]),
    ("本报全媒体记者 张三 李四", [("全媒体记者", "张三"), ("全媒体记者", "李四")]),
    ("本报讯（记者 张三 文/图）", [("记者", "张三")]),
    ("文/图 张三", [("", "张三")]),
    ("文/张三 图/李四", [("", "张三"), ("", "李四")]),
    ("本报记者 张三/文 李四/图", [("记者", "张三"), ("记者", "李四")]),
    ("本报记者 张三 摄影报道", [("记者", "张三")]),
    ("记者张三报道", [("记者", "张三")]),
    ("本报记者 张三 摄影", [("记者", "张三")]),
    ("本报通讯员 张三 供图", [("通讯员", "张三")]),
    ("张三 李四 供图", [("供图", "张三"), ("供图", "李四")]),
    ("张三供图", [("供图", "张三")]),
    ("摄影/张三", [("摄影", "张三")]),
    ("摄影：张三", [("摄影", "张三")]),
    ("张三 李四 摄", [("", "张三"), ("", "李四")]),
    ("张三 和 李四", [("", "张三"), ("", "李四")]),
    ("张三 李四", [("张三", "李四")]),
    ("新华社 张三 摄", [("新华社", "张三")]),
    ("本报记者 John Smith 通讯员 张 三", [("记者", "John Smith"), ("通讯员", "张三")]),
]
ENGLISH = [
    ("", []),
    ("By June Akers, Correspondent", [("Correspondent", "June Akers")]),
    ("by June Akers, staff writer", [("Staff Writer", "June Akers")]),
    ("June Akers, Correspondent", [("Correspondent", "June Akers")]),
    ("Correspondent June Akers", [("Correspondent", "June Akers")]),
    ("Staff Writer Theo Brandt", [("Staff Writer", "Theo Brandt")]),
    ("June Akers", [("", "June Akers")]),
    ("By June Akers", [("", "June Akers")]),
    ("June Akers and Theo Brandt", [("", "June Akers"), ("", "Theo Brandt")]),
    ("By June Akers & Theo Brandt, Contributor", [("Contributor", "June Akers"), ("Contributor", "Theo Brandt")]),
    ("June Akers, Theo Brandt and Nell Farrow", [("", "June Akers"), ("", "Theo Brandt"), ("", "Nell Farrow")]),
    ("Correspondent", [("Correspondent", "")]),
    ("June Akers, Intern", [("Intern", "June Akers")]),
    ("Byron Lee", [("", "Byron Lee")]),
    ("Contributors Guild", [("", "Contributors Guild")]),
    ("BY JUNE AKERS AND THEO BRANDT", [("", "JUNE AKERS"), ("", "THEO BRANDT")]),
    ("By June Akers and Theo Brandt, Contributors", [("Contributor", "June Akers"), ("Contributor", "Theo Brandt")]),
    ("Contributors June Akers and Theo Brandt", [("Contributor", "June Akers"), ("Contributor", "Theo Brandt")]),
    (
        "By June Akers, Staff Writer, and Theo Brandt, Contributor",
        [("Staff Writer", "June Akers"), ("Contributor", "Theo Brandt")],
    ),
    ("By June Akers, Jr., Staff Writer", [("Staff Writer", "June Akers Jr.")]),
    ("June Akers, Jr.", [("", "June Akers Jr.")]),
    ("Photo by June Akers", [("", "June Akers")]),
    ("Photos: June Akers, Photographer", [("Photographer", "June Akers")]),
    ("Photon Akers", [("", "Photon Akers")]),
]


@pytest.mark.parametrize(("text", "credits"), CHINESE)
def test_a_chinese_credit_is_read(text: str, credits: list[tuple[str, str]]) -> None:
    assert parse_credits(text, DEFAULT_ROLES["zh-CN"]) == tuple(Credit(*pair) for pair in credits)


@pytest.mark.parametrize(("text", "credits"), ENGLISH)
def test_an_english_credit_is_read(text: str, credits: list[tuple[str, str]]) -> None:
    assert parse_credits(text, DEFAULT_ROLES["en"]) == tuple(Credit(*pair) for pair in credits)


@pytest.mark.parametrize(
    ("credit", "said"),
    [
        (Credit("通讯员", "姓名"), "通讯员 姓名"),
        (Credit(name="姓名"), "姓名"),
        (Credit("记者"), "记者"),
        (Credit(), ""),
    ],
)
def test_a_credit_says_the_parts_it_has(credit: Credit, said: str) -> None:
    assert str(credit) == said


@pytest.mark.parametrize("pairs", [[("通讯员", "姓名")], [("", "姓名")], [("供图", "姓名")], [("记者", "")]])
def test_a_credit_that_is_said_is_read_as_it_was(pairs: list[tuple[str, str]]) -> None:
    credits = tuple(Credit(*pair) for pair in pairs)
    assert parse_credits(str(credits[0]), DEFAULT_ROLES["zh-CN"]) == credits


def test_a_credit_has_both_parts_in_json() -> None:
    assert list(Credit(name="姓名").as_json().items()) == [("role", ""), ("name", "姓名")]


@pytest.mark.parametrize(
    ("role", "known"),
    [
        ("记者", True),
        ("新华社记者", True),
        ("四平日报通讯员", True),
        ("通迅员", False),
        ("新华社", False),
        ("", False),
        ("记者站", False),
    ],
)
def test_a_role_is_known_by_itself_or_lent_by_another_house(role: str, known: bool) -> None:
    assert is_known_role(role, DEFAULT_ROLES["zh-CN"]) is known


def test_a_hostile_credit_is_read_in_time() -> None:
    for unit in ("张", "记者 ", "本报（", "By ", "A, ", "/文", "　", "a"):
        parse_credits(unit * 100_000, DEFAULT_ROLES["zh-CN"])


def test_whatever_is_typed_is_read() -> None:
    parts = [
        *["本报", "记者", "张三", "供图", "摄", "讯", "文", "、", "/", "：", "（", "）", "A", ","],
        "and ",
        "By ",
        " ",
    ]
    for chosen in itertools.product(parts, repeat=3):
        for language in ("zh-CN", "en"):
            assert all(str(credit) for credit in parse_credits("".join(chosen), DEFAULT_ROLES[language]))
