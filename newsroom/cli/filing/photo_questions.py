"""The questions for a photo: what it says of itself is shown, and taken with a yes."""

from newsroom.cli.filing.photo_facts import show_photo
from newsroom.cli.filing.questions import Questions
from newsroom.desk.add_article import PhotoAnswer
from newsroom.desk.add_photo import photographer, suggested
from newsroom.locale import _
from newsroom.model.credit import Credit
from newsroom.model.paper import Paper
from newsroom.storage.photo_file import PhotoFile


def ask_photo(
    ask: Questions,
    at: str,
    photo: PhotoFile,
    paper: Paper,
    *,
    before: PhotoAnswer | None = None,
    caption: str | None = None,
    credit: tuple[Credit, ...] | None = None,
) -> PhotoAnswer:
    """The photo with its caption and credit, asked by the key `at` unless given; `before` is what was said of it."""
    suggestion = suggested(photo, paper)
    if not before and not ask.log.has(f"{at}.caption"):
        show_photo(photo, suggestion)
    known = before or suggestion
    if caption is None:
        hint = _("Enter takes it, Ctrl-U clears it") if known.caption else _("who, where, doing what")
        caption = ask.text(f"{at}.caption", _("Caption"), default=known.caption, hint=hint)
    if credit is None:
        first = photographer(paper)
        roles = [(role, role) for role in sorted(paper.roles, key=lambda role: role != first)]
        roles.append((_("only the name"), ""))
        hint = _("Enter takes it, Ctrl-U clears it") if known.credit else ""
        credit = ask.credit(f"{at}.credit", _("Photo credit"), before=known.credit, roles=roles, hint=hint)
    return PhotoAnswer(photo, caption, credit)
