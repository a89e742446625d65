"""`medlint rules`: every rule in one table."""

from __future__ import annotations

import sys

import click

from medlint.cli import color
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="List every rule.")
@click.option(
    "--format", "format_name", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How."
)
@color.option
def command(format_name: str) -> None:
    """List every rule: its code, name, severity and what it finds."""
    from medlint.linting.rules import load_rules
    from medlint.reporting.rule_pages import as_json, table

    rules = load_rules()
    write_stdout(as_json(rules) if format_name == "json" else table(rules, stream_options(sys.stdout)))
