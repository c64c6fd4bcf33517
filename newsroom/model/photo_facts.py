"""What a photo's file is, as rules ask of it."""

import datetime
from dataclasses import dataclass, field

from newsroom.model.photo_metadata import PhotoMetadata


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A file in `photos/`, seen without decoding it. `is_photo` is false for what is no picture that newsroom knows.

    `digest` is the same for the same bytes; width and height are in pixels, as the picture is seen.
    """

    is_photo: bool
    format: str = ""
    width: int = 0
    height: int = 0
    digest: str = ""
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    digital_source: str = ""  # the last part of IPTC's DigitalSourceType: trainedAlgorithmicMedia
    expires: datetime.date | None = None  # the day from which it may be printed no more
