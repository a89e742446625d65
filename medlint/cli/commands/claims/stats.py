"""`medlint claims stats`: what the database covers, counted."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Count what it covers.")
@databases.option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How.",
)
@color.option
def command(claims_db: tuple[Path, ...], format_name: str) -> None:
    """Count the records on each intervention. A number in brackets counts records on broader ones, which hold too."""
    from medlint.evidence.coverage import coverage
    from medlint.evidence.loading import load_database
    from medlint.reporting.claims import stats

    counted = coverage(load_database(None, *claims_db))
    if format_name == "table":
        write_stdout(stats.table(counted, stream_options(sys.stdout)))
    else:
        write_stdout(stats.as_json(counted) if format_name == "json" else stats.markdown(counted))
