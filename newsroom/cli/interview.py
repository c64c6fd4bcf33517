"""Asking a reporter for an article: only what no flag has given, then the article as it will stand."""

import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

from newsroom.cli import prompts
from newsroom.cli.findings import show_findings
from newsroom.cli.screen import paint, say
from newsroom.desk.add_article import Answers, PlannedArticle, plan_article, read_body, read_photo_answer
from newsroom.errors import NewsroomError
from newsroom.locale import _, listed
from newsroom.model.article import OWN_SOURCE
from newsroom.model.credit import Credit, split_names
from newsroom.model.finding import Report
from newsroom.model.issue import POOL, Issue, is_page_code
from newsroom.model.kind import Kind
from newsroom.model.text import length, printable
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.photo_file import read_photo

KIND_WORDS = {"story": "story", "brief": "brief", "photo": "photo", "commentary": "commentary", "notice": "notice"}


class Interview:
    """The questions for one article. `answers` holds what has been answered, in whatever order it was."""

    def __init__(self, newsroom: Newsroom, answers: Answers, default_issue: str) -> None:
        self.newsroom = newsroom
        self.paper = newsroom.paper
        self.answers = answers
        self.default_issue = default_issue
        self.given = {field.name for field in fields(answers) if getattr(answers, field.name) is not None}
        self.questions: dict[str, tuple[str, Callable[[], None]]] = {
            "issue": (_("issue"), self._issue),
            "kind": (_("kind"), self._kind),
            "headline": (_("headline"), self._headline),
            "kicker": (_("kicker"), self._kicker),
            "deck": (_("deck"), self._deck),
            "section": (_("section"), self._section),
            "page": (_("page"), self._page),
            "byline": (_("byline"), self._byline),
            "body": (_("body"), self._body),
            "photos": (_("photos"), self._photos),
        }

    def ask_missing(self) -> None:
        """Ask for what has no answer yet, in the order in which a story is told."""
        for name, (_title, ask) in self.questions.items():
            if getattr(self.answers, name) is None and self._applies(name):
                ask()

    def review(self) -> PlannedArticle | None:
        """Show the article as it will stand until it is to be saved; None where the reporter leaves."""
        while True:
            planned = plan_article(self.newsroom, self.issue, self._answers_that_apply())
            _show(planned)
            chosen = prompts.choice(
                _("And now?"),
                [(_("save it"), "save"), (_("change one thing"), "change"), (_("leave, and write nothing"), "leave")],
            )
            if chosen == "save":
                return planned
            if chosen == "leave":
                return None
            titles = [(title, name) for name, (title, _ask) in self.questions.items() if self._applies(name)]
            self.questions[prompts.choice(_("What is to change?"), titles)][1]()

    @property
    def kind(self) -> Kind:
        """The kind of the article, as the paper has it."""
        return self.paper.kinds[self.answers.kind or "story"]

    @property
    def issue(self) -> Issue:
        """The issue it is filed to."""
        return self.newsroom.issue(self.answers.issue or self.default_issue)

    def _answers_that_apply(self) -> Answers:
        """Without what was answered for a kind that it is no more. What an option gave stays, but for a body.

        A picture that stands alone would print a body, and nobody could change it.
        """
        stays = self.given - {"body"}
        left_over = {name: None for name in self.questions if not self._applies(name) and name not in stays}
        return replace(self.answers, **left_over)

    def _applies(self, name: str) -> bool:
        """Whether a kind is asked for it: a picture that stands alone has no body, a notice nobody who wrote it."""
        if name == "body":
            return self.kind.takes_body
        if name in ("kicker", "deck"):
            return self.kind.name in ("story", "commentary") or name in self.kind.needs
        if name == "byline":
            return "byline" in self.kind.needs and (self.answers.source or OWN_SOURCE) == OWN_SOURCE
        if name == "section":
            page = self.issue.page(self.answers.page or "")
            return not (page and page.section) or bool(self.answers.section)
        return True

    def _issue(self) -> None:
        ids = self.newsroom.issue_ids()
        ids = ids if POOL in ids else [*ids, POOL]
        shown = [(_("pool (no date yet)") if known == POOL else known, known) for known in reversed(ids)]
        self.answers.issue = prompts.choice(_("Issue"), shown, default=self.answers.issue or self.default_issue)

    def _kind(self) -> None:
        shown = [(_(KIND_WORDS.get(name, name)), name) for name in self.paper.kinds]
        self.answers.kind = prompts.choice(_("Kind"), shown, default=self.answers.kind or "story")

    def _headline(self) -> None:
        needed = "headline" in self.kind.needs
        self.answers.headline = prompts.text(
            _("Headline"),
            default=self.answers.headline or "",
            hint="" if needed else _("Enter to skip"),
            check=(lambda said: "" if said.strip() else _("A {kind} needs one.", kind=_(self.kind.name)))
            if needed
            else None,
        )

    def _kicker(self) -> None:
        self.answers.kicker = self._optional(_("Kicker"), self.answers.kicker)

    def _deck(self) -> None:
        self.answers.deck = self._optional(_("Deck"), self.answers.deck)

    def _optional(self, message: str, default: str | None) -> str:
        return prompts.text(message, default=default or "", hint=_("Enter to skip"))

    def _section(self) -> None:
        if not self.paper.sections:
            self.answers.section = self._optional(_("Section"), self.answers.section)
            return
        shown = [(name, name) for name in self.paper.sections]
        by_page = any(page.section for page in self.issue.pages)
        needed = "section" in self.kind.needs
        if by_page or not needed:
            shown.append((_("that of its page") if by_page else _("none"), ""))
        default = self.answers.section if self.answers.section is not None or needed else ""
        self.answers.section = prompts.choice(_("Section"), shown, default=default)

    def _page(self) -> None:
        plan = listed(page.code for page in self.issue.pages)
        hint = _("{pages}; Enter to skip", pages=plan) if plan else _("Enter to skip")
        self.answers.page = prompts.text(
            _("Page"),
            default=self.answers.page or "",
            hint=hint,
            check=_page_fault,
        )

    def _byline(self) -> None:
        self.answers.byline = self._credits(_("Byline"), needs_role=not self.kind.name_is_enough)

    def _credits(self, message: str, *, needs_role: bool, first: str = "") -> tuple[Credit, ...]:
        """People, one after the other: a role, then a name; several names of one role in one answer."""
        credits: tuple[Credit, ...] = ()
        roles = [(role, role) for role in self.paper.roles] + ([] if needs_role else [(_("only the name"), "")])
        if first:
            roles.sort(key=lambda choice: choice[1] != first)
        while True:
            done = [(_("nobody else"), None)] if credits else [(_("leave it out"), None)]
            options: list[tuple[str, str | None]] = [*done, *roles] if credits else [*roles, *done]
            role = prompts.choice(
                _("{what}, and who else?", what=message) if credits else _("{what}: role", what=message), options
            )
            if role is None:
                return credits
            name = prompts.text(
                _("{what}: name", what=message),
                hint=_("several with , between them"),
                check=lambda said: "" if said.strip() else _("Type the name, or Ctrl-C to stop."),
            )
            credits += tuple(Credit(role, person) for person in split_names(name))

    def _body(self) -> None:
        if self.answers.body:
            way = "editor"
        else:
            way = prompts.choice(
                _("Body"),
                [
                    (_("paste or type it here"), "lines"),
                    (_("write it in the editor"), "editor"),
                    (_("read it from a file"), "file"),
                    (_("leave it out for now"), "none"),
                ],
            )
        if way == "lines":
            self.answers.body = prompts.lines(_("Body"))
        elif way == "editor":
            try:
                self.answers.body = prompts.edited(self.answers.body or "")
            except NewsroomError as error:  # what was answered before is worth another try
                say(f"{error.message} {error.help}")
                if not self.answers.body:
                    self._body()
                return
        elif way == "file":
            named = prompts.path(_("File"), check=lambda said: _fault(lambda: read_body(Path(said))))
            self.answers.body = read_body(Path(named))
        else:
            self.answers.body = ""
        if self.answers.body:
            say(_("Body: {count} words.", count=length(self.answers.body, self.paper.language)))

    def _photos(self) -> None:
        photos = self.answers.photos = []
        while True:
            message = _("Photo {number}", number=len(photos) + 1)
            named = prompts.path(
                message,
                hint=_("its file; Enter for no more") if photos else _("its file; Enter for none"),
                check=lambda said: _fault(lambda: read_photo(Path(said))) if said else "",
            )
            if not named:
                return
            caption = prompts.text(_("Caption"), hint=_("who, where, doing what"))
            photographer = next((role for role in self.paper.roles if role in ("摄影", "Photographer")), "")
            credit = self._credits(_("Photo credit"), needs_role=False, first=photographer)
            photos.append(read_photo_answer(Path(named), caption, credit))


def _page_fault(said: str) -> str:
    wrong = said.strip() and not is_page_code(said.strip())
    return _("Pages are written 3, A01, or 4-5 for a spread.") if wrong else ""


def _fault(attempt: Callable[[], object]) -> str:
    """What `attempt` is refused with, as one line under a prompt; nothing where it works."""
    try:
        attempt()
    except NewsroomError as error:
        return f"{error.message} {error.help}".strip()
    return ""


def _show(planned: PlannedArticle) -> None:
    say("")
    say(paint(planned.article.path, sys.stderr, bold=True))
    say(printable(planned.article.text.rstrip("\n")))
    for change in planned.photos:
        say(paint(change.path, sys.stderr, bold=True))
    say("")
    show_findings(Report(1, planned.findings), to_stderr=True)
