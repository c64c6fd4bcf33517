"""What was begun and not ended: copy that waits for its reporter, files that were never put in place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsroom.desk.doctor.check import Check, Mend, some
from newsroom.locale import _, listed, plural
from newsroom.storage.kept import ARTICLES, EDITS, all_kept
from newsroom.storage.leftovers import left_behind
from newsroom.storage.newsroom import Newsroom


def stories(newsroom: Newsroom) -> Iterator[Check]:
    """Stories that somebody began to type."""
    found = all_kept(newsroom.root, ARTICLES)
    if found:
        when = f"{found[0].when:%Y-%m-%d %H:%M}"
        message = plural(
            len(found),
            "{count} story was not finished; it is from {when}.",
            "{count} stories were not finished; the last is from {when}.",
            when=when,
        )
        yield Check("unfinished", "note", message, _("Go on: newsroom article add --resume"))


def edits(newsroom: Newsroom) -> Iterator[Check]:
    """Texts that an editor left and that could not be saved."""
    for kept in all_kept(newsroom.root, EDITS):
        article = kept.name.removeprefix(f"{EDITS}/").removesuffix(".md")
        message = _(
            "An edit of {article} was not finished; it is from {when}.",
            article=article,
            when=f"{kept.when:%Y-%m-%d %H:%M}",
        )
        help = _("Go on: newsroom article edit {article}", article=article)
        issue, _slash, slug = article.partition("/")
        if slug not in newsroom.slugs(issue):
            help = _("The article is gone; what was written is in {path}", path=kept.path)
        yield Check("unfinished", "note", message, help)


def leftovers(newsroom: Newsroom) -> Iterator[Check]:
    """Our own files that a fall of the machine left where articles lie."""
    paths = left_behind(newsroom.root)
    if paths:
        names = [newsroom.relative(path) for path in paths]
        message = plural(
            len(names),
            "{count} file was left behind when newsroom was broken off: {names}.",
            "{count} files were left behind when newsroom was broken off: {names}.",
            names=some(names),
        )
        mend = Mend(_("delete {names}", names=listed(names)), lambda: _delete(paths))
        yield Check("leftovers", "note", message, mend=mend)


def _delete(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
