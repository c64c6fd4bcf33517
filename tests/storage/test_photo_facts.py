import datetime
import os
import random
import struct
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newsroom.model.photo_facts import PhotoFacts
from newsroom.storage.photo_facts import facts_of, twins_among
from tests.storage.test_photo_file import png as png_head
from tests.support.desk import photo_bytes
from tests.support.photos import (
    BYLINE,
    ORIENTATION,
    TAKEN,
    exif,
    iim,
    jpeg,
    orientation,
    packet,
    png,
    resources,
    tiff,
    webp,
)

NO_PHOTO = PhotoFacts(is_photo=False)
TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
NAMES = (
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
    ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    ' xmlns:pur="http://prismstandard.org/namespaces/prismusagerights/2.1/"'
)


def seen(folder: Path, content: bytes, name: str = "a.jpg") -> PhotoFacts:
    (folder / name).write_bytes(content)
    return facts_of(folder / name)


def with_rights(inner: str) -> bytes:
    return packet(f'<rdf:Description rdf:about="" {NAMES}>{inner}</rdf:Description>')


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_photo_is_seen_whatever_its_name_says(tmp_path: Path, kind: str) -> None:
    facts = seen(tmp_path, photo_bytes(60, 40, kind))

    assert (facts.is_photo, facts.format, facts.width, facts.height) == (True, kind, 60, 40)
    assert not facts.is_too_large


def test_a_photo_that_lies_on_its_side_is_seen_upright(tmp_path: Path) -> None:
    facts = seen(tmp_path, jpeg(exif=exif({ORIENTATION: orientation(6)}), size=(60, 40)))

    assert (facts.width, facts.height) == (40, 60)


def test_the_same_picture_under_two_names_is_told_by_its_bytes(tmp_path: Path) -> None:
    content = {"a.jpg": photo_bytes(), "乙.jpg": photo_bytes(), "c.jpg": photo_bytes() + b"\0"}
    content["d.jpg"] = content["c.jpg"][:-1] + b"\1"
    for name, written in content.items():
        (tmp_path / name).write_bytes(written)
    (tmp_path / "link.jpg").symlink_to(tmp_path / "a.jpg")
    twins = twins_among({path.name: path for path in (*tmp_path.iterdir(), tmp_path / "gone.jpg")})

    assert set(twins) == {"a.jpg", "乙.jpg"}
    assert twins["a.jpg"] == twins["乙.jpg"]


def test_the_metadata_is_read(tmp_path: Path) -> None:
    by_exif, block = exif({}, {TAKEN: b"2022:10:11 08:30:00\0"}), iim((2, BYLINE, "郑秋禾".encode("gbk")))
    facts = seen(tmp_path, jpeg(exif=by_exif, photoshop=resources(block)))

    assert (facts.metadata.creator, facts.metadata.taken) == ("郑秋禾", "2022-10-11 08:30")


@pytest.mark.parametrize("make", [jpeg, png, webp])
@pytest.mark.parametrize(
    "inner",
    [
        f"<Iptc4xmpExt:DigitalSourceType>{TYPES}trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>",
        f'<Iptc4xmpExt:DigitalSourceType rdf:resource="{TYPES}trainedAlgorithmicMedia/"/>',
        "<Iptc4xmpExt:DigitalSourceType>trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>",
    ],
)
def test_a_picture_says_what_made_it(tmp_path: Path, make: Callable[..., bytes], inner: str) -> None:
    assert seen(tmp_path, make(xmp=with_rights(inner))).digital_source == "trainedAlgorithmicMedia"


def test_what_made_it_may_be_an_attribute(tmp_path: Path) -> None:
    said = f'<rdf:Description rdf:about="" {NAMES} Iptc4xmpExt:DigitalSourceType="{TYPES}compositeCapture"/>'

    assert seen(tmp_path, jpeg(xmp=packet(said))).digital_source == "compositeCapture"


@pytest.mark.parametrize(
    ("inner", "day"),
    [
        ("<plus:LicenseEndDate>2022-10-31</plus:LicenseEndDate>", (2022, 10, 31)),
        ("<prism:expirationDate>2022-10-31T12:00:00Z</prism:expirationDate>", (2022, 10, 31)),
        ("<pur:expirationDate><rdf:Bag><rdf:li>2022-10-31</rdf:li></rdf:Bag></pur:expirationDate>", (2022, 10, 31)),
        (
            "<plus:LicenseEndDate>2022-10-31</plus:LicenseEndDate>"
            "<prism:expirationDate>2022-10-30</prism:expirationDate>",
            (2022, 10, 30),
        ),
        ("<plus:LicenseEndDate>2022-02-31</plus:LicenseEndDate>", None),
        ("<plus:LicenseEndDate>never</plus:LicenseEndDate>", None),
    ],
)
def test_a_licence_has_its_last_day(tmp_path: Path, inner: str, day: tuple[int, int, int] | None) -> None:
    expires = seen(tmp_path, jpeg(xmp=with_rights(inner))).expires

    assert expires == (datetime.date(*day) if day else None)


def test_agencies_note_the_last_day_in_iptc(tmp_path: Path) -> None:
    block = resources(iim((2, 37, b"20221031")))

    assert seen(tmp_path, jpeg(photoshop=block)).expires == datetime.date(2022, 10, 31)
    assert seen(tmp_path, tiff({34377: (1, block)})).expires == datetime.date(2022, 10, 31)
    assert seen(tmp_path, jpeg(photoshop=resources(iim((2, 37, b"00000000"))))).expires is None


def test_a_photo_without_metadata_says_nothing(tmp_path: Path) -> None:
    facts = seen(tmp_path, photo_bytes())

    assert (facts.digital_source, facts.expires, facts.metadata.creator) == ("", None, "")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"%PDF-1.7\n", "说明".encode(), b"GIF89a\1\0\1\0\0\0\0", b"\x89PNG"]
)
def test_what_is_no_photo_is_none(tmp_path: Path, content: bytes) -> None:
    assert seen(tmp_path, content) == NO_PHOTO


def test_what_is_no_plain_file_is_no_photo_and_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "real.jpg").write_bytes(photo_bytes())
    (tmp_path / "link.jpg").symlink_to("real.jpg")
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")

    for name in ("link.jpg", "folder.jpg", "pipe.jpg", "none.jpg"):
        assert facts_of(tmp_path / name) == NO_PHOTO
    assert facts_of(Path("/dev/zero")) == NO_PHOTO


def test_144_megapixels_in_a_few_kilobytes_are_refused_by_the_header(tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("1", (12_000, 12_000)).save(stream, "PNG")
    content = stream.getvalue()
    assert len(content) < 20_000

    facts = seen(tmp_path, content)

    assert not facts.is_photo
    assert facts.is_too_large
    assert seen(tmp_path, png_head(40_000, 40_000)).is_too_large


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(photo_bytes())
        file.truncate(300 * 1024 * 1024)

    assert facts_of(tmp_path / "a.jpg") == PhotoFacts(is_photo=False, is_too_large=True)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_of_a_large_photo_little_is_held_at_once(tmp_path: Path, kind: str) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(photo_bytes(kind=kind))
        file.truncate(60 * 1024 * 1024)
    facts_of(tmp_path / "a.jpg")  # so that Pillow is there
    tracemalloc.start()
    try:
        facts = facts_of(tmp_path / "a.jpg")
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert facts.is_photo
    assert most < 30 * 1024 * 1024


def test_tags_that_all_point_at_the_same_bytes_do_not_fill_the_memory(tmp_path: Path) -> None:
    size, count = 4 * 1024 * 1024, 2000
    entries = b"".join(struct.pack("<HHII", 40_000 + number, 7, size, 0) for number in range(count))
    content = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", count) + entries + b"\0" * 4
    tracemalloc.start()
    try:
        facts = seen(tmp_path, content.ljust(size, b"\0"), "a.tif")
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert facts == NO_PHOTO
    assert most < 60 * 1024 * 1024


@pytest.mark.parametrize("make", [jpeg, png, webp])
def test_broken_photos_never_raise(tmp_path: Path, make: Callable[..., bytes]) -> None:
    dice = random.Random(7)  # noqa: S311
    whole = make(
        xmp=with_rights("<plus:LicenseEndDate>2022-10-31</plus:LicenseEndDate>"),
        exif=exif({}, {TAKEN: b"2022:10:11 08:30:00\0"}),
    )
    for _round in range(60):
        content = bytearray(whole)
        for _change in range(dice.randrange(1, 12)):
            content[dice.randrange(min(len(content), 900))] = dice.randrange(256)
        facts = seen(tmp_path, bytes(content[: dice.choice([len(content), dice.randrange(len(content))])]))
        assert isinstance(facts, PhotoFacts)
