"""`medlint claims schema`: the JSON Schema of the database's files."""

from __future__ import annotations

import json

import click

from medlint.cli.output import write_stdout

FILES = ("database", "sources", "concepts", "topics")


@click.command(short_help="Print the JSON Schema of its files.")
@click.argument("file", required=False, type=click.Choice(FILES))
def command(file: str | None) -> None:
    """Print the JSON Schema by which editors complete and check files of a claims database.

    FILE says which: database.yaml, or the files in sources/, concepts/ or topics/; without it, one schema for all.
    """
    from medlint.evidence.schemas import schema

    write_stdout([json.dumps(schema(file), indent=2), "\n"])
