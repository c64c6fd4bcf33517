"""The word that somebody meant: the nearest of those that are known."""

from collections.abc import Iterable

_LONGEST = 40  # characters; what is longer is no slip of the pen


def nearest_to(word: str, known: Iterable[str]) -> str | None:
    """The word of `known` that is most like `word`, by any case; None where none is."""
    if not word or len(word) > _LONGEST:
        return None
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=0.65)  # 通迅员 for 通讯员
    return folded[near[0]] if near else None
