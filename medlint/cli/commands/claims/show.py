"""`medlint claims show`: an entry with its whole chain of provenance."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Show a record, concept or source.")
@click.argument("name")
@databases.option
@click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How."
)
@color.option
def command(name: str, claims_db: tuple[Path, ...], format_name: str) -> None:
    """Show a record, concept or source, given by its identifier or one of its names, with where it comes from.

    That is the source and the place in it, how, when and by whom it was seen, when it must be looked at again, who
    contests it, the controversies about it, what it rests on and what rests on it.
    """
    from medlint.evidence.folders import gather, whereabouts
    from medlint.evidence.loading import load_database
    from medlint.evidence.provenance import every, trace
    from medlint.evidence.searching import identify
    from medlint.reporting.claims.page import as_json, page

    folders = gather(claims_db)
    database = load_database(*folders)
    chain = trace(identify(name, every(database)), database)
    place = whereabouts(chain.entry.id, folders)
    write_stdout(as_json(chain, place) if format_name == "json" else page(chain, place, stream_options(sys.stdout)))
