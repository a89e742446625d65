"""`medlint check`: lint files, folders or standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli import color, outputs
from medlint.cli.settings import configured, dated
from medlint.reporting.formats import format_names

if TYPE_CHECKING:
    from datetime import date

    from medlint.linting.configuration.configuring import Configuration


@click.command(short_help="Lint files and folders.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(format_names()),
    default="full",
    envvar="MEDLINT_FORMAT",
    show_default=True,
    help="How to write what is found.",
)
@click.option("-o", "--output-file", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it.")
@outputs.option
@configured
@dated
@click.option("--diff-base", "since", metavar="REF", help="Report only sentences new since this git revision.")
@click.option("--stdin-filename", default="stdin.md", show_default=True, help="How to read and to name '-'.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@color.option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    format_name: str,
    output_file: Path | None,
    more: tuple[outputs.Output, ...],
    configuration: Configuration,
    today: date | None,
    since: str | None,
    stdin_filename: str,
    quiet: bool,
) -> None:
    """Lint articles: Markdown, HTML and plain text. Folders are searched; '-' is standard input.

    Findings go to standard output, all else to standard error. Exits with 0 if there is nothing at or above --fail-on,
    1 if there is, 2 if anything could not be checked.
    """
    from medlint.cli import checking

    wanted = (outputs.Output(format_name, output_file), *more)
    with outputs.writing(wanted) as write:
        request = checking.Request(paths, configuration, stdin_filename, today, since)
        report = checking.lint(request)
        write(report)
    outputs.summarise_job(report, wanted)
    checking.tell(report, quiet)
    context.exit(checking.exit_code(report, configuration.run()["fail_on"].value))
