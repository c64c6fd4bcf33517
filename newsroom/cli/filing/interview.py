"""Asking a reporter for an article: only what no flag has given, then the article as it will stand."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

from newsroom.cli import prompts
from newsroom.cli.filing.answer_log import AnswerLog, Unanswered
from newsroom.cli.filing.photo_questions import ask_photo
from newsroom.cli.filing.questions import Questions, in_one_line, refusal
from newsroom.cli.findings import show_findings
from newsroom.cli.screen import paint, say
from newsroom.desk.add_article import Answers, PhotoAnswer, PlannedArticle, plan_article, read_body
from newsroom.errors import NewsroomError
from newsroom.locale import _, listed
from newsroom.model.article import OWN_SOURCE
from newsroom.model.finding import Report
from newsroom.model.issue import POOL, Issue, is_page_code
from newsroom.model.kind import Kind
from newsroom.model.text import length, printable
from newsroom.storage.index import Index
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.paths import check_new_path
from newsroom.storage.photo_file import read_photo

KIND_WORDS = {"story": "story", "brief": "brief", "photo": "photo", "commentary": "commentary", "notice": "notice"}


class Interview:
    """The questions for one article. `answers` holds what has been answered, in whatever order it was."""

    def __init__(
        self, newsroom: Newsroom, answers: Answers, default_issue: str, log: AnswerLog, index: Index | None = None
    ) -> None:
        self.newsroom = newsroom
        self.paper = newsroom.paper
        self.answers = answers
        self.default_issue = default_issue
        self.log = log
        self.ask = Questions(log, self.paper.roles, index)
        self.given = {field.name for field in fields(answers) if getattr(answers, field.name) is not None}
        self.questions: dict[str, tuple[str, Callable[[], None]]] = {
            "issue": (_("issue"), self._issue),
            "kind": (_("kind"), self._kind),
            "headline": (_("headline"), self._headline),
            "kicker": (_("kicker"), self._kicker),
            "deck": (_("deck"), self._deck),
            "section": (_("section"), self._section),
            "column": (_("column"), self._column),
            "page": (_("page"), self._page),
            "byline": (_("byline"), self._byline),
            "dateline": (_("dateline"), self._dateline),
            "body": (_("body"), self._body),
            "photos": (_("photos"), self._photos),
        }

    def ask_missing(self) -> None:
        """Ask for what has no answer yet, in the order in which a story is told; then what was being changed."""
        for name, (_title, ask) in self.questions.items():
            if getattr(self.answers, name) is None and self._applies(name) and not self._only_on_demand(name):
                with suppress(Unanswered):  # what the kind needs is named later, all at once
                    ask()
        if self.log.changing in self.questions:
            self._change(self.log.changing)

    def review(self) -> PlannedArticle | None:
        """Show the article as it will stand until it is to be saved; None where the reporter leaves."""
        while True:
            planned = self.planned()
            _show(planned)
            chosen = prompts.choice(
                _("And now?"),
                [
                    (_("save it"), "save"),
                    (_("change one thing"), "change"),
                    (_("leave, and go on another time"), "leave"),
                    (_("throw it away"), "throw away"),
                ],
            )
            if chosen == "save":
                return planned
            if chosen == "throw away":
                self.log.drop()
            if chosen == "leave":
                self.log.keep()
            if chosen == "leave" and not self.log.is_kept:
                say(_("It can not be kept: the disk is full, or can only be read. Save it, or copy it from here."))
                continue
            if chosen != "change":
                return None
            titles = [(title, name) for name, (title, _ask) in self.questions.items() if self._applies(name)]
            self._change(prompts.choice(_("What is to change?"), titles))

    def planned(self) -> PlannedArticle:
        """The article that the answers make, without what was answered for a kind that it is no more.

        What an option gave stays, but for a body: a picture that stands alone would print it, and nobody could
        change it.
        """
        stays = self.given - {"body"}
        left_over = {name: None for name in self.questions if not self._applies(name) and name not in stays}
        return plan_article(self.newsroom, self.issue, replace(self.answers, **left_over))

    @property
    def kind(self) -> Kind:
        """The kind of the article, as the paper has it."""
        return self.paper.kinds[self.answers.kind or "story"]

    @property
    def issue(self) -> Issue:
        """The issue it is filed to."""
        return self.newsroom.issue(self.answers.issue or self.default_issue)

    def _change(self, name: str) -> None:
        with self.log.changed(name):
            self.questions[name][1]()

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

    def _only_on_demand(self, name: str) -> bool:
        """Whether it is not asked of itself: what neither the kind needs nor the paper has ever used."""
        return name in ("column", "dateline") and name not in self.kind.needs and not self.ask.has_used(name)

    def _issue(self) -> None:
        ids = self.newsroom.issue_ids()
        ids = ids if POOL in ids else [*ids, POOL]
        shown = [(_("pool (no date yet)") if known == POOL else known, known) for known in reversed(ids)]
        self.answers.issue = self.ask.choice(
            "issue", _("Issue"), shown, default=self.answers.issue or self.default_issue
        )

    def _kind(self) -> None:
        shown = [(_(KIND_WORDS.get(name, name)), name) for name in self.paper.kinds]
        self.answers.kind = self.ask.choice("kind", _("Kind"), shown, default=self.answers.kind or "story")

    def _headline(self) -> None:
        needed = "headline" in self.kind.needs
        self.answers.headline = self.ask.text(
            "headline",
            _("Headline"),
            default=self.answers.headline or "",
            hint="" if needed else _("Enter to skip"),
            check=(lambda said: "" if said.strip() else _("A {kind} needs one.", kind=_(self.kind.name)))
            if needed
            else None,
        )

    def _kicker(self) -> None:
        self.answers.kicker = self.ask.optional("kicker", _("Kicker"), self.answers.kicker)

    def _deck(self) -> None:
        self.answers.deck = self.ask.optional("deck", _("Deck"), self.answers.deck)

    def _column(self) -> None:
        self.answers.column = self.ask.optional("column", _("Column"), self.answers.column)

    def _dateline(self) -> None:
        self.answers.dateline = self.ask.optional("dateline", _("Dateline"), self.answers.dateline)

    def _section(self) -> None:
        if not self.paper.sections:
            self.answers.section = self.ask.optional("section", _("Section"), self.answers.section)
            return
        shown = [(name, name) for name in self.paper.sections]
        by_page = any(page.section for page in self.issue.pages)
        needed = "section" in self.kind.needs
        if by_page or not needed:
            shown.append((_("that of its page") if by_page else _("none"), ""))
        default = self.answers.section if self.answers.section is not None or needed else ""
        self.answers.section = self.ask.choice("section", _("Section"), shown, default=default)

    def _page(self) -> None:
        plan = listed(page.code for page in self.issue.pages)
        hint = _("{pages}; Enter to skip", pages=plan) if plan else _("Enter to skip")
        self.answers.page = self.ask.text(
            "page", _("Page"), default=self.answers.page or "", hint=hint, check=_page_fault
        )

    def _byline(self) -> None:
        self.answers.byline = self.ask.credits(
            "byline",
            _("Byline"),
            before=self.answers.byline or (),
            roles=[] if self.kind.name_is_enough else [(role, role) for role in self.paper.roles],
        )

    def _body(self) -> None:
        ways = [
            (_("paste or type it here"), "lines"),
            (_("write it in the editor"), "editor"),
            (_("read it from a file"), "file"),
            (_("leave it out for now"), "none"),
        ]
        way = "editor" if self.answers.body else self.ask.choice("body.way", _("Body"), ways)
        if way == "lines":
            self.answers.body = self.ask.lines("body", _("Body"))
        elif way == "editor":
            try:
                self.answers.body = self.ask.edited("body", self.answers.body or "")
            except NewsroomError as error:  # what was answered before is worth another try
                say(in_one_line(error))
                self.log.forget("body.way")
                if not self.answers.body:
                    self._body()
                return
        elif way == "file":
            named = self.ask.path("body.file", _("File"), check=lambda said: refusal(lambda: read_body(Path(said))))
            self.answers.body = read_body(Path(named))
        else:
            self.answers.body = ""
        if self.answers.body:
            say(_("Body: {count} words.", count=length(self.answers.body, self.paper.language)))

    def _photos(self) -> None:
        before, photos = self.answers.photos or [], list[PhotoAnswer]()
        while True:
            at, old = f"photos[{len(photos)}]", before[len(photos)] if len(photos) < len(before) else None
            named = self.ask.path(
                f"{at}.file",
                _("Photo {number}", number=len(photos) + 1),
                hint=_("its file; Enter for no more") if photos else _("its file; Enter for none"),
                check=lambda said: refusal(lambda: self._check_photo(Path(said))) if said else "",
                issue=self.issue,
                newsroom=self.newsroom,
                absent="" if photos else None,
            )
            if not named:
                self.answers.photos = photos
                return
            photo = read_photo(Path(named))
            photos.append(ask_photo(self.ask, at, photo, self.paper, before=old))

    def _check_photo(self, path: Path) -> None:
        read_photo(path)
        check_new_path(self.newsroom.root, f"{self.issue.path}/photos/{path.name}")


def _page_fault(said: str) -> str:
    wrong = said.strip() and not is_page_code(said.strip())
    return _("Pages are written 3, A01, or 4-5 for a spread.") if wrong else ""


def _show(planned: PlannedArticle) -> None:
    say("")
    say(paint(planned.article.path, sys.stderr, bold=True))
    say(printable(planned.article.text.rstrip("\n")))
    for change in planned.photos:
        say(paint(change.path, sys.stderr, bold=True))
    say("")
    show_findings(Report(1, planned.findings), to_stderr=True)
