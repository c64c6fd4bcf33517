"""What a paper calls a field, as messages say it: `photos[1].caption` is the caption of photo 2, 图片 2 的图片说明."""

import re

from newsroom.locale import _

_WORDS = {
    "kicker": "kicker",
    "headline": "headline",
    "deck": "deck",
    "body": "body",
    "byline": "byline",
    "credit_line": "credit line",
    "section": "section",
    "page": "page",
    "column": "column",
    "dateline": "dateline",
    "source": "source",
    "status": "status",
    "kind": "kind",
    "embargo": "embargo",
    "length": "length",
    "photos": "photos",
    "waive": "waiver",
    "caption": "caption",
    "credit": "photo credit",
    "file": "photo file",
    "number": "issue number",
    "date": "date",
    "pages": "page plan",
}


def field_words(field: str) -> str:
    """The field in the words of a newsroom; one that it does not know as it stands in the file."""
    photo = re.match(r"photos\[(\d+)\]\.(caption|credit|file)", field)
    if photo and photo[1] != "0":
        return _("{field} of photo {number}", field=_(_WORDS[photo[2]]), number=int(photo[1]) + 1)
    name = photo[2] if photo else re.split(r"[\[.]", field)[0]
    return _(_WORDS[name]) if name in _WORDS else field
