"""What the interface says, in the user's language. English is the source; a catalogue holds each other language."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from newsroom.model.text import printable

SOURCE = "en"
LANGUAGES = (SOURCE, "zh-CN")

_spoken = SOURCE


def speak(language: str) -> None:
    """Say everything from here on in `language`, one of LANGUAGES."""
    global _spoken
    _spoken = language


def spoken() -> str:
    """The language that is spoken now."""
    return _spoken


def nearest(tag: str) -> str | None:
    """The language of LANGUAGES that a tag or a POSIX locale means (`zh_CN.UTF-8`, `zh-Hans`), or None."""
    primary = tag.replace("_", "-").split("-")[0].split(".")[0].lower()
    return next((language for language in LANGUAGES if language.split("-")[0] == primary), None)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English texts to those of `language`."""
    if language == SOURCE:
        return {}
    import json

    texts: Mapping[str, str] = json.loads((Path(__file__).parent / f"{language}.json").read_text("utf-8"))
    return texts


def _(text: str, /, **values: object) -> str:
    """`text` in the spoken language, its `{names}` filled in. What is filled in can not steer the terminal."""
    said = catalogue(_spoken).get(text, text)
    return said.format(**{name: printable(str(value)) for name, value in values.items()}) if values else said


def listed(items: Iterable[str]) -> str:
    """Several words in one, parted as the spoken language does it."""
    return ("、" if _spoken.startswith("zh") else ", ").join(items)


def plural(count: int, one: str, many: str, /, **values: object) -> str:
    """`one` or `many` by English usage, translated, with `{count}` filled in."""
    return _(one if count == 1 else many, count=count, **values)
