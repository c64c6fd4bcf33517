"""What rules are given: an article with its texts cut as rules look at them, or a whole issue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from newsroom.model.article import Article
from newsroom.model.digest import Digest
from newsroom.model.issue import Issue
from newsroom.model.kind import Kind
from newsroom.model.paper import Paper
from newsroom.model.piece import Paragraph, Piece, blanked, paragraphs_of

CAPTION = "caption"
_LINES = ("kicker", "headline", "deck")
PRINTED = (*_LINES, "body", CAPTION)


@dataclass(frozen=True)
class Copy:
    """An article, the issue it is filed to, the paper, and the stage at which it is judged."""

    article: Article
    issue: Issue
    paper: Paper
    stage: str = "submitted"

    @cached_property
    def kind(self) -> Kind:
        """What the paper asks of this kind of article; of one that it does not know, nothing."""
        return self.paper.kinds.get(self.article.kind) or Kind(self.article.kind, frozenset())

    def needs(self, field: str) -> bool:
        """Whether an article of this kind must have that field."""
        return field in self.kind.needs

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What of the article is printed: kicker, headline, deck, body, captions; empty ones left out."""
        return tuple(self._pieces())

    def _pieces(self) -> Iterator[Piece]:
        article = self.article
        for name in _LINES:
            text: str = getattr(article, name)
            if text:
                yield Piece(name, blanked(text))
        if article.body:
            yield Piece("body", blanked(article.body))
        for at, photo in enumerate(article.photos):
            if photo.caption:
                yield Piece(f"photos[{at}].caption", blanked(photo.caption))

    def pieces_of(self, *names: str) -> Iterator[Piece]:
        """The pieces of those fields, each one of PRINTED."""
        for piece in self.pieces:
            if piece.field in names or (CAPTION in names and piece.field.endswith(".caption")):
                yield piece

    @cached_property
    def body(self) -> str:
        """The body with addresses and code blanked."""
        return next((piece.text for piece in self.pieces if piece.field == "body"), "")

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        return tuple(paragraphs_of(self.body))

    @cached_property
    def joined(self) -> str:
        """All pieces as one text, each from a line of its own on."""
        return "\n".join([piece.text for piece in self.pieces])

    @cached_property
    def printed(self) -> str:
        """All pieces and the credit line as one line."""
        return f"{self.joined}\n{self.article.credit_line}".replace("\n", " ")

    @cached_property
    def rare(self) -> frozenset[str]:
        """The printed characters that GB 2312 has not, as traditional ones; in simplified copy there are hardly any."""
        text = self.printed.replace("—", "").replace("·", "")  # the codec knows these under other numbers
        try:
            text.encode("gb2312")
        except UnicodeEncodeError:
            return frozenset(text).difference(text.encode("gb2312", "ignore").decode("gb2312"))
        return frozenset()

    @cached_property
    def bigrams(self) -> frozenset[str]:
        """Every two characters that follow each other in what is printed."""
        return frozenset(map(add, self.printed, self.printed[1:]))


@dataclass(frozen=True)
class IssueCopy:
    """An issue with what rules about a whole issue need of its articles, and of the issues before it.

    Killed copy is left out. `recent` are the articles of the issues before it, the newest issue first; `before` are
    those issues' plans in the same order.
    """

    issue: Issue
    paper: Paper
    articles: Sequence[Digest]
    recent: Sequence[Digest] = ()
    before: Sequence[Issue] = ()
    stage: str = "submitted"

    @cached_property
    def by_page(self) -> Mapping[str, Sequence[Digest]]:
        """The articles by the page that they are filed to; those without one under an empty text."""
        pages: dict[str, list[Digest]] = {}
        for article in self.articles:
            pages.setdefault(article.page, []).append(article)
        return pages
