"""`medlint claims check`: everything that is wrong with the database, at file and line."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.app import FOUND
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Check all its files.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@databases.option
@click.option("--alone", is_flag=True, help="Without the shipped database: the folders are a whole one.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day by which reviews are due.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@color.option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    claims_db: tuple[Path, ...],
    alone: bool,
    today: datetime | None,
    fail_on: str,
    format_name: str,
    quiet: bool,
) -> None:
    """Check the shipped database together with folders of your own.

    PATHS are such folders, or files in them: the folder of each is found, so that pre-commit may pass what has changed.
    Problems go to standard output. Exits with 0 if there is none at or above --fail-on, 1 if there is, 2 if a folder
    cannot be checked.
    """
    from medlint.evidence.checking import check
    from medlint.evidence.folders import gather
    from medlint.reporting.claims.problems import as_json, summary, text

    folders = gather((*claims_db, *paths), alone)
    problems = check(folders, today.date() if today else None)
    write_stdout(as_json(problems) if format_name == "json" else text(problems, stream_options(sys.stdout)))
    if not quiet:
        click.echo(summary(problems), err=True)
    failing = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    context.exit(FOUND if any(problem.severity in failing for problem in problems) else 0)
