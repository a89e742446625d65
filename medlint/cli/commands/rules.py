"""`medlint rules`: every rule in one table, or the schema of a rule file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import color, rule_folders
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="List every rule.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How.",
)
@click.option("--schema", "as_schema", is_flag=True, help="Show the JSON Schema of a rule file instead.")
@rule_folders.option
@color.option
def command(format_name: str, as_schema: bool, rules: tuple[Path, ...]) -> None:
    """List every rule: its code, name, severity and what it finds."""
    if as_schema:
        import json

        from medlint.linting.schemas import schema

        write_stdout((json.dumps(schema(), indent=2, ensure_ascii=True), "\n"))
        return
    from medlint.linting.rules import load_rules
    from medlint.reporting.rule_lists import as_json, as_markdown, table

    found = load_rules(rule_folders.chosen(rules))
    if format_name == "table":
        write_stdout(table(found, stream_options(sys.stdout)))
    else:
        write_stdout(as_json(found) if format_name == "json" else as_markdown(found))
