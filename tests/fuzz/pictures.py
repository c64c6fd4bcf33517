"""Pictures: bytes of four formats mutated, and what they say of themselves."""

from functools import cache
from random import Random

from tests.fuzz.mutate import TOKENS, mutated_bytes, mutated_text
from tests.support.photos import exif, iim, jpeg, packet, png, resources, tiff, webp

_RDF = """\
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
 photoshop:Credit="新华社" photoshop:DateCreated="2022-10-12T09:30:00+08:00">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">农机手周广田在地头</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>林小满</rdf:li><rdf:li>Ann Lee</rdf:li></rdf:Seq></dc:creator></rdf:Description>"""
_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
_NUMBERS = (5, 37, 38, 55, 60, 80, 85, 105, 110, 116, 120)


def picture_case(dice: Random) -> bytes:
    """A picture in which something is wrong."""
    kind = dice.choice(("jpeg", "png", "webp", "tiff"))
    if dice.random() < 0.6:
        return mutated_bytes(_base(kind), dice)
    return _made(kind, _xmp(dice), _iim(dice), _exif(dice))


@cache
def _base(kind: str) -> bytes:
    captioned = iim(
        (2, 120, "农机手周广田在地头".encode()), (2, 80, b"Lin"), (2, 55, b"20221012"), (2, 37, b"20221101")
    )
    return _made(
        kind,
        packet(_RDF),
        captioned,
        exif({0x010E: b"caption\0", 0x013B: b"Ann\0"}, {0x9003: b"2022:10:12 09:30:00\0"}),
    )


def _made(kind: str, xmp: bytes, block: bytes, tags: bytes) -> bytes:
    if kind == "jpeg":
        return jpeg(photoshop=resources(block)[:60_000], xmp=xmp[:60_000], exif=tags[:60_000])
    if kind == "png":
        return png(xmp=xmp, exif=tags)
    if kind == "webp":
        return webp(xmp=xmp, exif=tags)
    return tiff({700: (1, xmp), 33723: (7, block), 0x010E: (2, "caption"), 34377: (1, resources(block))})


def _xmp(dice: Random) -> bytes:
    text = mutated_text(_RDF, dice) if dice.random() < 0.8 else _RDF.replace("林小满", "&c;")
    content = packet(text, before=_BOMB if dice.random() < 0.1 else "")
    return mutated_bytes(content, dice) if dice.random() < 0.3 else content


def _iim(dice: Random) -> bytes:
    datasets = [
        (dice.choice((1, 2, 2, 2, 2)), dice.choice(_NUMBERS), _text(dice).encode("utf-8", "surrogatepass")[:30_000])
        for _each in range(dice.randint(0, 6))
    ]
    block = iim(*datasets)
    return mutated_bytes(block, dice) if dice.random() < 0.5 else block


def _exif(dice: Random) -> bytes:
    base = {tag: _text(dice).encode("utf-8", "surrogatepass") for tag in (0x010E, 0x013B, 0x8298, 0x9C9C)}
    more = {tag: _text(dice).encode("utf-8", "surrogatepass") for tag in (0x9003, 0x9286)}
    block = exif(base, more, dice.choice("<>"))
    return mutated_bytes(block, dice) if dice.random() < 0.5 else block


def _text(dice: Random) -> str:
    return "".join(
        dice.choices((*TOKENS, "农机手周广田", "2022:13:40 25:61:61", "20229999"), k=dice.choice((0, 1, 2, 5, 40)))
    )
