import unicodedata

import pytest

from tests.rules.chinese.copy import article, mended, mended_body, only, with_caption
from tests.rules.harness import found

RULE = "half-width-punctuation"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("近年来,铁东区下好“三手棋”;效果好.", "近年来，铁东区下好“三手棋”；效果好。"),
        ("全县老年人约为8.76万人,约占26.4%,床位1,200张.", "全县老年人约为8.76万人，约占26.4%，床位1,200张。"),
        ("时间:10:30至12:00,比分3:2!", "时间：10:30至12:00，比分3:2！"),
        ("本报讯(通讯员 孙鑫鑫)目前,", "本报讯（通讯员 孙鑫鑫）目前，"),
        ("开展“政策宣讲进村(居)”活动,印发《意见(试行)》", "开展“政策宣讲进村（居）”活动，印发《意见（试行）》"),
        ("看(图(一))", "看（图（一））"),
        ("这是（试行)办法", "这是（试行）办法"),
        ('他问:"你来吗?"我说:"来!"', "他问：“你来吗？”我说：“来！”"),
        ('"一肩挑"比例达100%,"两委"换届', "“一肩挑”比例达100%，“两委”换届"),
        ('“你好",他说。', "“你好”，他说。"),
        ('"110"宣传日', "“110”宣传日"),
        ("真的???不会吧?!", "真的？？？不会吧？！"),
        ("上午, 晴; 下午 , 阴", "上午，晴；下午，阴"),
        ("什么是GDP?专家说:GDP,就是总量", "什么是GDP？专家说：GDP，就是总量"),
        ("**一是**,要**快**:干!", "**一是**，要**快**：干！"),
        ("详见https://example.com/a,b?c=1,谢谢!", "详见https://example.com/a,b?c=1，谢谢！"),
        ("见[网站](https://a.com/x.html),来信寄a.b@c.com,谢谢", "见[网站](https://a.com/x.html)，来信寄a.b@c.com，谢谢"),
        ("1. 加强领导,落实责任", "1. 加强领导，落实责任"),
        ("- 一队:张三,李小四", "- 一队：张三，李小四"),
        ("1) 加强领导;2) 落实", "1) 加强领导；2) 落实"),
        ("(1)加强领导;(2)落实", "(1)加强领导；(2)落实"),
        ("世界贸易组织(WTO)成员,依据GB/T 15834-2011编写", "世界贸易组织(WTO)成员，依据GB/T 15834-2011编写"),
        ("他用英语说:\"No, thanks.\"然后走了", "他用英语说：\"No, thanks.\"然后走了"),
        ("照片.jpg在稿件.md里,第2.1版", "照片.jpg在稿件.md里，第2.1版"),
        ("题字：山高水长.", "题字：山高水长⟦.⟧"),
        ("约翰.史密斯说,好", "约翰⟦.⟧史密斯说，好"),
        ('他说:"第一段没有收尾', "他说：⟦\"⟧第一段没有收尾"),
    ],
)  # fmt: skip
def test_marks_of_chinese_text_are_turned_and_nothing_else(typed: str, printed: str) -> None:
    """What is said and not mended stands in ⟦⟧."""
    said_only = printed.count("⟦")
    finding = only(found(article(typed), RULE))

    assert mended_body(typed, RULE) == printed.replace("⟦", "").replace("⟧", "")
    assert finding.count - len(finding.edits) == said_only


@pytest.mark.parametrize(
    "body",
    [
        "占26.4%的1,200人，10:30到，比分3:2，规格2:1。",
        "新冠肺炎(COVID-19)与世贸组织(WTO)，见第(3)项。",
        'He said, "no." and left (really) for 新华社, which is good.',
        "iPhone, iPad：两款。U.S.与v2.0：两处。",
        "记者在Yahoo!公司门口。",
        "他哼着“Hello, world!”走了。",
        "![播种](a,b.jpg)",
        "公式为f(x)=1,200。",
        "&nbsp;中国",
        "电视是55\"的。" .replace("\"", "英寸"),
        "```\n中文,代码\n```",
        "代码是`中,文`。",
        "他笑了:)",
        "2022.10.12",
    ],
)  # fmt: skip
def test_numbers_latin_text_addresses_and_code_are_let_be(body: str) -> None:
    assert found(article(body), RULE) == []


def test_all_of_an_article_is_one_finding_at_the_first_mark() -> None:
    text = article("目前,全县有养老院28家,公办17家.", headline="养老院(县办)添电梯")
    finding = only(found(text, RULE))

    assert (finding.line, finding.column, finding.field, finding.count) == (2, 14, "headline", 5)
    assert finding.message == "half-width marks in Chinese copy (5 times)"


def test_what_is_mended_is_not_found_again() -> None:
    text = mended(with_caption("农机手(左)在调试.", '近年来, 铁东区说:"好!"'), RULE)

    assert "caption: 农机手（左）在调试." in text
    assert "近年来，铁东区说：“好！”" in text
    assert only(found(text, RULE)).count == 1


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_value_in_quotes_is_mended_within_them(quote: str) -> None:
    text = article(headline=f"{quote}进村(居),宣讲{quote}")

    assert f"headline: {quote}进村（居），宣讲{quote}\n" in mended(text, RULE)


def test_a_file_with_a_bom_crlf_and_decomposed_letters_is_mended_at_the_right_places() -> None:
    plain = article("Café里,Zoë说:好.\n\nRené来了,坐下。", headline="Café(分店)开张")
    raw = unicodedata.normalize("NFD", plain).replace("\n", "\r\n")
    wanted = article("Café里，Zoë说：好.\n\nRené来了，坐下。", headline="Café（分店）开张")

    assert mended(raw, RULE) == unicodedata.normalize("NFD", wanted).replace("\n", "\r\n")
    assert found("\ufeff" + raw, RULE) == found(raw, RULE)


@pytest.mark.parametrize("unit", [",", "(", '"', ";", ".", "?"])
def test_a_line_of_megabytes_is_no_copy(unit: str) -> None:
    assert found(article("中" + unit * 1_000_000), RULE) == []
