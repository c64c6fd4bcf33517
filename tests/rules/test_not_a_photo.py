from collections.abc import Callable
from io import BytesIO

from PIL import Image

from tests.rules.harness import found
from tests.support.desk import ISSUE, Desk, Result, with_issue
from tests.support.examples import with_photo

RULE = "not-a-photo"


def test_a_file_that_is_no_picture_stands_at_its_name() -> None:
    [finding] = found(with_photo("is_photo: no"), RULE)

    assert (finding.severity, finding.field, finding.line, finding.column) == ("error", "photos[0].file", 5, 11)
    assert finding.message == "harvest.jpg is not a picture that newsroom knows"


def test_a_photo_that_is_not_there_is_the_business_of_another_rule() -> None:
    assert not found(with_photo("is_photo: no").replace("file: harvest", "file: other"), RULE)


def test_real_files_are_known_by_what_they_hold(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    newsroom(with_issue(**{f"{ISSUE}/photos/sowing.jpg": b"This is a text.\n"}))

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert [(it["rule"], it["message"]) for it in checked.json["findings"]] == [
        (RULE, "sowing.jpg is not a picture that newsroom knows")
    ]
    assert checked.code == 1


def test_144_megapixels_in_a_few_kilobytes_are_too_large(
    newsroom: Callable[..., Desk], run: Callable[..., Result]
) -> None:
    stream = BytesIO()
    Image.new("1", (12_000, 12_000)).save(stream, "PNG")
    newsroom(with_issue(**{f"{ISSUE}/photos/sowing.jpg": stream.getvalue()}))

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert [it["message"] for it in checked.json["findings"]] == ["sowing.jpg is too large to be a photo"]
