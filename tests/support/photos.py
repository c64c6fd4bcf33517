"""Pictures with metadata, built by the byte: programs of other times and places are not at hand."""

import struct
import zlib
from collections.abc import Mapping
from hashlib import md5
from io import BytesIO

from PIL import Image, TiffImagePlugin

from tests.support.desk import photo_bytes

UTF8_MARK = (1, 90, b"\x1b%G")
CAPTION, BYLINE, CREDIT, COPYRIGHT, DAY, TIME = 120, 80, 110, 116, 55, 60  # of IIM's record 2
DESCRIPTION, ARTIST, RIGHTS, ORIENTATION = 0x010E, 0x013B, 0x8298, 0x0112  # of EXIF
XP_TITLE, XP_COMMENT, XP_AUTHOR, USER_COMMENT, TAKEN = 0x9C9B, 0x9C9C, 0x9C9D, 0x9286, 0x9003
_ASCII, _SHORT, _LONG, _UNDEFINED, _BYTE = 2, 3, 4, 7, 1
_TYPES = {ORIENTATION: _SHORT, USER_COMMENT: _UNDEFINED, XP_TITLE: _BYTE, XP_COMMENT: _BYTE, XP_AUTHOR: _BYTE}


def iim(*datasets: tuple[int, int, bytes]) -> bytes:
    """An IPTC-IIM block of datasets, each a record, a number and its bytes."""
    return b"".join(
        bytes((0x1C, record, number)) + struct.pack(">H", len(value)) + value for record, number, value in datasets
    )


def captioned(text: bytes, *more: tuple[int, int, bytes]) -> bytes:
    """An IIM block with a caption."""
    return iim(*more, (2, CAPTION, text))


def resources(block: bytes, *, digest_of: bytes | None = None) -> bytes:
    """Photoshop's image resources: an IIM block, and the digest of the one that the XMP was written with."""
    parts = {0x0404: block} | ({} if digest_of is None else {0x0425: md5(digest_of).digest()})  # noqa: S324
    made = b""
    for number, data in parts.items():
        made += b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + b"\0" * (len(data) % 2)
    return made


def exif(base: Mapping[int, bytes], more: Mapping[int, bytes] | None = None, order: str = "<") -> bytes:
    """An EXIF block: tags of the picture, and of its Exif directory."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    own = dict(base)
    if more:
        own[0x8769] = b"\0" * 4  # filled in below
    size = 2 + 12 * len(own) + 4
    entries, data = _directory(own, order, 8 + size)
    if more:
        start = 8 + size + len(data)
        pointer = struct.pack(order + "HHII", 0x8769, _LONG, 1, start)
        entries = b"".join(
            pointer if entry[:2] == pointer[:2] else entry
            for entry in (entries[at : at + 12] for at in range(0, len(entries), 12))
        )
        inner, inner_data = _directory(more, order, start + 2 + 12 * len(more) + 4)
        data += struct.pack(order + "H", len(more)) + inner + b"\0" * 4 + inner_data
    return head + struct.pack(order + "H", len(own)) + entries + b"\0" * 4 + data


def _directory(tags: Mapping[int, bytes], order: str, data_at: int) -> tuple[bytes, bytes]:
    entries, data = b"", b""
    for tag, value in sorted(tags.items()):
        kind = _TYPES.get(tag, _ASCII)
        count = len(value) // 2 if kind == _SHORT else len(value)
        entries += struct.pack(order + "HHI", tag, kind, count)
        if len(value) <= 4:
            entries += value.ljust(4, b"\0")
        else:
            entries += struct.pack(order + "I", data_at + len(data))
            data += value
    return entries, data


def xmp(**properties: str) -> bytes:
    """An XMP packet: `description`, `creator`, `rights` and `credit` as the XML that stands in each."""
    names = {"description": "dc", "creator": "dc", "rights": "dc", "Credit": "photoshop", "DateCreated": "photoshop"}
    inner = "".join(f"<{names[name]}:{name}>{xml}</{names[name]}:{name}>" for name, xml in properties.items())
    return packet(f'<rdf:Description rdf:about="">{inner}</rdf:Description>')


def packet(inner: str, before: str = "") -> bytes:
    """An XMP packet around the descriptions."""
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/">'
        f"{inner}</rdf:RDF></x:xmpmeta>" + " " * 40 + '<?xpacket end="w"?>'
    ).encode()


def alt(**texts: str) -> str:
    """A text in several languages (`x_default`, `zh_CN`)."""
    items = (f'<rdf:li xml:lang="{language.replace("_", "-")}">{text}</rdf:li>' for language, text in texts.items())
    return f"<rdf:Alt>{''.join(items)}</rdf:Alt>"


def seq(*names: str) -> str:
    return f"<rdf:Seq>{''.join(f'<rdf:li>{name}</rdf:li>' for name in names)}</rdf:Seq>"


def jpeg(
    *,
    photoshop: bytes = b"",
    xmp: bytes = b"",
    exif: bytes = b"",
    size: tuple[int, int] = (60, 40),
    color: str = "green",
) -> bytes:
    """A JPEG with these blocks in its segments."""
    content = photo_bytes(*size, color=color)
    segments = [
        (0xE1, b"Exif\0\0" + exif if exif else b""),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp if xmp else b""),
        (0xED, b"Photoshop 3.0\0" + photoshop if photoshop else b""),
    ]
    made = b"".join(bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data for mark, data in segments if data)
    return content[:2] + made + content[2:]


def png(*, xmp: bytes = b"", exif: bytes = b"", size: tuple[int, int] = (60, 40)) -> bytes:
    content = photo_bytes(*size, kind="PNG")
    chunks = [(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp if xmp else b""), (b"eXIf", exif)]
    made = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
        if data
    )
    return content[:33] + made + content[33:]


def webp(*, xmp: bytes = b"", exif: bytes = b"", size: tuple[int, int] = (60, 40)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, "green").save(stream, "WEBP", exif=exif, xmp=xmp)
    return stream.getvalue()


def tiff(tags: Mapping[int, tuple[int, object]], size: tuple[int, int] = (60, 40)) -> bytes:
    """A TIFF with tags, each a type and a value."""
    info = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, (kind, value) in tags.items():
        info.tagtype[tag] = kind
        info[tag] = value
    stream = BytesIO()
    Image.new("RGB", size, "green").save(stream, "TIFF", tiffinfo=info)
    return stream.getvalue()


def orientation(kind: int) -> bytes:
    """The value of an EXIF orientation."""
    return struct.pack("<H", kind)
