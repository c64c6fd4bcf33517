"""XMP, the XML in which programs of today keep what IPTC-IIM kept. A stranger wrote it: it is bounded and defused.

Source: ISO 16684-1; IPTC Photo Metadata Standard for what each property means.
"""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.storage.photo_text import caption, day, moment, name, names, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PACKET = 1024 * 1024  # a JPEG has room for 64 KB

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_SOURCE_TYPE = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
_EXPIRIES = (
    "{http://ns.useplus.org/ldf/xmp/1.0/}LicenseEndDate",
    "{http://prismstandard.org/namespaces/basic/2.0/}expirationDate",
    "{http://prismstandard.org/namespaces/basic/2.1/}expirationDate",
    "{http://prismstandard.org/namespaces/basic/3.0/}expirationDate",
    "{http://prismstandard.org/namespaces/prismusagerights/2.1/}expirationDate",
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DEFAULT = "x-default"


def read_xmp(packet: bytes, language: str) -> PhotoMetadata:
    """What a packet says, in `language` where it speaks several; nothing where it is no XMP, or a trap."""
    properties = _properties(packet)
    if not properties:
        return PhotoMetadata()

    def text(tag: str) -> str:
        return _in_language(_values(properties, tag), language)

    return PhotoMetadata(
        caption=caption(text(f"{_DC}description")),
        creator=names([value for _language, value in _values(properties, f"{_DC}creator")]),
        credit=name(text(f"{_PHOTOSHOP}Credit")),
        copyright=plain(text(f"{_DC}rights")),
        taken=moment(text(f"{_EXIF}DateTimeOriginal") or text(f"{_PHOTOSHOP}DateCreated")),
    )


def read_rights(packet: bytes) -> tuple[str, list[datetime.date | None]]:
    """What made the picture, the last part of the name that IPTC gives to it, and the days on which its licence ends.

    Source: IPTC Photo Metadata Standard, `Digital Source Type`; PLUS, `License End Date`; PRISM, `expirationDate`.
    """
    properties = _properties(packet)
    if not properties:
        return "", []
    source = next((said for _language, said in _values(properties, _SOURCE_TYPE)), "")
    days = [day(said) for tag in _EXPIRIES for _language, said in _values(properties, tag)]
    return plain(source).rstrip("/").rpartition("/")[2], days


def _properties(packet: bytes) -> "list[Element]":
    if not packet or len(packet) > MAX_PACKET:
        return []
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(packet.rstrip(b"\0 \n"), forbid_dtd=True)
    except Exception:  # expat, the guard and the codecs each have their own
        return []
    return list(root.iter(f"{_RDF}Description"))


def _values(properties: "list[Element]", tag: str) -> list[tuple[str, str]]:
    """The values of a property with their languages: of its list, its text, or as an attribute."""
    for description in properties:
        if tag in description.attrib:
            return [("", description.attrib[tag])]
        found = description.find(tag)
        if found is not None:
            return list(_items(found)) or [("", found.get(f"{_RDF}resource") or found.text or "")]
    return []


def _items(found: "Element") -> Iterator[tuple[str, str]]:
    for container in found:
        for item in container.findall(f"{_RDF}li"):
            yield item.get(_LANGUAGE, ""), item.text or ""


def _in_language(values: list[tuple[str, str]], language: str) -> str:
    """The value in `language` (`zh-CN` is near to `zh`), else the one that is the default, else the first."""

    def distance(said: str) -> int:
        if said.lower() == language.lower():
            return 0
        if said.partition("-")[0].lower() == language.partition("-")[0].lower():
            return 1
        return 2 if said == _DEFAULT else 3

    return min(values, key=lambda value: distance(value[0]), default=("", ""))[1]
