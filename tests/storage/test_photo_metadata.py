import random
import struct
import tracemalloc
from collections.abc import Callable

import pytest

from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.storage.photo_metadata import read_metadata
from tests.support.desk import photo_bytes
from tests.support.photos import (
    ARTIST,
    BYLINE,
    CAPTION,
    COPYRIGHT,
    CREDIT,
    DAY,
    DESCRIPTION,
    RIGHTS,
    TAKEN,
    TIME,
    USER_COMMENT,
    UTF8_MARK,
    XP_AUTHOR,
    XP_COMMENT,
    XP_TITLE,
    alt,
    captioned,
    exif,
    iim,
    jpeg,
    packet,
    png,
    resources,
    seq,
    tiff,
    webp,
    xmp,
)

TEXT = "农机手在地头调试播种机。"
GBK = TEXT.encode("gbk")
XMP = xmp(description=alt(x_default=TEXT), creator=seq("周一新"), rights=alt(x_default="临江日报社"), Credit="临江日报")
FULL = PhotoMetadata(TEXT, "周一新", "临江日报", "临江日报社")
EXIF = exif(
    {DESCRIPTION: GBK, ARTIST: "周一新".encode("gbk"), RIGHTS: "临江日报社".encode()}, {TAKEN: b"2022:10:11 08:30:05\0"}
)
BY_EXIF = PhotoMetadata(TEXT, "周一新", "", "临江日报社", "2022-10-11 08:30")


def iim_of(encoding: str, *first: tuple[int, int, bytes]) -> bytes:
    texts = {BYLINE: "周一新", CREDIT: "临江日报", COPYRIGHT: "临江日报社", CAPTION: TEXT}
    return iim(*first, *((2, number, text.encode(encoding)) for number, text in texts.items()))


def caption(block: bytes) -> str:
    """The caption of a JPEG with that IIM block."""
    return read_metadata(jpeg(photoshop=resources(block))).caption


def exif_caption(base: dict[int, bytes], more: dict[int, bytes] | None = None, order: str = "<") -> str:
    return read_metadata(jpeg(exif=exif(base, more, order))).caption


@pytest.mark.parametrize(
    "make", [jpeg, png, webp, lambda xmp: tiff({700: (1, xmp)})], ids=["JPEG", "PNG", "WEBP", "TIFF"]
)
def test_xmp_is_read(make: Callable[..., bytes]) -> None:
    assert read_metadata(make(xmp=XMP)) == FULL


@pytest.mark.parametrize("make", [jpeg, png, webp], ids=["JPEG", "PNG", "WEBP"])
def test_exif_is_read(make: Callable[..., bytes]) -> None:
    assert read_metadata(make(exif=EXIF)) == BY_EXIF


def test_exif_of_a_tiff_is_read() -> None:
    content = tiff({DESCRIPTION: (2, GBK), ARTIST: (2, "周一新".encode()), XP_AUTHOR: (1, b"x\0")})
    assert read_metadata(content) == PhotoMetadata(TEXT, "周一新")


@pytest.mark.parametrize(
    "block",
    [iim_of("gbk"), iim_of("gb18030"), iim_of("utf-8"), iim_of("utf-8", UTF8_MARK)],
    ids=["GBK", "GB18030", "UTF-8", "marked"],
)
def test_iim_is_read_whether_or_not_it_says_its_encoding(block: bytes) -> None:
    assert read_metadata(jpeg(photoshop=resources(block))) == FULL


def test_iim_of_a_tiff_is_read() -> None:
    assert read_metadata(tiff({33723: (7, iim_of("gbk"))})) == FULL
    assert read_metadata(tiff({34377: (1, resources(iim_of("gbk")))})) == FULL


def test_iim_of_a_tiff_may_be_noted_down_as_whole_numbers() -> None:
    block = iim_of("gbk")
    block += b"\0" * (-len(block) % 4)
    as_bytes = tiff({33723: (7, block)})
    as_numbers = as_bytes.replace(
        struct.pack("<HHI", 33723, 7, len(block)), struct.pack("<HHI", 33723, 4, len(block) // 4)
    )
    assert as_numbers != as_bytes
    assert read_metadata(as_numbers) == FULL


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("习近".encode("gbk"), "习近"),  # each is a letter of UTF-8, too
        ("陶喆".encode("gbk"), "陶喆"),  # not in GB2312
        ("Wi-Fi覆盖全市，A股上扬".encode("gbk"), "Wi-Fi覆盖全市，A股上扬"),
        ("The Größe of Müller".encode("latin-1"), "The Größe of Müller"),
        ("Müller waits".encode("latin-1"), "Müller waits"),
        ("the “Café”, closed".encode("cp1252"), "the “Café”, closed"),
        ("at the Café".encode("latin-1"), "at the Café"),
        ("at the Café".encode(), "at the Café"),
        ("Привет, мир".encode(), "Привет, мир"),
        (b"plain words", "plain words"),
        (TEXT.encode()[:-1], TEXT[:-1]),  # IIM counts bytes, and cuts within a character
        (GBK[:-1], TEXT[:-1]),
    ],
)
def test_the_encoding_is_found_out(raw: bytes, text: str) -> None:
    assert caption(captioned(raw)) == text


def test_a_mark_that_lies_is_not_believed() -> None:
    assert caption(captioned(GBK, UTF8_MARK)) == TEXT


def test_several_people_are_named_in_one_line() -> None:
    block = iim((2, BYLINE, "周一新".encode()), (2, BYLINE, "林小满".encode()))
    assert read_metadata(jpeg(photoshop=resources(block))).creator == "周一新、林小满"
    assert read_metadata(jpeg(xmp=xmp(creator=seq("Ana Ortiz", "Jo Roe")))).creator == "Ana Ortiz, Jo Roe"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("zh-CN", "中文"), ("zh", "中文"), ("en", "In English"), ("en-GB", "In English"), ("fr", "默认")],
)
def test_a_caption_in_several_languages_is_read_in_that_of_the_paper(language: str, wanted: str) -> None:
    content = jpeg(xmp=xmp(description=alt(x_default="默认", en_US="In English", zh_CN="中文")))
    assert read_metadata(content, language).caption == wanted


@pytest.mark.parametrize(
    "inner",
    [
        f'<rdf:Description rdf:about="" dc:description="{TEXT}"/>',
        f'<rdf:Description rdf:about=""><dc:description>{TEXT}</dc:description></rdf:Description>',
        f"<rdf:Description/><rdf:Description><dc:description>{alt(zh=TEXT)}</dc:description></rdf:Description>",
    ],
    ids=["attribute", "text", "second description"],
)
def test_xmp_is_read_in_each_of_its_forms(inner: str) -> None:
    assert read_metadata(jpeg(xmp=packet(inner))).caption == TEXT


def test_xmp_goes_before_iim_and_that_before_exif() -> None:
    by_xmp, by_iim, by_exif = (
        xmp(description=alt(x_default="甲。")),
        resources(captioned(b"B. b")),
        exif({DESCRIPTION: b"C. c"}),
    )
    assert read_metadata(jpeg(xmp=by_xmp, photoshop=by_iim, exif=by_exif)).caption == "甲。"
    assert read_metadata(jpeg(photoshop=by_iim, exif=by_exif)).caption == "B. b"
    assert read_metadata(jpeg(exif=by_exif)).caption == "C. c"


def test_each_field_is_taken_where_it_is_said() -> None:
    content = jpeg(
        xmp=xmp(description=alt(x_default=TEXT)), photoshop=resources(iim((2, BYLINE, b"Ana Ortiz"))), exif=EXIF
    )
    assert read_metadata(content) == PhotoMetadata(TEXT, "Ana Ortiz", "", "临江日报社", "2022-10-11 08:30")


def test_iim_that_was_changed_after_the_xmp_goes_before_it() -> None:
    old, new, packet = captioned(b"As it was."), captioned(b"As it is."), xmp(description=alt(x_default="As it was."))
    assert read_metadata(jpeg(xmp=packet, photoshop=resources(new, digest_of=old))).caption == "As it is."
    assert read_metadata(jpeg(xmp=packet, photoshop=resources(new, digest_of=new))).caption == "As it was."


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "KONICA MINOLTA DIGITAL CAMERA", "default", "cof_soft",
        "DCIM\\100MEDIA\\DJI_0018.JPG", "oplus_32", "Exif_JPEG_PICTURE", "   ", "????", "?? ??", "\0\0\0", "--",
        '{"mirror":false,"sensor_type":"rear"}', "filter: 0; fileterIntensity: 0.0; filterMask: 0;",
        "Created with GIMP", "Processed with VSCO with c1 preset", "SAMSUNG CAMERA PICTURES", "。",
    ],
)  # fmt: skip
def test_what_a_camera_writes_by_itself_is_no_caption(text: str) -> None:
    raw = text.encode()
    assert exif_caption({DESCRIPTION: raw.ljust(5)}, {USER_COMMENT: b"ASCII\0\0\0" + raw}) == ""
    assert caption(captioned(raw)) == ""


@pytest.mark.parametrize("text", ["Visitors try a digital camera at the fair.", "秋收", "Sunday market", "A股上扬"])
def test_a_caption_may_be_short(text: str) -> None:
    assert exif_caption({DESCRIPTION: text.encode() + b"\0"}) == text


@pytest.mark.parametrize("text", ["unknown", "Administrator", " ", "微软用户", "..."])
def test_what_a_program_calls_its_user_is_nobody(text: str) -> None:
    assert read_metadata(jpeg(exif=exif({ARTIST: text.encode().ljust(5)}))).creator == ""


def test_windows_writes_in_utf_16() -> None:
    def utf16(text: str) -> bytes:
        return text.encode("utf-16-le") + b"\0\0"

    content = jpeg(exif=exif({DESCRIPTION: b"????\0", XP_TITLE: utf16("题目"), XP_AUTHOR: utf16("周一新")}))
    assert read_metadata(content) == PhotoMetadata("题目", "周一新")
    assert exif_caption({XP_COMMENT: utf16(TEXT), XP_TITLE: utf16("题目")}) == TEXT


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_comment_says_its_encoding(order: str) -> None:
    utf16 = TEXT.encode("utf-16-le" if order == "<" else "utf-16-be")
    assert exif_caption({}, {USER_COMMENT: b"UNICODE\0" + utf16 + b"\0" * 40_000}, order) == TEXT
    assert exif_caption({}, {USER_COMMENT: b"UNICODE\0" + utf16 * 2000}, order) == ""
    assert exif_caption({}, {USER_COMMENT: b"\0" * 8 + GBK}, order) == TEXT
    assert exif_caption({}, {USER_COMMENT: b"ASCII\0\0\0" + TEXT.encode() + b"\0" * 90}, order) == TEXT


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("一行。\r\n两行。\r\r三行。", "一行。两行。三行。"),
        ("one\nline,\t two  spaces ", "one line, two spaces"),
        ("转\u202e向\u200b零\ufeff宽\x1b[31m红\x07铃。", "转向零宽红铃。"),
        ("cafe\u0301 au lait", "café au lait"),
    ],
)
def test_a_caption_is_one_clean_line(raw: str, wanted: str) -> None:
    assert caption(captioned(raw.encode())) == wanted


@pytest.mark.parametrize("size", [4001, 100_000])
def test_what_is_longer_than_any_caption_is_none(size: int) -> None:
    assert read_metadata(png(xmp=xmp(description=alt(x_default="中" * size)))).caption == ""
    assert read_metadata(png(xmp=xmp(description=alt(x_default="中" * 4000)))).caption == "中" * 4000


@pytest.mark.parametrize(
    ("raw", "when"),
    [
        (b"2022:10:11 08:30:05", "2022-10-11 08:30"),
        (b"2022-10-11T08:30:05", "2022-10-11 08:30"),
        (b"0000:00:00 00:00:00", ""),
        (b"2022:13:41 99:99:99", ""),
        (b"    :  :     :  :  ", ""),
        (b"yesterday", ""),
    ],
)
def test_when_it_was_taken(raw: bytes, when: str) -> None:
    assert read_metadata(jpeg(exif=exif({}, {TAKEN: raw + b"\0"}))).taken == when


def test_when_it_was_taken_is_read_elsewhere_too() -> None:
    block = iim((2, DAY, b"20221011"), (2, TIME, b"083005+0800"))
    assert read_metadata(jpeg(photoshop=resources(block))).taken == "2022-10-11 08:30"
    assert read_metadata(jpeg(photoshop=resources(iim((2, DAY, b"20221011"))))).taken == "2022-10-11"
    assert read_metadata(jpeg(xmp=xmp(DateCreated="2022-10-11"))).taken == "2022-10-11"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_photo_that_says_nothing(kind: str) -> None:
    assert read_metadata(photo_bytes(kind=kind)) == PhotoMetadata()


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    "xml",
    [
        packet(f'<rdf:Description dc:description="{TEXT}&a11;"/>', LAUGHS),
        packet(
            "<rdf:Description><dc:description>&file;</dc:description></rdf:Description>",
            "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>",
        ),
        packet(f'<rdf:Description dc:description="{TEXT}"/>', "<!DOCTYPE x SYSTEM 'http://example.com/x.dtd'>"),
        XMP[:-200],
        XMP.replace(b"dc:description", b"dc:desc", 1),
        b"<" * 60_000,
        b"<a>" * 20_000,
        b"\xff\xfe" + XMP,
        b"\0" * 100,
        b"",
        TEXT.encode("gbk"),
        b"<?xml version='1.0' encoding='nonsense'?>" + XMP,
    ],
    ids=range(12),
)  # fmt: skip
def test_xmp_that_is_broken_or_a_trap_says_nothing(xml: bytes) -> None:
    block = resources(iim((2, BYLINE, b"Ana Ortiz")))
    assert read_metadata(jpeg(xmp=xml, photoshop=block)) == PhotoMetadata(creator="Ana Ortiz")


@pytest.mark.parametrize("make", [png, lambda xmp: tiff({700: (1, xmp)})], ids=["PNG", "TIFF"])
def test_xmp_of_fifty_megabytes_is_not_parsed(make: Callable[..., bytes]) -> None:
    content = make(xmp=XMP + b"<a/>" * (50 * 2**18))
    tracemalloc.start()
    try:
        assert read_metadata(content) == PhotoMetadata()
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * len(content)  # Pillow's copies; a tree of it would be fifty times as large


@pytest.mark.parametrize("letter", ["中".encode("gbk"), "中".encode(), b"\xe9 "])
def test_a_dataset_of_many_megabytes_is_no_caption(letter: bytes) -> None:
    value = letter * 2**22
    long = bytes((0x1C, 2, CAPTION)) + b"\x80\x04" + struct.pack(">I", len(value)) + value
    tracemalloc.start()
    try:
        found = read_metadata(tiff({33723: (7, long + iim((2, BYLINE, b"Ana Ortiz"))), DESCRIPTION: (2, value)}))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == PhotoMetadata(creator="Ana Ortiz")
    assert peak < 20 * len(value)


def test_xmp_nested_as_deep_as_it_may_be() -> None:
    assert read_metadata(png(xmp=b"<a>" * 149_000 + b"</a>" * 149_000)) == PhotoMetadata()


@pytest.mark.parametrize(
    "tail",
    [
        b"\x1c\x02\x78\xff\xff",
        b"\x1c\x02\x78\x80\x04\xff\xff\xff\xff",
        b"\x1c\x02\x78\x80\x00",
        b"\x1c\x02\x78",
        b"\x1c",
        b"no dataset",
        b"\x1c\x02\x00\x00\x00" * 50_000,
    ],
    ids=range(7),
)
def test_iim_is_read_as_far_as_it_goes(tail: bytes) -> None:
    content = tiff({33723: (7, captioned(GBK) + tail)})
    assert read_metadata(content).caption == TEXT


def test_a_dataset_may_be_long() -> None:
    value = b"A word. " * 40
    block = bytes((0x1C, 2, CAPTION)) + b"\x80\x04" + struct.pack(">I", len(value)) + value
    assert caption(block) == value.decode().strip()


def test_one_block_that_is_broken_does_not_take_the_others_with_it() -> None:
    for broken in (
        b"",
        b"II*\0",
        b"XX*\0\x08\0\0\0",
        b"II*\0\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        b"\xff" * 60_000,
    ):
        assert read_metadata(jpeg(exif=broken, xmp=XMP)) == FULL


def test_an_exif_directory_that_points_at_itself() -> None:
    block = bytearray(exif({DESCRIPTION: GBK}, {TAKEN: b"2022:10:11 08:30:05\0"}))
    at = block.index(struct.pack("<HH", 0x8769, 4))
    block[at + 8 : at + 12] = struct.pack("<I", 8)
    assert read_metadata(jpeg(exif=bytes(block))).caption == TEXT


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_whatever_a_byte_is_changed_to_nothing_is_raised(kind: str) -> None:
    whole = {
        "JPEG": jpeg(photoshop=resources(iim_of("gbk"), digest_of=b""), xmp=XMP, exif=EXIF),
        "PNG": png(xmp=XMP, exif=EXIF),
        "WEBP": webp(xmp=XMP, exif=EXIF),
        "TIFF": tiff(
            {33723: (7, iim_of("gbk")), 700: (1, XMP), 34377: (1, resources(iim_of("gbk"))), ARTIST: (2, GBK)}
        ),
    }[kind]  # fmt: skip
    dice = random.Random(kind)  # noqa: S311
    for _round in range(150):
        content = bytearray(whole)
        for _hit in range(dice.randint(1, 8)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        assert isinstance(
            read_metadata(bytes(content[: dice.choice([len(content), dice.randrange(len(content))])])), PhotoMetadata
        )


def test_the_pixels_are_not_decoded() -> None:
    content = jpeg(exif=EXIF, size=(2000, 2000))
    assert read_metadata(content[: content.index(b"\xff\xda") + 20]) == BY_EXIF


@pytest.mark.parametrize("content", [b"", b"text", b"\xff\xd8", b"%PDF-1.7", b"GIF89a"])
def test_what_is_no_picture_says_nothing(content: bytes) -> None:
    assert read_metadata(content) == PhotoMetadata()
