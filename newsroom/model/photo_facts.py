"""What a photo's file is, as rules ask of it."""

import datetime
from dataclasses import dataclass, field

from newsroom.model.photo_metadata import PhotoMetadata


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A file in `photos/`, seen without decoding it. `is_photo` is false for what is no picture that newsroom knows.

    Width and height are in pixels, as the picture is seen. `is_too_large` says
    why it is none: more pixels or more bytes than a photo has.
    """

    is_photo: bool
    format: str = ""
    width: int = 0
    height: int = 0
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    digital_source: str = ""  # the last part of IPTC's DigitalSourceType: trainedAlgorithmicMedia
    expires: datetime.date | None = None  # the last day on which it may be printed
    is_too_large: bool = False
