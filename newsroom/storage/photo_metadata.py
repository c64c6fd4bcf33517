"""What a photo says of itself, gathered from IPTC-IIM, XMP and EXIF. All of it is a stranger's.

Programs write the same caption in three places, and later ones do not always change all of them. The Metadata Working
Group (Guidelines for Handling Image Metadata 2.0, 2010) reads EXIF first, then XMP, then IIM; but IIM before XMP where
the digest that Photoshop keeps of the IIM does not fit any more, since an older program has changed it. This is kept to
but for EXIF, which comes last: to the guidelines' consumer a camera's own words are as good as any, a newsroom wants
those of the people who captioned the photo after it. Only when it was taken the camera knows best.
"""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

from newsroom.model.photo_metadata import PhotoMetadata
from newsroom.storage.photo_exif import read_exif
from newsroom.storage.photo_file import opened
from newsroom.storage.photo_iim import read_expiry, read_iim
from newsroom.storage.photo_xmp import read_rights, read_xmp

_IIM_BLOCK, _IIM_DIGEST = 0x0404, 0x0425  # Photoshop's image resources
_IIM_TAG = 33723  # of TIFF
_EXIF_DIRECTORY = 0x8769
_MAX_EXIF = 256 * 1024  # a JPEG has room for 64 KB


def read_metadata(content: bytes, language: str = "") -> PhotoMetadata:
    """What a photo's metadata says, in `language` where it speaks several. Never raises, never decodes the pixels."""
    try:
        with opened(content) as image:
            return metadata_of(image, language)
    except Exception:  # a stranger's bytes, which are no picture
        return PhotoMetadata()


def metadata_of(image: Any, language: str = "") -> PhotoMetadata:
    """As `read_metadata`, of a picture that is open.

    Raises:
        Exception: Pillow's readers raise whatever they stumble over.
    """
    resources = _resources(image)
    block = resources.get(_IIM_BLOCK) or _tiff_block(image)
    iim, xmp, exif = read_iim(block), read_xmp(_packet(image), language), _exif(image)
    digest = resources.get(_IIM_DIGEST)
    is_newer = digest is not None and digest not in (_md5(block), _md5(block.rstrip(b"\0")))  # TIFF fills it up
    order = (iim, xmp, exif) if is_newer else (xmp, iim, exif)
    return PhotoMetadata(
        caption=_first(source.caption for source in order),
        creator=_first(source.creator for source in order),
        credit=_first(source.credit for source in order),
        copyright=_first(source.copyright for source in order),
        taken=_first(source.taken for source in (exif, *order)),
    )


def rights_of(image: Any) -> tuple[str, datetime.date | None]:
    """What made a picture that is open, as IPTC's DigitalSourceType has it, and the last day of its licence.

    Of several days the first: somebody says that the licence ends then.

    Raises:
        Exception: Pillow's readers raise whatever they stumble over.
    """
    source, days = read_rights(_packet(image))
    block = _resources(image).get(_IIM_BLOCK) or _tiff_block(image)
    return source, min((day for day in (*days, read_expiry(block)) if day), default=None)


def _md5(block: bytes) -> bytes:
    return hashlib.md5(block, usedforsecurity=False).digest()


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _resources(image: Any) -> dict[int, bytes]:
    """Photoshop's image resources, of a JPEG or a TIFF."""
    if image.format != "TIFF":
        found: dict[int, bytes] = image.info.get("photoshop", {})
        return found
    try:
        return {number: resource["data"] for number, resource in image.get_photoshop_blocks().items()}
    except Exception:  # Pillow's reader takes the lengths in them on trust
        return {}


def _tiff_block(image: Any) -> bytes:
    """The IIM block of a TIFF; Photoshop notes it down as numbers of four bytes, of which Pillow gives the first."""
    block: bytes = image.tag.tagdata.get(_IIM_TAG, b"") if image.format == "TIFF" else b""
    return block


def _packet(image: Any) -> bytes:
    packet = image.info.get("xmp", b"")
    return packet if isinstance(packet, bytes) else b""


def _exif(image: Any) -> PhotoMetadata:
    block = image.info.get("exif", b"")
    if len(block) > _MAX_EXIF or (image.format == "JPEG" and not block):
        return PhotoMetadata()
    try:
        base = image.getexif()
        return read_exif(base, base.get_ifd(_EXIF_DIRECTORY), is_little_endian=base.endian == "<")
    except Exception:  # Pillow's reader raises whatever it stumbles over
        return PhotoMetadata()
