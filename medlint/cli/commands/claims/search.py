"""`medlint claims search`: entries by name or words, spelt as they may be."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.app import FOUND
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Search by name or words.")
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--most", type=click.IntRange(1), default=10, show_default=True, help="How many to show.")
@databases.option
@click.option(
    "--format", "format_name", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How."
)
@color.option
@click.pass_context
def command(
    context: click.Context, words: tuple[str, ...], most: int, claims_db: tuple[Path, ...], format_name: str
) -> None:
    """Search concepts, sources and records; slips of spelling are forgiven. Exits with 1 if nothing is found."""
    from medlint.evidence.loading import load_database
    from medlint.evidence.provenance import every
    from medlint.evidence.searching import search
    from medlint.reporting.claims.hits import as_json, table

    hits = search(" ".join(words), every(load_database(None, *claims_db)), most)
    write_stdout(as_json(hits) if format_name == "json" else table(hits, stream_options(sys.stdout)))
    context.exit(0 if hits else FOUND)
