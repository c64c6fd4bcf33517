"""The options of `article add` as answers, and as what is kept of them when a story is left unfinished."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsroom.cli.cleaned import cleaned
from newsroom.desk.add_article import Answers, body_text, check_answers, read_body, read_photo_answer
from newsroom.errors import UsageError
from newsroom.locale import _
from newsroom.model.credit import Credit, parse_credits
from newsroom.storage.newsroom import Newsroom

_PLAIN = ("issue", "kind", "headline", "kicker", "deck", "section", "column", "page", "source", "dateline", "slug")


def kept_flags(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, so that they hold in another folder, too; `photos` are triples that pair up.

    A body from standard input is read now: it comes only once.

    Raises:
        UsageError: photos, captions and credits do not pair up. Refused: standard input is no UTF-8 text.
    """
    flags = {name: value for name, value in given.items() if value is not None and name in (*_PLAIN, "byline")}
    photos = _paired(given["photo"] or [], given["caption"] or [], given["credit"] or [])
    if photos:
        flags["photos"] = [[_absolute(file), caption, credit] for file, caption, credit in photos]
    body = given["body"]
    if body == "-":
        flags["body_text"] = body_text(sys.stdin.buffer.read(), "-")
    elif body is not None:
        flags["body"] = _absolute(body)
    return flags


def answers_from(flags: Mapping[str, Any], newsroom: Newsroom) -> Answers:
    """What the options answer, cleaned of what no paper prints.

    Raises:
        UsageError: a value is not of its kind. Refused: a file is not what it should be.
    """
    roles = newsroom.paper.roles
    answers = Answers()
    for name in _PLAIN:
        if name in flags:
            setattr(answers, name, cleaned(flags[name], of=f"--{name}"))
    answers.byline = _credits(flags.get("byline"), roles)
    check_answers(newsroom, answers)
    if "photos" in flags:
        answers.photos = [
            read_photo_answer(
                _from_here(file), cleaned(caption, of="--caption"), parse_credits(cleaned(credit, of="--credit"), roles)
            )
            for file, caption, credit in flags["photos"]
            if file
        ]
    if "body_text" in flags:
        answers.body = cleaned(flags["body_text"], of="--body")
    elif "body" in flags:
        answers.body = cleaned(read_body(_from_here(flags["body"])), of="--body") if flags["body"] else ""
    return answers


def _paired(files: Sequence[str], captions: Sequence[str], credits: Sequence[str]) -> list[tuple[str, str, str]]:
    if not len(files) == len(captions) == len(credits):
        raise UsageError(
            "unequal-photos",
            _(
                "{photos} --photo, {captions} --caption and {credits} --credit do not pair up.",
                photos=len(files),
                captions=len(captions),
                credits=len(credits),
            ),
            _('Give each photo a --caption and a --credit, "" for none.'),
        )
    return list(zip(files, captions, credits, strict=True))


def _credits(texts: Sequence[str] | None, roles: tuple[str, ...]) -> tuple[Credit, ...] | None:
    if texts is None:
        return None
    return tuple(credit for text in texts for credit in parse_credits(cleaned(text, of="--byline"), roles))


def _absolute(file: str) -> str:
    return str(Path(file).absolute()) if file else ""


def _from_here(file: str) -> Path:
    """As one would type it here, for messages."""
    path = Path(file)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
