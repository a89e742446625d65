"""`medlint explain`: what a rule finds, why that matters, what is found and what is left alone."""

from __future__ import annotations

import sys

import click

from medlint.cli import color
from medlint.cli.environment import claims_db
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Explain a rule, by code or name.")
@click.argument("rule", metavar="CODE")
@color.option
def command(rule: str) -> None:
    """Explain a rule, given by its code (OVS103), its name, or all rules of a family."""
    from medlint.evidence.loading import load_database
    from medlint.linting.rules import load_rules
    from medlint.linting.selection import select_rules
    from medlint.reporting.rule_pages import page

    found = select_rules(load_rules(), [rule], [])
    database, options = load_database(None, *claims_db()), stream_options(sys.stdout)
    write_stdout(piece for each in found for piece in page(each, database, options))
