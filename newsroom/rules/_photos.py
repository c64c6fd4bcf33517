"""What rules about photos share: the photos that are there and were looked at, and what a photo can be printed at."""

from collections.abc import Iterator

from newsroom.model.article import Photo
from newsroom.model.photo_facts import PhotoFacts
from newsroom.model.text import normal
from newsroom.rules.copy import Copy


def looked_at(copy: Copy) -> Iterator[tuple[str, Photo, PhotoFacts]]:
    """Each photo with its field and with what its file is; not those that lie nowhere."""
    for at, photo in enumerate(copy.article.photos):
        facts = copy.issue.facts(normal(photo.file)) if photo.file else None
        if facts is not None:
            yield f"photos[{at}]", photo, facts


def pictures(copy: Copy) -> Iterator[tuple[str, Photo, PhotoFacts]]:
    """As `looked_at`, those that are pictures."""
    return (seen for seen in looked_at(copy) if seen[2].is_photo)
