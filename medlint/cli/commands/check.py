"""`medlint check`: lint files, folders or standard input."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli import color, outputs
from medlint.cli.app import FAILED, INTERRUPTED, forget_what_is_buffered
from medlint.cli.interrupting import interruptible
from medlint.cli.progress import watched
from medlint.cli.settings import configured, dated
from medlint.reporting.formats import format_names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from medlint.cli.checking import Check
    from medlint.linting.configuration.configuring import Configuration


def _count(context: click.Context, parameter: click.Parameter, value: str) -> int | None:
    """A number of processes, or None for "auto"."""
    if value == "auto":
        return None
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"'{value}' is neither a number of processes nor 'auto'", context, parameter)
    return int(value)


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
@click.option("--diff-base", "since", metavar="REF", help="Report only findings new since this git revision.")
@click.option("--stdin-filename", default="stdin.md", show_default=True, help="How to read and to name '-'.")
@click.option(
    "-j",
    "--jobs",
    default="auto",
    metavar="N",
    envvar="MEDLINT_JOBS",
    callback=_count,
    help="Processes that share the files.  [default: as many as pay]",
)
@click.option("--no-cache", is_flag=True, help="Lint every file anew, also where nothing has changed.")
@click.option("--stats", is_flag=True, help="Say where the time went, by rule and file.")
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
    jobs: int | None,
    no_cache: bool,
    stats: bool,
    quiet: bool,
) -> None:
    """Lint articles: Markdown, HTML and plain text. Folders are searched; '-' is standard input.

    Findings go to standard output, all else to standard error. Exits with 0 if there is nothing at or above --fail-on,
    1 if there is, 2 if anything could not be checked, 130 if you end it (Ctrl-C) before the last file.
    """
    from medlint.cli import checking
    from medlint.linting.running import Manner

    wanted = (outputs.Output(format_name, output_file), *more)
    manner = Manner(jobs, remember=not no_cache)
    with interruptible() as interrupt, outputs.writing(wanted) as write:
        watch = partial(watched, interrupt)
        request = checking.Request(paths, configuration, stdin_filename, today, since, manner, watch)
        check = checking.Check(request)
        write(check.report)
    code = INTERRUPTED if interrupt.cut_short else checking.exit_code(check.report, _fail_on(configuration))
    try:
        _tell(check, wanted, quiet, stats, interrupt.cut_short)
    except OSError:
        if code not in (INTERRUPTED, FAILED):  # which says more than that standard error cannot be written
            raise
        forget_what_is_buffered(sys.stderr)
    context.exit(code)


def _tell(check: Check, wanted: Sequence[outputs.Output], quiet: bool, stats: bool, cut_short: bool) -> None:
    """Say on stderr what is not in the reports."""
    from medlint.cli import checking

    outputs.summarise_job(check.report, wanted)
    check.tell_left_out()
    checking.tell(check.report, quiet)
    if stats:
        checking.tell_statistics(check.report)
    if cut_short:
        checking.tell_interrupted(check.report)
    else:
        check.tell_stale()


def _fail_on(configuration: Configuration) -> str:
    severity: str = configuration.run()["fail_on"].value
    return severity
