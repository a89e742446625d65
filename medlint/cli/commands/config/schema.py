"""`medlint config schema`: the JSON Schema of configuration files."""

from __future__ import annotations

import json

import click

from medlint.cli.output import write_stdout


@click.command(short_help="Print the JSON Schema of configuration files.")
def command() -> None:
    """Print the JSON Schema of medlint.toml, for editors that complete from one."""
    from medlint.linting.configuration.schema import schema

    write_stdout([json.dumps(schema(), indent=2, ensure_ascii=True) + "\n"])
