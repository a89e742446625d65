"""The reports of one run: one in the chosen format, and any number more as `--output FORMAT=FILE`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli import completing
from medlint.cli.app import complain
from medlint.cli.output import destination
from medlint.errors import UsageError
from medlint.evidence.similar import hint
from medlint.reporting.formats import format_names, load_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from medlint.linting.findings import Report


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to, or None for standard output."""

    format_name: str
    path: Path | None


def _parted(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Output, ...]:
    return tuple(_output(value, context, parameter) for value in values)


def _output(value: str, context: click.Context, parameter: click.Parameter) -> Output:
    name, _, file = value.partition("=")
    if name not in format_names():
        raise click.BadParameter(f"there is no format '{name}'{hint(name, format_names())}", context, parameter)
    if not file or file == "-":
        raise click.BadParameter(f"'{value}' names no file: write {name}=FILE", context, parameter)
    return Output(name, Path(file))


option = click.option(
    "--output",
    "more",
    multiple=True,
    callback=_parted,
    metavar="FORMAT=FILE",
    shell_complete=completing.reports,
    help="One more report, such as sarif=medlint.sarif; repeatable.",
)


@contextmanager
def writing(outputs: Sequence[Output]) -> Iterator[Callable[[Report], None]]:
    """What writes a report to all outputs. All are opened first, and replace what was there when the block ends well.

    Raises `UsageError` if a file cannot be written, or is named twice.
    """
    paths = [Path(os.path.realpath(output.path)) for output in outputs if output.path]
    if twice := next((path for path in paths if paths.count(path) > 1 and not path.is_char_device()), None):
        raise UsageError(f"two reports would go to {twice}")
    with ExitStack() as stack:
        opened = [(output.format_name, *stack.enter_context(destination(output.path))) for output in outputs]

        def write(report: Report) -> None:
            for name, put, options in opened:
                put(load_format(name)(report, options))

        yield write


def summarise_job(report: Report, outputs: Sequence[Output], environment: Mapping[str, str] = os.environ) -> None:
    """Add what GitHub shows no annotation for to the job summary, where there is one; a failure is only told."""
    place = environment.get("GITHUB_STEP_SUMMARY")
    if not place or not any(output.format_name == "github" for output in outputs):
        return
    from medlint.reporting.formats.github import left_out  # only where it is asked for

    try:
        with Path(place).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.writelines(left_out(report))
    except OSError as error:
        complain(f"cannot write the job summary {place}: {error.strerror or error}")
