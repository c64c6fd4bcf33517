"""The paper's own register: names, titles, offices, places and terms, as they are to be written."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newsroom.model.near_form import NearForm, bigrams_of

KINDS = ("name", "title", "office", "place", "term")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry: forms that are `wrong`, the one that is `right`, or one to `keep` word for word.

    It holds from `since` until `until`, both included; `fix` says that the right form may be put in by itself.
    """

    wrong: tuple[str, ...] = ()
    right: str = ""
    keep: str = ""
    why: str = ""
    kind: str = "term"
    since: datetime.date | None = None
    until: datetime.date | None = None
    fix: bool = False

    def holds_on(self, day: datetime.date | None) -> bool:
        """Whether it holds in an issue of that day; of one without a date, only where it always does."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Match:
    """Where an entry is not kept to: a stretch of a text, and what should stand there (empty where nothing should)."""

    start: int
    end: int
    term: Term
    right: str


class _Forms:
    """Texts to be found all at once: each is looked for only where its rarest two characters stand."""

    def __init__(self, forms: Iterable[tuple[str, Term]]) -> None:
        every = list(forms)
        frequency = Counter(pair for form, _term in every for pair in bigrams_of(form))
        self._by_pair: dict[str, list[tuple[str, Term]]] = {}
        for form, term in every:
            self._by_pair.setdefault(min(bigrams_of(form), key=frequency.__getitem__), []).append((form, term))
        self._pairs = self._by_pair.keys()

    def stretches(self, text: str, bigrams: frozenset[str]) -> Iterator[tuple[int, int, str, Term]]:
        """Where the forms stand in `text`, as whole words where they are of Latin letters."""
        for pair in bigrams & self._pairs:
            for form, term in self._by_pair[pair]:
                at = text.find(form)
                while at >= 0:
                    end = at + len(form)
                    if not (_joins(text[max(0, at - 1) : at + 1]) or _joins(text[end - 1 : end + 1])):
                        yield at, end, form, term
                    at = text.find(form, end)


@dataclass(frozen=True)
class Register:
    """All entries. What it takes to find them is made ready once, at the first text."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The names of people that are right as they stand."""
        return frozenset(term.right for term in self.terms if term.kind == "name" and term.right)

    @cached_property
    def has_wrong_forms(self) -> bool:
        """Whether an entry names a wrong form."""
        return any(term.wrong for term in self.terms)

    @cached_property
    def has_kept_wordings(self) -> bool:
        """Whether an entry names a wording to keep."""
        return any(term.keep for term in self.terms)

    def wrong_in(self, text: str, bigrams: frozenset[str], day: datetime.date | None) -> list[Match]:
        """The wrong forms in `text`, which has those bigrams among others, in an issue of that day.

        A part of a longer wrong form is not told of, nor one that stands within a right form.
        """
        text = text.replace("\n", " ")
        found = [it for it in self._wrong.stretches(text, bigrams) if it[3].holds_on(day)]
        if not found:
            return []
        taken, matches = bytearray(len(text)), []
        for start, end, _form, _term in self._right.stretches(text, bigrams):
            taken[start:end] = b"\1" * (end - start)
        for start, end, form, term in sorted(found, key=lambda it: (it[0] - it[1], it[0])):
            if taken.find(0, start, end) >= 0:
                taken[start:end] = b"\1" * (end - start)
                right = term.right if form in term.wrong else _capitalised(term.right)
                matches.append(Match(start, end, term, right))
        return sorted(matches, key=lambda match: match.start)

    def altered_in(self, text: str, bigrams: frozenset[str], day: datetime.date | None) -> Iterator[Match]:
        """The wordings to keep that stand altered in `text`, which has those bigrams among others."""
        text = text.replace("\n", " ")
        near = dict.fromkeys(it for pair in bigrams & self._kept.keys() for it in self._kept[pair])
        for number in near:
            form, term = self._near_forms[number]
            if term.holds_on(day) and form.is_likely_in(bigrams):
                for start, end in form.altered_in(text):
                    if text[start:end] not in self._said:
                        yield Match(start, end, term, term.keep)

    @cached_property
    def _wrong(self) -> _Forms:
        return _Forms((form, term) for term in self.terms for wrong in term.wrong for form in _at_a_start(wrong))

    @cached_property
    def _right(self) -> _Forms:
        rights = ((term.right or term.keep, term) for term in self.terms if term.right or term.keep)
        return _Forms((form, term) for right, term in rights if len(right) > 1 for form in _at_a_start(right))

    @cached_property
    def _said(self) -> frozenset[str]:
        """Every form that an entry names, right or wrong: none of them is another one altered."""
        return frozenset(form for term in self.terms for form in (*term.wrong, term.right, term.keep))

    @cached_property
    def _near_forms(self) -> list[tuple[NearForm, Term]]:
        kept = [term for term in self.terms if term.keep]
        frequency = Counter(pair for term in kept for pair in bigrams_of(term.keep))
        return [(NearForm.of(term.keep, frequency), term) for term in kept]

    @cached_property
    def _kept(self) -> dict[str, list[int]]:
        """The near forms by the two characters that each of their anchors is."""
        kept: dict[str, list[int]] = {}
        for number, (form, _term) in enumerate(self._near_forms):
            for at in form.anchors:
                kept.setdefault(form.wording[at : at + 2], []).append(number)
        return kept


def _joins(pair: str) -> bool:
    """Whether two characters stand within one word of Latin letters or digits."""
    return len(pair) == 2 and all(letter.isalnum() and letter < "\u2e80" for letter in pair)


def _at_a_start(form: str) -> set[str]:
    """A form, and as it stands at the start of a sentence."""
    return {form, _capitalised(form)}


def _capitalised(form: str) -> str:
    return form[:1].upper() + form[1:]
