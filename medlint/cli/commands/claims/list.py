"""`medlint claims list`: the records, chosen by what they are about."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="List the records.")
@click.option("--intervention", "interventions", multiple=True, metavar="NAME", help="On this treatment.")
@click.option("--condition", "conditions", multiple=True, metavar="NAME", help="On this condition.")
@click.option("--source", "sources", multiple=True, metavar="NAME", help="From this source.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Of this kind: recommendations, harms, ...")
@click.option("--narrower", is_flag=True, help="Also on narrower treatments and conditions.")
@databases.option
@click.option(
    "--format", "format_name", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How."
)
@color.option
def command(
    interventions: tuple[str, ...],
    conditions: tuple[str, ...],
    sources: tuple[str, ...],
    kinds: tuple[str, ...],
    narrower: bool,
    claims_db: tuple[Path, ...],
    format_name: str,
) -> None:
    """List records. A record on a broader treatment or condition holds for the narrower one and is listed with it.

    Treatments, conditions and sources are given by identifier or by any of their names. Options of different sorts
    narrow the list, options of the same sort widen it.
    """
    from medlint.evidence.browsing import browse, choose
    from medlint.evidence.loading import load_database
    from medlint.reporting.claims.listing import as_json, table

    database = load_database(None, *claims_db)
    asked = {"interventions": interventions, "conditions": conditions, "sources": sources, "kinds": kinds}
    records = browse(database, choose(database, asked, narrower))
    write_stdout(as_json(records) if format_name == "json" else table(records, database, stream_options(sys.stdout)))
