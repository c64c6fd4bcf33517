"""What a photo says of itself, beside its pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """Texts of one line, empty where the photo says nothing."""

    caption: str = ""
    creator: str = ""  # who took it
    credit: str = ""  # the line that its supplier asks for: an agency, a paper
    copyright: str = ""
    taken: str = ""  # 2022-10-11 08:30, or the day alone
