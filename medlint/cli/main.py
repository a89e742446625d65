"""`medlint`: the entry point and what it says of itself."""

from __future__ import annotations

import atexit
import gc

import click

from medlint._version import __version__
from medlint.cli import color
from medlint.cli.app import PROGRAM, App

HELP = """Lint health articles: promises beyond the evidence, risks not told.

\b
medlint check article.md                what to look at, at the exact words
medlint explain OVS103                  why a rule matters, with examples
medlint rules                           every rule in one table
medlint check site/ --format json -o report.json             for a pipeline
"""


@click.group(
    PROGRAM,
    cls=App,
    help=HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@color.option
@click.option("--debug", is_flag=True, envvar="MEDLINT_DEBUG", help="Show the traceback of an error.")
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
@click.pass_context
def app(context: click.Context, debug: bool) -> None:  # noqa: ARG001 - App reads it from the context
    """Show the help where no command is named."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def collect_rarely() -> None:
    """Have this process look for garbage seldom.

    Loading builds a million small objects that live to the end: looking through them again and again takes a quarter of
    the time of a short run.
    """
    gc.set_threshold(2_000_000, 50, 50)


def main() -> None:
    """Run the command line; always ends in `SystemExit`."""
    collect_rarely()
    atexit.register(gc.freeze)  # nor is garbage looked for once more at the end, in what is about to go as a whole
    app()
