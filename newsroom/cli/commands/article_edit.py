"""`newsroom article edit`."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.cleaned import cleaned
from newsroom.cli.findings import show_findings
from newsroom.cli.options import Article as Named
from newsroom.cli.options import DryRun, InIssue, Json, here_to_write
from newsroom.cli.screen import is_interactive, say, show, show_json
from newsroom.desk.choose import choose_file, readable
from newsroom.desk.edit_article import plan_edit, save_edit
from newsroom.errors import UsageError
from newsroom.locale import _
from newsroom.model.article import Article
from newsroom.model.finding import Finding, Report
from newsroom.model.text import printable
from newsroom.storage.newsroom import Newsroom

FOR = "reporters"


def article_edit(
    article: Named,
    set: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="A field as findings name it: photos[0].caption=…; again for more."),
    ] = None,
    issue: InIssue = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Edit an article in your editor ($VISUAL, $EDITOR, git's), or set fields of it; one commit.

    What the editor leaves is checked and shown before it is saved. Left, it is kept, and the next article edit goes on
    with it; what others changed meanwhile is brought together with it.

    --set changes only the lines of those fields, and asks nothing.

    Examples:
      newsroom article edit sowing
      newsroom article edit sowing --set "deck=——全市秋种工作见闻" --set page=3
      newsroom article edit 2022-10-12/sowing --set "photos[0].credit=通讯员 姓名"
    """
    settings = _settings(set or [])
    if not settings and not is_interactive():
        raise UsageError("missing-set", _("Say what to set: --set FIELD=VALUE"), _("For example: --set section=News"))
    newsroom = here_to_write(dry_run=dry_run)
    found = choose_file(newsroom, article, issue, here=Path.cwd(), today=date.today())
    if settings:
        _set_fields(newsroom, readable(found), settings, dry_run=dry_run, json=json)
        return
    from newsroom.cli.editing import edit_by_hand

    edited = edit_by_hand(newsroom, found, dry_run=dry_run)
    if not json:
        show(printable(found.path))
        if edited.commit is not None:
            say(_("Saved “{title}”.", title=edited.article.title))
        else:
            say(
                _("This is what would be written.")
                if edited.is_changed
                else _("You changed nothing; nothing to write.")
            )
        return
    _show_json(newsroom, edited.article, edited.commit, edited.findings)


def _set_fields(
    newsroom: Newsroom, article: Article, settings: Mapping[str, str], *, dry_run: bool, json: bool
) -> None:
    edit = plan_edit(newsroom, article, settings)
    commit = save_edit(newsroom, edit) if edit.is_changed and not dry_run else None
    if json:
        _show_json(newsroom, edit.after, commit, edit.findings)
        return
    show(printable(article.path))
    if not edit.is_changed:
        say(_("It says so already; nothing to write."))
    elif dry_run:
        show(printable(edit.after.text.rstrip("\n")))
        say(_("This is what would be written."))
    else:
        say(_("Saved “{title}”.", title=edit.after.title))
    if edit.findings:
        show_findings(Report(1, edit.findings), to_stderr=True)


def _show_json(newsroom: Newsroom, article: Article, commit: str | None, findings: Sequence[Finding]) -> None:
    issue, _fault = newsroom.issue_and_fault(article.issue)
    show_json(article_json(newsroom, issue, article, commit, findings))


def _settings(pairs: list[str]) -> dict[str, str]:
    settings = dict[str, str]()
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise UsageError(
                "bad-setting", _("{text} is not FIELD=VALUE.", text=pair), _("For example: --set section=News")
            )
        settings[name.strip()] = cleaned(value, of=f"--set {name}").strip()
    return settings
