"""The engine room of `medlint check`: imported only when something is linted."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import click

from medlint.cli.app import FAILED, complain
from medlint.cli.environment import claims_db
from medlint.cli.output import stream_options
from medlint.documents.reading import decode
from medlint.errors import DocumentError
from medlint.linting.findings import Confidence, FileReport, Report, Severity
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings
from medlint.reporting.summary import summary

STDIN = "-"
FOUND = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What to lint, and with which rules."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    confidence: str
    stdin_filename: str


def lint(request: Request) -> Report:
    """Lint files, folders and standard input.

    Raises `MedlintError` where rules, claims database or selection are broken; a file that cannot be read is part of
    the report.
    """
    linter = Linter(Settings(request.select, request.ignore, Confidence(request.confidence), claims_db()))
    report = linter.check_paths([path for path in request.paths if path != STDIN])
    if STDIN in request.paths:
        report = replace(report, files=(_lint_stdin(linter, request.stdin_filename), *report.files))
    return report


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


def _lint_stdin(linter: Linter, filename: str) -> FileReport:
    try:
        return linter.check_text(decode(sys.stdin.buffer.read(), filename), filename)
    except DocumentError as error:
        return FileReport(filename, error=str(error))
