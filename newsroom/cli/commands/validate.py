"""`newsroom validate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsroom.cli.findings import show_findings
from newsroom.cli.options import DryRun, here_to_write
from newsroom.cli.progress import Progress
from newsroom.cli.screen import say, settings, show_json
from newsroom.desk.choose import issue_of, where_you_are
from newsroom.desk.targets import Target, all_targets, resolve_targets
from newsroom.desk.validate import validate as judge_all
from newsroom.errors import ExitCode, UsageError
from newsroom.locale import _, listed, plural
from newsroom.model.finding import Report
from newsroom.model.text import printable
from newsroom.reports.json import as_json
from newsroom.rules.stages import CURRENT, STAGES
from newsroom.storage.newsroom import Newsroom

if TYPE_CHECKING:
    from newsroom.desk.fix import Fixed

FORMATS = ("text", "json")


def validate(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="[TARGET]...", help="Issues or files; all where left out.")
    ] = None,
    format: Annotated[str, typer.Option(metavar="text|json", help="How to print what was found.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    stage: Annotated[
        str,
        typer.Option(
            metavar="STAGE",
            help="Judge as at this stage: draft, submitted, approved, published; current takes each article's own.",
        ),
    ] = "submitted",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what cannot change the meaning, in one commit.")] = False,
    dry_run: DryRun = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Judge everything anew.")] = False,
) -> None:
    """Check articles by every rule; exit code 1 when there are errors.

    Without an argument every issue is checked; inside an issue's folder, that issue.

    --fix shows what it changes, commits it, and reports what is left.

    Examples:
      newsroom validate
      newsroom validate 2022-10-12 --stage current
      newsroom validate issues/2022-10-12/articles/sowing.md --format json
      newsroom validate 2022-10-12 --fix
    """
    settings.json = json or format == "json"
    _check("--format", format, FORMATS)
    _check("--stage", stage, (*STAGES, CURRENT))
    newsroom = here_to_write(dry_run=dry_run or not fix)
    chosen = _targets(newsroom, targets or [])
    report = _judged(newsroom, chosen, stage, cache=not no_cache)
    fixes, commit = _fixed(newsroom, report, stage, dry_run=dry_run) if fix else ([], None)
    if commit:
        report = _judged(newsroom, chosen, stage, cache=not no_cache)
    for remark in report.remarks:
        say(remark)
    if settings.json:
        fixed = {"fixed": [it.article.path for it in fixes], "commit": commit} if fix else {}
        show_json(as_json(report) | fixed)
    else:
        show_findings(report)
    if report.errors:
        raise typer.Exit(ExitCode.FINDINGS)


def _judged(newsroom: Newsroom, chosen: list[Target], stage: str, *, cache: bool) -> Report:
    with Progress(_("Checking")) as progress:
        return judge_all(newsroom, chosen, stage, cache=cache, progress=progress)


def _fixed(newsroom: Newsroom, report: Report, stage: str, *, dry_run: bool) -> "tuple[list[Fixed], str | None]":
    """Mend what can be mended, and show it."""
    from newsroom.cli.differences import say_difference
    from newsroom.desk.fix import plan_fixes, save_fixes

    fixes = plan_fixes(newsroom, report, stage)
    for fixed in fixes:
        say(printable(fixed.article.path))
        say_difference(fixed.before, fixed.after)
    if not fixes:
        say(_("There is nothing to mend."))
    elif dry_run:
        say(_("This is what would be written."))
    else:
        commit = save_fixes(newsroom, fixes)
        say(plural(len(fixes), "Mended {count} article, in one commit.", "Mended {count} articles, in one commit."))
        return fixes, commit
    return fixes, None


def _targets(newsroom: Newsroom, named: list[str]) -> list[Target]:
    if named:
        return resolve_targets(newsroom, named, Path.cwd())
    current = issue_of(newsroom, Path.cwd())
    if current:
        say(where_you_are(current))
        return [Target(current)]
    everything = all_targets(newsroom)
    say(plural(len(everything), "{count} issue, all there is.", "All {count} issues."))
    return everything


def _check(option: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(
            "bad-value",
            _("{name} can not be {value}.", name=option, value=value),
            _("Known are: {known}.", known=listed(known)),
        )
