"""`newsroom validate`."""

from pathlib import Path
from typing import Annotated

import typer

from newsroom.cli.findings import show_findings
from newsroom.cli.options import here
from newsroom.cli.screen import say, settings, show_json
from newsroom.desk.choose import issue_of, where_you_are
from newsroom.desk.validate import Target, all_targets, resolve_targets, unknown_rules
from newsroom.desk.validate import validate as judge_all
from newsroom.errors import ExitCode, UsageError
from newsroom.locale import _, listed, plural
from newsroom.reports.json import as_json
from newsroom.rules.engine import CURRENT, STAGES
from newsroom.storage.newsroom import SETTINGS, Newsroom

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
) -> None:
    """Check articles by every rule; exit code 1 when there are errors.

    Without an argument every issue is checked; inside an issue's folder, that issue.

    Examples:
      newsroom validate
      newsroom validate 2022-10-12 --stage current
      newsroom validate issues/2022-10-12/articles/sowing.md --format json
    """
    settings.json = json or format == "json"
    _check("--format", format, FORMATS)
    _check("--stage", stage, (*STAGES, CURRENT))
    newsroom = here()
    report = judge_all(newsroom, _targets(newsroom, targets or []), stage)
    for name, line in unknown_rules(newsroom).items():
        say(_("{path}, line {line}: there is no rule {name}; see newsroom rules.", path=SETTINGS, line=line, name=name))
    if settings.json:
        show_json(as_json(report))
    else:
        show_findings(report)
    if report.errors:
        raise typer.Exit(ExitCode.FINDINGS)


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
