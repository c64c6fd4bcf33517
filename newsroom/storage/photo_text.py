"""Texts as metadata holds them: in whatever encoding the program had, and often written by no person at all."""

import codecs
import re
from datetime import date, datetime

from newsroom.model.pasted import clean
from newsroom.model.text import reflow

LONGEST = 4000  # characters; IPTC-IIM allows a caption 2000 bytes, and no paper prints more
MAX_BYTES = 4 * LONGEST

# What cameras and programs put where a caption belongs: OLYMPUS DIGITAL CAMERA, DCIM\100MEDIA\DJI_0001.JPG, cof_soft,
# oplus_32, the settings of a telephone's camera; a title that Windows had no letters for (????).
_NO_CAPTION = (
    r"[\x21-\x7e]*|[\W_]*|(?:\w+ ){0,3}digital (?:still )?camera|sony dsc|samsung camera pictures"
    r"|(?:created|processed|edited) with .*|filter: ?-?\d.*|\{.*\}"
)
_NO_NAME = r"[\W\d_]*|(?:unknown|default|user|owner|admin|administrator|photographer|picasa|微软用户|microsoft)"
_LATIN = "[A-Za-z]"


def decoded(raw: bytes, *, is_utf8: bool = False) -> str:
    """The text of bytes that do not say their encoding, or only that they are UTF-8 (`is_utf8`).

    UTF-8 where they are that, else GB18030 (GBK without a mark is common in China), else Latin letters of Windows.
    Bytes can be both: two Chinese characters in GBK are now and then two letters of UTF-8, and `Größe` in Latin-1 can
    be read as GBK. So what reads as common Chinese is Chinese, unless it stands within Latin words. What is longer than
    MAX_BYTES is not read.
    """
    raw = raw.rstrip(b"\0 ")
    if len(raw) > MAX_BYTES:
        return ""
    raw = raw.replace(b"\0", b" ")
    text = _whole(raw, "utf-8")
    is_whole = is_utf8 or not text.isascii() or raw.isascii()  # one letter of Latin-1 can look like one cut off
    if not text or not is_whole:
        return _chinese(raw, odd=0.5) or raw.decode("cp1252", "ignore")
    is_sure = is_utf8 or raw.isascii() or any(letter > "\u07ff" for letter in text)  # three bytes fit by no accident
    return text if is_sure else _chinese(raw, odd=0) or text


def _whole(raw: bytes, encoding: str) -> str:
    """The whole characters of a text that may be cut within its last one: IPTC-IIM counts bytes. Else nothing."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(raw)
    except UnicodeDecodeError:
        return ""


def _chinese(raw: bytes, *, odd: float) -> str:
    """The text in GB18030, where no larger part of what is not ASCII is `odd`: rare, or beside a Latin letter."""
    text = _whole(raw, "gb18030")
    letters = [match.start() for match in re.finditer(r"[^\x00-\x7f]", text)]
    found = sum(
        not text[at].encode("gb2312", "ignore") or bool(re.search(_LATIN, text[max(at - 1, 0) : at + 2]))
        for at in letters
    )
    return text if letters and found <= odd * len(letters) else ""


def plain(text: str) -> str:
    """`text` on one line, in NFC, without what no paper prints; nothing where it is longer than LONGEST."""
    if not text or len(text) > 2 * LONGEST:
        return ""
    line = " ".join(reflow(clean(text).text).split())
    return line if len(line) <= LONGEST else ""


def caption(text: str) -> str:
    """A caption that a person has written; nothing where a camera did."""
    line = plain(text)
    return line if line and not re.fullmatch(_NO_CAPTION, line, re.IGNORECASE) else ""


def name(text: str) -> str:
    """Whom a photo names; nothing where it is only what a program calls its user."""
    line = plain(text)
    return line if line and not re.fullmatch(_NO_NAME, line, re.IGNORECASE) else ""


def names(texts: list[str]) -> str:
    """Several people on one line, as a credit lists them."""
    found = [line for line in map(name, texts[:20]) if line]
    return ("、" if any(re.search(r"[\u3400-\u9fff]", line) for line in found) else ", ").join(found)


def moment(text: str) -> str:
    """A time as `2022-10-11 08:30`, or its day; nothing where it is none, as from a camera whose clock is not set."""
    match = re.match(r"(\d{4})[-:]?(\d\d)[-:]?(\d\d)(?:[T ](\d\d):?(\d\d))?", text.strip())
    if not match:
        return ""
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    try:
        return f"{datetime(year, month, day, hour, minute):{'%Y-%m-%d %H:%M' if match[4] else '%Y-%m-%d'}}"
    except ValueError:
        return ""


def day(text: str) -> date | None:
    """The day of a `moment`; nothing where it says none."""
    found = moment(text)
    return date.fromisoformat(found[:10]) if found else None
