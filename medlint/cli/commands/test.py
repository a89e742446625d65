"""`medlint test`: the rules' own examples, run as tests."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from medlint.cli import claims_db as records
from medlint.cli import color, rule_folders
from medlint.cli.app import FOUND
from medlint.cli.output import stream_options, write_stdout
from medlint.errors import UsageError


@click.command(short_help="Run the rules' own examples.")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR]...")
@click.option("--coverage", is_flag=True, help="Fail also for a rule of which no bad example is found.")
@rule_folders.option
@records.option
@color.option
@click.pass_context
def command(
    context: click.Context,
    folders: tuple[Path, ...],
    coverage: bool,
    rules: tuple[Path, ...],
    claims_db: tuple[Path, ...],
) -> None:
    """Run the examples of the rules in folders, or of all rules where none is named.

    A bad example must be found by its rule, a good one left alone; other rules may say of it what they like. Exits with
    0 if all is well, 1 if an example fails, 2 if the rules cannot be read.
    """
    from medlint.linting.examples import Outcome, examples_linter, run_examples
    from medlint.linting.rules import load_rules
    from medlint.reporting.example_results import report

    _require_folders(folders)
    read = (*rule_folders.chosen(rules), *folders)
    known = load_rules(read)
    wanted = {code for folder in folders for code in _codes(folder)}
    tested = [rule for rule in known if not folders or rule.code in wanted]
    outcome = Outcome(tuple(run_examples(tested, examples_linter(known, read, claims_db))))
    write_stdout(report(outcome, coverage, stream_options(sys.stdout)))
    context.exit(FOUND if outcome.failed or (coverage and outcome.uncovered) else 0)


def _require_folders(folders: tuple[Path, ...]) -> None:
    for folder in folders:
        if folder.is_file():
            raise UsageError(f"{folder} is a file; name the folder that it is in: medlint test {folder.parent}")


def _codes(folder: Path) -> frozenset[str]:
    from medlint.linting.rules import codes_in

    codes = codes_in(folder)
    if not codes:
        raise UsageError(f"no rule files in {folder}")
    return codes
