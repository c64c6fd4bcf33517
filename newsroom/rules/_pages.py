"""What rules about the pages of an issue share: which copy stands on a page of the plan."""

import re
from collections.abc import Iterator, Sequence

from newsroom.model.digest import Digest
from newsroom.model.issue import Page
from newsroom.rules.copy import IssueCopy

_WIDEST = 8  # pages in a row that one code may name
_ADVERTS = r"广告|启事|(?i:\badvert|\bads\b|classified)"


def sheets(code: str) -> tuple[str, ...]:
    """The single pages that a code names: `4-5` is 4 and 5; `A01` is the page A1."""
    ends = [re.fullmatch(r"([A-Z]*)0*([0-9]{1,3})", end) for end in code.split("-")]
    if len(ends) == 2 and ends[0] and ends[1]:
        first, last = int(ends[0][2]), int(ends[1][2])
        if 0 <= last - first < _WIDEST:
            return tuple(f"{ends[0][1]}{number}" for number in range(first, last + 1))
    return tuple(f"{end[1]}{end[2]}" for end in ends if end)


def on_pages(copy: IssueCopy) -> Iterator[tuple[str, Page, Sequence[Digest]]]:
    """Each page of the plan with its field and the copy that stands there, on the whole of it or a part."""
    filed = {code: set(sheets(code)) for code in copy.by_page}
    for number, page in enumerate(copy.issue.pages):
        ours = sheets(page.code)
        here = [one for code, pages in filed.items() if not pages.isdisjoint(ours) for one in copy.by_page[code]]
        yield f"pages[{number}]", page, here


def is_for_adverts(page: Page) -> bool:
    """Whether the page is planned for advertisements, which are no copy."""
    return bool(re.search(_ADVERTS, page.section))


def planned(copy: IssueCopy) -> Iterator[tuple[str, Page, int]]:
    """Each page that has a length planned, and the length of what stands on it, all of it on no other page."""
    for field, page, articles in on_pages(copy) if any(page.length for page in copy.issue.pages) else ():
        theirs = {sheet for code in {one.page for one in articles} for sheet in sheets(code)}
        if page.length and theirs and theirs.issubset(sheets(page.code)):
            yield field, page, sum(one.length for one in articles)
