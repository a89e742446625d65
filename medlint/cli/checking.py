"""The engine room of `medlint check`: imported only when something is linted."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date

import click

from medlint.cli.app import FAILED, FOUND, complain
from medlint.cli.output import stream_options
from medlint.documents.reading import decode
from medlint.errors import DocumentError
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.findings import FileReport, Report, Severity
from medlint.linting.running import Run
from medlint.reporting.summary import summary

STDIN = "-"
_NOTHING = " nothing any more"


@dataclass(frozen=True, slots=True)
class Request:
    """What to lint, and as is configured where; `today` is the real day unless given.

    With `since` only what is new since that git revision is reported.
    """

    paths: tuple[str, ...]
    configuration: Configuration
    stdin_filename: str
    today: date | None = None
    since: str | None = None


def lint(request: Request) -> Report:
    """Lint files, folders and standard input.

    Raises `MedlintError` where rules, claims database or selection are broken; a file that cannot be read is part of
    the report.
    """
    run = Run(request.configuration, request.today, request.since)
    report = run.check_paths([path for path in request.paths if path != STDIN])
    if STDIN in request.paths:
        report = replace(report, files=(_lint_stdin(run, request.stdin_filename), *report.files))
    if run.stale:
        complain(f"{stale(len(run.stale))}; 'medlint baseline prune' takes them out")
    return report


def stale(count: int) -> str:
    """How many entries of the baseline match nothing any more."""
    return (
        f"1 entry of the baseline matches{_NOTHING}"
        if count == 1
        else f"{count} entries of the baseline match{_NOTHING}"
    )


def tell(report: Report, quiet: bool) -> None:
    """Say on stderr which files could not be checked or held nothing to check; unless `quiet`, sum up the run."""
    for file in report.files:
        if file.error is not None:
            complain(file.error)
        elif not file.sentences:
            complain(f"{file.path}: empty: no sentence to check")
    if not quiet:
        click.echo(summary(report, stream_options(sys.stderr)), err=True)


def exit_code(report: Report, fail_on: str) -> int:
    """2 if a file could not be checked, 1 if a finding is at or above the severity `fail_on`, else 0."""
    if any(file.error is not None for file in report.files):
        return FAILED
    severities = [severity.value for severity in Severity]
    failing = severities[: severities.index(fail_on) + 1] if fail_on in severities else []
    return FOUND if any(report.count(Severity(severity)) for severity in failing) else 0


def _lint_stdin(run: Run, filename: str) -> FileReport:
    if sys.stdin is None:
        return FileReport(filename, error=f"{filename}: standard input is closed")
    try:
        return run.check_text(decode(sys.stdin.buffer.read(), filename), filename)
    except DocumentError as error:
        return FileReport(filename, error=str(error))
