"""`newsroom article edit`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.article_rows import article_json
from newsroom.cli.findings import show_findings
from newsroom.cli.options import Article, DryRun, InIssue, Json, here
from newsroom.cli.screen import say, show, show_json
from newsroom.desk.choose import choose_article
from newsroom.desk.edit_article import plan_edit, save_edit
from newsroom.errors import UsageError
from newsroom.locale import _
from newsroom.model.finding import Report
from newsroom.model.text import printable


def article_edit(
    article: Article,
    set: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="A field as findings name it: photos[0].caption=…; again for more."),
    ] = None,
    issue: InIssue = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Set fields of an article, in one commit; every other line stays as it is.

    Examples:
      newsroom article edit sowing --set "deck=——全市秋种工作见闻" --set page=3
      newsroom article edit 2022-10-12/sowing --set "photos[0].credit=通讯员 姓名"
    """
    newsroom = here()
    edited = choose_article(newsroom, article, issue, here=Path.cwd(), today=date.today())
    edit = plan_edit(newsroom, edited, _settings(set or []))
    changed = edit.after.text != edit.before.text
    commit = save_edit(newsroom, edit) if changed and not dry_run else None
    if json:
        in_issue, _fault = newsroom.issue_and_fault(edited.issue)
        show_json(article_json(newsroom, in_issue, edit.after, commit, edit.findings))
        return
    show(edited.path)
    if not changed:
        say(_("It says so already; nothing to write."))
    elif dry_run:
        show(printable(edit.after.text.rstrip("\n")))
        say(_("This is what would be written."))
    else:
        say(_("Saved “{title}”.", title=edit.after.title))
    if edit.findings:
        show_findings(Report(1, edit.findings), to_stderr=True)


def _settings(pairs: list[str]) -> dict[str, str]:
    settings = dict[str, str]()
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise UsageError(
                "bad-setting", _("{text} is not FIELD=VALUE.", text=pair), _("For example: --set section=News")
            )
        settings[name.strip()] = value.strip()
    if not settings:
        raise UsageError("missing-set", _("Say what to set: --set FIELD=VALUE"), _("For example: --set section=News"))
    return settings
