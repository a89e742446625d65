"""`medlint check`: lint files, folders or standard input."""

from __future__ import annotations

from pathlib import Path

import click

from medlint.cli import color
from medlint.cli.output import destination
from medlint.reporting.formats import format_names, load_format

SEVERITIES = ("error", "warning", "info")  # gravest first


def _split(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


@click.command(short_help="Lint files and folders.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
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
@click.option("--select", multiple=True, callback=_split, metavar="RULES", help="Only these: codes, names, families.")
@click.option("--ignore", multiple=True, callback=_split, metavar="RULES", help="All but these.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option(
    "--confidence",
    type=click.Choice(["high", "medium", "low"]),
    default="medium",
    show_default=True,
    help="Show findings at least this sure.",
)
@click.option("--stdin-filename", default="stdin.md", show_default=True, help="How to read and to name '-'.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@color.option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    format_name: str,
    output_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    confidence: str,
    stdin_filename: str,
    quiet: bool,
) -> None:
    """Lint articles: Markdown, HTML and plain text. Folders are searched; '-' is standard input.

    Findings go to standard output, all else to standard error. Exits with 0 if there is nothing at or above --fail-on,
    1 if there is, 2 if anything could not be checked.
    """
    from medlint.cli import checking

    with destination(output_file) as (write, options):
        report = checking.lint(checking.Request(paths, select, ignore, confidence, stdin_filename))
        write(load_format(format_name)(report, options))
    checking.tell(report, quiet)
    context.exit(checking.exit_code(report, fail_on))
