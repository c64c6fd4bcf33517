import struct
import zlib
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.storage.photo_file import MAX_PIXELS, read_photo
from tests.support.desk import photo_bytes
from tests.support.photos import DESCRIPTION, ORIENTATION, exif, jpeg, orientation, tiff, webp
from tests.support.photos import png as png_with


def png(width: int, height: int) -> bytes:
    """A PNG of that size by its header, without pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\0\0\0\0IDAT" * 2
    )


def refused(path: Path, content: bytes) -> Refused:
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read_photo(path)
    assert path.name in caught.value.message
    assert caught.value.help
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_photo_is_read_as_it_came(tmp_path: Path, kind: str) -> None:
    content = photo_bytes(60, 40, kind)
    (tmp_path / "图 1.jpg").write_bytes(content)
    photo = read_photo(tmp_path / "图 1.jpg")
    assert (photo.name, photo.format, photo.width, photo.height) == ("图 1.jpg", kind, 60, 40)
    assert photo.content == content


def test_a_photo_may_be_named_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo_bytes(60, 40))
    (tmp_path / "link.jpg").symlink_to("a.jpg")
    assert read_photo(tmp_path / "link.jpg").width == 60


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"This is a text.\n",
        "说明：农机手\n".encode(),
        b"\xff\xd8",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"BM" + b"\0" * 60,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"\0" * 1000,
    ],
    ids=range(12),
)
def test_what_is_no_photo_is_refused_whatever_its_name_says(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path / "a.jpg", content).code == "not-a-photo"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_header_cut_short_is_refused(tmp_path: Path, kind: str) -> None:
    content = photo_bytes(kind=kind)
    for size in range(1, 8):
        assert refused(tmp_path / "a.jpg", content[:size]).code == "not-a-photo"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photo_is_known_by_its_header_and_not_decoded(tmp_path: Path, kind: str) -> None:
    content = photo_bytes(400, 300, kind)[:700]
    (tmp_path / "a.jpg").write_bytes(content)
    photo = read_photo(tmp_path / "a.jpg")
    assert (photo.width, photo.height, photo.content) == (400, 300, content)


@pytest.mark.parametrize(
    ("width", "height"), [(20_000, 20_000), (12_001, 10_000), (2**31 - 1, 2**31 - 1), (MAX_PIXELS, 2)]
)
def test_a_picture_with_too_many_pixels_is_refused_by_its_header(tmp_path: Path, width: int, height: int) -> None:
    assert refused(tmp_path / "a.png", png(width, height)).code == "photo-too-large"


def test_a_large_page_is_no_bomb(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(12_000, 10_000))
    assert read_photo(tmp_path / "a.png").width == 12_000


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 10)])
def test_a_picture_without_pixels_is_refused(tmp_path: Path, width: int, height: int) -> None:
    assert refused(tmp_path / "a.png", png(width, height)).code == "not-a-photo"


@pytest.mark.parametrize("turned", range(9))
def test_a_photo_has_the_size_that_it_is_seen_in(tmp_path: Path, turned: int) -> None:
    block = exif({ORIENTATION: orientation(turned)})
    pictures = (
        jpeg(exif=block),
        png_with(exif=block),
        webp(exif=block),
        tiff({ORIENTATION: (3, turned), DESCRIPTION: (2, b"x")}),
    )
    for content in pictures:
        (tmp_path / "a").write_bytes(content)
        photo = read_photo(tmp_path / "a")
        assert (photo.width, photo.height) == ((40, 60) if turned > 4 else (60, 40)), photo.format


@pytest.mark.parametrize("block", [b"", b"II*\0", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff", b"\xff" * 60_000])
def test_a_photo_whose_exif_is_broken_is_still_a_photo(
    tmp_path: Path, block: bytes, recwarn: pytest.WarningsRecorder
) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(exif=block))
    assert read_photo(tmp_path / "a.jpg").width == 60
    assert not recwarn.list
