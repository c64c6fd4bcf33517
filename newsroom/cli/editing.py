"""Editing an article in one's own editor: opened, checked, shown, until it is saved or left; left, it is kept."""

import sys
from typing import NamedTuple

import typer

from newsroom.cli import prompts
from newsroom.cli.differences import say_difference
from newsroom.cli.editor import edited_file
from newsroom.cli.findings import show_findings
from newsroom.cli.kept_words import kept_is_said, since
from newsroom.cli.screen import paint, say
from newsroom.desk.edit_text import Draft, kept_draft, new_draft
from newsroom.errors import ExitCode, Malformed
from newsroom.locale import _
from newsroom.model.article import Article, Unreadable
from newsroom.model.finding import Finding, Report
from newsroom.model.text import printable
from newsroom.storage.newsroom import Newsroom


class Edited(NamedTuple):
    """An article as it was left, what is wrong with it, and the commit; none where nothing was written."""

    article: Article
    findings: tuple[Finding, ...]
    is_changed: bool
    commit: str | None = None


def edit_by_hand(newsroom: Newsroom, found: Article | Unreadable, *, dry_run: bool) -> Edited:
    """Edit an article, or a file that can not be read as one; save it where the user says so.

    Raises:
        Refused: there is no editor, the article is being edited elsewhere, or it can not be committed.
        Exit: the user leaves.
    """
    draft = new_draft(newsroom, found.path)
    with prompts.on_terminal(), draft.held(), kept_is_said(lambda: draft.is_kept, _way_on(draft)):
        _offer_kept(draft)
        _open(draft, found.line if isinstance(found, Unreadable) else 1)
        while True:
            try:
                article = draft.article()
            except Malformed as fault:
                _mend(draft, fault)
                continue
            findings = draft.findings(article)
            if not draft.is_changed:
                draft.drop()
                return Edited(article, findings, is_changed=False)
            _show(draft, findings)
            if dry_run:
                return Edited(article, findings, is_changed=True)
            if _ask(draft, [(_("save it"), "save")]) == "save":
                return Edited(article, findings, is_changed=True, commit=draft.commit(article))
            _open(draft, findings[0].line if findings else 1)


def _way_on(draft: Draft) -> str:
    return _("What you wrote is kept. To go on: newsroom article edit {article}", article=draft.name)


def _offer_kept(draft: Draft) -> None:
    """Go on with what was not finished, where there is something and the user says so."""
    kept = kept_draft(draft)
    if kept is None:
        return
    unfinished, when = kept
    if unfinished.text == draft.text:  # newsroom was broken off after it was committed
        draft.drop()
        return
    say(_("An edit of {article} was not finished ({when}).", article=draft.name, when=since(when)))
    if unfinished.is_outdated:
        say(_("The article was changed since; going on takes that in."))
    goes_on = prompts.choice(
        _("Go on with it?"), [(_("go on with it"), True), (_("throw it away, and edit the article as it is"), False)]
    )
    if not goes_on:
        draft.drop()
        return
    draft.base, draft.text = unfinished.base, unfinished.text
    if draft.is_outdated and not draft.catch_up():
        say(_("You both changed the same lines: choose between the two, where <<<<<<< stands."))


def _open(draft: Draft, line: int) -> None:
    draft.text = edited_file(draft.newsroom.root, draft.text, draft.file_name, line=line, keep=draft.keep)
    note = draft.clean()
    if note:
        say(note)


def _mend(draft: Draft, fault: Malformed) -> None:
    """Say why it can not be read, and let the user mend it, at that line."""
    encoding = draft.encoding if fault.code == "not-utf-8" else None
    help = _("Save it as UTF-8.") if fault.code == "not-utf-8" else fault.help
    lines = draft.text.decode(encoding or "utf-8", errors="replace").split("\n")
    excerpt = lines[fault.line - 1].rstrip("\r") if fault.line <= len(lines) else ""
    finding = Finding(
        "unreadable-article", "error", draft.path, fault.line, fault.column, "", fault.message, help, excerpt=excerpt
    )
    show_findings(Report(1, [finding]), to_stderr=True)
    ways = [(_("convert it from {encoding}", encoding=encoding), "convert")] if encoding else []
    if _ask(draft, ways) == "convert" and encoding:
        draft.convert(encoding)
    else:
        _open(draft, fault.line)


def _ask(draft: Draft, choices: list[tuple[str, str]]) -> str:
    """What is to be done next: one of `choices`, or `back` to the editor.

    Raises:
        Exit: the user leaves, or throws it away.
    """
    ways = [(_("back to the editor"), "back"), (_("leave, and go on another time"), "leave")]
    chosen = prompts.choice(_("And now?"), [*choices, *ways, (_("throw it away"), "throw away")])
    while chosen == "leave" and draft.is_changed and not draft.is_kept:
        say(_("It can not be kept: the disk is full, or can only be read. Go back, and save it elsewhere."))
        chosen = prompts.choice(_("And now?"), [*choices, *ways[:1], (_("throw it away"), "throw away")])
    if chosen not in ("leave", "throw away"):
        return chosen
    if chosen == "throw away":
        draft.drop()
    say(_("Nothing was written."))
    if draft.is_kept:
        say(_way_on(draft))
    raise typer.Exit(ExitCode.INTERRUPTED)


def _show(draft: Draft, findings: tuple[Finding, ...]) -> None:
    say("")
    say(paint(printable(draft.path), sys.stderr, bold=True))
    say_difference(draft.base, draft.text)
    say("")
    show_findings(Report(1, findings), to_stderr=True)
