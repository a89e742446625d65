"""`medlint explain`: what a rule finds, why that matters, what is found, how to fix and how to configure it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as records
from medlint.cli import color, completing, rule_folders
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Explain a rule, by code or name.")
@click.argument("rule", metavar="CODE", shell_complete=completing.rules)
@rule_folders.option
@records.option
@color.option
def command(rule: str, rules: tuple[Path, ...], claims_db: tuple[Path, ...]) -> None:
    """Explain a rule, given by its code (OVS103), its name, or all rules of a family."""
    from medlint.evidence.loading import load_database
    from medlint.linting.rules import load_rules
    from medlint.linting.selection import select_rules
    from medlint.reporting.rule_pages import page

    found = select_rules(load_rules(rule_folders.chosen(rules)), [rule], [])
    database, options = load_database(None, *claims_db), stream_options(sys.stdout)
    write_stdout(piece for each in found for piece in page(each, database, options))
